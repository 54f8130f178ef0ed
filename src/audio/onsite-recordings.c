/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-recordings.h"

#include "onsite-audio.h"
#include "onsite-capture.h"
#include "onsite-preroll.h"

#define PREROLL_US    (100 * G_TIME_SPAN_MILLISECOND)
#define FULL_SCALE    32768
#define LEVEL_SAMPLES (ONSITE_AUDIO_RATE / 20)
/* What a sound server still holds when a clip's end has been marked comes within 300 ms,
 * and later on a machine that is busy. */
#define IN_FLIGHT_TIMEOUT_US G_TIME_SPAN_SECOND
/* The encoder needs 20 ms for a second of sound: it has hung, if it is not done by now. */
#define ENCODE_TIMEOUT_US (10 * G_USEC_PER_SEC)

struct _OnsiteRecordings
{
  OnsiteClipSink *sink;
  OnsiteRecordingsFuncs funcs;
  GObject *owner;

  GMutex lock; /* for all that follows */
  GCond changed;
  GPtrArray *clips; /* until the sink has got their ends */
  OnsiteRecording *running;
  gboolean deaf; /* nothing comes until it listens again */
  OnsitePreroll preroll;
  OnsiteDeviceKind device;
  OnsiteProcessing processing;
  OnsiteCodec codec;
  guint window_peak;
  gsize window_samples;
  double level;
  gint64 elapsed_ms;
  gboolean is_level_pending;
};

OnsiteRecordings *
onsite_recordings_new (OnsiteClipSink *sink, const OnsiteRecordingsFuncs *funcs, GObject *owner)
{
  OnsiteRecordings *self = g_new0 (OnsiteRecordings, 1);

  self->sink = sink;
  self->funcs = *funcs;
  self->owner = owner;
  self->clips = g_ptr_array_new_with_free_func (g_object_unref);
  self->deaf = TRUE;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  return self;
}

void
onsite_recordings_free (OnsiteRecordings *self)
{
  onsite_clip_sink_unref (self->sink);
  g_ptr_array_unref (self->clips);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* With the lock held. */

static gint64
get_running_ms (OnsiteRecordings *self)
{
  if (!self->running)
    return self->elapsed_ms;
  return onsite_recording_get_n_samples (self->running) * 1000 / ONSITE_AUDIO_RATE;
}

static void
measure_level (OnsiteRecordings *self, const gint16 *samples, gsize n_samples)
{
  self->window_peak = MAX (self->window_peak, onsite_audio_peak (samples, n_samples));
  self->window_samples += n_samples;
  if (self->window_samples < LEVEL_SAMPLES)
    return;
  self->level = onsite_audio_peak_to_dbfs (self->window_peak);
  self->elapsed_ms = get_running_ms (self);
  self->window_peak = 0;
  self->window_samples = 0;
  if (self->is_level_pending)
    return;
  self->is_level_pending = TRUE;
  self->funcs.measured (self->owner);
}

static void
cut_ended (OnsiteRecordings *self)
{
  self->deaf = TRUE;
  for (guint i = 0; i < self->clips->len; i++)
    if (self->clips->pdata[i] != self->running)
      onsite_recording_cut (self->clips->pdata[i]);
  self->elapsed_ms = get_running_ms (self);
}

static gboolean
waits_for_sound (OnsiteRecordings *self)
{
  for (guint i = 0; i < self->clips->len; i++)
    if (self->clips->pdata[i] != self->running &&
        !onsite_recording_is_finished (self->clips->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
seal_running (OnsiteRecordings *self)
{
  if (!self->running)
    return;
  if (!self->deaf && !onsite_recording_has_end (self->running))
    onsite_recording_mark_end (self->running, onsite_capture_now_us ());
  self->elapsed_ms = get_running_ms (self);
  if (self->deaf)
    onsite_recording_cut (self->running);
  else
    onsite_recording_seal (self->running);
  self->running = NULL;
}

/* In an encoder's thread, where its recording cannot be freed. */
static void
on_clip_done (OnsiteRecording *recording, const GError *error, gpointer user_data)
{
  OnsiteRecordings *self = user_data;
  GObject *owner = self->owner;
  guint index;

  g_mutex_lock (&self->lock);
  if (self->running == recording)
    self->running = NULL;
  if (g_ptr_array_find (self->clips, recording, &index))
    g_ptr_array_steal_index (self->clips, index);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  self->funcs.done (recording, error, owner);
  /* With it may go all of this. */
  g_object_unref (owner);
}

void
onsite_recordings_listen (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->deaf = FALSE;
  onsite_preroll_clear (&self->preroll);
}

void
onsite_recordings_hear_from (OnsiteRecordings *self,
                             OnsiteDeviceKind device,
                             OnsiteProcessing processing)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->device = device;
  self->processing = processing;
  for (guint i = 0; i < self->clips->len; i++)
    onsite_recording_hear_from (self->clips->pdata[i], device, processing);
}

void
onsite_recordings_set_codec (OnsiteRecordings *self, OnsiteCodec codec)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->codec = codec;
}

gboolean
onsite_recordings_get_receipt (OnsiteRecordings *self, OnsiteReceipt *receipt)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!self->running)
    return FALSE;
  *receipt = onsite_recording_get_receipt (self->running);
  return TRUE;
}

void
onsite_recordings_go_deaf (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  cut_ended (self);
}

void
onsite_recordings_feed (OnsiteRecordings *self,
                        const gint16 *samples,
                        gsize n_samples,
                        gint64 time_us,
                        gint64 since_us)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  for (guint i = 0; i < self->clips->len; i++)
    onsite_recording_feed (self->clips->pdata[i], samples, n_samples, time_us, since_us);
  onsite_preroll_push (&self->preroll, samples, n_samples, time_us);
  measure_level (self, samples, n_samples);
  g_cond_broadcast (&self->changed);
}

void
onsite_recordings_add_clipped (OnsiteRecordings *self, guint n_clipped)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  for (guint i = 0; i < self->clips->len; i++)
    onsite_recording_add_clipped (self->clips->pdata[i], n_clipped);
  /* The level shows it, too. */
  self->window_peak = FULL_SCALE;
}

static void
start_clip (OnsiteRecordings *self, OnsiteRecording *recording)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const gint16 *samples;
  gsize n_samples;
  gint64 time_us;

  onsite_recording_hear_from (recording, self->device, self->processing);
  samples = onsite_preroll_get (&self->preroll, &n_samples, &time_us);
  onsite_recording_feed (recording, samples, n_samples, time_us, 0);
  g_ptr_array_add (self->clips, recording);
  self->running = recording;
  self->elapsed_ms = 0;
}

static OnsiteCodec
get_codec (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->codec;
}

/* With less quality rather than not at all. */
static OnsiteRecording *
make_recording (OnsiteRecordings *self, const char *clip, gint64 start_us, GError **error)
{
  OnsiteRecording *recording =
      onsite_recording_new (clip, start_us, self->sink, get_codec (self), on_clip_done, self, NULL);

  return recording ? recording
                   : onsite_recording_new (clip,
                                           start_us,
                                           self->sink,
                                           ONSITE_CODEC_OPUS,
                                           on_clip_done,
                                           self,
                                           error);
}

gboolean
onsite_recordings_begin (OnsiteRecordings *self, const char *clip, GError **error)
{
  gint64 start_us = onsite_capture_now_us () - PREROLL_US;
  OnsiteRecording *recording;

  onsite_recordings_seal (self);
  recording = make_recording (self, clip, start_us, error);
  if (!recording)
    return FALSE;
  g_object_ref (self->owner); /* until on_clip_done() */
  start_clip (self, recording);
  return TRUE;
}

void
onsite_recordings_mark_end (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->running)
    onsite_recording_mark_end (self->running, onsite_capture_now_us ());
}

void
onsite_recordings_clear_end (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->running)
    onsite_recording_clear_end (self->running);
}

void
onsite_recordings_pause (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->running)
    onsite_recording_pause (self->running, onsite_capture_now_us ());
}

void
onsite_recordings_resume (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->running)
    onsite_recording_resume (self->running, onsite_capture_now_us ());
}

void
onsite_recordings_seal (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  seal_running (self);
}

void
onsite_recordings_wait_for_sound (OnsiteRecordings *self)
{
  gint64 deadline_us = g_get_monotonic_time () + IN_FLIGHT_TIMEOUT_US;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (waits_for_sound (self))
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      break;
}

gboolean
onsite_recordings_finish (OnsiteRecordings *self)
{
  gint64 deadline_us = g_get_monotonic_time () + ENCODE_TIMEOUT_US;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  cut_ended (self);
  while (self->clips->len > (self->running ? 1 : 0))
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      return FALSE;
  return TRUE;
}

gboolean
onsite_recordings_are_done (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->clips->len == 0;
}

double
onsite_recordings_take_level (OnsiteRecordings *self, gint64 *elapsed_ms)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  *elapsed_ms = self->elapsed_ms;
  self->is_level_pending = FALSE;
  return self->level;
}

gint64
onsite_recordings_get_elapsed_ms (OnsiteRecordings *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return get_running_ms (self);
}
