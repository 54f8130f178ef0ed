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

/**
 * onsite_cli_reviews_count:
 * @review: a review
 *
 * Returns: how much is in it, in all of its takes
 */
OnsiteReviewCount onsite_cli_reviews_count (const OnsiteReview *review);

/**
 * onsite_cli_reviews_get_coach:
 * @review: a review
 *
 * Returns: (transfer none): what the coach is called, also where no name was given;
 *   then translated
 */
const char *onsite_cli_reviews_get_coach (const OnsiteReview *review);

/**
 * onsite_cli_reviews_print:
 * @debrief: what the candidate thinks
 * @agreement: how that and a review compare
 * @out: where it is appended
 *
 * Words for a terminal how candidate and coach compare, and what the coach says.
 */
void onsite_cli_reviews_print (const OnsiteDebrief *debrief,
                               const OnsiteAgreement *agreement,
                               GString *out);

/**
 * onsite_cli_reviews_write:
 * @agreement: how a debrief and a review compare
 * @writer: a writer, where a value is expected
 *
 * Writes the same for programs, as an object.
 */
void onsite_cli_reviews_write (const OnsiteAgreement *agreement, OnsiteJsonWriter *writer);

G_END_DECLS
