/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "power-vfs.h"

#include "fault-vfs.h"

static GMutex mutex;
static PowerLog *written;
static gboolean writes;

static guint
on_open (const char *path, gboolean syncs_folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (!writes)
    return 0;
  if (written == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      written = power_log_new (folder);
    }

  return power_log_holds (written, path) ? 1 + power_log_add_open (written, path, syncs_folder) : 0;
}

static void
on_write (guint file, const void *data, gsize size, gint64 offset)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  power_log_add_write (written, file - 1, data, size, offset);
}

static void
on_truncate (guint file, gint64 size)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  power_log_add_truncation (written, file - 1, size);
}

static void
on_sync (guint file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  power_log_add_sync (written, file - 1);
}

static void
on_delete (const char *path, gboolean syncs_folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (written != NULL)
    power_log_add_deletion (written, path, syncs_folder);
}

void
power_vfs_install (void)
{
  static const FaultVfsWatcher watcher = { on_open, on_write, on_truncate, on_sync, on_delete };

  fault_vfs_install_watched (&watcher);
}

void
power_vfs_start (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  writes = TRUE;
}

void
power_vfs_mark (guint64 mark)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (written != NULL)
    power_log_add_mark (written, mark);
}

PowerLog *
power_vfs_stop (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  writes = FALSE;

  return g_steal_pointer (&written);
}
