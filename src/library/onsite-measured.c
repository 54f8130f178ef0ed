/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-measured.h"

#include "onsite-clip-rows.h"
#include "onsite-connection.h"

#define CLIP "(SELECT rowid FROM clip WHERE id = ?1)"

void
onsite_measured_free (OnsiteMeasured *self)
{
  g_ptr_array_unref (self->peaks);
  g_free (self->figures);
  g_free (self->clip);
  g_free (self);
}

GStrv
onsite_measured_list_without_peaks (const char *path, GError **error)
{
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_read (path, error);
  g_autoptr (GStrvBuilder) clips = g_strv_builder_new ();
  g_autoptr (OnsiteStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  if (connection == NULL)
    return NULL;
  row = onsite_connection_query (connection,
                                 "SELECT id FROM clip WHERE rowid IN (SELECT rowid >> 24 FROM peak"
                                 " WHERE length (peaks) = 0)",
                                 NULL,
                                 error);
  if (row == NULL)
    return NULL;

  while (onsite_statement_next (row, &failure))
    {
      g_autofree char *clip = onsite_statement_dup_string (row, 0);

      g_strv_builder_add (clips, clip);
    }
  if (failure == NULL)
    return g_strv_builder_end (clips);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

typedef struct
{
  gint64 rowid;
  guint place; /* among the rows of its clip */
} Row;

static GArray *
list_rows_without_peaks (OnsiteConnection *connection, const char *clip, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      connection,
      "SELECT chunk.rowid, coalesce (length (peaks) = 0, 0) FROM clip JOIN chunk ON " ONSITE_CLIP_ROWS_CHUNKS
      " LEFT JOIN peak ON peak.rowid = chunk.rowid WHERE clip.id = ?1"
      " ORDER BY chunk.rowid",
      g_variant_new ("(s)", clip),
      error);

  if (row == NULL)
    return NULL;

  for (guint i = 0; onsite_statement_next (row, &failure); i++)
    {
      const Row bare = { onsite_statement_get_int64 (row, 0), i };

      if (onsite_statement_get_int64 (row, 1) != 0)
        g_array_append_val (rows, bare);
    }
  if (failure == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static gboolean
keep_peaks (OnsiteConnection *connection, const OnsiteMeasured *measured, GError **error)
{
  g_autoptr (GArray) rows = list_rows_without_peaks (connection, measured->clip, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (row->place < measured->peaks->len &&
          !onsite_connection_run (
              connection,
              "UPDATE peak SET peaks = ?2 WHERE rowid = ?1",
              g_variant_new (
                  "(x@ay)",
                  row->rowid,
                  g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING,
                                            g_ptr_array_index (measured->peaks, row->place),
                                            TRUE)),
              NULL,
              error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_figures (OnsiteConnection *connection, const OnsiteMeasured *measured, GError **error)
{
  const OnsiteReceipt *figures = measured->figures;
  GVariant *loudness;

  if (figures == NULL)
    return onsite_connection_run (connection,
                                  "DELETE FROM receipt WHERE clip = " CLIP,
                                  g_variant_new ("(s)", measured->clip),
                                  NULL,
                                  error);

  loudness = onsite_receipt_is_measurable (figures) ? g_variant_new_double (figures->loudness_lufs)
                                                    : NULL;

  return onsite_connection_run (
      connection,
      "UPDATE receipt SET peak_dbfs = ?2, loudness_lufs = ?3, noise_floor_dbfs = ?4,"
      " silent_share = ?5, speech_ms = ?6 WHERE clip = " CLIP
      " AND kept_samples < captured_samples",
      g_variant_new ("(sd@mdddx)",
                     measured->clip,
                     figures->peak_dbfs,
                     g_variant_new_maybe (G_VARIANT_TYPE_DOUBLE, loudness),
                     figures->noise_floor_dbfs,
                     figures->silent_share,
                     figures->speech_ms),
      NULL,
      error);
}

/* What can't be measured is drawn as silence. */
#define FLATTEN                                                                          \
  "UPDATE peak SET peaks = (SELECT zeroblob ((n_samples + 959) / 960) FROM chunk WHERE " \
  "chunk.rowid = peak.rowid) WHERE length (peaks) = 0"

static gboolean
keep_all (OnsiteConnection *connection, GPtrArray *measured, GError **error)
{
  for (guint i = 0; i < measured->len; i++)
    if (!keep_peaks (connection, g_ptr_array_index (measured, i), error) ||
        !keep_figures (connection, g_ptr_array_index (measured, i), error))
      return FALSE;

  return onsite_connection_execute (connection, FLATTEN, error);
}

gboolean
onsite_measured_keep (const char *path, GPtrArray *measured, GError **error)
{
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_write (path, error);

  /* A connection that is closed before it commits leaves all as it was. */
  return connection != NULL && onsite_connection_begin (connection, error) &&
         keep_all (connection, measured, error) && onsite_connection_commit (connection, error);
}
