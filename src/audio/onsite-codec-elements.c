/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-codec-elements.h"

#include "onsite-audio.h"

#define BIT_RATE 28000

#define OPUS_CAPS "audio/x-opus, channel-mapping-family=(int)0, channels=(int)1, rate=(int)48000"
#define FLAC_CAPS "audio/x-flac, framed=(boolean)true, channels=(int)1, rate=(int)48000"

/* The mapping of FLAC into Ogg (RFC 9639, 10.1), which GStreamer's caps are made of: what
 * comes before the head in its first packet, and a comment of nobody about nothing. */
static const guint8 flac_mapping[] = { 0x7f, 'F', 'L', 'A', 'C', 1, 0, 0, 1 };
static const guint8 flac_comment[] = { 0x84, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0 };

static void
append_header (GValue *headers, GByteArray *header)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (header);

  g_value_init (&value, GST_TYPE_BUFFER);
  gst_value_take_buffer (&value, gst_buffer_new_wrapped_bytes (bytes));
  gst_value_array_append_value (headers, &value);
}

static void
add_stream_header (GstCaps *caps, GBytes *head)
{
  g_auto (GValue) headers = G_VALUE_INIT;
  GByteArray *info = g_byte_array_new ();
  GByteArray *comment = g_byte_array_new ();

  g_byte_array_append (info, flac_mapping, sizeof flac_mapping);
  g_byte_array_append (info, g_bytes_get_data (head, NULL), (guint) g_bytes_get_size (head));
  g_byte_array_append (comment, flac_comment, sizeof flac_comment);
  g_value_init (&headers, GST_TYPE_ARRAY);
  append_header (&headers, info);
  append_header (&headers, comment);
  gst_caps_set_value (caps, "streamheader", &headers);
}

GstCaps *
onsite_codec_make_caps (GBytes *head)
{
  GstCaps *caps;

  if (onsite_codec_of_head (head) == ONSITE_CODEC_OPUS)
    return gst_caps_from_string (OPUS_CAPS);

  caps = gst_caps_from_string (FLAC_CAPS);
  add_stream_header (caps, head);
  return caps;
}

const char *
onsite_codec_name_decoder (OnsiteCodec codec)
{
  return codec == ONSITE_CODEC_FLAC ? "flacdec" : "opusdec";
}

static void
configure_opus (GstElement *encoder)
{
  g_object_set (encoder, "bitrate", BIT_RATE, NULL);
  gst_util_set_object_arg (G_OBJECT (encoder), "audio-type", "voice");
  gst_util_set_object_arg (G_OBJECT (encoder), "bitrate-type", "vbr");
  gst_util_set_object_arg (G_OBJECT (encoder), "frame-size", "20");
}

GstElement *
onsite_codec_make_encoder (OnsiteCodec codec, GError **error)
{
  const gboolean is_flac = codec == ONSITE_CODEC_FLAC;
  GstElement *encoder = onsite_audio_make_element (is_flac ? "flacenc" : "opusenc", error);

  if (!encoder)
    return NULL;
  if (is_flac)
    g_object_set (encoder, "blocksize", ONSITE_AUDIO_FRAME_SAMPLES, NULL);
  else
    configure_opus (encoder);
  return encoder;
}

GBytes *
onsite_codec_read_head (OnsiteCodec codec, GstCaps *caps)
{
  GstStructure *structure = gst_caps_get_structure (caps, 0);
  const GValue *headers = gst_structure_get_value (structure, "streamheader");
  const gsize offset = codec == ONSITE_CODEC_FLAC ? sizeof flac_mapping : 0;
  GstBuffer *head;
  gpointer data;
  gsize size;

  g_return_val_if_fail (headers && gst_value_array_get_size (headers) > 0, NULL);
  head = gst_value_get_buffer (gst_value_array_get_value (headers, 0));
  g_return_val_if_fail (gst_buffer_get_size (head) > offset, NULL);
  gst_buffer_extract_dup (head, offset, gst_buffer_get_size (head) - offset, &data, &size);
  return g_bytes_new_take (data, size);
}

guint
onsite_codec_get_lookahead (OnsiteCodec codec)
{
  return codec == ONSITE_CODEC_FLAC ? 0 : ONSITE_AUDIO_LOOKAHEAD_SAMPLES;
}
