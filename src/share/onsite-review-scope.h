/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-export.h"
#include "onsite-redaction.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * OnsiteReviewScope:
 *
 * What a review may speak of: the answers, takes and clips of one export, with what was
 * removed from their copies, and the names that its pack gives. Pure.
 */
typedef struct _OnsiteReviewScope OnsiteReviewScope;

/**
 * OnsiteReviewScopeClip:
 * @turn: the index of its turn in the take
 * @redaction: what the copy leaves out
 *
 * A clip that was handed on.
 */
typedef struct
{
  guint turn;
  OnsiteRedaction *redaction;
} OnsiteReviewScopeClip;

/**
 * onsite_review_scope_new:
 * @export_id: the id of an export
 * @loop: the id of the loop that was handed on
 * @pack: that loop's pack
 *
 * Returns: (transfer full): a scope without answers
 */
OnsiteReviewScope *
onsite_review_scope_new (const char *export_id, const char *loop, OnsitePack *pack);

/**
 * onsite_review_scope_free:
 * @self: (transfer full): a scope
 */
void onsite_review_scope_free (OnsiteReviewScope *self);

/**
 * onsite_review_scope_new_from_export:
 * @export: what was handed on
 * @loop: the loop that it was chosen of
 * @pack: that loop's pack
 *
 * Returns: (transfer full): the scope of a review that answers @export
 */
OnsiteReviewScope *onsite_review_scope_new_from_export (const OnsiteExport *export,
                                                        const OnsiteLoop *loop,
                                                        OnsitePack *pack);

/**
 * onsite_review_scope_add_take:
 * @self: a scope
 * @answer: the id of an answer
 * @take: the id of a take of it
 *
 * Adds a take that was handed on, also one of which nothing was recorded.
 */
void onsite_review_scope_add_take (OnsiteReviewScope *self, const char *answer, const char *take);

/**
 * onsite_review_scope_add_clip:
 * @self: a scope
 * @take: the id of a take that was added
 * @clip: the id of a clip of it
 * @turn: the index of its turn in the take
 * @redaction: (transfer full): what the copy leaves out
 *
 * Adds a clip that was handed on.
 */
void onsite_review_scope_add_clip (OnsiteReviewScope *self,
                                   const char *take,
                                   const char *clip,
                                   guint turn,
                                   OnsiteRedaction *redaction);

/**
 * onsite_review_scope_get_export:
 * @self: a scope
 *
 * Returns: (transfer none): the export's id
 */
const char *onsite_review_scope_get_export (const OnsiteReviewScope *self);

/**
 * onsite_review_scope_get_loop:
 * @self: a scope
 *
 * Returns: (transfer none): the id of the loop that was handed on
 */
const char *onsite_review_scope_get_loop (const OnsiteReviewScope *self);

/**
 * onsite_review_scope_get_pack:
 * @self: a scope
 *
 * Returns: (transfer none): the pack that the loop was asked from
 */
OnsitePack *onsite_review_scope_get_pack (const OnsiteReviewScope *self);

/**
 * onsite_review_scope_has_answer:
 * @self: a scope
 * @answer: the id of an answer
 *
 * Returns: whether a take of it was handed on
 */
gboolean onsite_review_scope_has_answer (const OnsiteReviewScope *self, const char *answer);

/**
 * onsite_review_scope_has_take:
 * @self: a scope
 * @answer: the id of an answer
 * @take: the id of a take
 *
 * Returns: whether it was handed on, as one of that answer
 */
gboolean
onsite_review_scope_has_take (const OnsiteReviewScope *self, const char *answer, const char *take);

/**
 * onsite_review_scope_find_clip:
 * @self: a scope
 * @take: the id of a take
 * @clip: the id of a clip
 *
 * Returns: (transfer none) (nullable): that clip; %NULL if it wasn't handed on as one of
 *   that take
 */
const OnsiteReviewScopeClip *
onsite_review_scope_find_clip (const OnsiteReviewScope *self, const char *take, const char *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReviewScope, onsite_review_scope_free)

G_END_DECLS
