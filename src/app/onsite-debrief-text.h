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

/* "11 of 16 principles, 5 of 7 checklist items. Nothing on Frugality and Think Big." */
char *onsite_debrief_text_headline (const OnsiteDebrief *debrief, const OnsiteHeadline *headline);

/* "You spoke for 2 h 10 min; the questions suggest 2 h 30 min." */
char *onsite_debrief_text_time (const OnsiteDebrief *debrief);

/* "2 answers are not rated yet.", or NULL. */
char *onsite_debrief_text_unrated (const OnsiteHeadline *headline);

/* "Dive Deep, question 3: claimed, asked". */
char *onsite_debrief_text_cell (const OnsiteCoverageRow *row, guint answer);

/* "Dive Deep: questions 1, 5 and 14", "Frugality: nothing yet": a row of the matrix. */
char *onsite_debrief_text_row (const OnsiteCoverageRow *row);

/* "3 finished loops": what a row says that loops feed. */
char *onsite_debrief_text_loops (const OnsiteCoverageRow *row);

/* "Behavioral interview, with a Senior TPM (bar raiser)". */
char *onsite_debrief_text_round (const OnsiteRoundSummary *round);

/* "42 min of 45 min suggested · ended early · interrupted twice". */
char *onsite_debrief_text_round_course (const OnsiteRoundSummary *round);

/* "8 asked of 9 planned". */
char *onsite_debrief_text_share (const OnsiteShare *share);

/* "47 %, aim 50 %": the share of the questions asked. */
char *onsite_debrief_text_share_percent (const OnsiteShare *share, guint n_asked);

/* "Question 3": its number in the loop. */
char *onsite_debrief_text_question (guint answer);

/* What an answer's state is, if it has one that has to be told: "Skipped", "Not
 * asked", "No recording", "Not rated yet"; else NULL. Static. */
const char *onsite_debrief_text_state (const OnsiteAnswerSummary *answer, guint n_dimensions);

G_END_DECLS
