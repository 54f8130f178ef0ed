/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-agreement.h"

G_BEGIN_DECLS

/**
 * OnsiteTourOpinion:
 * @review: what a coach says
 * @stop: how far that coach and the candidate are apart
 * @comments: (element-type OnsiteReviewComment): what the coach says about the recording,
 *   in the order of their places in it
 *
 * What a coach makes of a recording that the candidate heard differently.
 */
typedef struct
{
  const OnsiteReview *review;
  const OnsiteTourStop *stop;
  GPtrArray *comments;
} OnsiteTourOpinion;

/**
 * OnsiteTourClip:
 * @answer: the answer
 * @take: the take of it
 * @turn: the index of the turn in @take; it has a clip
 * @distance: how far the candidate and the coach who is furthest away are apart
 * @opinions: (element-type OnsiteTourOpinion): at least one, the furthest first, of
 *   equals that of the review that comes first
 *
 * A recording of a calibration tour.
 */
typedef struct
{
  const OnsiteAnswerSummary *answer;
  const OnsiteTake *take;
  guint turn;
  double distance;
  GPtrArray *opinions;
} OnsiteTourClip;

/**
 * onsite_tour_new:
 * @agreements: (element-type OnsiteAgreement): those of all coaches, as
 *   onsite_agreements_new() gives them; they have to outlive what is returned
 *
 * Puts the recordings in order that candidate and coaches heard differently: the one
 * where anybody is furthest away first, of equals the one that was answered first. Where
 * several coaches heard the same one differently, it is there once. What only one of
 * the two rated is not in it.
 *
 * Returns: (transfer full) (element-type OnsiteTourClip): the tour
 */
GPtrArray *onsite_tour_new (GPtrArray *agreements);

G_END_DECLS
