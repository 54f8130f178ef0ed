/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-recorder.h"

#include <glib/gi18n-lib.h>

#include "onsite-capture.h"
#include "onsite-preroll.h"
#include "onsite-recording.h"

#define PREROLL_US           (100 * G_TIME_SPAN_MILLISECOND)
#define LEVEL_SAMPLES        (ONSITE_AUDIO_RATE / 20)
#define WATCHDOG_INTERVAL_MS 250
#define STALL_US             G_USEC_PER_SEC
/* What a sound server still holds when a clip's end has been marked. */
#define IN_FLIGHT_TIMEOUT_US (300 * G_TIME_SPAN_MILLISECOND)
/* The encoder needs 20 ms for a second of sound: it has hung, if it is not done by now. */
#define ENCODE_TIMEOUT_US (10 * G_USEC_PER_SEC)
#define SILENCE_DBFS      -100.0

typedef enum
{
  STATE_CLOSED,
  STATE_OPENING,
  STATE_OPEN,
  STATE_CLOSING,
} State;

struct _OnsiteRecorder
{
  GObject parent_instance;

  OnsiteSourceFunc source;
  gpointer source_data;
  GDestroyNotify source_destroy;
  OnsiteClipSink *sink;

  /* Of the thread that made it. */
  GMainContext *context;
  State state;
  OnsiteCapture *capture;
  GError *failure;
  GPtrArray *close_tasks;
  GSource *watchdog;
  gboolean stalled;
  double level;
  gint64 elapsed_ms;

  /* Shared with the capture's and the encoders' threads. */
  GMutex lock;
  GCond changed;
  GPtrArray *clips; /* until the sink has got their ends */
  OnsiteRecording *running;
  gboolean deaf; /* nothing comes until it's opened again */
  OnsitePreroll preroll;
  guint window_peak;
  gsize window_samples;
  double captured_level;
  gint64 captured_ms;
  gboolean update_pending;
};

enum
{
  PROP_0,
  PROP_LEVEL,
  PROP_LISTENING,
  PROP_STALLED,
  PROP_ELAPSED_MS,
  N_PROPERTIES,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteRecorder, onsite_recorder, G_TYPE_OBJECT)

static void close_recorder (OnsiteRecorder *self);

static void
onsite_recorder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_double (value, self->level);
      break;
    case PROP_LISTENING:
      g_value_set_boolean (value, onsite_recorder_get_listening (self));
      break;
    case PROP_STALLED:
      g_value_set_boolean (value, self->stalled);
      break;
    case PROP_ELAPSED_MS:
      g_value_set_int64 (value, onsite_recorder_get_elapsed_ms (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_recorder_dispose (GObject *object)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);

  if (self->watchdog)
    g_source_destroy (self->watchdog);
  g_clear_pointer (&self->watchdog, g_source_unref);
  if (self->capture)
    onsite_capture_stop (self->capture);
  g_clear_object (&self->capture);
  G_OBJECT_CLASS (onsite_recorder_parent_class)->dispose (object);
}

static void
onsite_recorder_finalize (GObject *object)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);

  if (self->source_destroy)
    self->source_destroy (self->source_data);
  onsite_clip_sink_unref (self->sink);
  g_ptr_array_unref (self->clips);
  g_ptr_array_unref (self->close_tasks);
  g_clear_error (&self->failure);
  g_main_context_unref (self->context);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (onsite_recorder_parent_class)->finalize (object);
}

static void
onsite_recorder_class_init (OnsiteRecorderClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onsite_recorder_get_property;
  object_class->dispose = onsite_recorder_dispose;
  object_class->finalize = onsite_recorder_finalize;

  properties[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, SILENCE_DBFS, 0, SILENCE_DBFS, flags);
  properties[PROP_LISTENING] = g_param_spec_boolean ("listening", NULL, NULL, FALSE, flags);
  properties[PROP_STALLED] = g_param_spec_boolean ("stalled", NULL, NULL, FALSE, flags);
  properties[PROP_ELAPSED_MS] =
      g_param_spec_int64 ("elapsed-ms", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[FAILED] = g_signal_new ("failed",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
onsite_recorder_init (OnsiteRecorder *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->clips = g_ptr_array_new_with_free_func (g_object_unref);
  self->close_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->level = SILENCE_DBFS;
  self->deaf = TRUE;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
}

/* Not g_main_context_invoke(): that may run it in the calling thread. */
static void
run_in_context (OnsiteRecorder *self, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, self->context);
}

/* What comes from other threads, handled in the recorder's own. */

typedef struct
{
  OnsiteRecorder *recorder;
  OnsiteRecording *recording; /* (nullable): to be freed */
  GError *error;              /* (nullable) */
} Event;

static void
event_free (gpointer data)
{
  Event *event = data;

  g_clear_object (&event->recording);
  g_clear_error (&event->error);
  g_object_unref (event->recorder);
  g_free (event);
}

static void
fail (OnsiteRecorder *self, const GError *error)
{
  /* While it opens or closes, the failure is told when that is done. */
  if (self->state == STATE_CLOSED || self->failure)
    return;
  self->failure = g_error_copy (error);
  close_recorder (self);
}

static gboolean
handle_event (gpointer data)
{
  Event *event = data;

  if (event->error)
    fail (event->recorder, event->error);
  return G_SOURCE_REMOVE;
}

static void
send_event (OnsiteRecorder *self, OnsiteRecording *recording, const GError *error)
{
  Event *event = g_new0 (Event, 1);

  event->recorder = g_object_ref (self);
  event->recording = recording;
  event->error = error ? g_error_copy (error) : NULL;
  run_in_context (self, handle_event, event, event_free);
}

static void
set_stalled (OnsiteRecorder *self, gboolean stalled)
{
  if (self->stalled == stalled)
    return;
  self->stalled = stalled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALLED]);
}

static void
set_level (OnsiteRecorder *self, double level)
{
  level = CLAMP (level, SILENCE_DBFS, 0);
  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static gboolean
handle_update (gpointer user_data)
{
  OnsiteRecorder *self = user_data;
  gint64 elapsed_ms;
  double level;

  g_mutex_lock (&self->lock);
  level = self->captured_level;
  elapsed_ms = self->captured_ms;
  self->update_pending = FALSE;
  g_mutex_unlock (&self->lock);
  if (self->state != STATE_OPEN)
    return G_SOURCE_REMOVE;
  set_stalled (self, FALSE);
  set_level (self, level);
  if (self->elapsed_ms != elapsed_ms)
    {
      self->elapsed_ms = elapsed_ms;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ELAPSED_MS]);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
on_watchdog (gpointer user_data)
{
  OnsiteRecorder *self = user_data;

  if (onsite_capture_get_silent_us (self->capture) > STALL_US)
    {
      set_level (self, SILENCE_DBFS);
      set_stalled (self, TRUE);
    }
  return G_SOURCE_CONTINUE;
}

/* In the capture's thread, with the lock held. */

static gint64
get_running_ms (OnsiteRecorder *self)
{
  if (!self->running)
    return self->captured_ms;
  return onsite_recording_get_n_samples (self->running) * 1000 / ONSITE_AUDIO_RATE;
}

static void
measure_level (OnsiteRecorder *self, const gint16 *samples, gsize n_samples)
{
  self->window_peak = MAX (self->window_peak, onsite_audio_peak (samples, n_samples));
  self->window_samples += n_samples;
  if (self->window_samples < LEVEL_SAMPLES)
    return;
  self->captured_level = onsite_audio_peak_to_dbfs (self->window_peak);
  self->captured_ms = get_running_ms (self);
  self->window_peak = 0;
  self->window_samples = 0;
  if (self->update_pending)
    return;
  self->update_pending = TRUE;
  run_in_context (self, handle_update, g_object_ref (self), g_object_unref);
}

static void
on_block (const gint16 *samples, gsize n_samples, gint64 time_us, gpointer user_data)
{
  OnsiteRecorder *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  for (guint i = 0; i < self->clips->len; i++)
    onsite_recording_feed (self->clips->pdata[i], samples, n_samples, time_us);
  onsite_preroll_push (&self->preroll, samples, n_samples, time_us);
  measure_level (self, samples, n_samples);
  g_cond_broadcast (&self->changed);
}

static void
on_gone (const GError *error, gpointer user_data)
{
  send_event (user_data, NULL, error);
}

/* In an encoder's thread, where its recording cannot be freed. */
static void
on_clip_done (OnsiteRecording *recording, const GError *error, gpointer user_data)
{
  OnsiteRecorder *self = user_data;
  guint index;

  g_mutex_lock (&self->lock);
  if (self->running == recording)
    self->running = NULL;
  if (g_ptr_array_find (self->clips, recording, &index))
    g_ptr_array_steal_index (self->clips, index);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  send_event (self, recording, error);
  g_object_unref (self);
}

/* Nothing comes any more. All clips get their ends but one that still runs: that
 * goes on when the source is back. */
static void
go_deaf (OnsiteRecorder *self)
{
  self->deaf = TRUE;
  for (guint i = 0; i < self->clips->len; i++)
    if (self->clips->pdata[i] != self->running)
      onsite_recording_cut (self->clips->pdata[i]);
  self->captured_ms = get_running_ms (self);
}

/* Opening. */

static void
open_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  static const OnsiteCaptureFuncs funcs = { on_block, on_gone };
  OnsiteRecorder *self = source_object;
  g_autoptr (OnsiteCapture) capture = NULL;
  GError *error = NULL;

  if (!onsite_audio_init (&error) ||
      !(capture = onsite_capture_new (self->source (self->source_data), &funcs, self, &error)) ||
      !onsite_capture_start (capture, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&capture), g_object_unref);
}

static void
start_watchdog (OnsiteRecorder *self)
{
  self->watchdog = g_timeout_source_new (WATCHDOG_INTERVAL_MS);
  g_source_set_callback (self->watchdog, on_watchdog, self, NULL);
  g_source_attach (self->watchdog, self->context);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  self->capture = g_task_propagate_pointer (G_TASK (result), &error);
  self->state = self->capture ? STATE_OPEN : STATE_CLOSED;
  if (self->capture)
    {
      start_watchdog (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LISTENING]);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_mutex_lock (&self->lock);
      go_deaf (self);
      g_mutex_unlock (&self->lock);
      g_clear_error (&self->failure);
      g_task_return_error (task, error);
    }
  /* Something happened meanwhile. */
  if (self->close_tasks->len > 0 || self->failure)
    close_recorder (self);
}

/* Closing. */

static gboolean
waits_for_sound (OnsiteRecorder *self)
{
  for (guint i = 0; i < self->clips->len; i++)
    if (self->clips->pdata[i] != self->running &&
        !onsite_recording_is_finished (self->clips->pdata[i]))
      return TRUE;
  return FALSE;
}

/* A sealed clip gets what the source still holds of it. */
static void
wait_for_sound (OnsiteRecorder *self)
{
  gint64 deadline_us = g_get_monotonic_time () + IN_FLIGHT_TIMEOUT_US;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (waits_for_sound (self))
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      break;
}

static gboolean
finish_clips (OnsiteRecorder *self)
{
  gint64 deadline_us = g_get_monotonic_time () + ENCODE_TIMEOUT_US;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  go_deaf (self);
  while (self->clips->len > (self->running ? 1 : 0))
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      return FALSE;
  return TRUE;
}

static void
close_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  OnsiteRecorder *self = source_object;
  OnsiteCapture *capture = task_data;

  wait_for_sound (self);
  if (capture)
    onsite_capture_stop (capture);
  if (!finish_clips (self))
    g_task_return_new_error (task,
                             ONSITE_AUDIO_ERROR,
                             ONSITE_AUDIO_ERROR_FAILED,
                             C_ ("error",
                                 "The last seconds could not be encoded. What was encoded before "
                                 "is kept."));
  else
    g_task_return_boolean (task, TRUE);
}

static void
return_close_tasks (OnsiteRecorder *self, const GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->close_tasks);

  self->close_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    if (error)
      g_task_return_error (tasks->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (tasks->pdata[i], TRUE);
}

static void
on_closed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);
  g_autoptr (GError) failure = g_steal_pointer (&self->failure);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_object (&self->capture);
  self->state = STATE_CLOSED;
  set_level (self, SILENCE_DBFS);
  set_stalled (self, FALSE);
  if (failure)
    g_signal_emit (self, signals[FAILED], 0, failure);
  /* Closing ends the clip that a failure leaves running. */
  if (failure && self->close_tasks->len > 0)
    close_recorder (self);
  else
    return_close_tasks (self, error);
}

static void
stop_listening (OnsiteRecorder *self)
{
  self->state = STATE_CLOSING;
  if (!self->watchdog)
    return;
  g_source_destroy (self->watchdog);
  g_clear_pointer (&self->watchdog, g_source_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LISTENING]);
}

static gboolean
has_clips (OnsiteRecorder *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->clips->len > 0;
}

static void
close_recorder (OnsiteRecorder *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->state == STATE_OPENING || self->state == STATE_CLOSING)
    return;
  if (self->state == STATE_CLOSED && !has_clips (self))
    {
      return_close_tasks (self, NULL);
      return;
    }
  if (!self->failure)
    onsite_recorder_seal_clip (self);
  stop_listening (self);
  task = g_task_new (self, NULL, on_closed, NULL);
  g_task_set_source_tag (task, close_recorder);
  if (self->capture)
    g_task_set_task_data (task, g_object_ref (self->capture), g_object_unref);
  g_task_run_in_thread (task, close_in_thread);
}

OnsiteRecorder *
onsite_recorder_new (OnsiteSourceFunc source,
                     gpointer source_data,
                     GDestroyNotify source_destroy,
                     const OnsiteRecorderSink *sink,
                     gpointer sink_data,
                     GDestroyNotify sink_destroy)
{
  OnsiteRecorder *self = g_object_new (ONSITE_TYPE_RECORDER, NULL);

  self->source = source;
  self->source_data = source_data;
  self->source_destroy = source_destroy;
  self->sink = onsite_clip_sink_new (sink, sink_data, sink_destroy);
  return self;
}

void
onsite_recorder_open_async (OnsiteRecorder *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) worker = NULL;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_recorder_open_async);
  if (self->state != STATE_CLOSED)
    {
      g_task_return_new_error (task,
                               G_IO_ERROR,
                               G_IO_ERROR_PENDING,
                               C_ ("error", "The microphone is in use by this program already."));
      return;
    }
  self->state = STATE_OPENING;
  g_mutex_lock (&self->lock);
  self->deaf = FALSE;
  onsite_preroll_clear (&self->preroll);
  g_mutex_unlock (&self->lock);
  worker = g_task_new (self, cancellable, on_opened, g_steal_pointer (&task));
  g_task_set_source_tag (worker, onsite_recorder_open_async);
  /* Connecting to a server that hangs cannot be interrupted. */
  g_task_set_return_on_cancel (worker, TRUE);
  g_task_run_in_thread (worker, open_in_thread);
}

gboolean
onsite_recorder_open_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
onsite_recorder_close_async (OnsiteRecorder *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_recorder_close_async);
  g_ptr_array_add (self->close_tasks, task);
  close_recorder (self);
}

gboolean
onsite_recorder_close_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
start_clip (OnsiteRecorder *self, OnsiteRecording *recording)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const gint16 *samples;
  gsize n_samples;
  gint64 time_us;

  samples = onsite_preroll_get (&self->preroll, &n_samples, &time_us);
  onsite_recording_feed (recording, samples, n_samples, time_us);
  g_ptr_array_add (self->clips, recording);
  self->running = recording;
  self->captured_ms = 0;
}

gboolean
onsite_recorder_begin_clip (OnsiteRecorder *self, const char *clip)
{
  OnsiteRecording *recording;
  g_autoptr (GError) error = NULL;
  gint64 start_us;

  g_return_val_if_fail (ONSITE_IS_RECORDER (self), FALSE);
  g_return_val_if_fail (clip, FALSE);

  if (self->state != STATE_OPEN)
    return FALSE;
  start_us = onsite_capture_now_us () - PREROLL_US;
  onsite_recorder_seal_clip (self);
  recording = onsite_recording_new (clip, start_us, self->sink, on_clip_done, self, &error);
  if (!recording)
    {
      send_event (self, NULL, error);
      return FALSE;
    }
  g_object_ref (self); /* until on_clip_done() */
  start_clip (self, recording);
  return TRUE;
}

void
onsite_recorder_end_clip (OnsiteRecorder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->lock);
  if (self->running)
    onsite_recording_mark_end (self->running, onsite_capture_now_us ());
}

void
onsite_recorder_pause_clip (OnsiteRecorder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->lock);
  if (self->running)
    onsite_recording_pause (self->running, onsite_capture_now_us ());
}

void
onsite_recorder_resume_clip (OnsiteRecorder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->lock);
  if (self->running)
    onsite_recording_resume (self->running, onsite_capture_now_us ());
}

void
onsite_recorder_reopen_clip (OnsiteRecorder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->lock);
  if (self->running)
    onsite_recording_clear_end (self->running);
}

void
onsite_recorder_seal_clip (OnsiteRecorder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->lock);
  if (!self->running)
    return;
  if (!self->deaf && !onsite_recording_has_end (self->running))
    onsite_recording_mark_end (self->running, onsite_capture_now_us ());
  self->captured_ms = get_running_ms (self);
  if (self->deaf)
    onsite_recording_cut (self->running);
  else
    onsite_recording_seal (self->running);
  self->running = NULL;
}

double
onsite_recorder_get_level (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), SILENCE_DBFS);

  return self->level;
}

gboolean
onsite_recorder_get_listening (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), FALSE);

  return self->state == STATE_OPEN;
}

gboolean
onsite_recorder_get_stalled (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), FALSE);

  return self->stalled;
}

gint64
onsite_recorder_get_elapsed_ms (OnsiteRecorder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (ONSITE_IS_RECORDER (self), 0);

  locker = g_mutex_locker_new (&self->lock);
  return get_running_ms (self);
}
