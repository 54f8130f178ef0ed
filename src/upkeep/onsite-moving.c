/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-moving.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "library/onsite-library-error.h"
#include "library/onsite-library-files.h"
#include "library/onsite-lock.h"
#include "onsite-backups.h"

static gboolean
refuse (GError **error, const char *format, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FAILED, "“%s”: %s", name, format);

  return FALSE;
}

static gboolean
is_on_another_computer (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file,
                                                             G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE,
                                                             NULL,
                                                             NULL);

  return info && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

static char *
dup_target (const char *library, const char *folder)
{
  g_autofree char *name = g_path_get_basename (library);
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);

  return g_build_filename (absolute, name, NULL);
}

gboolean
onsite_moving_check (const char *library, const char *folder, GError **error)
{
  g_autofree char *path = dup_target (library, folder);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return refuse (error, C_ ("move", "There is no such folder."), folder);
  if (is_on_another_computer (folder))
    return refuse (
        error,
        C_ ("move", "The folder is on another computer. Choose one on a disk of this computer."),
        folder);
  if (g_access (folder, W_OK) != 0)
    return refuse (error,
                   C_ ("move", "Nothing can be written there. Choose another folder."),
                   folder);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse (error,
                   C_ ("move", "There is such a file already. Choose another folder."),
                   path);

  return TRUE;
}

/* What can't come along stays, and is of use where it is. */
static void
move_backups (const char *library, const char *path)
{
  g_autoptr (GPtrArray) backups = onsite_backups_list (library);
  g_autofree char *from = onsite_backups_dup_folder (library);
  g_autofree char *to = onsite_backups_dup_folder (path);

  if (backups->len == 0 || g_mkdir_with_parents (to, 0700) != 0)
    return;

  for (guint i = 0; i < backups->len; i++)
    {
      const OnsiteBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *name = g_path_get_basename (backup->path);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autoptr (GError) error = NULL;

      if (onsite_library_files_copy (backup->path, target, NULL, NULL, NULL, &error))
        onsite_library_files_remove (backup->path);
      else
        g_message ("The backup %s stays where it is: %s", backup->path, error->message);
    }
  g_rmdir (from);
}

/* What was made beside it by an update or a repair goes along as it is, damaged or
 * not: what is deleted for good is looked for in it, and only where the library is. */
static void
move_others (const char *library, const char *path)
{
  g_autoptr (GPtrArray) others = onsite_backups_list_beside (library);
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < others->len; i++)
    {
      const char *other = g_ptr_array_index (others, i);
      g_autofree char *name = g_path_get_basename (other);
      g_autoptr (GFile) source = g_file_new_for_path (other);
      g_autoptr (GFile) target = g_file_new_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      if (!g_file_move (source, target, G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, &error))
        g_message ("%s stays where it is: %s", other, error->message);
    }
}

char *
onsite_moving_run (const char *library,
                   const char *folder,
                   OnsiteMovingFunc remember,
                   OnsiteProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *path = dup_target (library, folder);
  g_autoptr (OnsiteLock) lock = NULL;

  if (!onsite_moving_check (library, folder, error))
    return NULL;
  lock = onsite_lock_take (library, error);
  if (!lock || !onsite_library_files_copy (library, path, progress, user_data, cancellable, error))
    return NULL;
  if (!remember (path, user_data, error))
    {
      onsite_library_files_remove (path);
      return NULL;
    }

  onsite_library_files_remove (library);
  move_backups (library, path);
  move_others (library, path);

  return g_steal_pointer (&path);
}
