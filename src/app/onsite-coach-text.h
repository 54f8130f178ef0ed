/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"
#include "debrief/onsite-remark.h"

G_BEGIN_DECLS

/**
 * SECTION:onsite-coach-text
 *
 * What coaches say, and how it differs from what the candidate says, in words. Pure.
 */

/**
 * onsite_coach_text_name:
 * @review: a review
 *
 * Returns: (transfer none): the coach's name, or words for one who gave none
 */
const char *onsite_coach_text_name (const OnsiteReview *review);

/**
 * onsite_coach_text_place:
 * @from_ms: where it is, or where it begins
 * @to_ms: where it ends; not after @from_ms for a point
 *
 * Returns: (transfer full): "0:42", or "0:42–0:51"
 */
char *onsite_coach_text_place (gint64 from_ms, gint64 to_ms);

/**
 * onsite_coach_text_whose:
 * @remark: a comment
 *
 * Returns: (transfer full): "Ada at 0:42"
 */
char *onsite_coach_text_whose (const OnsiteRemark *remark);

/**
 * onsite_coach_text_places:
 * @remarks: (element-type OnsiteRemark): comments on one clip
 *
 * Returns: (transfer full): "Comments: Ada at 0:42, Bob at 1:10–1:20"; "" for none
 */
char *onsite_coach_text_places (GPtrArray *remarks);

/**
 * onsite_coach_text_done:
 * @n_done: how many comments are ticked off
 * @n: how many there are
 *
 * Returns: (transfer full) (nullable): "3 of 7 done"; %NULL where there is nothing to do
 */
char *onsite_coach_text_done (guint n_done, guint n);

/**
 * onsite_coach_text_answered:
 * @remark: a comment
 *
 * Returns: (transfer full) (nullable): "Answered in take 3"; %NULL if it wasn't
 */
char *onsite_coach_text_answered (const OnsiteRemark *remark);

/**
 * onsite_coach_text_scores:
 * @loop: the loop with its reviews
 * @take: a take of it
 * @dimension: the id of a dimension
 *
 * Returns: (transfer full) (nullable): "You 4 · Ada 2 (2 lower) · Bob 4 (the same)";
 *   %NULL if no coach rated it
 */
char *
onsite_coach_text_scores (const OnsiteLoop *loop, const OnsiteTake *take, const char *dimension);

/**
 * onsite_coach_text_votes:
 * @debrief: a debrief
 * @round: the round of the answer
 * @take: a take of it
 *
 * Returns: (transfer full) (nullable): "You, for this round: Hire · Ada, for all that was
 *   heard: No hire"; %NULL if no coach voted who says something of @take
 */
char *onsite_coach_text_votes (const OnsiteDebrief *debrief,
                               const OnsiteRound *round,
                               const OnsiteTake *take);

G_END_DECLS
