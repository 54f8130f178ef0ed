/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-backups.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "library/onsite-library-error.h"
#include "library/onsite-library-files.h"
#include "library/onsite-lock.h"

/* What a backup of a day is called: the day. */
#define NAME_PATTERN "*-*-*.onsite"
#define NAME_FORMAT  "%Y-%m-%d.onsite"
#define ASIDE_FORMAT "%Y-%m-%d-%H%M%S"
#define OLDER_ENDING ".backup-of-version-*"
#define ASIDE_ENDING ".damaged-*"

void
onsite_backup_free (OnsiteBackup *self)
{
  g_free (self->path);
  g_free (self);
}

char *
onsite_backups_dup_folder (const char *library)
{
  return g_strconcat (library, "-backups", NULL);
}

static gint64
get_written_at_us (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  "time::modified,time::modified-usec",
                                                  G_FILE_QUERY_INFO_NONE,
                                                  NULL,
                                                  NULL);
  g_autoptr (GDateTime) time = info ? g_file_info_get_modification_date_time (info) : NULL;

  return time ? g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time)
              : 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

/* Those of a folder that fit a pattern, the last first. */
static GPtrArray *
list_paths (const char *folder, const char *pattern)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_pattern_match_simple (pattern, name))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

GPtrArray *
onsite_backups_list (const char *library)
{
  g_autofree char *folder = onsite_backups_dup_folder (library);
  g_autoptr (GPtrArray) paths = list_paths (folder, NAME_PATTERN);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_backup_free);

  for (guint i = 0; i < paths->len; i++)
    {
      OnsiteBackup *backup = g_new0 (OnsiteBackup, 1);

      backup->path = g_strdup (g_ptr_array_index (paths, i));
      backup->made_at_us = get_written_at_us (backup->path);
      g_ptr_array_add (backups, backup);
    }

  return backups;
}

static guint64
get_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_size : 0;
}

guint64
onsite_backups_measure_library (const char *library)
{
  g_autofree char *wal = g_strconcat (library, "-wal", NULL);

  return get_size (library) + get_size (wal);
}

guint64
onsite_backups_measure (const char *library)
{
  g_autoptr (GPtrArray) backups = onsite_backups_list (library);
  guint64 size = 0;

  for (guint i = 0; i < backups->len; i++)
    size += get_size (((OnsiteBackup *) backups->pdata[i])->path);

  return size;
}

GPtrArray *
onsite_backups_list_beside (const char *library)
{
  g_autofree char *folder = g_path_get_dirname (library);
  g_autofree char *name = g_path_get_basename (library);
  g_autofree char *older = g_strconcat (name, OLDER_ENDING, NULL);
  g_autofree char *aside = g_strconcat (name, ASIDE_ENDING, NULL);
  GPtrArray *paths = list_paths (folder, older);

  g_ptr_array_extend_and_steal (paths, list_paths (folder, aside));

  return paths;
}

static char *
dup_path_of (const char *library, GDateTime *day)
{
  g_autofree char *folder = onsite_backups_dup_folder (library);
  g_autofree char *name = g_date_time_format (day, NAME_FORMAT);

  return g_build_filename (folder, name, NULL);
}

/* A library is touched by closing it, too. What is found to be in a backup needs not be
 * looked for a second time. */
static gboolean
holds_all (const OnsiteBackup *backup, const char *library, gint64 written_at_us)
{
  g_autoptr (GFile) file = g_file_new_for_path (backup->path);
  guint64 seconds = (guint64) (written_at_us / G_USEC_PER_SEC) + 1;

  if (backup->made_at_us >= written_at_us)
    return TRUE;
  if (!onsite_library_files_hold_the_same (library, backup->path))
    return FALSE;

  g_file_set_attribute_uint64 (file,
                               G_FILE_ATTRIBUTE_TIME_MODIFIED,
                               seconds,
                               G_FILE_QUERY_INFO_NONE,
                               NULL,
                               NULL);

  return TRUE;
}

gboolean
onsite_backups_is_due (const char *library, GDateTime *now)
{
  g_autofree char *today = dup_path_of (library, now);
  g_autofree char *wal = g_strconcat (library, "-wal", NULL);
  g_autoptr (GPtrArray) backups = onsite_backups_list (library);
  const OnsiteBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;

  if (g_file_test (today, G_FILE_TEST_EXISTS))
    return FALSE;

  return !newest ||
         !holds_all (newest, library, MAX (get_written_at_us (library), get_written_at_us (wal)));
}

static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_FAILED,
               C_ ("error", "The folder for backups, “%s”, can’t be made: %s."),
               name,
               g_strerror (errno));

  return FALSE;
}

static void
let_go_of_oldest (const char *library)
{
  g_autoptr (GPtrArray) backups = onsite_backups_list (library);

  for (guint i = ONSITE_BACKUPS_KEPT; i < backups->len; i++)
    onsite_library_files_remove (((OnsiteBackup *) backups->pdata[i])->path);
}

char *
onsite_backups_make (const char *library,
                     GDateTime *now,
                     OnsiteProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *folder = onsite_backups_dup_folder (library);
  g_autofree char *path = dup_path_of (library, now);

  if (!make_folder (folder, error) ||
      !onsite_library_files_copy (library, path, progress, user_data, cancellable, error))
    return NULL;

  let_go_of_oldest (library);

  return g_steal_pointer (&path);
}

/* What goes with its file, and is none. */
static gboolean
is_log (const char *path)
{
  return g_str_has_suffix (path, "-wal") || g_str_has_suffix (path, "-shm");
}

static void
purge_all (GPtrArray *paths, const char *loop, GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_filename_display_name (path);
      g_autoptr (GError) failure = NULL;

      if (is_log (path) || onsite_library_files_purge (path, loop, &failure) || !error || *error)
        continue;
      g_set_error (error,
                   failure->domain,
                   failure->code,
                   C_ ("error", "The loop may still be in the backup “%s”: %s"),
                   name,
                   failure->message);
    }
}

gboolean
onsite_backups_purge (const char *library, const char *loop, GError **error)
{
  g_autofree char *folder = onsite_backups_dup_folder (library);
  g_autofree char *beside = g_path_get_dirname (library);
  g_autoptr (GPtrArray) backups = list_paths (folder, NAME_PATTERN);
  g_autoptr (GPtrArray) older = list_paths (beside, "*" OLDER_ENDING);
  g_autoptr (GPtrArray) aside = list_paths (beside, "*" ASIDE_ENDING);
  g_autoptr (GError) failure = NULL;

  purge_all (backups, loop, &failure);
  purge_all (older, loop, &failure);
  purge_all (aside, loop, &failure);
  if (!failure)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
rename_with_log (const char *from, const char *to, GError **error)
{
  static const char *const endings[] = { "-wal", "-shm", "" };
  g_autofree char *name = g_filename_display_name (from);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *source = g_strconcat (from, endings[i], NULL);
      g_autofree char *target = g_strconcat (to, endings[i], NULL);

      if (g_rename (source, target) == 0 || errno == ENOENT)
        continue;
      g_set_error (error,
                   ONSITE_LIBRARY_ERROR,
                   ONSITE_LIBRARY_ERROR_FAILED,
                   C_ ("error", "The library “%s” can’t be put aside: %s."),
                   name,
                   g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/* The copy is whole before what was there is put aside. */
static gboolean
swap (const char *library, const char *backup, const char *aside, GError **error)
{
  g_autofree char *copy = g_strconcat (library, ".restored", NULL);

  if (!onsite_library_files_copy (backup, copy, NULL, NULL, NULL, error))
    return FALSE;
  if (rename_with_log (library, aside, error) && rename_with_log (copy, library, error))
    return TRUE;

  onsite_library_files_remove (copy);

  return FALSE;
}

char *
onsite_backups_go_back (const char *library, const char *backup, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, ASIDE_FORMAT);
  g_autofree char *aside = g_strconcat (library, ".damaged-", time, NULL);
  g_autoptr (OnsiteLock) lock = onsite_lock_take (library, error);

  if (!lock || !swap (library, backup, aside, error))
    return NULL;

  return g_steal_pointer (&aside);
}
