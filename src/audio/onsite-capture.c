/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capture.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <time.h>

#include "onsite-audio.h"
#include "onsite-capture-times.h"
#include "onsite-cleaning.h"

/* A server that wakes a sleeping device takes up to two seconds. */
#define START_TIMEOUT_US (5 * G_USEC_PER_SEC)
#define DRAIN_TIMEOUT_US (G_USEC_PER_SEC / 2)

typedef enum
{
  PHASE_CONNECTING, /* to the sound server */
  PHASE_STARTING,   /* the device */
  PHASE_RUNNING,
} Phase;

struct _OnsiteCapture
{
  GObject parent_instance;

  OnsiteCaptureFuncs funcs;
  gpointer user_data;
  GstElement *pipeline;
  GstElement *source; /* (nullable): if it can tell its device */
  gint moved;         /* atomic */
  OnsiteProcessing processing;
  OnsiteCaptureTimes times; /* of the streaming thread */

  GMutex lock;
  GCond changed;
  Phase phase;
  gboolean has_buffer;
  gboolean drained;
  gboolean gone_told;
  GError *error;
  gint64 last_arrival_us;
  gint64 next_time_us; /* where a buffer without a timestamp belongs */
};

G_DEFINE_FINAL_TYPE (OnsiteCapture, onsite_capture, G_TYPE_OBJECT)

static void
onsite_capture_dispose (GObject *object)
{
  OnsiteCapture *self = ONSITE_CAPTURE (object);

  if (self->pipeline)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_pointer (&self->source, gst_object_unref);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  G_OBJECT_CLASS (onsite_capture_parent_class)->dispose (object);
}

static void
onsite_capture_finalize (GObject *object)
{
  OnsiteCapture *self = ONSITE_CAPTURE (object);

  g_clear_error (&self->error);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (onsite_capture_parent_class)->finalize (object);
}

static void
onsite_capture_class_init (OnsiteCaptureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_capture_dispose;
  object_class->finalize = onsite_capture_finalize;
}

static void
onsite_capture_init (OnsiteCapture *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
}

static gint64
read_clock_us (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* GStreamer's clock stands still while the computer sleeps; the difference of
 * the two clocks is how long it has slept. */
static gint64
get_slept_us (void)
{
  return read_clock_us (CLOCK_BOOTTIME) - read_clock_us (CLOCK_MONOTONIC);
}

/* In GStreamer's threads. */

static gint64
get_buffer_time_us (OnsiteCapture *self, GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstClockTime running = gst_segment_to_running_time (gst_sample_get_segment (sample),
                                                      GST_FORMAT_TIME,
                                                      GST_BUFFER_PTS (buffer));

  if (!GST_CLOCK_TIME_IS_VALID (running))
    return self->has_buffer ? self->next_time_us : onsite_capture_now_us ();
  return (gint64) GST_TIME_AS_USECONDS (gst_element_get_base_time (self->pipeline) + running) +
         get_slept_us ();
}

static void
note_arrival (OnsiteCapture *self, gint64 next_time_us)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->last_arrival_us = read_clock_us (CLOCK_BOOTTIME);
  self->next_time_us = next_time_us;
  if (!self->has_buffer)
    g_cond_broadcast (&self->changed);
  self->has_buffer = TRUE;
}

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer user_data)
{
  OnsiteCapture *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  gint64 counted_us, duration_us, time_us, since_us;
  gsize n_samples;
  GstMapInfo map;

  if (!sample)
    return GST_FLOW_EOS;
  if (!gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ))
    return GST_FLOW_ERROR;
  n_samples = map.size / sizeof (gint16);
  duration_us = (gint64) n_samples * G_USEC_PER_SEC / ONSITE_AUDIO_RATE;
  counted_us = get_buffer_time_us (self, sample);
  time_us = onsite_capture_times_place (&self->times,
                                        counted_us,
                                        duration_us,
                                        onsite_capture_now_us (),
                                        &since_us);
  note_arrival (self, counted_us + duration_us);
  self->funcs.block ((const gint16 *) (gpointer) map.data,
                     n_samples,
                     time_us,
                     since_us,
                     self->user_data);
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
  return GST_FLOW_OK;
}

/* What comes out of the cleaning is never clipped: it is counted as it goes in. */
static GstPadProbeReturn
on_uncleaned (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  OnsiteCapture *self = user_data;
  GstBuffer *buffer = gst_pad_probe_info_get_buffer (info);
  guint n_clipped;
  GstMapInfo map;

  if (!gst_buffer_map (buffer, &map, GST_MAP_READ))
    return GST_PAD_PROBE_OK;
  n_clipped = onsite_audio_count_clipped ((const gint16 *) (gpointer) map.data,
                                          map.size / sizeof (gint16));
  gst_buffer_unmap (buffer, &map);
  if (n_clipped > 0)
    self->funcs.clipped (n_clipped, self->user_data);
  return GST_PAD_PROBE_OK;
}

static void
on_drained (GstAppSink *sink, gpointer user_data)
{
  OnsiteCapture *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->drained = TRUE;
  g_cond_broadcast (&self->changed);
}

/* The message of the element itself is meant for developers and in its own words:
 * it follows what a person can do with. */
static GError *
make_error (Phase phase, const char *detail)
{
  switch (phase)
    {
    case PHASE_CONNECTING:
      return g_error_new (ONSITE_AUDIO_ERROR,
                          ONSITE_AUDIO_ERROR_NO_SERVER,
                          C_ ("error",
                              "There is no sound server to record from. Start PulseAudio or "
                              "PipeWire, then try again. (%s)"),
                          detail);
    case PHASE_STARTING:
      return g_error_new (ONSITE_AUDIO_ERROR,
                          ONSITE_AUDIO_ERROR_NO_DEVICE,
                          C_ ("error",
                              "The microphone cannot be opened. Plug it in or choose another one. "
                              "(%s)"),
                          detail);
    default:
      return g_error_new (ONSITE_AUDIO_ERROR,
                          ONSITE_AUDIO_ERROR_SOURCE_GONE,
                          C_ ("error",
                              "The microphone went away. What was said until then is kept. Plug it "
                              "in again or choose another one. (%s)"),
                          detail);
    }
}

static void
note_error (OnsiteCapture *self, const char *detail)
{
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&self->lock);
  if (!self->error)
    self->error = make_error (self->phase, detail);
  if (self->phase == PHASE_RUNNING && !self->gone_told)
    {
      self->gone_told = TRUE;
      error = g_error_copy (self->error);
    }
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  if (error)
    self->funcs.gone (error, self->user_data);
}

static GstBusSyncReply
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      gst_message_parse_error (message, &error, NULL);
      note_error (user_data, error->message);
    }
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    note_error (user_data, C_ ("error", "the source ended"));
  gst_message_unref (message);
  return GST_BUS_DROP;
}

/* The source holds its lock now: it can't be asked here. */
static void
on_moved (OnsiteCapture *self)
{
  g_atomic_int_set (&self->moved, TRUE);
}

/* In the threads that use it. */

static void
follow_device (OnsiteCapture *self, GstElement *source)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (source), "current-device") == NULL)
    return;

  self->source = gst_object_ref (source);
  g_signal_connect_object (source,
                           "notify::current-device",
                           G_CALLBACK (on_moved),
                           self,
                           G_CONNECT_SWAPPED);
}

static GstElement *
make_pipeline (OnsiteCapture *self, GstElement *source, GstElement **sink, GError **error)
{
  GstElement *cleaner = onsite_cleaning_is_asked (source) ? onsite_cleaning_make_element () : NULL;
  const OnsiteAudioStage end = { "appsink", sink };
  g_autoptr (GstPad) pad = NULL;

  if (cleaner == NULL)
    return onsite_audio_make_pipeline ((OnsiteAudioStage[]){ { NULL, &source },
                                                             { "audioconvert", NULL },
                                                             { "audioresample", NULL },
                                                             end,
                                                             { NULL } },
                                       error);

  self->processing = ONSITE_PROCESSING_CLEANED;
  pad = gst_element_get_static_pad (cleaner, "sink");
  if (self->funcs.clipped != NULL)
    gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_uncleaned, self, NULL);
  return onsite_audio_make_pipeline ((OnsiteAudioStage[]){ { NULL, &source },
                                                           { "audioconvert", NULL },
                                                           { "audioresample", NULL },
                                                           { NULL, &cleaner },
                                                           end,
                                                           { NULL } },
                                     error);
}

static gboolean
onsite_capture_build (OnsiteCapture *self, GstElement *source, GError **error)
{
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample, .eos = on_drained };
  g_autoptr (GstCaps) caps = onsite_audio_make_raw_caps ();
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  g_autoptr (GstBus) bus = NULL;
  GstElement *sink;

  self->pipeline = make_pipeline (self, source, &sink, error);
  if (!self->pipeline)
    return FALSE;
  follow_device (self, source);
  g_object_set (sink, "caps", caps, "sync", FALSE, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, self, NULL);
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_set_sync_handler (bus, on_message, self, NULL);
  /* Not the source's own clock: that one stands still with the source. */
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  return TRUE;
}

OnsiteCapture *
onsite_capture_new (GstElement *source,
                    const OnsiteCaptureFuncs *funcs,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (OnsiteCapture) self = g_object_new (ONSITE_TYPE_CAPTURE, NULL);

  self->funcs = *funcs;
  self->user_data = user_data;
  if (!onsite_capture_build (self, source, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
set_phase (OnsiteCapture *self, Phase phase)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->phase = phase;
}

static void
wake (GCancellable *cancellable, OnsiteCapture *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_cond_broadcast (&self->changed);
}

static void
wait_for_buffer (OnsiteCapture *self, GCancellable *cancellable)
{
  gint64 deadline_us = g_get_monotonic_time () + START_TIMEOUT_US;
  gulong handler = 0;

  if (cancellable)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (wake), self, NULL);
  g_mutex_lock (&self->lock);
  while (!self->has_buffer && !self->error && !g_cancellable_is_cancelled (cancellable))
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      break;
  if (self->has_buffer && !self->error)
    self->phase = PHASE_RUNNING;
  else if (!self->error)
    self->error = make_error (PHASE_STARTING, C_ ("error", "no sound came"));
  g_mutex_unlock (&self->lock);
  g_cancellable_disconnect (cancellable, handler);
}

static gboolean
check_started (OnsiteCapture *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  locker = g_mutex_locker_new (&self->lock);
  if (self->error)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }
  return TRUE;
}

gboolean
onsite_capture_start (OnsiteCapture *self, GCancellable *cancellable, GError **error)
{
  if (gst_element_set_state (self->pipeline, GST_STATE_READY) == GST_STATE_CHANGE_FAILURE)
    note_error (self, C_ ("error", "no connection"));
  set_phase (self, PHASE_STARTING);
  if (!check_started (self, cancellable, error))
    return FALSE;
  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    note_error (self, C_ ("error", "the device does not start"));
  wait_for_buffer (self, cancellable);
  return check_started (self, cancellable, error);
}

static void
wait_for_drain (OnsiteCapture *self)
{
  gint64 deadline_us = g_get_monotonic_time () + DRAIN_TIMEOUT_US;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (self->gone_told && !self->drained)
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      break;
}

void
onsite_capture_stop (OnsiteCapture *self)
{
  wait_for_drain (self);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
}

char *
onsite_capture_read_device (OnsiteCapture *self)
{
  g_autofree char *device = NULL;

  if (self->source)
    g_object_get (self->source, "current-device", &device, NULL);
  return device && *device ? g_steal_pointer (&device) : NULL;
}

gboolean
onsite_capture_take_moved (OnsiteCapture *self)
{
  return g_atomic_int_compare_and_exchange (&self->moved, TRUE, FALSE);
}

gint64
onsite_capture_now_us (void)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();

  return (gint64) GST_TIME_AS_USECONDS (gst_clock_get_time (clock)) + get_slept_us ();
}

OnsiteProcessing
onsite_capture_get_processing (OnsiteCapture *self)
{
  return self->processing;
}

gint64
onsite_capture_get_silent_us (OnsiteCapture *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return read_clock_us (CLOCK_BOOTTIME) - self->last_arrival_us;
}
