/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-migrations.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "onsite-library-error.h"
#include "onsite-migrations-resources.h"

#define FOLDER "/io/github/onsite/Onsite/library/migrations"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GStrv
onsite_migrations_load (void)
{
  GResource *resource = onsite_migrations_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource,
                                                        FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                        NULL);
  g_autoptr (GStrvBuilder) migrations = g_strv_builder_new ();

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (FOLDER, names[i], NULL);
      g_autoptr (GBytes) sql = g_resource_lookup_data (resource,
                                                       path,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                       NULL);

      /* A number that is missing would shift the version of all that follow. */
      g_assert (g_ascii_strtoull (names[i], NULL, 10) == i + 1);
      g_strv_builder_add (migrations, g_bytes_get_data (sql, NULL));
    }

  return g_strv_builder_end (migrations);
}

static gboolean
check_foreign_keys (OnsiteConnection *connection, GError **error)
{
  g_autoptr (OnsiteStatement) violations = onsite_connection_query (connection,
                                                                    "PRAGMA foreign_key_check",
                                                                    NULL,
                                                                    error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;

  if (violations == NULL)
    return FALSE;

  if (onsite_statement_next (violations, &local_error))
    {
      name = g_filename_display_name (onsite_connection_get_path (connection));
      g_set_error (error,
                   ONSITE_LIBRARY_ERROR,
                   ONSITE_LIBRARY_ERROR_DAMAGED,
                   C_ ("error",
                       "The library “%s” couldn't be brought up to date, because parts of it are "
                       "missing. It was left as it was: repair it first."),
                   name);
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
run_one (OnsiteConnection *connection, const char *sql, guint version, GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %u", version);

  if (!onsite_connection_begin (connection, error))
    return FALSE;

  if (onsite_connection_execute (connection, sql, error) &&
      onsite_connection_execute (connection, set_version, error) &&
      check_foreign_keys (connection, error) && onsite_connection_commit (connection, error))
    return TRUE;

  onsite_connection_roll_back (connection);

  return FALSE;
}

gboolean
onsite_migrations_run (OnsiteConnection *connection, const char *const *migrations, GError **error)
{
  guint n_migrations = g_strv_length ((GStrv) migrations);
  gboolean all_ran = TRUE;
  gint64 version;

  if (!onsite_connection_read_int64 (connection, "PRAGMA user_version", NULL, &version, error))
    return FALSE;
  if (version >= n_migrations)
    return TRUE;

  /* A table that is rebuilt is dropped for a moment, which must not take with
   * it what refers to it. The keys are checked before each commit instead. */
  if (!onsite_connection_execute (connection, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  for (guint i = (guint) version; all_ran && i < n_migrations; i++)
    all_ran = run_one (connection, migrations[i], i + 1, error);
  if (!all_ran)
    return FALSE;

  return onsite_connection_execute (connection, "PRAGMA foreign_keys = ON", error);
}

static char *
create_free_file (const char *prefix, GError **error)
{
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *path = i == 1 ? g_strdup (prefix) : g_strdup_printf ("%s-%u", prefix, i);
      int fd = g_open (path, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0600);

      if (fd >= 0)
        {
          g_close (fd, NULL);
          return g_steal_pointer (&path);
        }
      if (errno != EEXIST)
        break;
    }

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_FAILED,
               C_ ("error",
                   "A backup of the library couldn't be made at “%s” (%s), so it was not brought "
                   "up to date. Make room beside it and try again."),
               prefix,
               g_strerror (errno));

  return NULL;
}

char *
onsite_migrations_back_up (OnsiteConnection *connection, gint64 version, GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("%s.backup-of-version-%" G_GINT64_FORMAT,
                                             onsite_connection_get_path (connection),
                                             version);
  g_autofree char *path = create_free_file (prefix, error);

  if (path == NULL)
    return NULL;

  if (!onsite_connection_back_up (connection, path, NULL, NULL, NULL, error))
    {
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&path);
}
