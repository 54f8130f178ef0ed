/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "onsite-library-error.h"
#include "onsite-migrations.h"

void
onsite_new_file_set_error (GError **error, const char *advice, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               code == EROFS || code == EACCES    ? ONSITE_LIBRARY_ERROR_READ_ONLY
               : code == ENOSPC || code == EDQUOT ? ONSITE_LIBRARY_ERROR_FULL
                                                  : ONSITE_LIBRARY_ERROR_FAILED,
               "“%s”: %s. %s",
               name,
               g_strerror (code),
               advice);
}

static void
set_folder_error (GError **error, const char *path, int code)
{
  onsite_new_file_set_error (error,
                             C_ ("error", "Choose another folder for the library."),
                             path,
                             code);
}

char *
onsite_new_file_begin (const char *path, GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".new", NULL);
  int fd;

  onsite_new_file_discard (draft);
  fd = g_open (draft, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0600);
  if (fd < 0)
    {
      set_folder_error (error, draft, errno);
      return NULL;
    }
  /* Whatever the umask: SQLite gives its log the same mode. */
  (void) fchmod (fd, 0600);
  g_close (fd, NULL);

  return g_steal_pointer (&draft);
}

OnsiteConnection *
onsite_new_file_fill (const char *draft, const char *const *migrations, GError **error)
{
  g_autoptr (OnsiteConnection) connection = onsite_connection_open_to_write (draft, error);
  g_autofree char *settings = g_strdup_printf (
      "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = %d;",
      ONSITE_LIBRARY_APPLICATION_ID);

  if (connection == NULL || !onsite_connection_execute (connection, settings, error) ||
      !onsite_migrations_run (connection, migrations, error))
    return NULL;

  return g_steal_pointer (&connection);
}

gboolean
onsite_new_file_use_log (OnsiteConnection *connection, GError **error)
{
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (connection,
                                                              "PRAGMA journal_mode = WAL",
                                                              NULL,
                                                              error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *mode = NULL;

  if (rows == NULL)
    return FALSE;
  if (onsite_statement_next (rows, &local_error))
    mode = onsite_statement_dup_string (rows, 0);
  if (g_strcmp0 (mode, "wal") == 0)
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error,
                 ONSITE_LIBRARY_ERROR,
                 ONSITE_LIBRARY_ERROR_FAILED,
                 C_ ("error",
                     "The folder of “%s” can't hold a library, since files there can't be shared "
                     "in memory. Choose a folder on a disk of this computer."),
                 onsite_connection_get_path (connection));

  return FALSE;
}

static int
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  int code = fd >= 0 && fsync (fd) == 0 ? 0 : errno;

  if (fd >= 0)
    g_close (fd, NULL);

  return code;
}

gboolean
onsite_new_file_finish (const char *draft, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code = sync_path (draft, O_RDONLY);

  if (code == 0 && g_rename (draft, path) != 0)
    code = errno;
  if (code != 0)
    {
      set_folder_error (error, path, code);
      return FALSE;
    }

  /* Not all file systems can; on those a rename is as durable as it gets. */
  (void) sync_path (folder, O_RDONLY | O_DIRECTORY);

  return TRUE;
}

void
onsite_new_file_discard (const char *draft)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (draft, endings[i], NULL);

      g_unlink (path);
    }
}
