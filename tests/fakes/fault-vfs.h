/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:fault-vfs
 *
 * A disk that fails on demand: it stands between SQLite and the file system,
 * counts what is done, and lets one thing of a kind fail, or all from it on, or
 * all writes as on a full disk. A write that fails has left its first half. For
 * all libraries of the process, from any thread.
 */

/**
 * FaultVfsOperation:
 * @FAULT_VFS_ROOM: a write, which finds the disk full
 * @FAULT_VFS_CHANGES: what changes a file
 *
 * What can be done to a file, and can fail.
 */
typedef enum
{
  FAULT_VFS_READ = 1 << 0,
  FAULT_VFS_WRITE = 1 << 1,
  FAULT_VFS_ROOM = 1 << 2,
  FAULT_VFS_TRUNCATE = 1 << 3,
  FAULT_VFS_SYNC = 1 << 4,
  FAULT_VFS_OPEN = 1 << 5,
  FAULT_VFS_DELETE = 1 << 6,
  FAULT_VFS_LOCK = 1 << 7,
  FAULT_VFS_SHM_MAP = 1 << 8,
  FAULT_VFS_CHANGES = FAULT_VFS_WRITE | FAULT_VFS_TRUNCATE | FAULT_VFS_SYNC
} FaultVfsOperation;

#define FAULT_VFS_N_OPERATIONS 9

/**
 * FaultVfsWatcher:
 * @open: @path is open; @syncs_folder: its first sync is to be that of its folder
 *   too. Returns what to call it; 0 for not at all
 *
 * What is told of that which does not fail, before it is done, in any thread.
 */
typedef struct
{
  guint (*open) (const char *path, gboolean syncs_folder);
  void (*write) (guint file, const void *data, gsize size, gint64 offset);
  void (*truncate) (guint file, gint64 size);
  void (*sync) (guint file);
  void (*delete) (const char *path, gboolean syncs_folder);
} FaultVfsWatcher;

/* Becomes the disk of all that is opened from now on. */
void fault_vfs_install (void);
/* The same, and tells @watcher (nullable). */
void fault_vfs_install_watched (const FaultVfsWatcher *watcher);

/* The disk is sound again, and counting begins at 0. */
void fault_vfs_reset (void);

/* How many @operations there were since the reset. */
guint fault_vfs_count (FaultVfsOperation operations);
/* How many of FAULT_VFS_CHANGES. */
guint fault_vfs_get_n_operations (void);

/* Of @operations the one after @n_before more fails; all from it on, if it is @for_good. */
void fault_vfs_fail (FaultVfsOperation operations, guint n_before, gboolean for_good);
/* Of FAULT_VFS_CHANGES the one after @n_more fails, once. */
void fault_vfs_fail_after (guint n_more);
/* From now on nothing fails. */
void fault_vfs_mend (void);

/* Whether it has failed. */
gboolean fault_vfs_has_failed (void);

/* Whether nothing is really synced, to save the time. */
void fault_vfs_set_lazy (gboolean lazy);

/* Whether no write succeeds. */
void fault_vfs_set_full (gboolean full);
/* No write succeeds as long as there is a file at @path, which takes the room. */
void fault_vfs_set_filled_by (const char *path);

G_END_DECLS
