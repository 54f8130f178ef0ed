/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-export-record.h"

OnsiteExportRecord *
onsite_export_record_new (const char *id,
                          const char *loop,
                          gint64 created_at_us,
                          gboolean blind,
                          const char *document)
{
  OnsiteExportRecord *self = g_new0 (OnsiteExportRecord, 1);

  self->id = g_strdup (id);
  self->loop = g_strdup (loop);
  self->created_at_us = created_at_us;
  self->blind = blind;
  self->document = g_strdup (document);

  return self;
}

void
onsite_export_record_free (OnsiteExportRecord *self)
{
  g_free (self->id);
  g_free (self->loop);
  g_free (self->document);
  g_free (self);
}
