/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-headline.h"

G_BEGIN_DECLS

/**
 * SECTION:onsite-debrief-text
 *
 * A debrief in words: plain, exact, and without a verdict about the person.
 * Pure. What is returned is the caller's to free.
 */

/**
 * onsite_debrief_text_headline:
 * @debrief: a debrief
 * @headline: its headline
 *
 * Returns: (transfer full): "11 of 16 principles, 5 of 7 checklist items. Nothing on
 *   Frugality and Think Big."
 */
char *onsite_debrief_text_headline (const OnsiteDebrief *debrief, const OnsiteHeadline *headline);

/**
 * onsite_debrief_text_time:
 * @debrief: a debrief
 *
 * Returns: (transfer full): "You spoke for 2 h 10 min; the questions suggest 2 h 30
 *   min."
 */
char *onsite_debrief_text_time (const OnsiteDebrief *debrief);

/**
 * onsite_debrief_text_unrated:
 * @headline: a headline
 *
 * Returns: (transfer full) (nullable): "2 answers are not rated yet."; %NULL if all are
 */
char *onsite_debrief_text_unrated (const OnsiteHeadline *headline);

/**
 * onsite_debrief_text_cell:
 * @row: a row of the matrix
 * @answer: an answer's index among all answers of the loop
 *
 * Returns: (transfer full): "Dive Deep, question 3: claimed, asked"
 */
char *onsite_debrief_text_cell (const OnsiteCoverageRow *row, guint answer);

/**
 * onsite_debrief_text_row:
 * @row: a row of the matrix
 *
 * Returns: (transfer full): "Dive Deep: questions 1, 5 and 14", or "Frugality: nothing
 *   yet"
 */
char *onsite_debrief_text_row (const OnsiteCoverageRow *row);

/**
 * onsite_debrief_text_loops:
 * @row: a row of the matrix that finished loops feed
 *
 * Returns: (transfer full): "3 finished loops", or what feeds it as long as there is
 *   none
 */
char *onsite_debrief_text_loops (const OnsiteCoverageRow *row);

/**
 * onsite_debrief_text_round:
 * @round: a round
 *
 * Returns: (transfer full): "Behavioral interview · Senior TPM, bar raiser"
 */
char *onsite_debrief_text_round (const OnsiteRoundSummary *round);

/**
 * onsite_debrief_text_round_course:
 * @round: a round
 *
 * Returns: (transfer full): how it went, such as "42 min of 45 min suggested · ended
 *   early · interrupted twice"
 */
char *onsite_debrief_text_round_course (const OnsiteRoundSummary *round);

/**
 * onsite_debrief_text_share:
 * @share: a category's share
 *
 * Returns: (transfer full): "8 asked of 9 planned"
 */
char *onsite_debrief_text_share (const OnsiteShare *share);

/**
 * onsite_debrief_text_share_percent:
 * @share: a category's share
 * @n_asked: how many questions of the loop were asked in all
 *
 * Returns: (transfer full): "47%, aim 50%", of the questions that were asked
 */
char *onsite_debrief_text_share_percent (const OnsiteShare *share, guint n_asked);

/**
 * onsite_debrief_text_question:
 * @answer: an answer's index among all answers of the loop
 *
 * Returns: (transfer full): "Question 3": its number in the loop
 */
char *onsite_debrief_text_question (guint answer);

/**
 * onsite_debrief_text_turn:
 * @take: a take
 * @index: the index of one of its turns
 *
 * Returns: (transfer full) (nullable): what kind of turn it is, such as "Follow-up 2";
 *   %NULL for the answer itself
 */
char *onsite_debrief_text_turn (const OnsiteTake *take, guint index);

/**
 * onsite_debrief_text_state:
 * @answer: an answer
 * @n_dimensions: how many dimensions its pack has
 *
 * Returns: (transfer none) (nullable): what its state is, if it has one that has to be
 *   told: "Skipped", "Not asked", "No recording" or "Not rated yet", translated; else
 *   %NULL
 */
const char *onsite_debrief_text_state (const OnsiteAnswerSummary *answer, guint n_dimensions);

G_END_DECLS
