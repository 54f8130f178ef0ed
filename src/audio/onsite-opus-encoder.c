/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-opus-encoder.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

#include "onsite-audio.h"

#define BIT_RATE    28000
#define FRAME_BYTES (ONSITE_AUDIO_FRAME_SAMPLES * sizeof (gint16))
#define FRAME_DURATION \
  gst_util_uint64_scale (ONSITE_AUDIO_FRAME_SAMPLES, GST_SECOND, ONSITE_AUDIO_RATE)

struct _OnsiteOpusEncoder
{
  GObject parent_instance;

  OnsiteOpusEncoderFuncs funcs;
  gpointer user_data;
  GstElement *pipeline;
  GstElement *source;
  guint64 n_frames;
  gboolean has_head; /* of the streaming thread */
  gint done;         /* atomic: an error and the end may both come */
};

G_DEFINE_FINAL_TYPE (OnsiteOpusEncoder, onsite_opus_encoder, G_TYPE_OBJECT)

static void
onsite_opus_encoder_dispose (GObject *object)
{
  OnsiteOpusEncoder *self = ONSITE_OPUS_ENCODER (object);

  if (self->pipeline)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  G_OBJECT_CLASS (onsite_opus_encoder_parent_class)->dispose (object);
}

static void
onsite_opus_encoder_class_init (OnsiteOpusEncoderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_opus_encoder_dispose;
}

static void
onsite_opus_encoder_init (OnsiteOpusEncoder *self)
{
}

static void
report_done (OnsiteOpusEncoder *self, const GError *error)
{
  if (g_atomic_int_compare_and_exchange (&self->done, FALSE, TRUE))
    self->funcs.done (error, self->user_data);
}

static GBytes *
read_opus_head (GstCaps *caps)
{
  GstStructure *structure = gst_caps_get_structure (caps, 0);
  const GValue *headers = gst_structure_get_value (structure, "streamheader");
  GstBuffer *head;
  gpointer data;
  gsize size;

  g_return_val_if_fail (headers && gst_value_array_get_size (headers) > 0, NULL);
  head = gst_value_get_buffer (gst_value_array_get_value (headers, 0));
  gst_buffer_extract_dup (head, 0, gst_buffer_get_size (head), &data, &size);
  return g_bytes_new_take (data, size);
}

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer user_data)
{
  OnsiteOpusEncoder *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  GstMapInfo map;

  if (!sample)
    return GST_FLOW_EOS;
  if (!self->has_head)
    {
      g_autoptr (GBytes) head = read_opus_head (gst_sample_get_caps (sample));

      if (!head)
        return GST_FLOW_ERROR;
      self->funcs.head (head, self->user_data);
      self->has_head = TRUE;
    }
  if (!gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ))
    return GST_FLOW_ERROR;
  self->funcs.packet (map.data, map.size, self->user_data);
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
  return GST_FLOW_OK;
}

static void
on_eos (GstAppSink *sink, gpointer user_data)
{
  report_done (user_data, NULL);
}

static GstBusSyncReply
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      gst_message_parse_error (message, &error, NULL);
      report_done (user_data, error);
    }
  gst_message_unref (message);
  return GST_BUS_DROP;
}

static void
configure_source (GstElement *source)
{
  g_autoptr (GstCaps) caps = onsite_audio_make_raw_caps ();

  /* Without a limit, so that a push never blocks and never drops: the encoder is
   * some fifty times faster than sound. */
  g_object_set (source,
                "caps",
                caps,
                "format",
                GST_FORMAT_TIME,
                "max-bytes",
                (guint64) 0,
                "block",
                FALSE,
                NULL);
}

static void
configure_encoder (GstElement *encoder)
{
  g_object_set (encoder, "bitrate", BIT_RATE, NULL);
  gst_util_set_object_arg (G_OBJECT (encoder), "audio-type", "voice");
  gst_util_set_object_arg (G_OBJECT (encoder), "bitrate-type", "vbr");
  gst_util_set_object_arg (G_OBJECT (encoder), "frame-size", "20");
}

static gboolean
onsite_opus_encoder_build (OnsiteOpusEncoder *self, GError **error)
{
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample, .eos = on_eos };
  GstElement *encoder, *sink;
  g_autoptr (GstBus) bus = NULL;

  self->pipeline = onsite_audio_make_pipeline ((OnsiteAudioStage[]){ { "appsrc", &self->source },
                                                                     { "opusenc", &encoder },
                                                                     { "appsink", &sink },
                                                                     { NULL } },
                                               error);
  if (!self->pipeline)
    return FALSE;
  configure_source (self->source);
  configure_encoder (encoder);
  g_object_set (sink, "sync", FALSE, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, self, NULL);
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_set_sync_handler (bus, on_message, self, NULL);
  return TRUE;
}

OnsiteOpusEncoder *
onsite_opus_encoder_new (const OnsiteOpusEncoderFuncs *funcs, gpointer user_data, GError **error)
{
  g_autoptr (OnsiteOpusEncoder) self = g_object_new (ONSITE_TYPE_OPUS_ENCODER, NULL);

  self->funcs = *funcs;
  self->user_data = user_data;
  if (!onsite_opus_encoder_build (self, error))
    return NULL;
  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    {
      g_set_error_literal (error,
                           ONSITE_AUDIO_ERROR,
                           ONSITE_AUDIO_ERROR_FAILED,
                           C_ ("error", "The Opus encoder does not start."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
onsite_opus_encoder_push (OnsiteOpusEncoder *self, const gint16 *frame)
{
  GstBuffer *buffer = gst_buffer_new_memdup (frame, FRAME_BYTES);

  GST_BUFFER_PTS (buffer) = self->n_frames * FRAME_DURATION;
  GST_BUFFER_DURATION (buffer) = FRAME_DURATION;
  self->n_frames++;
  gst_app_src_push_buffer (GST_APP_SRC (self->source), buffer);
}

void
onsite_opus_encoder_finish (OnsiteOpusEncoder *self)
{
  gst_app_src_end_of_stream (GST_APP_SRC (self->source));
}
