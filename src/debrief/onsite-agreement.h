/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-debrief.h"
#include "onsite-kappa.h"

G_BEGIN_DECLS

/**
 * OnsiteDimensionAgreement:
 * @dimension: the id of a dimension
 * @name: what it is called
 * @kappa: how well candidate and coach agree on it
 * @answers: (element-type OnsiteAnswerSummary): the answers behind it, one for each take
 *   that both rated
 *
 * How candidate and coach rated on one dimension.
 */
typedef struct
{
  const char *dimension;
  const char *name;
  OnsiteKappa kappa;
  GPtrArray *answers;
} OnsiteDimensionAgreement;

/**
 * OnsiteTourStop:
 * @answer: the answer
 * @take: the take of it that both rated
 * @said: what the coach says of that take
 * @turn: the turn of @take to hear: the first of which the coach says something, else the
 *   first that was recorded
 * @distance: how far they are apart: the mean square of their differences, over the
 *   dimensions that both rated; above 0
 * @dimension: the id of the dimension on which they are furthest apart, the first of equals
 * @name: what it is called
 * @scores: what both gave there
 *
 * A recording that candidate and coach heard differently.
 */
typedef struct
{
  const OnsiteAnswerSummary *answer;
  const OnsiteTake *take;
  const OnsiteReviewTake *said;
  guint turn;
  double distance;
  const char *dimension;
  const char *name;
  OnsiteScorePair scores;
} OnsiteTourStop;

/**
 * OnsiteAgreement:
 * @review: what the coach says
 * @all: how well they agree over all dimensions together
 * @dimensions: (element-type OnsiteDimensionAgreement): one for each dimension, in the
 *   pack's order
 * @tour: (element-type OnsiteTourStop): what they heard differently, the furthest apart
 *   first, to be played one after another
 * @n_evidence: how much the coach found that supports anything
 * @gaps: (element-type OnsiteCoverageRow): what a question asked for, whose answer the
 *   coach says something of, and what the coach found nowhere: principles first; empty
 *   where @n_evidence is 0, since such a coach didn't look for any
 *
 * How candidate and coach compare.
 */
typedef struct
{
  const OnsiteReview *review;
  OnsiteKappa all;
  GPtrArray *dimensions;
  GPtrArray *tour;
  guint n_evidence;
  GPtrArray *gaps;
} OnsiteAgreement;

/**
 * onsite_agreements_new:
 * @debrief: a debrief, which has to outlive what is returned
 *
 * Compares the candidate with each coach. What counts is the take that the coach heard,
 * whether it is the current one or not, and what the candidate gave that.
 *
 * Returns: (transfer full) (element-type OnsiteAgreement): one for each review of the
 *   loop, in their order
 */
GPtrArray *onsite_agreements_new (const OnsiteDebrief *debrief);

G_END_DECLS
