/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteAnswerSummary:
 * @round: index of its round in the loop
 * @place: index in its round
 * @index: index among all answers of the loop
 * @answer: what was answered
 * @question: (nullable): what was asked, %NULL if the pack doesn't have it
 * @talk_ms: recorded, over the turns of the current take
 * @suggested_ms: what the pack suggests, 0 without a question
 * @mean_score: over the dimensions that are rated, 0 if none is
 * @n_rated: how many of the pack's dimensions are rated
 * @asked: whether it was asked at all
 * @has_clip: whether there is something to hear
 *
 * One answer of a loop, in figures. Owned by the debrief; what it points to
 * belongs to the loop and the pack.
 */
typedef struct
{
  guint round;
  guint place;
  guint index;
  const OnsiteAnswer *answer;
  const OnsiteQuestion *question;
  gint64 talk_ms;
  gint64 suggested_ms;
  double mean_score;
  guint n_rated;
  gboolean asked;
  gboolean has_clip;
} OnsiteAnswerSummary;

/**
 * onsite_answer_summaries_new:
 * @loop: the loop, which has to outlive what is returned
 * @pack: the pack, which has to outlive it too
 *
 * Sums up each answer of a loop, in the order in which they were planned.
 *
 * Returns: (transfer full) (element-type OnsiteAnswerSummary): the summaries
 */
GPtrArray *onsite_answer_summaries_new (const OnsiteLoop *loop, OnsitePack *pack);

G_END_DECLS
