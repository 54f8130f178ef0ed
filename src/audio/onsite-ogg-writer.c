/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ogg-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/onsite-clip-reader.h"
#include "onsite-audio.h"
#include "onsite-ogg-stream.h"
#include "onsite-packets.h"
#include "onsite-recode.h"

/* Comments have to fit into one page, and a title is no essay. */
#define MAX_COMMENT_CHARS 1000
#define MAX_COMMENT_BYTES (ONSITE_OGG_MAX_PACKET - 100)

#define FRAME_MS 20

struct _OnsiteOggWriter
{
  OnsiteOggStream *stream;
  GBytes *opus_tags;
  gboolean has_headers;
  gint64 granule; /* at the end of what has been added */
  gint64 end;     /* where the last clip ends in it */
};

static void
append_string (GByteArray *packet, const char *string)
{
  guint32 length = GUINT32_TO_LE ((guint32) strlen (string));

  g_byte_array_append (packet, (const guint8 *) &length, sizeof length);
  g_byte_array_append (packet, (const guint8 *) string, (guint) strlen (string));
}

static char *
make_comment (const char *comment)
{
  g_autofree char *valid = g_utf8_make_valid (comment, -1);

  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_COMMENT_CHARS));
}

/* The comment header: RFC 7845, 5.2. */
static GBytes *
make_opus_tags (const char *const *comments)
{
  GByteArray *packet = g_byte_array_new ();
  guint32 n_comments = 0;
  guint count_offset;

  g_byte_array_append (packet, (const guint8 *) "OpusTags", 8);
  append_string (packet, "Onsite");
  count_offset = packet->len;
  g_byte_array_append (packet, (const guint8 *) &n_comments, sizeof n_comments);
  for (; comments && *comments; comments++)
    {
      g_autofree char *comment = make_comment (*comments);

      if (packet->len + strlen (comment) > MAX_COMMENT_BYTES)
        break;
      append_string (packet, comment);
      n_comments++;
    }
  n_comments = GUINT32_TO_LE (n_comments);
  memcpy (packet->data + count_offset, &n_comments, sizeof n_comments);
  return g_byte_array_free_to_bytes (packet);
}

OnsiteOggWriter *
onsite_ogg_writer_new (GOutputStream *output, const char *const *comments)
{
  OnsiteOggWriter *self = g_new0 (OnsiteOggWriter, 1);

  self->stream = onsite_ogg_stream_new (output, g_random_int ());
  self->opus_tags = make_opus_tags (comments);
  return self;
}

void
onsite_ogg_writer_free (OnsiteOggWriter *self)
{
  onsite_ogg_stream_free (self->stream);
  g_bytes_unref (self->opus_tags);
  g_free (self);
}

/* With a page of its own. */
static gboolean
add_header (OnsiteOggWriter *self, GBytes *header, GCancellable *cancellable, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (header, &size);

  return onsite_ogg_stream_add (self->stream, data, size, 0, cancellable, error) &&
         onsite_ogg_stream_flush (self->stream, cancellable, error);
}

static gboolean
add_headers (OnsiteOggWriter *self, GBytes *opus_head, GCancellable *cancellable, GError **error)
{
  self->has_headers = TRUE;
  return add_header (self, opus_head, cancellable, error) &&
         add_header (self, self->opus_tags, cancellable, error);
}

gboolean
onsite_ogg_writer_begin_clip (OnsiteOggWriter *self,
                              GBytes *opus_head,
                              gint64 n_samples,
                              GCancellable *cancellable,
                              GError **error)
{
  if (!self->has_headers && !add_headers (self, opus_head, cancellable, error))
    return FALSE;
  self->end = self->granule + n_samples + ONSITE_AUDIO_LOOKAHEAD_SAMPLES;
  return TRUE;
}

gboolean
onsite_ogg_writer_is_clip_whole (OnsiteOggWriter *self)
{
  return self->granule >= self->end;
}

static gboolean
add_packet (OnsiteOggWriter *self,
            const guint8 *packet,
            gsize size,
            GCancellable *cancellable,
            GError **error)
{
  self->granule += ONSITE_AUDIO_FRAME_SAMPLES;
  return onsite_ogg_stream_add (self->stream, packet, size, self->granule, cancellable, error);
}

gboolean
onsite_ogg_writer_add_packet (OnsiteOggWriter *self,
                              GBytes *packet,
                              GCancellable *cancellable,
                              GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (packet, &size);

  return onsite_ogg_writer_is_clip_whole (self) ||
         add_packet (self, data, size, cancellable, error);
}

static gboolean
add_packets (OnsiteOggWriter *self,
             const guint8 *packets,
             gsize end,
             GCancellable *cancellable,
             GError **error)
{
  gsize offset = 0;

  while (!onsite_ogg_writer_is_clip_whole (self))
    {
      gsize size;
      const guint8 *packet = onsite_packets_next (packets, end, &offset, &size);

      if (!packet)
        break;
      if (!add_packet (self, packet, size, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_packets (OnsiteOggWriter *self,
              OnsiteClipReader *reader,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!onsite_ogg_writer_begin_clip (self,
                                     onsite_clip_reader_get_codec_head (reader),
                                     onsite_clip_reader_get_n_samples (reader),
                                     cancellable,
                                     error))
    return FALSE;
  while (!onsite_ogg_writer_is_clip_whole (self))
    {
      gsize size;
      const guint8 *packets = onsite_clip_reader_next_packets (reader, &size, &failure);

      if (failure)
        g_propagate_error (error, g_steal_pointer (&failure));
      else if (packets && add_packets (self, packets, size, cancellable, error))
        continue;
      else if (!packets)
        break;
      return FALSE;
    }
  return TRUE;
}

/* @data: how long the clip is: its last packet goes on. */
static gsize
keep_up_to_end (gint16 *samples, gsize n_samples, gint64 at_samples, gpointer data)
{
  return (gsize) CLAMP (*(const gint64 *) data - at_samples, 0, (gint64) n_samples);
}

gboolean
onsite_ogg_writer_copy_clip (OnsiteOggWriter *self,
                             OnsiteLibrary *library,
                             const char *clip,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (library, clip, error);
  gint64 n_samples;

  if (!reader)
    return FALSE;
  n_samples = onsite_clip_reader_get_n_samples (reader);
  if (n_samples == 0)
    return TRUE;
  if (onsite_codec_of_head (onsite_clip_reader_get_codec_head (reader)) == ONSITE_CODEC_OPUS)
    return copy_packets (self, reader, cancellable, error);

  return onsite_recode_clip (library,
                             clip,
                             self,
                             n_samples,
                             keep_up_to_end,
                             &n_samples,
                             cancellable,
                             error);
}

gboolean
onsite_ogg_writer_end (OnsiteOggWriter *self, GCancellable *cancellable, GError **error)
{
  if (self->granule > 0)
    return onsite_ogg_stream_end (self->stream, MIN (self->end, self->granule), cancellable, error);
  g_set_error_literal (error,
                       ONSITE_AUDIO_ERROR,
                       ONSITE_AUDIO_ERROR_FAILED,
                       C_ ("error", "There is no sound to write: nothing was recorded."));
  return FALSE;
}

gint64
onsite_ogg_writer_get_clip_ms (gint64 n_samples)
{
  gint64 n_decoded = n_samples + ONSITE_AUDIO_LOOKAHEAD_SAMPLES;

  return (n_decoded + ONSITE_AUDIO_FRAME_SAMPLES - 1) / ONSITE_AUDIO_FRAME_SAMPLES * FRAME_MS;
}
