/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteExportRecord:
 * @id: a UUID, which what was handed on carries too
 * @loop: the id of the loop that it was chosen of
 * @created_at_us: when it was handed on
 * @blind: whether the candidate's own ratings, votes and claims stayed at home
 * @document: which takes and clips, and what was removed of them, as JSON
 *
 * What was handed on, as it is kept.
 */
typedef struct
{
  char *id;
  char *loop;
  gint64 created_at_us;
  gboolean blind;
  char *document;
} OnsiteExportRecord;

/**
 * onsite_export_record_new:
 * @id: a UUID
 * @loop: the id of a loop
 * @created_at_us: when it is handed on
 * @blind: whether the candidate's own ratings, votes and claims stay at home
 * @document: which takes and clips, as JSON
 *
 * Returns: (transfer full): a record
 */
OnsiteExportRecord *onsite_export_record_new (const char *id,
                                              const char *loop,
                                              gint64 created_at_us,
                                              gboolean blind,
                                              const char *document);

/**
 * onsite_export_record_free:
 * @self: (transfer full): a record
 */
void onsite_export_record_free (OnsiteExportRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteExportRecord, onsite_export_record_free)

G_END_DECLS
