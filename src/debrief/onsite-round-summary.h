/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-answer-summary.h"

G_BEGIN_DECLS

/**
 * OnsiteRoundSummary:
 * @index: index in the loop
 * @round: the round
 * @kind: (nullable): its kind, %NULL if the pack doesn't have it
 * @vote: (nullable): what the candidate voted, %NULL for not yet
 * @answers: (element-type OnsiteAnswerSummary): its answers
 * @n_asked: how many of them were asked
 * @talk_ms: recorded in it
 * @suggested_ms: what the pack suggests for those that were asked
 * @mean_score: of its answers that are rated, 0 if none is
 *
 * One round of a loop, in figures.
 */
typedef struct
{
  guint index;
  const OnsiteRound *round;
  const OnsiteRoundKind *kind;
  const OnsiteVote *vote;
  GPtrArray *answers;
  guint n_asked;
  gint64 talk_ms;
  gint64 suggested_ms;
  double mean_score;
} OnsiteRoundSummary;

/**
 * onsite_round_summaries_new:
 * @loop: the loop, which has to outlive what is returned
 * @pack: the pack, which has to outlive it too
 * @answers: (element-type OnsiteAnswerSummary): of @loop, and the same holds
 *
 * Returns: (transfer full) (element-type OnsiteRoundSummary): a summary for
 *   each round, in order
 */
GPtrArray *
onsite_round_summaries_new (const OnsiteLoop *loop, OnsitePack *pack, GPtrArray *answers);

G_END_DECLS
