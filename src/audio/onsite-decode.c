/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-decode.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

#include "onsite-audio.h"
#include "onsite-codec-elements.h"

#define LENGTH_BYTES  2
#define BUS_POLL_TIME (100 * GST_MSECOND)
#define PACKET_TIME   (20 * GST_MSECOND)
#define POLL_US       (100 * G_TIME_SPAN_MILLISECOND)

/* Who takes the sound may be slow, and a packet on its way takes some 400 bytes more than
 * it has: twenty seconds of them. */
#define MAX_WAITING_PACKETS 1000

typedef struct
{
  GstElement *pipeline;
  GstElement *source;
  GstElement *decoder;
  GstElement *sink;
  gboolean is_numbered; /* each of its packets, as FLAC's are */
  guint segment;
  gint64 n_packets;
  GMutex lock;
  GCond changed;
  gint64 n_samples; /* counted by the streaming thread, under the lock */
  OnsiteAudioSoundFunc sound;
  gpointer user_data;
} Decoding;

static void
decoding_clear (Decoding *self)
{
  if (self->pipeline)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->pipeline);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decoding, decoding_clear)

static void
hand_on (Decoding *self, GstBuffer *buffer)
{
  GstMapInfo map;

  if (!self->sound || !gst_buffer_map (buffer, &map, GST_MAP_READ))
    return;

  self->sound ((const gint16 *) (gconstpointer) map.data,
               map.size / sizeof (gint16),
               self->user_data);
  gst_buffer_unmap (buffer, &map);
}

static GstFlowReturn
new_sample_cb (GstAppSink *sink, gpointer user_data)
{
  Decoding *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  GstBuffer *buffer = sample ? gst_sample_get_buffer (sample) : NULL;

  if (buffer)
    {
      hand_on (self, buffer);
      g_mutex_lock (&self->lock);
      self->n_samples += (gint64) (gst_buffer_get_size (buffer) / sizeof (gint16));
      g_cond_signal (&self->changed);
      g_mutex_unlock (&self->lock);
    }

  return GST_FLOW_OK;
}

static gboolean
decoding_start (Decoding *self, GBytes *head, GError **error)
{
  const OnsiteAudioStage stages[] = {
    { "appsrc", &self->source },
    { onsite_codec_name_decoder (onsite_codec_of_head (head)), &self->decoder },
    { "appsink", &self->sink },
    { NULL },
  };
  GstAppSinkCallbacks callbacks = { .new_sample = new_sample_cb };
  g_autoptr (GstCaps) packed = NULL;
  g_autoptr (GstCaps) raw = NULL;

  self->is_numbered = onsite_codec_of_head (head) == ONSITE_CODEC_FLAC;
  if (!onsite_audio_init (error))
    return FALSE;
  self->pipeline = onsite_audio_make_pipeline (stages, error);
  if (!self->pipeline)
    return FALSE;

  packed = onsite_codec_make_caps (head);
  raw = onsite_audio_make_raw_caps ();
  g_object_set (self->source, "caps", packed, "format", GST_FORMAT_TIME, NULL);
  /* By default a decoder goes over what it can't decode. */
  g_object_set (self->decoder, "max-errors", 0, NULL);
  g_object_set (self->sink, "caps", raw, "sync", FALSE, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (self->sink), &callbacks, self, NULL);
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);

  return TRUE;
}

static gboolean
set_undecodable (Decoding *self, GError **error)
{
  /* Only then nobody counts any more. */
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               C_ ("error", "The recording can’t be decoded beyond %.1f s."),
               (double) self->n_samples / ONSITE_AUDIO_RATE);

  return FALSE;
}

static gboolean
has_room (Decoding *self)
{
  gint64 deadline_us = g_get_monotonic_time () + POLL_US;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (self->n_packets - self->n_samples / ONSITE_AUDIO_FRAME_SAMPLES >= MAX_WAITING_PACKETS)
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      return FALSE;

  return TRUE;
}

static gboolean
wait_for_room (Decoding *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  while (!has_room (self))
    {
      g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);

      if (message)
        return set_undecodable (self, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
push_packets (Decoding *self, const OnsiteChunk *chunk, GError **error)
{
  const gboolean leaps = chunk->segment != self->segment;
  gsize left;
  const guint8 *first = g_bytes_get_data (chunk->packets, &left);
  const guint8 *bytes = first;

  self->segment = chunk->segment;

  while (left > LENGTH_BYTES)
    {
      gsize length = (gsize) (bytes[0] | bytes[1] << 8);
      GstBuffer *packet;

      if (length == 0 || length > left - LENGTH_BYTES)
        break;

      packet = gst_buffer_new_memdup (bytes + LENGTH_BYTES, length);
      GST_BUFFER_PTS (packet) = (GstClockTime) self->n_packets * PACKET_TIME;
      GST_BUFFER_DURATION (packet) = PACKET_TIME;
      /* Or else silence is put in the place of what a repair has left out. */
      if (leaps && self->is_numbered && bytes == first)
        GST_BUFFER_FLAG_SET (packet, GST_BUFFER_FLAG_DISCONT);
      gst_app_src_push_buffer (GST_APP_SRC (self->source), packet);
      self->n_packets++;
      bytes += LENGTH_BYTES + length;
      left -= LENGTH_BYTES + length;
    }

  return left == 0 ? TRUE : set_undecodable (self, error);
}

static gboolean
push_clip (Decoding *self, OnsiteClipReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &failure);

      if (failure)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (!chunk)
        {
          gst_app_src_end_of_stream (GST_APP_SRC (self->source));
          return TRUE;
        }
      if (!wait_for_room (self, cancellable, error) || !push_packets (self, chunk, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
wait_for_end (Decoding *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (bus,
                                                                   BUS_POLL_TIME,
                                                                   GST_MESSAGE_EOS |
                                                                       GST_MESSAGE_ERROR);

      if (!message)
        continue;
      /* Without pre-skip in the caps, a decoder gives as much as was encoded. */
      if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR ||
          self->n_samples < self->n_packets * ONSITE_AUDIO_FRAME_SAMPLES)
        return set_undecodable (self, error);

      return TRUE;
    }

  return FALSE;
}

gboolean
onsite_audio_decode_clip (OnsiteLibrary *library,
                          const char *clip,
                          OnsiteAudioSoundFunc sound,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (library, clip, error);
  g_auto (Decoding) decoding = { .sound = sound, .user_data = user_data };

  g_mutex_init (&decoding.lock);
  g_cond_init (&decoding.changed);

  return reader && decoding_start (&decoding, onsite_clip_reader_get_codec_head (reader), error) &&
         push_clip (&decoding, reader, cancellable, error) &&
         wait_for_end (&decoding, cancellable, error);
}
