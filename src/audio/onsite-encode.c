/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-encode.h"

#include <glib/gi18n-lib.h>
#include <gst/audio/audio.h>

#include "onsite-audio.h"
#include "onsite-recording.h"

typedef struct
{
  GMutex lock;
  GCond changed;
  gboolean done;
  GError *error;
} Waiter;

static void
on_done (OnsiteRecording *recording, const GError *error, gpointer user_data)
{
  Waiter *waiter = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&waiter->lock);

  waiter->error = error ? g_error_copy (error) : NULL;
  waiter->done = TRUE;
  g_cond_signal (&waiter->changed);
}

/* 48 kHz samples, owned by the caller; or NULL where the rate is none. */
static gint16 *
resample (const gint16 *samples, gsize n_samples, guint sample_rate, gsize *n_resampled)
{
  GstAudioInfo from, to;
  GstAudioConverter *converter;
  gint16 *resampled;
  gpointer in[1] = { (gpointer) samples };
  gpointer out[1];

  gst_audio_info_set_format (&from, GST_AUDIO_FORMAT_S16, (int) sample_rate, 1, NULL);
  gst_audio_info_set_format (&to, GST_AUDIO_FORMAT_S16, ONSITE_AUDIO_RATE, 1, NULL);
  converter = gst_audio_converter_new (GST_AUDIO_CONVERTER_FLAG_NONE, &from, &to, NULL);
  if (!converter)
    return NULL;
  *n_resampled = gst_audio_converter_get_out_frames (converter, n_samples);
  resampled = g_new0 (gint16, *n_resampled + 1);
  out[0] = resampled;
  gst_audio_converter_samples (converter,
                               GST_AUDIO_CONVERTER_FLAG_NONE,
                               in,
                               n_samples,
                               out,
                               *n_resampled);
  gst_audio_converter_free (converter);
  return resampled;
}

static gboolean
encode (const gint16 *samples,
        gsize n_samples,
        OnsiteCodec codec,
        const char *clip,
        OnsiteClipSink *sink,
        GError **error)
{
  g_autoptr (OnsiteRecording) recording = NULL;
  Waiter waiter = { 0 };

  g_mutex_init (&waiter.lock);
  g_cond_init (&waiter.changed);
  recording = onsite_recording_new (clip, 0, sink, codec, on_done, &waiter, error);
  if (!recording)
    return FALSE;
  onsite_recording_feed (recording, samples, n_samples, 0, 0);
  onsite_recording_cut (recording);
  g_mutex_lock (&waiter.lock);
  while (!waiter.done)
    g_cond_wait (&waiter.changed, &waiter.lock);
  g_mutex_unlock (&waiter.lock);
  g_clear_object (&recording);
  g_cond_clear (&waiter.changed);
  g_mutex_clear (&waiter.lock);
  if (waiter.error)
    g_propagate_error (error, waiter.error);
  return waiter.error == NULL;
}

gboolean
onsite_audio_encode_clip (const gint16 *samples,
                          gsize n_samples,
                          guint sample_rate,
                          OnsiteCodec codec,
                          const char *clip,
                          const OnsiteRecorderSink *sink,
                          gpointer sink_data,
                          GError **error)
{
  g_autoptr (OnsiteClipSink) shared = NULL;
  g_autofree gint16 *resampled = NULL;
  gsize n_resampled;

  g_return_val_if_fail (clip && sink && sample_rate > 0, FALSE);

  if (!onsite_audio_init (error))
    return FALSE;
  resampled = resample (samples, n_samples, sample_rate, &n_resampled);
  if (!resampled)
    {
      g_set_error (error,
                   ONSITE_AUDIO_ERROR,
                   ONSITE_AUDIO_ERROR_FAILED,
                   C_ ("error", "Sound at %u Hz cannot be converted."),
                   sample_rate);
      return FALSE;
    }
  shared = onsite_clip_sink_new (sink, sink_data, NULL);
  return encode (resampled, n_resampled, codec, clip, shared, error);
}
