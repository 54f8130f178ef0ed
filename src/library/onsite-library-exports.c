/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library-exports.h"

#include <glib/gi18n-lib.h>

#include "onsite-change-private.h"
#include "onsite-library-private.h"

#define SELECT                                                                      \
  "SELECT export.id, loop.id, export.created_at_us, export.blind, export.document " \
  "FROM export JOIN loop ON loop.rowid = export.loop WHERE purging = 0 AND "
#define SELECT_EXPORT SELECT "export.id = ?1"
#define SELECT_EXPORTS_OF_LOOP \
  SELECT "loop.id = ?1 ORDER BY export.created_at_us DESC, export.rowid DESC"

void
onsite_change_add_export (OnsiteChange *self, const OnsiteExportRecord *record)
{
  g_return_if_fail (self != NULL && record != NULL);

  onsite_change_append (self,
                        "INSERT INTO export (loop, id, created_at_us, blind, document) "
                        "SELECT rowid, ?2, ?3, ?4, ?5 FROM loop WHERE id = ?1 AND purging = 0",
                        g_variant_new ("(ssxbs)",
                                       record->loop,
                                       record->id,
                                       record->created_at_us,
                                       record->blind,
                                       record->document),
                        record->loop);
  onsite_change_touch (self, "SELECT id FROM loop WHERE id = ?1", record->loop);
}

static OnsiteExportRecord *
read_record (OnsiteStatement *row)
{
  OnsiteExportRecord *record = g_new0 (OnsiteExportRecord, 1);

  record->id = onsite_statement_dup_string (row, 0);
  record->loop = onsite_statement_dup_string (row, 1);
  record->created_at_us = onsite_statement_get_int64 (row, 2);
  record->blind = onsite_statement_get_int64 (row, 3) != 0;
  record->document = onsite_statement_dup_string (row, 4);

  return record;
}

static gpointer
read_export (OnsiteConnection *connection, gpointer id, GError **error)
{
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (connection,
                                                              SELECT_EXPORT,
                                                              g_variant_new ("(s)", id),
                                                              error);
  g_autoptr (GError) failure = NULL;

  if (!rows)
    return NULL;
  if (onsite_statement_next (rows, &failure))
    return read_record (rows);
  if (failure)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_NOT_FOUND,
                 C_ ("error", "Nothing was handed on from this library by the id “%s”."),
                 (const char *) id);

  return NULL;
}

OnsiteExportRecord *
onsite_library_load_export (OnsiteLibrary *self, const char *id, GError **error)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self) && id != NULL, NULL);

  return onsite_library_read (self, read_export, (gpointer) id, error);
}

static gpointer
read_exports (OnsiteConnection *connection, gpointer loop, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_export_record_free);
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (connection,
                                                              SELECT_EXPORTS_OF_LOOP,
                                                              g_variant_new ("(s)", loop),
                                                              error);
  g_autoptr (GError) failure = NULL;

  if (!rows)
    return NULL;
  while (onsite_statement_next (rows, &failure))
    g_ptr_array_add (records, read_record (rows));
  if (!failure)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

GPtrArray *
onsite_library_list_exports (OnsiteLibrary *self, const char *loop, GError **error)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self) && loop != NULL, NULL);

  return onsite_library_read (self, read_exports, (gpointer) loop, error);
}
