/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-share-draft.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SHARE_ANSWER (onsite_share_answer_get_type ())

/**
 * OnsiteShareAnswer:
 *
 * An answer that is chosen to be handed on: what the coach is asked to listen for, which
 * takes go along, and how many spans of them don't. It activates "share.redact" (the
 * answer's index, uint32), which its page has.
 */
G_DECLARE_FINAL_TYPE (OnsiteShareAnswer, onsite_share_answer, ONSITE, SHARE_ANSWER, AdwBin)

/**
 * onsite_share_answer_new:
 * @draft: what is chosen
 * @answer: an answer of its debrief
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *onsite_share_answer_new (OnsiteShareDraft *draft, const OnsiteAnswerSummary *answer);

/**
 * onsite_share_answer_get_index:
 * @self: an answer that is chosen
 *
 * Returns: the answer's index among all answers of the loop
 */
guint onsite_share_answer_get_index (OnsiteShareAnswer *self);

/**
 * onsite_share_answer_describe:
 * @answer: an answer
 *
 * Returns: (transfer full): "Question 3 · 2:40 · rated 3.4"
 */
char *onsite_share_answer_describe (const OnsiteAnswerSummary *answer);

/**
 * onsite_share_answer_get_question:
 * @answer: an answer
 *
 * Returns: (transfer none): what was asked, in its pack's words if that still has it
 */
const char *onsite_share_answer_get_question (const OnsiteAnswerSummary *answer);

G_END_DECLS
