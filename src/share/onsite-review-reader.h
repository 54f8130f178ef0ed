/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-review-scope.h"
#include "records/onsite-review.h"
#include "json/onsite-json-document.h"

G_BEGIN_DECLS

/**
 * onsite_review_limits:
 *
 * What a review may cost: 4 MiB, eight levels deep.
 */
extern const OnsiteJsonLimits onsite_review_limits;

/** ONSITE_REVIEW_MOST_PARTS: how many comments a review may have, and how much evidence. */
#define ONSITE_REVIEW_MOST_PARTS 2000

/** ONSITE_REVIEW_MOST_TEXT: how long a comment or the summary may be, in characters. */
#define ONSITE_REVIEW_MOST_TEXT 10000

/**
 * OnsiteReviewAddress:
 * @export_id: the id of the export that it answers
 * @loop: the id of the loop that was handed on
 *
 * Where a review belongs.
 */
typedef struct
{
  char *export_id;
  char *loop;
} OnsiteReviewAddress;

/**
 * onsite_review_read_address:
 * @document: a document
 * @error: return location for an #OnsiteJsonError
 *
 * Looks where a review belongs, so that its scope can be made. Nothing else of it is
 * looked at.
 *
 * Returns: (transfer full) (nullable): the address; %NULL if the document is no review of
 *   a kind that is known
 */
OnsiteReviewAddress *onsite_review_read_address (OnsiteJsonDocument *document, GError **error);

/**
 * onsite_review_address_free:
 * @self: (transfer full): an address
 */
void onsite_review_address_free (OnsiteReviewAddress *self);

/**
 * onsite_review_read:
 * @document: a document
 * @scope: what it may speak of: that of its address
 * @error: return location for an #OnsiteJsonError, or %ONSITE_SHARE_ERROR_DOCUMENT where
 *   it speaks of what wasn't handed on
 *
 * Reads a review, whole or not at all; data/share/review.schema.json says what it looks
 * like. Each message tells file, line and path.
 *
 * The times of what is returned are those of the recordings: what was cut from the
 * copies is put back. Texts are the coach's, but for characters that can't be seen and
 * would act on what stands around them: control characters and those that turn the
 * direction of text (CVE-2021-42574) are left out, since a coach may have pasted them
 * without knowing. The ids of evidence are made from the review's and their own, so that
 * they meet those of nothing else in a library.
 *
 * Returns: (transfer full) (nullable): the review
 */
OnsiteReview *
onsite_review_read (OnsiteJsonDocument *document, const OnsiteReviewScope *scope, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReviewAddress, onsite_review_address_free)

G_END_DECLS
