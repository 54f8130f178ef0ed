/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-agreement.h"
#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/**
 * OnsiteReviewCount:
 * @n_comments: how many comments
 * @n_ratings: how many ratings
 * @n_evidence: how much that supports anything
 *
 * What is in a review, in figures.
 */
typedef struct
{
  guint n_comments;
  guint n_ratings;
  guint n_evidence;
} OnsiteReviewCount;

OnsiteReviewCount onsite_cli_reviews_count (const OnsiteReview *review);

/* What the coach is called, also where no name was given. */
const char *onsite_cli_reviews_get_coach (const OnsiteReview *review);

/* How candidate and coach compare, and what the coach says, as text and for programs. */
void onsite_cli_reviews_print (const OnsiteDebrief *debrief,
                               const OnsiteAgreement *agreement,
                               GString *out);
void onsite_cli_reviews_write (const OnsiteAgreement *agreement, OnsiteJsonWriter *writer);

G_END_DECLS
