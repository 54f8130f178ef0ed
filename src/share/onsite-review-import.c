/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-review-import.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-library-exports.h"
#include "onsite-export.h"
#include "onsite-review-reader.h"
#include "onsite-share-error.h"
#include "json/onsite-json-value.h"

G_DEFINE_ENUM_TYPE (OnsiteReviewOutcome,
                    onsite_review_outcome,
                    G_DEFINE_ENUM_VALUE (ONSITE_REVIEW_ADDED, "added"),
                    G_DEFINE_ENUM_VALUE (ONSITE_REVIEW_RENEWED, "renewed"),
                    G_DEFINE_ENUM_VALUE (ONSITE_REVIEW_KNOWN, "known"))

/* Told with its place in the review, which is what can be wrong. */
static OnsiteExport *
load_export (OnsiteLibrary *library, OnsiteJsonDocument *document, const char *id, GError **error)
{
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteExportRecord) record = onsite_library_load_export (library, id, &failure);

  if (record)
    return onsite_export_new_from_record (record, error);

  if (g_error_matches (failure, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND))
    onsite_json_value_fail (onsite_json_value_get_member (root, "export"),
                            error,
                            ONSITE_SHARE_ERROR,
                            ONSITE_SHARE_ERROR_DOCUMENT,
                            "%s",
                            C_ ("error",
                                "it answers an export that this library never made; open the "
                                "library that it was made from"));
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static OnsiteReview *
read_review (OnsiteJsonDocument *document,
             const OnsiteExport *export,
             const OnsiteStoredLoop *stored,
             GError **error)
{
  g_autoptr (OnsitePack) pack = onsite_pack_new_from_bytes (stored->pack,
                                                            stored->loop->pack_id,
                                                            error);
  g_autoptr (OnsiteReviewScope) scope = NULL;

  if (!pack)
    return NULL;
  scope = onsite_review_scope_new_from_export (export, stored->loop, pack);

  return onsite_review_read (document, scope, error);
}

/* A browser that ended before it had kept the last of what it was given, say in a crash,
 * gives the same number to two files that differ: to ignore either would lose words. */
static gboolean
check_revision (OnsiteJsonDocument *document,
                const OnsiteReview *before,
                const OnsiteReview *review,
                GError **error)
{
  const OnsiteJsonValue *root = onsite_json_document_get_root (document);

  if (!before || before->revision != review->revision ||
      onsite_review_says_the_same (before, review))
    return TRUE;

  return onsite_json_value_fail (onsite_json_value_get_member (root, "revision"),
                                 error,
                                 ONSITE_SHARE_ERROR,
                                 ONSITE_SHARE_ERROR_DOCUMENT,
                                 C_ ("error",
                                     "the library has revision %u of this review already, and "
                                     "there it says something else; ask the coach to save the "
                                     "review once more, which makes it a newer one"),
                                 review->revision);
}

static gboolean
merge (OnsiteReviewImport *self, OnsiteLibrary *library, GError **error)
{
  OnsiteChange *change = onsite_change_new ();

  onsite_change_put_review (change, self->loop, self->review);

  return onsite_library_commit (library, change, error);
}

OnsiteReviewImport *
onsite_review_import (OnsiteLibrary *library,
                      GFile *file,
                      gint64 now_us,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (OnsiteReviewImport) self = g_new0 (OnsiteReviewImport, 1);
  g_autoptr (OnsiteJsonDocument) document = NULL;
  g_autoptr (OnsiteReviewAddress) address = NULL;
  g_autoptr (OnsiteExport) export = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  const OnsiteReview *before;

  g_return_val_if_fail (ONSITE_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  document = onsite_json_document_load (file, &onsite_review_limits, cancellable, error);
  address = document ? onsite_review_read_address (document, error) : NULL;
  export = address ? load_export (library, document, address->export_id, error) : NULL;
  stored = export ? onsite_library_load_loop (library, export->loop, error) : NULL;
  self->review = stored ? read_review (document, export, stored, error) : NULL;
  if (!self->review || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  self->review->merged_at_us = now_us;
  self->loop = g_strdup (stored->loop->id);
  before = onsite_loop_find_review (stored->loop, self->review->id);
  if (!check_revision (document, before, self->review, error))
    return NULL;
  self->revision_before = before ? before->revision : 0;
  self->outcome = before ? ONSITE_REVIEW_RENEWED : ONSITE_REVIEW_ADDED;
  if (self->revision_before >= self->review->revision)
    self->outcome = ONSITE_REVIEW_KNOWN;
  else if (!merge (self, library, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
onsite_review_import_free (OnsiteReviewImport *self)
{
  g_free (self->loop);
  g_clear_pointer (&self->review, onsite_review_free);
  g_free (self);
}
