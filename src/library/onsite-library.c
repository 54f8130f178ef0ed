/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library.h"

#include <glib/gi18n-lib.h>

#include "onsite-clip-writer.h"
#include "onsite-library-private.h"
#include "onsite-notifier.h"
#include "onsite-opening.h"
#include "onsite-reading.h"
#include "onsite-reply.h"
#include "onsite-writer.h"

struct _OnsiteLibrary
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  gboolean is_newer;
  OnsiteNotifier *notifier;
  GError *write_error;    /* of the main context alone */
  gint64 told_unsaved_ms; /* likewise */

  /* Held by all who use the following, and alone by who closes. */
  GRWLock lock;
  OnsiteReading *reading;
  OnsiteWriter *writer;
  OnsiteClipWriter *clips;
  OnsiteLock *right;
};

G_DEFINE_FINAL_TYPE (OnsiteLibrary, onsite_library, G_TYPE_OBJECT)

enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_UNSAVED_MS,
  PROP_WRITE_ERROR,
  N_PROPS
};

enum
{
  CHANGED,
  SOUND_REFUSED,
  RESERVE_RELEASED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
onsite_library_init (OnsiteLibrary *self)
{
  g_rw_lock_init (&self->lock);
}

/* What ends threads and closes files may block, and is out of the lock. */
static void
close_all (OnsiteLibrary *self)
{
  OnsiteReading *reading;
  OnsiteClipWriter *clips;
  OnsiteWriter *writer;
  OnsiteLock *right;

  g_rw_lock_writer_lock (&self->lock);
  reading = g_steal_pointer (&self->reading);
  clips = g_steal_pointer (&self->clips);
  writer = g_steal_pointer (&self->writer);
  right = g_steal_pointer (&self->right);
  g_rw_lock_writer_unlock (&self->lock);

  /* The writer is the last to close, since it may clear the log away. */
  g_clear_pointer (&reading, onsite_reading_free);
  g_clear_pointer (&writer, onsite_writer_free);
  g_clear_pointer (&clips, onsite_clip_writer_free);
  g_clear_pointer (&right, onsite_lock_free);
}

static void
onsite_library_dispose (GObject *object)
{
  close_all (ONSITE_LIBRARY (object));

  G_OBJECT_CLASS (onsite_library_parent_class)->dispose (object);
}

static void
onsite_library_finalize (GObject *object)
{
  OnsiteLibrary *self = ONSITE_LIBRARY (object);

  g_clear_pointer (&self->notifier, onsite_notifier_unref);
  g_clear_error (&self->write_error);
  g_rw_lock_clear (&self->lock);
  g_free (self->path);

  G_OBJECT_CLASS (onsite_library_parent_class)->finalize (object);
}

static void
onsite_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteLibrary *self = ONSITE_LIBRARY (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_UNSAVED_MS:
      g_value_set_int64 (value, onsite_library_get_unsaved_ms (self));
      break;
    case PROP_WRITE_ERROR:
      g_value_set_boxed (value, self->write_error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_library_class_init (OnsiteLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = onsite_library_dispose;
  object_class->finalize = onsite_library_finalize;
  object_class->get_property = onsite_library_get_property;

  /**
   * OnsiteLibrary:path:
   *
   * The absolute path of the file.
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);

  /**
   * OnsiteLibrary:read-only:
   *
   * Whether the library can only be read.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);

  /**
   * OnsiteLibrary:unsaved-ms:
   *
   * How much captured sound is not committed yet.
   */
  properties[PROP_UNSAVED_MS] =
      g_param_spec_int64 ("unsaved-ms", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * OnsiteLibrary:write-error:
   *
   * Why the last attempt to commit sound failed, %NULL if it did not.
   */
  properties[PROP_WRITE_ERROR] = g_param_spec_boxed ("write-error",
                                                     NULL,
                                                     NULL,
                                                     G_TYPE_ERROR,
                                                     flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
  signals[SOUND_REFUSED] = g_signal_new ("sound-refused",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         G_TYPE_STRING,
                                         G_TYPE_ERROR);
  signals[RESERVE_RELEASED] = g_signal_new ("reserve-released",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);
}

static void
emit_changed (gpointer object, const char *loop)
{
  g_signal_emit (object, signals[CHANGED], 0, loop);
}

static void
emit_sound_refused (gpointer object, const char *clip)
{
  g_autoptr (GError) error = g_error_new_literal (
      ONSITE_LIBRARY_ERROR,
      ONSITE_LIBRARY_ERROR_REFUSED,
      C_ ("error",
          "The sound of an answer can't be saved any more: its place in the library is gone, or "
          "taken by something else. All other sound is kept. Give that answer once more."));

  g_signal_emit (object, signals[SOUND_REFUSED], 0, clip, error);
}

static void
emit_reserve_released (gpointer object, const char *unused)
{
  g_signal_emit (object, signals[RESERVE_RELEASED], 0);
}

static gboolean
are_errors_equal (const GError *a, const GError *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_error_matches (a, b->domain, b->code) && g_str_equal (a->message, b->message);
}

static GError *
dup_writer_error (OnsiteLibrary *self)
{
  GError *error = NULL;

  g_rw_lock_reader_lock (&self->lock);
  if (self->writer != NULL)
    error = onsite_writer_dup_error (self->writer);
  g_rw_lock_reader_unlock (&self->lock);

  return error;
}

static void
notify_unsaved (gpointer object, const char *unused)
{
  OnsiteLibrary *self = object;
  gint64 unsaved_ms = onsite_library_get_unsaved_ms (self);
  g_autoptr (GError) error = dup_writer_error (self);

  g_object_freeze_notify (object);
  if (!are_errors_equal (error, self->write_error))
    {
      g_clear_error (&self->write_error);
      self->write_error = g_steal_pointer (&error);
      g_object_notify_by_pspec (object, properties[PROP_WRITE_ERROR]);
    }
  if (unsaved_ms != self->told_unsaved_ms)
    {
      self->told_unsaved_ms = unsaved_ms;
      g_object_notify_by_pspec (object, properties[PROP_UNSAVED_MS]);
    }
  g_object_thaw_notify (object);
}

static void
on_unsaved_changed (gpointer notifier)
{
  onsite_notifier_send (notifier, notify_unsaved, NULL);
}

static void
on_refused (const char *clip, const GError *error, gpointer notifier)
{
  g_message ("No more sound of clip %s is kept: %s", clip, error->message);
  onsite_notifier_send (notifier, emit_sound_refused, clip);
}

static void
on_reserve_released (gpointer notifier)
{
  g_message ("The disk of the library is full, and what was set aside on it is given back");
  onsite_notifier_send (notifier, emit_reserve_released, NULL);
}

static void
on_committed (GHashTable *loops, gpointer notifier)
{
  GHashTableIter iter;
  gpointer loop;

  if (g_hash_table_size (loops) == 0)
    onsite_notifier_send (notifier, emit_changed, NULL);

  g_hash_table_iter_init (&iter, loops);
  while (g_hash_table_iter_next (&iter, &loop, NULL))
    onsite_notifier_send (notifier, emit_changed, loop);
}

static OnsiteLibrary *
open_in_context (const char *path,
                 OnsiteLibraryOpenFlags flags,
                 GMainContext *context,
                 GError **error)
{
  static const OnsiteWriterHooks hooks = { on_committed,
                                           on_unsaved_changed,
                                           on_refused,
                                           on_reserve_released };
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (OnsiteOpening) opening = onsite_opening_new (absolute,
                                                          (flags & ONSITE_LIBRARY_OPEN_CREATE) != 0,
                                                          (flags & ONSITE_LIBRARY_OPEN_READ_ONLY) !=
                                                              0,
                                                          error);
  OnsiteLibrary *self;

  if (opening == NULL)
    return NULL;

  self = g_object_new (ONSITE_TYPE_LIBRARY, NULL);
  self->path = g_steal_pointer (&absolute);
  self->read_only = opening->writer == NULL;
  self->is_newer = opening->is_newer;
  self->notifier = onsite_notifier_new (self, context);
  self->reading = onsite_reading_new (g_steal_pointer (&opening->reader));
  self->right = g_steal_pointer (&opening->lock);
  if (!self->read_only)
    {
      self->writer = onsite_writer_new (g_steal_pointer (&opening->writer), &hooks, self->notifier);
      self->clips = onsite_clip_writer_new (self->writer);
    }

  return self;
}

OnsiteLibrary *
onsite_library_open (const char *path, OnsiteLibraryOpenFlags flags, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (path != NULL, NULL);

  return open_in_context (path, flags, context, error);
}

typedef struct
{
  char *path;
  OnsiteLibraryOpenFlags flags;
} OpenRequest;

static void
open_request_free (OpenRequest *request)
{
  g_free (request->path);
  g_free (request);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenRequest *request = data;
  GError *error = NULL;
  OnsiteLibrary *self = open_in_context (request->path,
                                         request->flags,
                                         g_task_get_context (task),
                                         &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
onsite_library_open_async (const char *path,
                           OnsiteLibraryOpenFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OpenRequest *request;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  request = g_new0 (OpenRequest, 1);
  request->path = g_strdup (path);
  request->flags = flags;
  g_task_set_source_tag (task, onsite_library_open_async);
  g_task_set_task_data (task, request, (GDestroyNotify) open_request_free);
  g_task_run_in_thread (task, open_in_thread);
}

OnsiteLibrary *
onsite_library_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
onsite_library_get_path (OnsiteLibrary *self)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), NULL);

  return self->path;
}

gboolean
onsite_library_get_read_only (OnsiteLibrary *self)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), TRUE);

  return self->read_only;
}

gboolean
onsite_library_close (OnsiteLibrary *self, GError **error)
{
  gboolean is_flushed = TRUE;

  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), FALSE);

  g_rw_lock_reader_lock (&self->lock);
  if (self->writer != NULL)
    is_flushed = onsite_writer_flush (self->writer, error);
  g_rw_lock_reader_unlock (&self->lock);

  if (is_flushed)
    close_all (self);

  return is_flushed;
}

static GError *
new_closed_error (OnsiteLibrary *self)
{
  g_autofree char *name = g_filename_display_name (self->path);

  return g_error_new (ONSITE_LIBRARY_ERROR,
                      ONSITE_LIBRARY_ERROR_FAILED,
                      C_ ("error", "The library “%s” is closed. Open it again."),
                      name);
}

static GError *
new_read_only_error (OnsiteLibrary *self)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (self->is_newer)
    return g_error_new (ONSITE_LIBRARY_ERROR,
                        ONSITE_LIBRARY_ERROR_TOO_NEW,
                        C_ ("error",
                            "The library “%s” was made by a newer Onsite, so this one only reads "
                            "it. Update Onsite to go on with it."),
                        name);

  return g_error_new (ONSITE_LIBRARY_ERROR,
                      ONSITE_LIBRARY_ERROR_READ_ONLY,
                      C_ ("error",
                          "The library “%s” is open only to read. Open it where it can be written "
                          "to change something."),
                      name);
}

static void
push_change (OnsiteLibrary *self,
             OnsiteChange *change,
             GCancellable *cancellable,
             OnsiteWriterDone done,
             gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_rw_lock_reader_lock (&self->lock);
  if (self->writer != NULL)
    onsite_writer_push_change (self->writer,
                               g_steal_pointer (&change),
                               cancellable,
                               done,
                               user_data);
  g_rw_lock_reader_unlock (&self->lock);

  if (change == NULL)
    return;

  onsite_change_unref (change);
  error = self->read_only ? new_read_only_error (self) : new_closed_error (self);
  done (error, user_data);
}

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean is_done;
  GError *error;
} Wait;

static void
end_wait (const GError *error, gpointer data)
{
  Wait *wait = data;

  g_mutex_lock (&wait->mutex);
  wait->error = error != NULL ? g_error_copy (error) : NULL;
  wait->is_done = TRUE;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->mutex);
}

gboolean
onsite_library_commit (OnsiteLibrary *self, OnsiteChange *change, GError **error)
{
  Wait wait = { .is_done = FALSE };

  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  g_mutex_init (&wait.mutex);
  g_cond_init (&wait.cond);
  push_change (self, change, NULL, end_wait, &wait);

  g_mutex_lock (&wait.mutex);
  while (!wait.is_done)
    g_cond_wait (&wait.cond, &wait.mutex);
  g_mutex_unlock (&wait.mutex);
  g_mutex_clear (&wait.mutex);
  g_cond_clear (&wait.cond);

  if (wait.error == NULL)
    return TRUE;

  g_propagate_error (error, wait.error);

  return FALSE;
}

static void
end_commit (const GError *error, gpointer data)
{
  if (error != NULL)
    onsite_reply (data, NULL, NULL, g_error_copy (error));
  else
    onsite_reply (data, GINT_TO_POINTER (TRUE), NULL, NULL);
}

void
onsite_library_commit_async (OnsiteLibrary *self,
                             OnsiteChange *change,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_LIBRARY (self));
  g_return_if_fail (change != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_library_commit_async);
  /* What was committed is not to be called cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  push_change (self, change, cancellable, end_commit, task);
}

gboolean
onsite_library_commit_finish (OnsiteLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

gpointer
onsite_library_read (OnsiteLibrary *self, OnsiteReadingFunc func, gpointer request, GError **error)
{
  gpointer result = NULL;

  g_rw_lock_reader_lock (&self->lock);
  if (self->reading != NULL)
    result = onsite_reading_run (self->reading, func, request, NULL, error);
  else
    g_propagate_error (error, new_closed_error (self));
  g_rw_lock_reader_unlock (&self->lock);

  return result;
}

void
onsite_library_read_async (OnsiteLibrary *self,
                           OnsiteReadingFunc func,
                           GDestroyNotify destroy,
                           GTask *task)
{
  gboolean is_open;

  g_rw_lock_reader_lock (&self->lock);
  is_open = self->reading != NULL;
  if (is_open)
    onsite_reading_start (self->reading, func, destroy, task);
  g_rw_lock_reader_unlock (&self->lock);

  if (!is_open)
    onsite_reply (task, NULL, NULL, new_closed_error (self));
}

void
onsite_library_begin_clip (OnsiteLibrary *self,
                           const char *take,
                           guint turn,
                           const char *clip,
                           guint pre_skip_samples,
                           GBytes *codec_head,
                           gint64 created_at_us)
{
  g_return_if_fail (ONSITE_IS_LIBRARY (self) && !self->read_only);
  g_return_if_fail (take != NULL && clip != NULL && codec_head != NULL);

  g_rw_lock_reader_lock (&self->lock);
  if (self->clips != NULL)
    onsite_clip_writer_begin (self->clips,
                              take,
                              turn,
                              clip,
                              pre_skip_samples,
                              codec_head,
                              created_at_us);
  g_rw_lock_reader_unlock (&self->lock);
}

void
onsite_library_begin_segment (OnsiteLibrary *self,
                              const char *clip,
                              guint index,
                              gint64 start_samples,
                              gint64 gap_us)
{
  g_return_if_fail (ONSITE_IS_LIBRARY (self) && !self->read_only);
  g_return_if_fail (clip != NULL && start_samples >= 0);

  g_rw_lock_reader_lock (&self->lock);
  if (self->clips != NULL)
    onsite_clip_writer_begin_segment (self->clips, clip, index, start_samples, gap_us);
  g_rw_lock_reader_unlock (&self->lock);
}

void
onsite_library_append_chunk (OnsiteLibrary *self, const char *clip, const OnsiteChunk *chunk)
{
  g_return_if_fail (ONSITE_IS_LIBRARY (self) && !self->read_only);
  g_return_if_fail (clip != NULL && chunk != NULL && chunk->packets != NULL);
  g_return_if_fail (chunk->start_samples >= 0 && chunk->n_samples > 0);

  g_rw_lock_reader_lock (&self->lock);
  if (self->clips != NULL)
    onsite_clip_writer_append (self->clips, clip, chunk);
  g_rw_lock_reader_unlock (&self->lock);
}

void
onsite_library_end_clip (OnsiteLibrary *self, const char *clip, gint64 n_samples)
{
  onsite_library_end_measured_clip (self, clip, n_samples, NULL);
}

void
onsite_library_end_measured_clip (OnsiteLibrary *self,
                                  const char *clip,
                                  gint64 n_samples,
                                  const OnsiteReceipt *receipt)
{
  g_return_if_fail (ONSITE_IS_LIBRARY (self) && !self->read_only);
  g_return_if_fail (clip != NULL && n_samples >= 0);

  g_rw_lock_reader_lock (&self->lock);
  if (self->clips != NULL)
    onsite_clip_writer_end (self->clips, clip, n_samples, receipt);
  g_rw_lock_reader_unlock (&self->lock);
}

gint64
onsite_library_get_unsaved_ms (OnsiteLibrary *self)
{
  gint64 unsaved_ms = 0;

  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), 0);

  g_rw_lock_reader_lock (&self->lock);
  if (self->writer != NULL)
    unsaved_ms = onsite_writer_get_unsaved_ms (self->writer);
  g_rw_lock_reader_unlock (&self->lock);

  return unsaved_ms;
}

const GError *
onsite_library_get_write_error (OnsiteLibrary *self)
{
  g_return_val_if_fail (ONSITE_IS_LIBRARY (self), NULL);

  return self->write_error;
}
