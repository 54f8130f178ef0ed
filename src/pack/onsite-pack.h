/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-guide.h"
#include "pack/onsite-outage.h"
#include "pack/onsite-pack-parts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsitePackError:
 * @ONSITE_PACK_ERROR_FORMAT: a format version that this program does not read
 * @ONSITE_PACK_ERROR_REFERENCE: an id that names nothing, or names two things
 * @ONSITE_PACK_ERROR_CONTENT: something is missing that a loop needs
 *
 * What is wrong with a text that is JSON and no pack. Syntax, types and
 * ranges are told as %ONSITE_JSON_ERROR.
 */
typedef enum
{
  ONSITE_PACK_ERROR_FORMAT,
  ONSITE_PACK_ERROR_REFERENCE,
  ONSITE_PACK_ERROR_CONTENT,
} OnsitePackError;

#define ONSITE_PACK_ERROR (onsite_pack_error_quark ())

/**
 * onsite_pack_error_quark:
 *
 * Returns: the domain of #OnsitePackError
 */
GQuark onsite_pack_error_quark (void);

#define ONSITE_TYPE_PACK (onsite_pack_get_type ())

/**
 * OnsitePack:
 *
 * What is asked, read and validated whole. Reference counted (a boxed type)
 * and immutable, so that threads may share it.
 */
typedef struct _OnsitePack OnsitePack;

GType onsite_pack_get_type (void) G_GNUC_CONST;

/**
 * onsite_pack_new_from_bytes:
 * @bytes: a pack's text
 * @name: what it is called in messages, mostly a file's name
 * @error: return location for an #OnsitePackError or an #OnsiteJsonError
 *
 * Reads a pack and validates it whole: nothing of a text with a fault is
 * taken. A message names file, line and path of the first fault.
 *
 * Returns: (transfer full): the pack, or %NULL
 */
OnsitePack *onsite_pack_new_from_bytes (GBytes *bytes, const char *name, GError **error);

/**
 * onsite_pack_load:
 * @file: the file to read
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError, an #OnsitePackError or an #OnsiteJsonError
 *
 * Reads a pack from a file, as onsite_pack_new_from_bytes() does. Blocks:
 * call it where waiting is allowed.
 *
 * Returns: (transfer full): the pack, or %NULL
 */
OnsitePack *onsite_pack_load (GFile *file, GCancellable *cancellable, GError **error);

/**
 * onsite_pack_ref:
 * @self: a pack
 *
 * Returns: (transfer full): @self
 */
OnsitePack *onsite_pack_ref (OnsitePack *self);

/**
 * onsite_pack_unref:
 * @self: (transfer full): a pack
 *
 * Gives a reference back; with the last, the pack and its parts go.
 */
void onsite_pack_unref (OnsitePack *self);

/**
 * onsite_pack_get_id:
 * @self: a pack
 *
 * Returns: (transfer none): its stable id, the same in each version
 */
const char *onsite_pack_get_id (OnsitePack *self);

/**
 * onsite_pack_get_version:
 * @self: a pack
 *
 * Returns: (transfer none): its version, such as "1.0.0"
 */
const char *onsite_pack_get_version (OnsitePack *self);

/**
 * onsite_pack_get_language:
 * @self: a pack
 *
 * Returns: (transfer none): the BCP 47 tag of the language that it is written and spoken in
 */
const char *onsite_pack_get_language (OnsitePack *self);

/**
 * onsite_pack_get_title:
 * @self: a pack
 *
 * Returns: (transfer none): what it is called
 */
const char *onsite_pack_get_title (OnsitePack *self);

/**
 * onsite_pack_get_summary:
 * @self: a pack
 *
 * Returns: (transfer none): what it holds, in a few sentences
 */
const char *onsite_pack_get_summary (OnsitePack *self);

/**
 * onsite_pack_get_bytes:
 * @self: a pack
 *
 * Returns: (transfer none): the text that it was read from
 */
GBytes *onsite_pack_get_bytes (OnsitePack *self);

/**
 * onsite_pack_get_hash:
 * @self: a pack
 *
 * Returns: (transfer none): the SHA-256 of its text, in lower-case hexadecimal
 */
const char *onsite_pack_get_hash (OnsitePack *self);

/**
 * onsite_pack_get_phrases:
 * @self: a pack
 *
 * Returns: (transfer none): what an interviewer says besides questions
 */
const OnsitePhrases *onsite_pack_get_phrases (OnsitePack *self);

/**
 * onsite_pack_get_guide:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): what there is to read about its
 *   interviews; %NULL for a pack that brings no guide
 */
const OnsiteGuide *onsite_pack_get_guide (OnsitePack *self);

/**
 * onsite_pack_get_principles:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsitePrinciple): the principles, in the pack's order
 */
GPtrArray *onsite_pack_get_principles (OnsitePack *self);

/**
 * onsite_pack_get_checklist:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteChecklistItem): the preparation checklist, in the pack's order
 */
GPtrArray *onsite_pack_get_checklist (OnsitePack *self);

/**
 * onsite_pack_get_categories:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteCategory): the kinds of questions, in the pack's order
 */
GPtrArray *onsite_pack_get_categories (OnsitePack *self);

/**
 * onsite_pack_get_dimensions:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteDimension): what answers are rated on, in the pack's order
 */
GPtrArray *onsite_pack_get_dimensions (OnsitePack *self);

/**
 * onsite_pack_get_votes:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteVote): what can be voted after a round, in the pack's order
 */
GPtrArray *onsite_pack_get_votes (OnsitePack *self);

/**
 * onsite_pack_get_round_kinds:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteRoundKind): the kinds of rounds, in the pack's order
 */
GPtrArray *onsite_pack_get_round_kinds (OnsitePack *self);

/**
 * onsite_pack_get_levels:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteLevel): the levels, in the pack's order
 */
GPtrArray *onsite_pack_get_levels (OnsitePack *self);

/**
 * onsite_pack_get_outages:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteOutage): the outages that questions are about, in
 *   the pack's order; mostly few, and often none
 */
GPtrArray *onsite_pack_get_outages (OnsitePack *self);

/**
 * onsite_pack_get_exhibits:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteExhibit): the exhibits, in the pack's order; a
 *   pack may have none
 */
GPtrArray *onsite_pack_get_exhibits (OnsitePack *self);

/**
 * onsite_pack_get_questions:
 * @self: a pack
 *
 * Returns: (transfer none) (element-type OnsiteQuestion): the questions, in the pack's order
 */
GPtrArray *onsite_pack_get_questions (OnsitePack *self);

/**
 * onsite_pack_find_principle:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsitePrinciple *onsite_pack_find_principle (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_checklist_item:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteChecklistItem *onsite_pack_find_checklist_item (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_category:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteCategory *onsite_pack_find_category (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_dimension:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteDimension *onsite_pack_find_dimension (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_vote:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteVote *onsite_pack_find_vote (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_round_kind:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteRoundKind *onsite_pack_find_round_kind (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_level:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteLevel *onsite_pack_find_level (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_outage:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteOutage *onsite_pack_find_outage (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_exhibit:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteExhibit *onsite_pack_find_exhibit (OnsitePack *self, const char *id);

/**
 * onsite_pack_find_question:
 * @self: a pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has the id; %NULL if nothing has
 */
const OnsiteQuestion *onsite_pack_find_question (OnsitePack *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePack, onsite_pack_unref)

G_END_DECLS
