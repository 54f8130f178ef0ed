/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file file;
  sqlite3_file *real; /* behind this struct */
  guint watched_as;
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;
static const FaultVfsWatcher *watcher;
static int counts[FAULT_VFS_N_OPERATIONS]; /* atomic, like all that follows */
static int watched = FAULT_VFS_CHANGES;
static int n_watched;
static int fails_at = -1;
static int lasts;
static int has_failed;
static int is_full;
static int is_lazy;
static const char *filled_by; /* interned */

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static guint
get_watched_as (sqlite3_file *file)
{
  return ((FaultFile *) file)->watched_as;
}

static gboolean
is_to_fail (FaultVfsOperation operation)
{
  int place, wanted;

  g_atomic_int_inc (&counts[g_bit_nth_lsf (operation, -1)]);
  if ((g_atomic_int_get (&watched) & (int) operation) == 0)
    return FALSE;

  place = g_atomic_int_add (&n_watched, 1);
  wanted = g_atomic_int_get (&fails_at);
  if (wanted < 0 || place < wanted || (place > wanted && !g_atomic_int_get (&lasts)))
    return FALSE;

  g_atomic_int_set (&has_failed, TRUE);

  return TRUE;
}

static int
fault_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
fault_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  if (is_to_fail (FAULT_VFS_READ))
    return SQLITE_IOERR_READ;

  return get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

static gboolean
has_no_room (void)
{
  const char *path = g_atomic_pointer_get (&filled_by);

  return g_atomic_int_get (&is_full) || (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A disk that fails, or is full, has taken a part by then. */
static int
write_half (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset, int code)
{
  get_real (file)->pMethods->xWrite (get_real (file), data, size / 2, offset);

  return code;
}

static int
fault_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  if (is_to_fail (FAULT_VFS_WRITE))
    return write_half (file, data, size, offset, SQLITE_IOERR_WRITE);
  if (is_to_fail (FAULT_VFS_ROOM) || has_no_room ())
    return write_half (file, data, size, offset, SQLITE_FULL);
  if (get_watched_as (file) != 0)
    watcher->write (get_watched_as (file), data, (gsize) size, offset);

  return get_real (file)->pMethods->xWrite (get_real (file), data, size, offset);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (is_to_fail (FAULT_VFS_TRUNCATE))
    return SQLITE_IOERR_TRUNCATE;
  if (get_watched_as (file) != 0)
    watcher->truncate (get_watched_as (file), size);

  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  if (is_to_fail (FAULT_VFS_SYNC))
    return SQLITE_IOERR_FSYNC;
  if (get_watched_as (file) != 0)
    watcher->sync (get_watched_as (file));
  if (g_atomic_int_get (&is_lazy))
    return SQLITE_OK;

  return get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  if (is_to_fail (FAULT_VFS_LOCK))
    return SQLITE_IOERR_LOCK;

  return get_real (file)->pMethods->xLock (get_real (file), lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), lock);
}

static int
fault_check_reserved_lock (sqlite3_file *file, int *result)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), result);
}

static int
fault_file_control (sqlite3_file *file, int operation, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  if (is_to_fail (FAULT_VFS_SHM_MAP))
    return SQLITE_IOERR_SHMMAP;

  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  /* What is given back is given back. */
  if ((flags & SQLITE_SHM_LOCK) != 0 && is_to_fail (FAULT_VFS_LOCK))
    return SQLITE_IOERR_SHMLOCK;

  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
fault_shm_unmap (sqlite3_file *file, int delete)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), delete);
}

/* The second version: without memory mapping, which would pass by the writes. */
static const sqlite3_io_methods fault_methods = {
  2,
  fault_close,
  fault_read,
  fault_write,
  fault_truncate,
  fault_sync,
  fault_file_size,
  fault_lock,
  fault_unlock,
  fault_check_reserved_lock,
  fault_file_control,
  fault_sector_size,
  fault_device_characteristics,
  fault_shm_map,
  fault_shm_lock,
  fault_shm_barrier,
  fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  const int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
  FaultFile *self = (FaultFile *) file;
  int code;

  self->file.pMethods = NULL;
  self->watched_as = 0;
  if (is_to_fail (FAULT_VFS_OPEN))
    return SQLITE_CANTOPEN;

  self->real = (sqlite3_file *) (self + 1);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->file.pMethods = self->real->pMethods != NULL ? &fault_methods : NULL;
  if (code == SQLITE_OK && watcher != NULL && name != NULL)
    self->watched_as = watcher->open (name,
                                      (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0);

  return code;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  if (is_to_fail (FAULT_VFS_DELETE))
    return SQLITE_IOERR_DELETE;
  if (watcher != NULL)
    watcher->delete (name, sync_folder != 0);

  return real_vfs->xDelete (real_vfs, name, sync_folder);
}

void
fault_vfs_install (void)
{
  fault_vfs_install_watched (NULL);
}

void
fault_vfs_install_watched (const FaultVfsWatcher *told)
{
  watcher = told;
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, TRUE), ==, SQLITE_OK);
}

void
fault_vfs_reset (void)
{
  g_atomic_int_set (&fails_at, -1);
  g_atomic_int_set (&watched, FAULT_VFS_CHANGES);
  g_atomic_int_set (&n_watched, 0);
  g_atomic_int_set (&lasts, FALSE);
  g_atomic_int_set (&has_failed, FALSE);
  g_atomic_int_set (&is_full, FALSE);
  fault_vfs_set_filled_by (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_atomic_int_set (&counts[i], 0);
}

guint
fault_vfs_count (FaultVfsOperation operations)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if ((operations & (1U << i)) != 0)
      n += (guint) g_atomic_int_get (&counts[i]);

  return n;
}

guint
fault_vfs_get_n_operations (void)
{
  return fault_vfs_count (FAULT_VFS_CHANGES);
}

void
fault_vfs_fail (FaultVfsOperation operations, guint n_before, gboolean for_good)
{
  g_atomic_int_set (&fails_at, -1);
  g_atomic_int_set (&watched, (int) operations);
  g_atomic_int_set (&n_watched, 0);
  g_atomic_int_set (&lasts, for_good);
  g_atomic_int_set (&has_failed, FALSE);
  g_atomic_int_set (&fails_at, (int) n_before);
}

void
fault_vfs_fail_after (guint n_more)
{
  fault_vfs_fail (FAULT_VFS_CHANGES, n_more, FALSE);
}

void
fault_vfs_mend (void)
{
  g_atomic_int_set (&fails_at, -1);
  g_atomic_int_set (&is_full, FALSE);
  fault_vfs_set_filled_by (NULL);
}

gboolean
fault_vfs_has_failed (void)
{
  return g_atomic_int_get (&has_failed);
}

void
fault_vfs_set_full (gboolean full)
{
  g_atomic_int_set (&is_full, full);
}

void
fault_vfs_set_lazy (gboolean lazy)
{
  g_atomic_int_set (&is_lazy, lazy);
}

void
fault_vfs_set_filled_by (const char *path)
{
  g_atomic_pointer_set (&filled_by, (gpointer) g_intern_string (path));
}
