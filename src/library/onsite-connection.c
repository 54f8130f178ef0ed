/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-connection.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "onsite-library-error.h"

/* How many of SQLite's instructions pass between two looks at the cancellable:
 * some tens of microseconds. */
#define INSTRUCTIONS_PER_LOOK 1000

/* Of a backup: a mebibyte, which takes a millisecond or two. */
#define PAGES_PER_STEP 256
#define BUSY_WAIT_US   5000

struct _OnsiteConnection
{
  char *path;
  sqlite3 *db;
  GHashTable *statements; /* (element-type utf8 OnsiteStatement) */
};

static void
set_error (OnsiteConnection *self, int code, GError **error)
{
  onsite_statement_set_error (error, self->db, code, self->path);
}

static OnsiteConnection *
open_with (const char *path, int flags, const char *query, const char *settings, GError **error)
{
  g_autoptr (OnsiteConnection) self = g_new0 (OnsiteConnection, 1);
  g_autofree char *uri = NULL;
  g_autofree char *location = NULL;
  int code;

  self->path = g_canonicalize_filename (path, NULL);
  self->statements = g_hash_table_new_full (g_str_hash,
                                            g_str_equal,
                                            NULL,
                                            (GDestroyNotify) onsite_statement_finalize);
  uri = g_filename_to_uri (self->path, NULL, error);
  if (uri == NULL)
    return NULL;
  location = g_strconcat (uri, query, NULL);

  code = sqlite3_open_v2 (location, &self->db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, ONSITE_CONNECTION_BUSY_TIMEOUT_MS);
  if (!onsite_connection_execute (self, settings, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
can_folder_be_written (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) == 0;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

static void
set_log_error (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_READ_ONLY,
               C_ ("error",
                   "The library “%s” was not closed properly, and lies in a folder that can't be "
                   "written. Copy it, with the file beside it that ends in “-wal”, to a folder "
                   "where you may write, and open it there."),
               name);
}

OnsiteConnection *
onsite_connection_open_to_read (const char *path, GError **error)
{
  /* The count makes SQLite read the file, so that what is wrong shows now. */
  const char *settings = "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; "
                         "SELECT count(*) FROM sqlite_schema;";
  g_autoptr (GError) local_error = NULL;
  OnsiteConnection *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = open_with (path, SQLITE_OPEN_READONLY, "", settings, &local_error);
  if (self != NULL)
    return self;

  /* A read-only mount fails, a folder of somebody else's is read-only. */
  if ((!g_error_matches (local_error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FAILED) &&
       !g_error_matches (local_error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_READ_ONLY)) ||
      can_folder_be_written (path))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (has_log (path))
    {
      set_log_error (error, path);
      return NULL;
    }

  /* The index of the log can't be made, and isn't needed where there is no
   * log. Nor will there be one on a read-only mount, where nobody writes. In
   * somebody else's folder its owner may, and what is read here be mixed: it
   * can be opened again, and nothing is written. */
  return open_with (path, SQLITE_OPEN_READONLY, "?immutable=1", settings, error);
}

OnsiteConnection *
onsite_connection_open_to_write (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_with (path,
                    SQLITE_OPEN_READWRITE,
                    "",
                    "PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; "
                    "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
                    error);
}

const char *
onsite_connection_get_path (OnsiteConnection *self)
{
  return self->path;
}

gboolean
onsite_connection_execute (OnsiteConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    set_error (self, code, error);

  return code == SQLITE_OK;
}

static OnsiteStatement *
prepare (OnsiteConnection *self, const char *sql, GError **error)
{
  OnsiteStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *handle;
  int code;

  if (statement != NULL)
    return statement;

  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }

  statement = onsite_statement_new (handle, self->path);
  g_hash_table_insert (self->statements, (char *) sql, statement);

  return statement;
}

OnsiteStatement *
onsite_connection_query (OnsiteConnection *self, const char *sql, GVariant *values, GError **error)
{
  g_autoptr (GVariant) sunk = values != NULL ? g_variant_ref_sink (values) : NULL;
  g_autoptr (OnsiteStatement) statement = prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  if (sunk != NULL && !onsite_statement_bind (statement, sunk, error))
    return NULL;

  return g_steal_pointer (&statement);
}

gboolean
onsite_connection_run (OnsiteConnection *self,
                       const char *sql,
                       GVariant *values,
                       int *n_changed,
                       GError **error)
{
  g_autoptr (OnsiteStatement) statement = onsite_connection_query (self, sql, values, error);
  g_autoptr (GError) local_error = NULL;
  int n_before;

  if (statement == NULL)
    return FALSE;

  n_before = sqlite3_total_changes (self->db);
  while (onsite_statement_next (statement, &local_error))
    ;
  if (n_changed != NULL)
    *n_changed = sqlite3_total_changes (self->db) - n_before;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
onsite_connection_read_int64 (OnsiteConnection *self,
                              const char *sql,
                              GVariant *values,
                              gint64 *value,
                              GError **error)
{
  g_autoptr (OnsiteStatement) statement = onsite_connection_query (self, sql, values, error);
  g_autoptr (GError) local_error = NULL;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  if (onsite_statement_next (statement, &local_error))
    *value = onsite_statement_get_int64 (statement, 0);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
onsite_connection_begin (OnsiteConnection *self, GError **error)
{
  return onsite_connection_run (self, "BEGIN IMMEDIATE", NULL, NULL, error);
}

gboolean
onsite_connection_commit (OnsiteConnection *self, GError **error)
{
  return onsite_connection_run (self, "COMMIT", NULL, NULL, error);
}

void
onsite_connection_roll_back (OnsiteConnection *self)
{
  g_autoptr (GError) error = NULL;

  if (sqlite3_get_autocommit (self->db))
    return;
  if (!onsite_connection_run (self, "ROLLBACK", NULL, NULL, &error))
    g_critical ("A transaction could not be rolled back: %s", error->message);
}

void
onsite_connection_set_busy_timeout (OnsiteConnection *self, int timeout_ms)
{
  sqlite3_busy_timeout (self->db, timeout_ms);
}

static int
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
onsite_connection_set_cancellable (OnsiteConnection *self, GCancellable *cancellable)
{
  sqlite3_progress_handler (self->db,
                            cancellable != NULL ? INSTRUCTIONS_PER_LOOK : 0,
                            cancellable != NULL ? is_cancelled : NULL,
                            cancellable);
}

static gboolean
may_go_on (int code)
{
  return code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

/* Whoever writes the source goes first. */
static gboolean
step_to_end (sqlite3_backup *backup,
             OnsiteProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  int code = SQLITE_OK;

  while (may_go_on (code))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      code = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        g_usleep (BUSY_WAIT_US);
      if (progress != NULL && sqlite3_backup_pagecount (backup) > 0)
        progress (1 - (double) sqlite3_backup_remaining (backup) /
                          sqlite3_backup_pagecount (backup),
                  user_data);
    }

  return TRUE;
}

gboolean
onsite_connection_back_up (OnsiteConnection *self,
                           const char *path,
                           OnsiteProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (OnsiteConnection) copy = open_with (path,
                                                 SQLITE_OPEN_READWRITE,
                                                 "",
                                                 "PRAGMA synchronous = FULL;",
                                                 error);
  sqlite3_backup *backup;
  gboolean is_through;
  int code;

  if (copy == NULL)
    return FALSE;

  backup = sqlite3_backup_init (copy->db, "main", self->db, "main");
  if (backup == NULL)
    {
      set_error (copy, sqlite3_extended_errcode (copy->db), error);
      return FALSE;
    }

  is_through = step_to_end (backup, progress, user_data, cancellable, error);
  code = sqlite3_backup_finish (backup);
  if (is_through && code != SQLITE_OK)
    set_error (copy, code, error);

  return is_through && code == SQLITE_OK;
}

void
onsite_connection_free (OnsiteConnection *self)
{
  int code;

  g_hash_table_unref (self->statements);
  code = sqlite3_close (self->db);
  if (code != SQLITE_OK)
    g_critical ("“%s” was closed while it was in use", self->path);
  g_free (self->path);
  g_free (self);
}
