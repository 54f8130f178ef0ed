/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-chunker.h"

#include "onsite-audio.h"
#include "records/onsite-codec.h"

#define CHUNK_SAMPLES (ONSITE_AUDIO_CHUNK_FRAMES * ONSITE_AUDIO_FRAME_SAMPLES)

struct _OnsiteChunker
{
  char *clip;
  OnsiteClipSink *sink;
  guint n_segments;
  gint64 segment_samples; /* where the last of them begins */
  gint64 start_samples;   /* where the row that is being filled does */
  GByteArray *packets;
  GByteArray *peaks;
};

OnsiteChunker *
onsite_chunker_new (const char *clip, OnsiteClipSink *sink)
{
  OnsiteChunker *self = g_new0 (OnsiteChunker, 1);

  self->clip = g_strdup (clip);
  self->sink = onsite_clip_sink_ref (sink);
  self->packets = g_byte_array_new ();
  self->peaks = g_byte_array_new ();
  return self;
}

void
onsite_chunker_free (OnsiteChunker *self)
{
  g_byte_array_unref (self->packets);
  g_byte_array_unref (self->peaks);
  onsite_clip_sink_unref (self->sink);
  g_free (self->clip);
  g_free (self);
}

void
onsite_chunker_begin_clip (OnsiteChunker *self, GBytes *codec_head)
{
  self->sink->funcs.begin (self->clip,
                           onsite_codec_get_pre_skip (codec_head),
                           codec_head,
                           self->sink->user_data);
}

static void
onsite_chunker_flush (OnsiteChunker *self)
{
  gint64 n_samples = (gint64) self->peaks->len * ONSITE_AUDIO_FRAME_SAMPLES;
  g_autoptr (GBytes) packets = NULL;
  g_autoptr (GBytes) peaks = NULL;

  if (n_samples == 0)
    return;
  packets = g_byte_array_free_to_bytes (g_steal_pointer (&self->packets));
  peaks = g_byte_array_free_to_bytes (g_steal_pointer (&self->peaks));
  self->packets = g_byte_array_new ();
  self->peaks = g_byte_array_new ();
  self->sink->funcs.chunk (self->clip,
                           self->n_segments - 1,
                           self->start_samples,
                           n_samples,
                           packets,
                           peaks,
                           self->sink->user_data);
  self->start_samples += n_samples;
}

/* The border of rows that is next to where it began; or −1 if there is none in the segment
 * that there is. All of its rows but the last are as long as can be. */
static gint64
find_border (OnsiteChunker *self, gint64 n_since)
{
  const gint64 now_samples = self->start_samples +
                             (gint64) self->peaks->len * ONSITE_AUDIO_FRAME_SAMPLES;
  const gint64 n_into = MAX (0, now_samples - n_since - self->segment_samples);
  const gint64 n_rows = (n_into + CHUNK_SAMPLES / 2) / CHUNK_SAMPLES;
  const gint64 border = self->segment_samples + MAX (1, n_rows) * CHUNK_SAMPLES;

  return self->n_segments > 0 && border <= self->start_samples ? border : -1;
}

void
onsite_chunker_begin_segment (OnsiteChunker *self, gint64 gap_us, gint64 n_since)
{
  gint64 border = n_since > 0 ? find_border (self, n_since) : -1;

  if (border < 0)
    {
      onsite_chunker_flush (self);
      border = self->start_samples;
    }
  self->sink->funcs.segment (self->clip, self->n_segments, border, gap_us, self->sink->user_data);
  self->segment_samples = border;
  self->n_segments++;
}

void
onsite_chunker_add_packet (OnsiteChunker *self, const guint8 *packet, gsize size, guint8 peak)
{
  guint8 length[2];

  g_return_if_fail (self->n_segments > 0);
  g_return_if_fail (size <= G_MAXUINT16);
  GST_WRITE_UINT16_LE (length, (guint16) size);
  g_byte_array_append (self->packets, length, sizeof length);
  g_byte_array_append (self->packets, packet, (guint) size);
  g_byte_array_append (self->peaks, &peak, 1);
  if (self->peaks->len == ONSITE_AUDIO_CHUNK_FRAMES)
    onsite_chunker_flush (self);
}

void
onsite_chunker_end_clip (OnsiteChunker *self, gint64 n_samples, const OnsiteReceipt *receipt)
{
  g_autofree OnsiteReceipt *told = receipt ? onsite_receipt_copy (receipt) : NULL;

  onsite_chunker_flush (self);
  if (told)
    told->n_kept_samples -= MAX (0, n_samples - self->start_samples);
  self->sink->funcs.end (self->clip,
                         MIN (n_samples, self->start_samples),
                         told,
                         self->sink->user_data);
}
