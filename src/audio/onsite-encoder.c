/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-encoder.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

#include "onsite-audio.h"
#include "onsite-codec-elements.h"

#define FRAME_BYTES (ONSITE_AUDIO_FRAME_SAMPLES * sizeof (gint16))
#define FRAME_DURATION \
  gst_util_uint64_scale (ONSITE_AUDIO_FRAME_SAMPLES, GST_SECOND, ONSITE_AUDIO_RATE)

struct _OnsiteEncoder
{
  GObject parent_instance;

  OnsiteEncoderFuncs funcs;
  gpointer user_data;
  OnsiteCodec codec;
  GstElement *pipeline;
  GstElement *source;
  guint64 n_frames;
  gboolean has_head; /* of the streaming thread */
  gint done;         /* atomic: an error and the end may both come */
};

G_DEFINE_FINAL_TYPE (OnsiteEncoder, onsite_encoder, G_TYPE_OBJECT)

static void
onsite_encoder_dispose (GObject *object)
{
  OnsiteEncoder *self = ONSITE_ENCODER (object);

  if (self->pipeline)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  G_OBJECT_CLASS (onsite_encoder_parent_class)->dispose (object);
}

static void
onsite_encoder_class_init (OnsiteEncoderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = onsite_encoder_dispose;
}

static void
onsite_encoder_init (OnsiteEncoder *self)
{
}

static void
report_done (OnsiteEncoder *self, const GError *error)
{
  if (g_atomic_int_compare_and_exchange (&self->done, FALSE, TRUE))
    self->funcs.done (error, self->user_data);
}

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer user_data)
{
  OnsiteEncoder *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  GstMapInfo map;

  if (!sample)
    return GST_FLOW_EOS;
  /* All that matters of those is in the caps. */
  if (GST_BUFFER_FLAG_IS_SET (gst_sample_get_buffer (sample), GST_BUFFER_FLAG_HEADER))
    return GST_FLOW_OK;
  if (!self->has_head)
    {
      g_autoptr (GBytes) head = onsite_codec_read_head (self->codec, gst_sample_get_caps (sample));

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

  /* Without a limit, so that a push never blocks and never drops: encoders are
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

static gboolean
onsite_encoder_build (OnsiteEncoder *self, GError **error)
{
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample, .eos = on_eos };
  GstElement *encoder = onsite_codec_make_encoder (self->codec, error);
  g_autoptr (GstBus) bus = NULL;
  GstElement *sink;

  if (!encoder)
    return FALSE;
  self->pipeline = onsite_audio_make_pipeline ((OnsiteAudioStage[]){ { "appsrc", &self->source },
                                                                     { NULL, &encoder },
                                                                     { "appsink", &sink },
                                                                     { NULL } },
                                               error);
  if (!self->pipeline)
    return FALSE;
  configure_source (self->source);
  g_object_set (sink, "sync", FALSE, NULL);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, self, NULL);
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_set_sync_handler (bus, on_message, self, NULL);
  return TRUE;
}

OnsiteEncoder *
onsite_encoder_new (OnsiteCodec codec,
                    const OnsiteEncoderFuncs *funcs,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (OnsiteEncoder) self = g_object_new (ONSITE_TYPE_ENCODER, NULL);

  self->codec = codec;
  self->funcs = *funcs;
  self->user_data = user_data;
  if (!onsite_encoder_build (self, error))
    return NULL;
  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    {
      g_set_error_literal (error,
                           ONSITE_AUDIO_ERROR,
                           ONSITE_AUDIO_ERROR_FAILED,
                           C_ ("error", "The encoder does not start."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
onsite_encoder_push (OnsiteEncoder *self, const gint16 *frame)
{
  GstBuffer *buffer = gst_buffer_new_memdup (frame, FRAME_BYTES);

  GST_BUFFER_PTS (buffer) = self->n_frames * FRAME_DURATION;
  GST_BUFFER_DURATION (buffer) = FRAME_DURATION;
  self->n_frames++;
  gst_app_src_push_buffer (GST_APP_SRC (self->source), buffer);
}

void
onsite_encoder_finish (OnsiteEncoder *self)
{
  gst_app_src_end_of_stream (GST_APP_SRC (self->source));
}
