/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-take.h"

G_BEGIN_DECLS

/**
 * OnsiteAnswer:
 * @id: a UUID
 * @question: the id of a question in the loop's pack
 * @curveball_ms: how long the main answer goes on before the question's
 *   curveball is thrown into it, 0 if none is
 * @skipped: whether the candidate passed over it
 * @story: which past program it drew on, or ""
 * @note: what was jotted down, or ""
 * @takes: (element-type OnsiteTake): in order; empty until it is asked
 *
 * One question, answered in one loop.
 */
typedef struct
{
  char *id;
  char *question;
  guint curveball_ms;
  gboolean skipped;
  char *story;
  char *note;
  GPtrArray *takes;
} OnsiteAnswer;

/**
 * onsite_answer_new:
 * @question: the id of a question in the loop's pack
 *
 * Makes an answer without a take, with an id of its own.
 *
 * Returns: (transfer full): an answer
 */
OnsiteAnswer *onsite_answer_new (const char *question);

/**
 * onsite_answer_get_current_take:
 * @self: an answer
 *
 * Looks up the take that counts.
 *
 * Returns: (nullable) (transfer none): the last take, %NULL before the
 *   question was asked
 */
OnsiteTake *onsite_answer_get_current_take (const OnsiteAnswer *self);

/**
 * onsite_answer_find_clip:
 * @self: an answer
 * @id: the id of a clip
 *
 * Returns: (transfer none) (nullable): that clip of any of its takes, or %NULL
 */
OnsiteClip *onsite_answer_find_clip (const OnsiteAnswer *self, const char *id);

/**
 * onsite_answer_free:
 * @self: (transfer full): an answer
 *
 * Frees an answer with its takes.
 */
void onsite_answer_free (OnsiteAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteAnswer, onsite_answer_free)

G_END_DECLS
