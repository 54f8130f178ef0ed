/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-opening.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "onsite-change-private.h"
#include "onsite-clip-rows.h"
#include "onsite-clip-writer.h"
#include "onsite-file-check.h"
#include "onsite-library-error.h"
#include "onsite-migrations.h"
#include "onsite-new-file.h"
#include "onsite-reserve.h"

static gboolean
create (const char *path, GError **error)
{
  g_autofree char *draft = onsite_new_file_begin (path, error);
  g_auto (GStrv) migrations = onsite_migrations_load ();
  OnsiteConnection *connection;
  gboolean is_done;

  if (draft == NULL)
    return FALSE;

  connection = onsite_new_file_fill (draft, (const char *const *) migrations, error);
  is_done = connection != NULL && onsite_new_file_use_log (connection, error);
  g_clear_pointer (&connection, onsite_connection_free);
  if (is_done && onsite_new_file_finish (draft, path, error))
    return TRUE;

  onsite_new_file_discard (draft);

  return FALSE;
}

/* An empty file holds nothing that could be lost. */
static gboolean
is_to_be_created (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 ? errno == ENOENT : S_ISREG (info.st_mode) && info.st_size == 0;
}

static gboolean
create_if_missing (OnsiteOpening *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!is_to_be_created (path))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      onsite_new_file_set_error (error,
                                 C_ ("error", "Choose another folder for the library."),
                                 folder,
                                 errno);
      return FALSE;
    }
  self->lock = onsite_lock_take (path, error);

  return self->lock != NULL && (!is_to_be_created (path) || create (path, error));
}

/* The tables that everything else stands on. */
#define MISSING_TABLE                                                                           \
  "SELECT column1 FROM (VALUES ('pack'), ('loop'), ('round'), ('answer'), ('take'), ('turn'), " \
  "('clip'), ('segment'), ('chunk'), ('peak'), ('receipt')) "                                   \
  "EXCEPT SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1"

/* What can't be read for now is not called damaged. */
static gboolean
check_schema (OnsiteConnection *reader, GError **error)
{
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (reader, MISSING_TABLE, NULL, error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *name = NULL;

  if (rows == NULL)
    return FALSE;
  if (onsite_statement_next (rows, &local_error))
    missing = onsite_statement_dup_string (rows, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (missing == NULL)
    return TRUE;

  name = g_filename_display_name (onsite_connection_get_path (reader));
  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_DAMAGED,
               C_ ("error",
                   "The library “%s” is damaged: parts of it are missing (%s). It was left as it "
                   "is; go back to a backup, or repair a copy of it."),
               name,
               missing);

  return FALSE;
}

/* The newest version is how many migrations there are. */
static gboolean
migrate (OnsiteConnection *writer, const char *const *migrations, GError **error)
{
  g_autofree char *backup = NULL;
  gint64 version;

  if (!onsite_connection_read_int64 (writer, "PRAGMA user_version", NULL, &version, error))
    return FALSE;
  if (version >= g_strv_length ((GStrv) migrations))
    return TRUE;

  backup = onsite_migrations_back_up (writer, version, error);

  return backup != NULL && onsite_migrations_run (writer, migrations, error);
}

/* What a crash left being recorded ends with what was committed, as far as that
 * decodes: a decoder is the pre-skip behind its packets. A clip that holds nothing
 * was never heard of by anyone. */
static gboolean
append_recovery (OnsiteChange *change, OnsiteConnection *writer, guint *n_clips, GError **error)
{
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (
      writer,
      "SELECT id, max (0, " ONSITE_CLIP_ROWS_END " - pre_skip_samples) FROM clip "
      "WHERE state = 'recording'",
      NULL,
      error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;

  for (*n_clips = 0; onsite_statement_next (rows, &local_error); (*n_clips)++)
    {
      g_autofree char *clip = onsite_statement_dup_string (rows, 0);

      onsite_clip_writer_append_settling (change,
                                          clip,
                                          onsite_statement_get_int64 (rows, 1),
                                          ONSITE_CLIP_RECOVERED);
      onsite_change_append (change,
                            "DELETE FROM clip WHERE id = ?1 AND n_samples = 0",
                            g_variant_new ("(s)", clip),
                            NULL);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
recover (OnsiteConnection *writer, GError **error)
{
  g_autoptr (OnsiteChange) change = onsite_change_new ();
  g_autoptr (GHashTable) loops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_clips;

  if (!append_recovery (change, writer, &n_clips, error))
    return FALSE;
  if (n_clips == 0)
    return TRUE;

  if (!onsite_connection_begin (writer, error))
    return FALSE;
  if (onsite_change_apply (change, writer, loops, error) &&
      onsite_connection_commit (writer, error))
    return TRUE;

  onsite_connection_roll_back (writer);

  return FALSE;
}

static gboolean
open_to_write (OnsiteOpening *self, const char *path, const char *const *migrations, GError **error)
{
  if (self->lock == NULL)
    self->lock = onsite_lock_take (path, error);
  if (self->lock == NULL)
    return FALSE;

  /* Nobody writes it but this process, so it is of a loop that was broken off. */
  onsite_reserve_release (path);

  /* A copy that came from elsewhere may be open to everybody. It may also be
   * another user's, who then has to care for it. */
  (void) g_chmod (path, 0600);

  self->writer = onsite_connection_open_to_write (path, error);

  return self->writer != NULL && migrate (self->writer, migrations, error) &&
         onsite_new_file_use_log (self->writer, error) && recover (self->writer, error);
}

static gboolean
refuse_older (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_READ_ONLY,
               C_ ("error",
                   "The library “%s” was made by an older Onsite and has to be brought up to date "
                   "before it can be read. Open it once where it can be written."),
               name);

  return FALSE;
}

static gboolean
open_existing (OnsiteOpening *self, const char *path, gboolean read_only, GError **error)
{
  g_auto (GStrv) migrations = onsite_migrations_load ();
  gint64 newest = g_strv_length (migrations);
  gint64 version;

  if (!onsite_file_check (path, error))
    return FALSE;
  self->reader = onsite_connection_open_to_read (path, error);
  if (self->reader == NULL ||
      !onsite_connection_read_int64 (self->reader, "PRAGMA user_version", NULL, &version, error))
    return FALSE;
  if (version >= newest && !check_schema (self->reader, error))
    return FALSE;

  self->is_newer = version > newest;
  if (self->is_newer)
    return TRUE;
  if (read_only)
    return version == newest || refuse_older (path, error);

  return open_to_write (self, path, (const char *const *) migrations, error);
}

OnsiteOpening *
onsite_opening_new (const char *path, gboolean may_create, gboolean read_only, GError **error)
{
  g_autoptr (OnsiteOpening) self = g_new0 (OnsiteOpening, 1);

  if (may_create && !read_only && !create_if_missing (self, path, error))
    return NULL;
  if (!open_existing (self, path, read_only, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
onsite_opening_free (OnsiteOpening *self)
{
  /* The last connection clears the log away, which a reader may not. */
  g_clear_pointer (&self->reader, onsite_connection_free);
  g_clear_pointer (&self->writer, onsite_connection_free);
  g_clear_pointer (&self->lock, onsite_lock_free);
  g_free (self);
}
