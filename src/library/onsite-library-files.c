/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "onsite-connection.h"
#include "onsite-file-check.h"
#include "onsite-library-error.h"
#include "onsite-new-file.h"
#include "onsite-purge.h"

/* What is left to others: four hours of sound are some 52 MB. */
#define ROOM_BYTES (G_GUINT64_CONSTANT (100) * 1000 * 1000)

/* How the time is shared between copying and checking. */
#define SHARE_OF_COPYING 0.5

typedef struct
{
  OnsiteProgressFunc progress;
  gpointer user_data;
} Telling;

static void
tell_of_copying (double fraction, gpointer data)
{
  Telling *self = data;

  if (self->progress != NULL)
    self->progress (SHARE_OF_COPYING * fraction, self->user_data);
}

static guint64
get_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
}

static gboolean
has_room (const char *source, const char *path, GError **error)
{
  g_autofree char *wal = g_strconcat (source, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file,
                                                             G_FILE_ATTRIBUTE_FILESYSTEM_FREE,
                                                             NULL,
                                                             NULL);
  guint64 wanted = get_size (source) + get_size (wal) + ROOM_BYTES;
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *size = g_format_size (wanted);

  /* Where nobody says how much there is, writing will tell. */
  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) ||
      g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) >= wanted)
    return TRUE;

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_FULL,
               C_ ("error", "There is too little room in “%s”: %s are needed. Free some space."),
               name,
               size);

  return FALSE;
}

static gboolean
is_intact (OnsiteConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (connection,
                                                             "PRAGMA integrity_check (1)",
                                                             NULL,
                                                             error);
  g_autofree char *verdict = NULL;

  if (row == NULL)
    return FALSE;
  if (onsite_statement_next (row, &failure))
    verdict = onsite_statement_dup_string (row, 0);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_DAMAGED,
               C_ ("error",
                   "The library is damaged (%s), so no copy was made of it, and older ones stay. "
                   "Repair it: “onsite repair”."),
               verdict);

  return FALSE;
}

static gboolean
purge_to_end (OnsiteConnection *connection, GError **error)
{
  OnsitePurgeState state = ONSITE_PURGE_TO_LOOK;

  while (state != ONSITE_PURGE_DONE)
    if (!onsite_purge_step (connection, &state, error))
      return FALSE;

  return TRUE;
}

/* Without a log, so that the file is all that there is; and without what is being
 * deleted for good. */
static gboolean
settle (const char *draft, GCancellable *cancellable, GError **error)
{
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_write (draft, error);

  if (connection == NULL)
    return FALSE;

  onsite_connection_set_cancellable (connection, cancellable);

  return onsite_connection_execute (connection, "PRAGMA journal_mode = DELETE", error) &&
         is_intact (connection, error) && purge_to_end (connection, error);
}

static gboolean
fill (const char *source,
      const char *draft,
      Telling *telling,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (OnsiteConnection) reader = onsite_connection_open_to_read (source, error);

  return reader != NULL &&
         onsite_connection_back_up (reader, draft, tell_of_copying, telling, cancellable, error);
}

gboolean
onsite_library_files_copy (const char *source,
                           const char *path,
                           OnsiteProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  Telling telling = { progress, user_data };
  g_autofree char *draft = NULL;

  if (!onsite_file_check (source, error) || !has_room (source, path, error))
    return FALSE;
  draft = onsite_new_file_begin (path, error);
  if (draft == NULL)
    return FALSE;

  if (fill (source, draft, &telling, cancellable, error) && settle (draft, cancellable, error) &&
      !g_cancellable_set_error_if_cancelled (cancellable, error) &&
      onsite_new_file_finish (draft, path, error))
    return TRUE;

  onsite_new_file_discard (draft);

  return FALSE;
}

gboolean
onsite_library_files_purge (const char *path, const char *loop, GError **error)
{
  g_autoptr (OnsiteConnection) connection = NULL;
  int n_loops;

  if (!onsite_file_check (path, error))
    return FALSE;
  connection = onsite_connection_open_to_write (path, error);

  return connection != NULL &&
         onsite_connection_run (connection,
                                "UPDATE loop SET purging = 1 WHERE id = ?1",
                                g_variant_new ("(s)", loop),
                                &n_loops,
                                error) &&
         purge_to_end (connection, error);
}

/* What differs with how a file was written, by SQLite's file format, 1.3: the versions to
 * write and to read, the change counter, the schema's, what that was for, and who wrote. */
static const struct
{
  gsize from;
  gsize to;
} same_parts[] = { { 0, 18 }, { 20, 24 }, { 28, 40 }, { 44, 92 }, { 100, G_MAXSIZE } };

static GMappedFile *
map (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return get_size (wal) == 0 ? g_mapped_file_new (path, FALSE, NULL) : NULL;
}

gboolean
onsite_library_files_hold_the_same (const char *path, const char *other)
{
  g_autoptr (GMappedFile) first = map (path);
  g_autoptr (GMappedFile) second = map (other);
  gsize size = first != NULL ? g_mapped_file_get_length (first) : 0;

  if (second == NULL || size < 100 || g_mapped_file_get_length (second) != size)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (same_parts); i++)
    {
      gsize from = same_parts[i].from;

      if (memcmp (g_mapped_file_get_contents (first) + from,
                  g_mapped_file_get_contents (second) + from,
                  MIN (same_parts[i].to, size) - from) != 0)
        return FALSE;
    }

  return TRUE;
}

void
onsite_library_files_remove (const char *path)
{
  onsite_new_file_discard (path);
}
