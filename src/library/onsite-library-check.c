/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library-check.h"

#include <glib/gi18n-lib.h>

#include "onsite-clip-rows.h"
#include "onsite-connection.h"
#include "onsite-place-loader.h"

/* More than these say nothing new about a file. */
#define MAX_FINDINGS "100"

#define LOOP_OF_CLIP                                                                      \
  " LEFT JOIN take ON take.id = clip.take LEFT JOIN answer ON answer.rowid = take.answer" \
  " LEFT JOIN round ON round.rowid = answer.round LEFT JOIN loop ON loop.rowid = round.loop"

typedef void (*AddFinding) (GPtrArray *findings, OnsiteStatement *row);

static void
add_damage (GPtrArray *findings, OnsiteStatement *row)
{
  char *text = onsite_statement_dup_string (row, 0);

  if (g_strcmp0 (text, "ok") == 0)
    g_free (text);
  else
    g_ptr_array_add (findings, onsite_finding_new (ONSITE_FINDING_FILE, NULL, text));
}

static void
add_reference (GPtrArray *findings, OnsiteStatement *row)
{
  g_autofree char *table = onsite_statement_dup_string (row, 0);
  g_autofree char *parent = onsite_statement_dup_string (row, 2);
  char *text = g_strdup_printf (C_ ("finding", "A row of “%s” refers to a “%s” that isn’t there."),
                                table,
                                parent);

  g_ptr_array_add (findings, onsite_finding_new (ONSITE_FINDING_REFERENCE, table, text));
}

static void
add_pack (GPtrArray *findings, OnsiteStatement *row)
{
  g_autofree char *hash = onsite_statement_dup_string (row, 0);
  g_autoptr (GBytes) bytes = onsite_statement_dup_bytes (row, 1);
  g_autofree char *actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (g_strcmp0 (hash, actual) != 0)
    g_ptr_array_add (
        findings,
        onsite_finding_new (ONSITE_FINDING_PACK,
                            hash,
                            g_strdup (C_ ("finding", "A pack isn’t what was kept any more."))));
}

/* A finding about what the row's first field names. */
static void
add_named (GPtrArray *findings, OnsiteStatement *row, OnsiteFindingKind kind, const char *text)
{
  g_autofree char *id = onsite_statement_dup_string (row, 0);

  g_ptr_array_add (findings, onsite_finding_new (kind, id, g_strdup (text)));
}

static void
add_lost_clip (GPtrArray *findings, OnsiteStatement *row)
{
  add_named (findings,
             row,
             ONSITE_FINDING_LOST_CLIP,
             C_ ("finding", "A recording belongs to no answer."));
}

static void
add_lost_sound (GPtrArray *findings, OnsiteStatement *row)
{
  gint64 n_rows = onsite_statement_get_int64 (row, 0);

  if (n_rows == 0)
    return;

  g_ptr_array_add (findings,
                   onsite_finding_new (ONSITE_FINDING_LOST_SOUND,
                                       NULL,
                                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                     "%d row of sound belongs to "
                                                                     "no recording.",
                                                                     "%d rows of sound belong to "
                                                                     "no recording.",
                                                                     (gulong) n_rows),
                                                        (int) n_rows)));
}

static void
add_open_clip (GPtrArray *findings, OnsiteStatement *row)
{
  add_named (findings,
             row,
             ONSITE_FINDING_OPEN_CLIP,
             C_ ("finding",
                 "A recording was never ended. Unless it is running now, "
                 "Onsite ends it when it opens the library."));
}

static void
add_segments (GPtrArray *findings, OnsiteStatement *row)
{
  add_named (findings,
             row,
             ONSITE_FINDING_BROKEN_CLIP,
             C_ ("finding",
                 "The stretches of a recording don’t add up "
                 "to its length."));
}

static void
add_lost_picture (GPtrArray *findings, OnsiteStatement *row)
{
  add_named (findings,
             row,
             ONSITE_FINDING_LOST_PICTURE,
             C_ ("finding", "The picture of the sound has holes."));
}

static void
add_silent_answer (GPtrArray *findings, OnsiteStatement *row)
{
  add_named (findings,
             row,
             ONSITE_FINDING_SILENT_ANSWER,
             C_ ("finding", "Nothing was recorded for an answer."));
}

static const struct
{
  const char *sql;
  AddFinding add;
} checks[] = {
  { "PRAGMA integrity_check (" MAX_FINDINGS ")", add_damage },
  { "SELECT * FROM pragma_foreign_key_check LIMIT " MAX_FINDINGS, add_reference },
  { "SELECT hash, bytes FROM pack", add_pack },
  { "SELECT clip.id FROM clip LEFT JOIN turn ON turn.ordinal = clip.turn AND turn.take ="
    " (SELECT take.rowid FROM take WHERE take.id = clip.take)"
    " WHERE turn.take IS NULL LIMIT " MAX_FINDINGS,
    add_lost_clip },
  { "SELECT (SELECT count (*) FROM chunk WHERE rowid >> 24 NOT IN (SELECT rowid FROM clip))"
    " + (SELECT count (*) FROM peak WHERE rowid NOT IN (SELECT rowid FROM chunk))",
    add_lost_sound },
  { "SELECT id FROM clip WHERE state = 'recording' LIMIT " MAX_FINDINGS, add_open_clip },
  { "SELECT id FROM clip WHERE state <> 'recording' AND n_samples > 0"
    " AND (n_samples <> coalesce ((SELECT sum (segment.n_samples) FROM segment"
    " WHERE segment.clip = clip.rowid), 0) OR EXISTS (SELECT 1 FROM segment JOIN segment AS other"
    " ON other.clip = segment.clip AND other.ordinal = segment.ordinal + 1"
    " WHERE segment.clip = clip.rowid"
    " AND other.start_samples <> segment.start_samples + segment.n_samples)) LIMIT " MAX_FINDINGS,
    add_segments },
  { "SELECT id FROM clip WHERE rowid IN (SELECT peak.rowid >> 24 FROM peak) AND EXISTS"
    " (SELECT 1 FROM chunk WHERE " ONSITE_CLIP_ROWS_CHUNKS
    " AND chunk.rowid NOT IN (SELECT rowid FROM peak)) LIMIT " MAX_FINDINGS,
    add_lost_picture },
};

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_DAMAGED);
}

/* A query that damage stops has found the damage. */
static gboolean
take_failure (GPtrArray *findings, GError *failure, GError **error)
{
  if (!is_damage (failure))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_ptr_array_add (findings,
                   onsite_finding_new (ONSITE_FINDING_FILE, NULL, g_strdup (failure->message)));
  g_error_free (failure);

  return TRUE;
}

static gboolean
run_check (OnsiteConnection *connection,
           const char *sql,
           AddFinding add,
           GPtrArray *findings,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (connection, sql, NULL, &failure);

  while (row && onsite_statement_next (row, &failure))
    add (findings, row);

  return failure ? take_failure (findings, g_steal_pointer (&failure), error) : TRUE;
}

GPtrArray *
onsite_library_check (OnsiteLibrary *library, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_finding_free);
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_read (
      onsite_library_get_path (library),
      error);

  if (!connection)
    return NULL;

  onsite_connection_set_cancellable (connection, cancellable);
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!run_check (connection, checks[i].sql, checks[i].add, findings, error))
      return NULL;

  return g_steal_pointer (&findings);
}

GStrv
onsite_library_list_clips (OnsiteLibrary *library, GError **error)
{
  g_autoptr (GStrvBuilder) clips = g_strv_builder_new ();
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_read (
      onsite_library_get_path (library),
      error);
  g_autoptr (OnsiteStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  if (connection)
    row = onsite_connection_query (connection,
                                   "SELECT clip.id FROM clip" LOOP_OF_CLIP
                                   " WHERE coalesce (loop.purging, 0) = 0"
                                   " ORDER BY clip.rowid",
                                   NULL,
                                   error);
  if (!row)
    return NULL;

  while (onsite_statement_next (row, &failure))
    {
      g_autofree char *id = onsite_statement_dup_string (row, 0);

      g_strv_builder_add (clips, id);
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_strv_builder_end (clips);
}

OnsitePlace *
onsite_library_find_place (OnsiteLibrary *library, const char *clip, GError **error)
{
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_read (
      onsite_library_get_path (library),
      error);

  return connection != NULL ? onsite_place_load (connection, clip, error) : NULL;
}

GPtrArray *
onsite_library_list_silent_answers (OnsiteLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_finding_free);
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_read (
      onsite_library_get_path (library),
      error);

  if (connection == NULL ||
      !run_check (connection,
                  "SELECT answer.id FROM answer JOIN round ON round.rowid = answer.round"
                  " JOIN loop ON loop.rowid = round.loop WHERE loop.purging = 0"
                  " AND answer.skipped = 0 AND EXISTS (SELECT 1 FROM take"
                  " WHERE take.answer = answer.rowid) AND NOT EXISTS (SELECT 1 FROM take"
                  " JOIN clip ON clip.take = take.id WHERE take.answer = answer.rowid"
                  " AND (clip.n_samples > 0 OR clip.state = 'recording'))",
                  add_silent_answer,
                  findings,
                  error))
    return NULL;

  return g_steal_pointer (&findings);
}
