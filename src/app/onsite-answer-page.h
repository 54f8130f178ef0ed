/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "onsite-debrief-model.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_ANSWER_PAGE (onsite_answer_page_get_type ())

/**
 * OnsiteAnswerPage:
 *
 * One answer, heard again: what was asked, turn by turn, what a weak and a
 * strong answer sound like, the sound with its marks, what coaches say of it, and
 * the candidate's own rating, to be edited. It can be given once more in answer to a
 * coach's comment.
 *
 * Keys, while they don't belong to a text or a control: Space plays, the arrow
 * keys go 5 s back and forth (1 s with Shift), + and − change the speed, M sets
 * a mark, N goes to the next answer, 1–5 rate.
 */
G_DECLARE_FINAL_TYPE (OnsiteAnswerPage, onsite_answer_page, ONSITE, ANSWER_PAGE, AdwBin)

/**
 * onsite_answer_page_new:
 * @context: the program's context
 * @model: the debrief that the answer is of
 * @answer: its index among all answers of the loop
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *onsite_answer_page_new (OnsiteContext *context, OnsiteDebriefModel *model, guint answer);

/**
 * onsite_answer_page_show_take:
 * @self: a page
 * @take: the id of a take of the answer
 *
 * Shows that take instead of the current one, if it is there.
 */
void onsite_answer_page_show_take (OnsiteAnswerPage *self, const char *take);

/**
 * onsite_answer_page_play:
 * @self: a page
 * @turn: a turn of the take that is shown
 * @from_ms: where in its clip
 *
 * Plays the answer, if there's something to hear.
 */
void onsite_answer_page_play (OnsiteAnswerPage *self, guint turn, gint64 from_ms);

G_END_DECLS
