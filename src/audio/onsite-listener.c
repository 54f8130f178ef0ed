/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-listener.h"

#include <glib/gi18n-lib.h>

#include "onsite-audio.h"
#include "onsite-device-kind.h"
#include "onsite-devices.h"

#define WATCHDOG_INTERVAL_MS 250
#define STALL_US             G_USEC_PER_SEC

typedef enum
{
  STATE_CLOSED,
  STATE_OPENING,
  STATE_OPEN,
  STATE_CLOSING,
} State;

struct _OnsiteListener
{
  OnsiteSourceFunc source;
  gpointer source_data;
  GDestroyNotify source_destroy;
  OnsiteRecordings *recordings;
  OnsiteListenerFuncs funcs;
  GObject *owner;

  GMainContext *context;
  State state;
  OnsiteCapture *capture;
  char *device;        /* (nullable): which it comes from */
  gint had_microphone; /* atomic */
  gint takes_sound;    /* atomic */
  GError *failure;
  GPtrArray *close_tasks;
  GSource *watchdog;
  gint64 watched_us; /* when it looked last */
  gboolean stalled;
};

static void close_capture (OnsiteListener *self);

OnsiteListener *
onsite_listener_new (OnsiteSourceFunc source,
                     gpointer source_data,
                     GDestroyNotify source_destroy,
                     OnsiteRecordings *recordings,
                     const OnsiteListenerFuncs *funcs,
                     GObject *owner)
{
  OnsiteListener *self = g_new0 (OnsiteListener, 1);

  self->source = source;
  self->source_data = source_data;
  self->source_destroy = source_destroy;
  self->recordings = recordings;
  self->funcs = *funcs;
  self->owner = owner;
  self->context = g_main_context_ref_thread_default ();
  self->close_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static void
stop_watchdog (OnsiteListener *self)
{
  g_source_destroy (self->watchdog);
  g_clear_pointer (&self->watchdog, g_source_unref);
}

void
onsite_listener_stop (OnsiteListener *self)
{
  if (self->watchdog)
    stop_watchdog (self);
  if (self->capture)
    onsite_capture_stop (self->capture);
  g_clear_object (&self->capture);
}

void
onsite_listener_free (OnsiteListener *self)
{
  if (self->source_destroy)
    self->source_destroy (self->source_data);
  g_ptr_array_unref (self->close_tasks);
  g_clear_error (&self->failure);
  g_free (self->device);
  g_main_context_unref (self->context);
  g_free (self);
}

/* What comes from other threads, handled in the listener's own. */

/* Not g_main_context_invoke(): that may run it in the calling thread. */
void
onsite_listener_run (OnsiteListener *self,
                     GSourceFunc function,
                     gpointer data,
                     GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, self->context);
}

typedef struct
{
  OnsiteListener *listener;
  GObject *owner;             /* keeps the listener */
  OnsiteRecording *recording; /* (nullable): to be freed */
  GError *error;              /* (nullable) */
} Event;

static void
event_free (gpointer data)
{
  Event *event = data;

  g_clear_object (&event->recording);
  g_clear_error (&event->error);
  g_object_unref (event->owner);
  g_free (event);
}

static void
fail (OnsiteListener *self, const GError *error)
{
  /* While it opens or closes, the failure is told when that is done. */
  if (self->state == STATE_CLOSED || self->failure)
    return;
  self->failure = g_error_copy (error);
  close_capture (self);
}

static gboolean
handle_event (gpointer data)
{
  Event *event = data;

  if (event->error)
    fail (event->listener, event->error);
  return G_SOURCE_REMOVE;
}

void
onsite_listener_tell (OnsiteListener *self, OnsiteRecording *recording, const GError *error)
{
  Event *event = g_new0 (Event, 1);

  event->listener = self;
  event->owner = g_object_ref (self->owner);
  event->recording = recording;
  event->error = error ? g_error_copy (error) : NULL;
  onsite_listener_run (self, handle_event, event, event_free);
}

static void
on_block (const gint16 *samples,
          gsize n_samples,
          gint64 time_us,
          gint64 since_us,
          gpointer user_data)
{
  OnsiteListener *self = user_data;

  if (g_atomic_int_get (&self->takes_sound))
    onsite_recordings_feed (self->recordings, samples, n_samples, time_us, since_us);
}

static void
on_clipped (guint n_clipped, gpointer user_data)
{
  OnsiteListener *self = user_data;

  if (g_atomic_int_get (&self->takes_sound))
    onsite_recordings_add_clipped (self->recordings, n_clipped);
}

static void
on_gone (const GError *error, gpointer user_data)
{
  onsite_listener_tell (user_data, NULL, error);
}

/* Watching. */

static void
set_stalled (OnsiteListener *self, gboolean stalled)
{
  if (self->stalled == stalled)
    return;
  self->stalled = stalled;
  self->funcs.notify ("stalled", self->owner);
}

/* The device. */

static GError *
make_none_error (void)
{
  return g_error_new_literal (ONSITE_AUDIO_ERROR,
                              ONSITE_AUDIO_ERROR_NO_DEVICE,
                              C_ ("error",
                                  "There is no microphone, only what a loudspeaker plays. Plug one "
                                  "in, or choose one."));
}

static void
tell_origin (OnsiteListener *self)
{
  onsite_recordings_hear_from (self->recordings,
                               onsite_device_kind_from_id (self->device),
                               onsite_capture_get_processing (self->capture));
}

static void
take_device (OnsiteListener *self, char *device)
{
  g_autofree char *before = self->device;

  self->device = device;
  tell_origin (self);
  if (!onsite_devices_is_monitor (device))
    g_atomic_int_set (&self->had_microphone, TRUE);
  if (g_strcmp0 (before, device) != 0)
    self->funcs.notify ("device", self->owner);
}

/* A server that has lost its last microphone goes on with what a loudspeaker plays. */
static gboolean
is_robbed (OnsiteListener *self, const char *device)
{
  return self->device && !onsite_devices_is_monitor (self->device) &&
         onsite_devices_is_monitor (device);
}

static void
read_device_in_thread (GTask *task,
                       gpointer source_object,
                       gpointer task_data,
                       GCancellable *cancellable)
{
  g_task_return_pointer (task, onsite_capture_read_device (task_data), g_free);
}

static void
on_device_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OnsiteListener *self = user_data;
  g_autofree char *device = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Of one that was closed meanwhile nobody wants to know. */
  if (!device || g_task_get_task_data (G_TASK (result)) != self->capture)
    return;
  if (is_robbed (self, device))
    {
      g_autoptr (GError) error = make_none_error ();

      on_gone (error, self);
    }
  else
    take_device (self, g_steal_pointer (&device));
}

static void
read_device (OnsiteListener *self)
{
  g_autoptr (GTask) task = g_task_new (self->owner, NULL, on_device_read, self);

  g_task_set_source_tag (task, read_device);
  g_task_set_task_data (task, g_object_ref (self->capture), g_object_unref);
  g_task_run_in_thread (task, read_device_in_thread);
}

/* A program that was kept waiting itself can't say that it was the microphone. */
static gboolean
was_awake (OnsiteListener *self)
{
  const gint64 before_us = self->watched_us;

  self->watched_us = g_get_monotonic_time ();
  return self->watched_us - before_us < 2 * WATCHDOG_INTERVAL_MS * G_TIME_SPAN_MILLISECOND;
}

static gboolean
on_watchdog (gpointer user_data)
{
  OnsiteListener *self = user_data;

  if (onsite_capture_take_moved (self->capture))
    read_device (self);

  if (was_awake (self) && onsite_capture_get_silent_us (self->capture) > STALL_US)
    {
      self->funcs.quiet (self->owner);
      set_stalled (self, TRUE);
    }
  return G_SOURCE_CONTINUE;
}

static void
start_watchdog (OnsiteListener *self)
{
  self->watched_us = g_get_monotonic_time ();
  self->watchdog = g_timeout_source_new (WATCHDOG_INTERVAL_MS);
  g_source_set_callback (self->watchdog, on_watchdog, self, NULL);
  g_source_attach (self->watchdog, self->context);
}

/* Opening. */

/* What may be listened to. */
typedef enum
{
  WELCOME_ANY,
  WELCOME_NAMED,      /* a microphone, and what a loudspeaker plays if it was named */
  WELCOME_MICROPHONE, /* nothing else */
} Welcome;

/* What a loudspeaker plays is no answer: it is better said that there is no microphone. A
 * server may give another device than the one that was named, and say nothing of it. */
static gboolean
is_welcome (OnsiteCapture *capture, Welcome welcome, const char *named)
{
  g_autofree char *device = onsite_capture_read_device (capture);

  return welcome == WELCOME_ANY || !device || !onsite_devices_is_monitor (device) ||
         (welcome == WELCOME_NAMED && g_strcmp0 (device, named) == 0);
}

static OnsiteCapture *
start (OnsiteListener *self,
       GstElement *source,
       Welcome welcome,
       GCancellable *cancellable,
       GError **error)
{
  static const OnsiteCaptureFuncs funcs = { on_block, on_clipped, on_gone };
  g_autofree char *named = onsite_devices_get_named (source);
  g_autoptr (OnsiteCapture) capture = onsite_capture_new (source, &funcs, self, error);

  g_atomic_int_set (&self->takes_sound, welcome == WELCOME_ANY);
  if (!capture || !onsite_capture_start (capture, cancellable, error))
    return NULL;
  if (!is_welcome (capture, welcome, named))
    {
      onsite_capture_stop (capture);
      g_propagate_error (error, make_none_error ());
      return NULL;
    }
  g_atomic_int_set (&self->takes_sound, TRUE);
  return g_steal_pointer (&capture);
}

/* The source's second one: the first went with what could not be opened. */
static OnsiteCapture *
start_next_best (OnsiteListener *self, GCancellable *cancellable)
{
  GstElement *source = self->source (self->source_data);

  onsite_devices_take_any (source);
  return start (self, source, WELCOME_MICROPHONE, cancellable, NULL);
}

/* Who names what a loudspeaker plays wants it, and so does who never had another. */
static OnsiteCapture *
start_best (OnsiteListener *self, GCancellable *cancellable, GError **error)
{
  GstElement *source = self->source (self->source_data);
  g_autofree char *named = onsite_devices_get_named (source);
  Welcome welcome = g_atomic_int_get (&self->had_microphone) ? WELCOME_MICROPHONE : WELCOME_ANY;
  g_autoptr (GError) reason = NULL;
  OnsiteCapture *capture;

  if (named)
    welcome = WELCOME_NAMED;
  capture = start (self, source, welcome, cancellable, &reason);
  if (!capture && named &&
      g_error_matches (reason, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE))
    capture = start_next_best (self, cancellable);
  if (!capture)
    g_propagate_error (error, g_steal_pointer (&reason));
  return capture;
}

static void
open_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (OnsiteCapture) capture = NULL;
  GError *error = NULL;

  if (onsite_audio_init (&error))
    capture = start_best (task_data, cancellable, &error);
  if (capture)
    g_task_return_pointer (task, g_steal_pointer (&capture), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OnsiteListener *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  self->capture = g_task_propagate_pointer (G_TASK (result), &error);
  self->state = self->capture ? STATE_OPEN : STATE_CLOSED;
  if (self->capture)
    {
      tell_origin (self);
      start_watchdog (self);
      read_device (self);
      self->funcs.notify ("listening", self->owner);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      onsite_recordings_go_deaf (self->recordings);
      g_clear_error (&self->failure);
      g_task_return_error (task, error);
    }
  /* Something happened meanwhile. */
  if (self->close_tasks->len > 0 || self->failure)
    close_capture (self);
}

void
onsite_listener_open (OnsiteListener *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) opening = task;
  g_autoptr (GTask) worker = NULL;

  if (self->state != STATE_CLOSED)
    {
      g_task_return_new_error (opening,
                               G_IO_ERROR,
                               G_IO_ERROR_PENDING,
                               C_ ("error", "The microphone is in use by this program already."));
      return;
    }
  self->state = STATE_OPENING;
  onsite_recordings_listen (self->recordings);
  worker = g_task_new (self->owner, cancellable, on_opened, g_steal_pointer (&opening));
  g_task_set_source_tag (worker, onsite_listener_open);
  g_task_set_task_data (worker, self, NULL);
  /* Connecting to a server that hangs cannot be interrupted. */
  g_task_set_return_on_cancel (worker, TRUE);
  g_task_run_in_thread (worker, open_in_thread);
}

/* Closing. */

static void
close_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  OnsiteListener *self = task_data;

  onsite_recordings_wait_for_sound (self->recordings);
  if (self->capture)
    onsite_capture_stop (self->capture);
  if (!onsite_recordings_finish (self->recordings))
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
return_close_tasks (OnsiteListener *self, const GError *error)
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
  OnsiteListener *self = user_data;
  g_autoptr (GError) failure = g_steal_pointer (&self->failure);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_object (&self->capture);
  self->state = STATE_CLOSED;
  self->funcs.quiet (self->owner);
  set_stalled (self, FALSE);
  if (failure)
    self->funcs.failed (failure, self->owner);
  /* Closing ends the clip that a failure leaves running. */
  if (failure && self->close_tasks->len > 0)
    close_capture (self);
  else
    return_close_tasks (self, error);
}

static void
stop_listening (OnsiteListener *self)
{
  self->state = STATE_CLOSING;
  if (!self->watchdog)
    return;
  stop_watchdog (self);
  self->funcs.notify ("listening", self->owner);
}

static void
close_capture (OnsiteListener *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->state == STATE_OPENING || self->state == STATE_CLOSING)
    return;
  if (self->state == STATE_CLOSED && onsite_recordings_are_done (self->recordings))
    {
      return_close_tasks (self, NULL);
      return;
    }
  if (!self->failure)
    onsite_recordings_seal (self->recordings);
  stop_listening (self);
  task = g_task_new (self->owner, NULL, on_closed, self);
  g_task_set_source_tag (task, close_capture);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, close_in_thread);
}

void
onsite_listener_close (OnsiteListener *self, GTask *task)
{
  g_ptr_array_add (self->close_tasks, task);
  close_capture (self);
}

void
onsite_listener_hears (OnsiteListener *self)
{
  set_stalled (self, FALSE);
}

gboolean
onsite_listener_get_listening (OnsiteListener *self)
{
  return self->state == STATE_OPEN;
}

gboolean
onsite_listener_get_stalled (OnsiteListener *self)
{
  return self->stalled;
}

const char *
onsite_listener_get_device (OnsiteListener *self)
{
  return self->device;
}
