/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteReviewOutcome:
 * @ONSITE_REVIEW_ADDED: the library has it for the first time
 * @ONSITE_REVIEW_RENEWED: it took the place of an older revision
 * @ONSITE_REVIEW_KNOWN: the library has this revision or a newer one, and nothing changed
 *
 * What became of a review.
 */
typedef enum
{
  ONSITE_REVIEW_ADDED,
  ONSITE_REVIEW_RENEWED,
  ONSITE_REVIEW_KNOWN,
} OnsiteReviewOutcome;

#define ONSITE_TYPE_REVIEW_OUTCOME (onsite_review_outcome_get_type ())
GType onsite_review_outcome_get_type (void);

/**
 * OnsiteReviewImport:
 * @outcome: what became of the review
 * @loop: the id of its loop
 * @review: the review, as the file has it
 * @revision_before: the revision that the library had; 0 if it had none
 *
 * What importing a review came to.
 */
typedef struct
{
  OnsiteReviewOutcome outcome;
  char *loop;
  OnsiteReview *review;
  guint revision_before;
} OnsiteReviewImport;

/**
 * onsite_review_import:
 * @library: a library that can be written
 * @file: what a coach sent back
 * @now_us: now
 * @cancellable: (nullable): to give up by, as long as nothing is written
 * @error: return location for a #GIOError, an #OnsiteJsonError, %ONSITE_SHARE_ERROR_DOCUMENT
 *   or an #OnsiteLibraryError
 *
 * Merges a review into the loop that it belongs to, whole or not at all. However often
 * and in whatever order it and its other revisions come, the newest counts; of one that
 * the library has with other words, nobody knows which are newer, and it is refused. Blocks.
 *
 * Returns: (transfer full) (nullable): what it came to
 */
OnsiteReviewImport *onsite_review_import (OnsiteLibrary *library,
                                          GFile *file,
                                          gint64 now_us,
                                          GCancellable *cancellable,
                                          GError **error);

/**
 * onsite_review_import_free:
 * @self: (transfer full): an import
 */
void onsite_review_import_free (OnsiteReviewImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReviewImport, onsite_review_import_free)

G_END_DECLS
