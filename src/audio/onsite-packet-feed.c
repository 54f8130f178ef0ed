/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-packet-feed.h"

#include <glib/gi18n-lib.h>
#include <gst/audio/audio.h>

#include "onsite-audio.h"
#include "onsite-packets.h"
#include "onsite-silence-map.h"

#define FRAME          ONSITE_AUDIO_FRAME_SAMPLES
#define WARM_UP_FRAMES 4 /* 80 ms */

struct _OnsitePacketFeed
{
  OnsiteClipReader *reader;
  OnsiteSilenceMap *maps[2]; /* with all that there is, and without silences */
  gint skip_silence;         /* atomic */
  gint64 n_samples;
  gint64 pre_skip_samples;

  OnsiteCodec codec;
  gint64 frame;      /* comes next */
  gint64 last_frame; /* that was given, of last_segment */
  guint last_segment;
  OnsiteChunk *chunk;
  gint64 chunk_frame; /* the one at chunk_offset */
  gsize chunk_offset;
};

OnsitePacketFeed *
onsite_packet_feed_new (OnsiteClipReader *reader, GBytes *peaks)
{
  OnsitePacketFeed *self = g_new0 (OnsitePacketFeed, 1);

  self->reader = reader;
  self->maps[FALSE] = onsite_silence_map_new (NULL);
  self->maps[TRUE] = onsite_silence_map_new (peaks);
  self->codec = onsite_codec_of_head (onsite_clip_reader_get_codec_head (reader));
  self->n_samples = onsite_clip_reader_get_n_samples (reader);
  self->pre_skip_samples = onsite_clip_reader_get_pre_skip_samples (reader);
  return self;
}

void
onsite_packet_feed_free (OnsitePacketFeed *self)
{
  onsite_clip_reader_free (self->reader);
  onsite_silence_map_free (self->maps[FALSE]);
  onsite_silence_map_free (self->maps[TRUE]);
  g_clear_pointer (&self->chunk, onsite_chunk_free);
  g_free (self);
}

GBytes *
onsite_packet_feed_get_codec_head (OnsitePacketFeed *self)
{
  return onsite_clip_reader_get_codec_head (self->reader);
}

gint64
onsite_packet_feed_get_n_samples (OnsitePacketFeed *self)
{
  return self->n_samples;
}

void
onsite_packet_feed_set_skip_silence (OnsitePacketFeed *self, gboolean skip_silence)
{
  g_atomic_int_set (&self->skip_silence, skip_silence ? TRUE : FALSE);
}

static OnsiteSilenceMap *
get_map (OnsitePacketFeed *self)
{
  return self->maps[g_atomic_int_get (&self->skip_silence)];
}

static GstClockTime
samples_to_time (gint64 n_samples)
{
  return gst_util_uint64_scale ((guint64) MAX (0, n_samples), GST_SECOND, ONSITE_AUDIO_RATE);
}

static gint64
time_to_samples (GstClockTime time)
{
  return (gint64) gst_util_uint64_scale_round (time, ONSITE_AUDIO_RATE, GST_SECOND);
}

/* A sample comes out of the decoder pre_skip later than it went into the encoder:
 * whole frames are skipped, so the place within a frame stays what it is. */
GstClockTime
onsite_packet_feed_to_time (OnsitePacketFeed *self, gint64 sample)
{
  OnsiteSilenceMap *map = get_map (self);
  gint64 decoded = CLAMP (sample, 0, self->n_samples) + self->pre_skip_samples;
  gint64 heard = onsite_silence_map_next_heard (map, decoded / FRAME);
  gint64 played = onsite_silence_map_to_played (map, heard) * FRAME;

  if (heard == decoded / FRAME)
    played += decoded % FRAME;
  return samples_to_time (played - self->pre_skip_samples);
}

gint64
onsite_packet_feed_to_sample (OnsitePacketFeed *self, GstClockTime time)
{
  gint64 played = time_to_samples (time) + self->pre_skip_samples;
  gint64 decoded = onsite_silence_map_to_clip (get_map (self), played / FRAME) * FRAME +
                   played % FRAME;

  return CLAMP (decoded - self->pre_skip_samples, 0, self->n_samples);
}

static gboolean
go_to_frame (OnsitePacketFeed *self, gint64 frame, GError **error)
{
  g_clear_pointer (&self->chunk, onsite_chunk_free);
  self->frame = frame;
  return onsite_clip_reader_seek (self->reader, frame * FRAME, error);
}

gboolean
onsite_packet_feed_seek (OnsitePacketFeed *self, GstClockTime time, GError **error)
{
  gint64 played = (time_to_samples (time) + self->pre_skip_samples) / FRAME - WARM_UP_FRAMES;

  return go_to_frame (self, onsite_silence_map_to_clip (get_map (self), MAX (0, played)), error);
}

static gboolean
read_chunk (OnsitePacketFeed *self, GError **error)
{
  g_clear_pointer (&self->chunk, onsite_chunk_free);
  self->chunk = onsite_clip_reader_next (self->reader, error);
  if (!self->chunk)
    return FALSE;
  self->chunk_frame = self->chunk->start_samples / FRAME;
  self->chunk_offset = 0;
  return TRUE;
}

static GBytes *
take_packet (OnsitePacketFeed *self)
{
  GBytes *packet = onsite_packets_take (self->chunk->packets, &self->chunk_offset);

  if (packet)
    self->chunk_frame++;
  return packet;
}

/* FLAC's frames are numbered, and its decoder puts silence in the place of those that it
 * takes for lost: where some are left out, and where a repair has left some out. */
static void
mark_leap (OnsitePacketFeed *self, GstBuffer *buffer, gint64 frame)
{
  const guint segment = self->chunk->segment;

  if (self->codec == ONSITE_CODEC_FLAC &&
      (frame != self->last_frame + 1 || segment != self->last_segment))
    GST_BUFFER_FLAG_SET (buffer, GST_BUFFER_FLAG_DISCONT);
  self->last_frame = frame;
  self->last_segment = segment;
}

static GstBuffer *
make_buffer (OnsitePacketFeed *self, gint64 frame, GBytes *packet)
{
  GstBuffer *buffer = gst_buffer_new_wrapped_bytes (packet);
  gint64 start = frame * FRAME - self->pre_skip_samples;
  gint64 played = onsite_silence_map_to_played (get_map (self), frame) * FRAME -
                  self->pre_skip_samples;
  guint64 n_early = (guint64) MAX (0, -played);
  guint64 n_late = (guint64) CLAMP (start + FRAME - self->n_samples, 0, FRAME);

  GST_BUFFER_PTS (buffer) = samples_to_time (played);
  GST_BUFFER_DURATION (buffer) = samples_to_time (FRAME - (gint64) (n_early + n_late));
  if (n_early > 0 || n_late > 0)
    gst_buffer_add_audio_clipping_meta (buffer, GST_FORMAT_DEFAULT, n_early, n_late);
  mark_leap (self, buffer, frame);
  return buffer;
}

static gboolean
is_over (OnsitePacketFeed *self)
{
  return self->frame * FRAME - self->pre_skip_samples >= self->n_samples;
}

GstBuffer *
onsite_packet_feed_next (OnsitePacketFeed *self, GError **error)
{
  gint64 wanted = onsite_silence_map_next_heard (get_map (self), self->frame);

  /* Over a long silence nothing is read. */
  if (wanted - self->frame > ONSITE_AUDIO_CHUNK_FRAMES && !go_to_frame (self, wanted, error))
    return NULL;
  self->frame = wanted;
  while (!is_over (self))
    {
      g_autoptr (GBytes) packet = self->chunk ? take_packet (self) : NULL;
      gint64 frame = self->chunk_frame - 1;

      if (packet && frame >= self->frame)
        {
          self->frame = frame + 1;
          return make_buffer (self, frame, packet);
        }
      if (!packet && !read_chunk (self, error))
        return NULL;
    }
  return NULL;
}
