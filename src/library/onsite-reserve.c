/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-reserve.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Shared by its owner and the thread that sets it aside. */
struct _OnsiteReserve
{
  gatomicrefcount ref_count;
  char *path; /* of the library */
  gint64 n_bytes;
  GMutex lock;
  GCond changed;
  gboolean is_done;
  gboolean is_dropped;
};

static char *
make_path (const char *path)
{
  return g_strconcat (path, "-reserve", NULL);
}

static void
unref (OnsiteReserve *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self->path);
  g_free (self);
}

static gint64
get_bytes_per_minute (OnsiteCodec codec)
{
  return codec == ONSITE_CODEC_FLAC ? ONSITE_RESERVE_LOSSLESS_BYTES_PER_MINUTE
                                    : ONSITE_RESERVE_BYTES_PER_MINUTE;
}

gint64
onsite_reserve_needed_bytes (gint64 length_ms, OnsiteCodec codec)
{
  return length_ms * get_bytes_per_minute (codec) / 60000 + ONSITE_RESERVE_LOG_BYTES;
}

gint64
onsite_reserve_fitting_minutes (gint64 free_bytes, OnsiteCodec codec)
{
  return MAX (0, free_bytes - ONSITE_RESERVE_LOG_BYTES) / get_bytes_per_minute (codec);
}

/* What is left is for whoever else writes there, the desktop for one. */
static gint64
limit (int fd, gint64 n_bytes)
{
  struct statvfs disk;

  if (fstatvfs (fd, &disk) != 0)
    return 0;

  return MIN (n_bytes, (gint64) (disk.f_bavail * disk.f_frsize / 2));
}

static gboolean
allocate (const char *file, gint64 n_bytes)
{
  const int fd = g_open (file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int code;

  if (fd < 0)
    return FALSE;

  n_bytes = limit (fd, n_bytes);
  code = n_bytes > 0 ? posix_fallocate (fd, 0, n_bytes) : ENOSPC;
  close (fd);

  return code == 0;
}

static void
set_aside (OnsiteReserve *self)
{
  g_autofree char *file = make_path (self->path);

  onsite_reserve_release (self->path);
  if (allocate (file, self->n_bytes))
    return;

  g_message ("Nothing could be set aside on the disk of %s", self->path);
  onsite_reserve_release (self->path);
}

static gpointer
set_aside_in_thread (gpointer data)
{
  OnsiteReserve *self = data;

  set_aside (self);

  g_mutex_lock (&self->lock);
  self->is_done = TRUE;
  if (self->is_dropped)
    onsite_reserve_release (self->path);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);

  unref (self);

  return NULL;
}

OnsiteReserve *
onsite_reserve_new (const char *path, gint64 length_ms, OnsiteCodec codec)
{
  const gint64 most_bytes = codec == ONSITE_CODEC_FLAC
                                ? G_GINT64_CONSTANT (8) * ONSITE_RESERVE_MOST_BYTES
                                : ONSITE_RESERVE_MOST_BYTES;
  OnsiteReserve *self = g_new0 (OnsiteReserve, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->path = g_strdup (path);
  self->n_bytes = MIN (onsite_reserve_needed_bytes (length_ms, codec), most_bytes);
  g_thread_unref (g_thread_new ("onsite-reserve", set_aside_in_thread, self));

  return self;
}

void
onsite_reserve_free (OnsiteReserve *self)
{
  g_mutex_lock (&self->lock);
  self->is_dropped = TRUE;
  if (self->is_done)
    onsite_reserve_release (self->path);
  g_mutex_unlock (&self->lock);

  unref (self);
}

void
onsite_reserve_wait (OnsiteReserve *self)
{
  g_mutex_lock (&self->lock);
  while (!self->is_done)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

gboolean
onsite_reserve_release (const char *path)
{
  g_autofree char *file = make_path (path);

  return g_unlink (file) == 0;
}

static void
info_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info_finish (G_FILE (source),
                                                                    result,
                                                                    &error);

  if (info == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (
        task,
        (gssize) MIN (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE),
                      (guint64) G_MAXSSIZE));
}

void
onsite_reserve_read_free_async (const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, onsite_reserve_read_free_async);
  g_file_query_filesystem_info_async (file,
                                      G_FILE_ATTRIBUTE_FILESYSTEM_FREE,
                                      G_PRIORITY_DEFAULT,
                                      cancellable,
                                      info_read_cb,
                                      task);
}

gint64
onsite_reserve_read_free_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
