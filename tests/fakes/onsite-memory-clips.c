/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-memory-clips.h"

#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-codec-elements.h"

struct _OnsiteMemoryClips
{
  GMutex lock;
  GHashTable *clips;
};

static void
chunk_free (gpointer data)
{
  OnsiteMemoryChunk *chunk = data;

  g_bytes_unref (chunk->packets);
  g_bytes_unref (chunk->peaks);
  g_free (chunk);
}

static void
clip_free (gpointer data)
{
  OnsiteMemoryClip *clip = data;

  g_free (clip->id);
  g_bytes_unref (clip->codec_head);
  g_free (clip->receipt);
  g_array_unref (clip->segments);
  g_ptr_array_unref (clip->chunks);
  g_free (clip);
}

OnsiteMemoryClips *
onsite_memory_clips_new (void)
{
  OnsiteMemoryClips *self = g_new0 (OnsiteMemoryClips, 1);

  g_mutex_init (&self->lock);
  self->clips = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, clip_free);
  return self;
}

void
onsite_memory_clips_free (OnsiteMemoryClips *self)
{
  g_hash_table_unref (self->clips);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
begin (const char *id, guint pre_skip_samples, GBytes *codec_head, gpointer user_data)
{
  OnsiteMemoryClips *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  OnsiteMemoryClip *clip = g_new0 (OnsiteMemoryClip, 1);

  clip->id = g_strdup (id);
  clip->codec_head = g_bytes_ref (codec_head);
  clip->pre_skip_samples = pre_skip_samples;
  clip->segments = g_array_new (FALSE, TRUE, sizeof (OnsiteMemorySegment));
  clip->chunks = g_ptr_array_new_with_free_func (chunk_free);
  clip->n_samples = -1;
  g_assert_true (g_hash_table_insert (self->clips, clip->id, clip));
}

static gint64
get_next_sample (OnsiteMemoryClip *clip)
{
  OnsiteMemoryChunk *last;

  if (clip->chunks->len == 0)
    return 0;
  last = clip->chunks->pdata[clip->chunks->len - 1];
  return last->start_samples + last->n_samples;
}

static void
segment (const char *id, guint index, gint64 start_samples, gint64 gap_us, gpointer user_data)
{
  OnsiteMemoryClips *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  OnsiteMemoryClip *clip = g_hash_table_lookup (self->clips, id);
  OnsiteMemorySegment added = { start_samples, gap_us };
  gboolean is_border;

  g_assert_nonnull (clip);
  g_assert_cmpint (clip->n_samples, ==, -1);
  g_assert_cmpuint (index, ==, clip->segments->len);
  g_array_append_val (clip->segments, added);
  is_border = start_samples == get_next_sample (clip);
  for (guint i = 0; i < clip->chunks->len; i++)
    {
      OnsiteMemoryChunk *earlier = clip->chunks->pdata[i];

      is_border |= earlier->start_samples == start_samples;
      if (earlier->start_samples >= start_samples)
        earlier->segment = index;
    }
  g_assert_true (is_border);
}

static void
chunk (const char *id,
       guint segment_index,
       gint64 start_samples,
       gint64 n_samples,
       GBytes *packets,
       GBytes *peaks,
       gpointer user_data)
{
  OnsiteMemoryClips *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  OnsiteMemoryClip *clip = g_hash_table_lookup (self->clips, id);
  OnsiteMemoryChunk *added = g_new0 (OnsiteMemoryChunk, 1);

  g_assert_nonnull (clip);
  g_assert_cmpint (clip->n_samples, ==, -1);
  g_assert_cmpuint (segment_index + 1, ==, clip->segments->len);
  g_assert_cmpint (start_samples, ==, get_next_sample (clip));
  added->segment = segment_index;
  added->start_samples = start_samples;
  added->n_samples = n_samples;
  added->packets = g_bytes_ref (packets);
  added->peaks = g_bytes_ref (peaks);
  added->arrived_us = g_get_monotonic_time ();
  g_ptr_array_add (clip->chunks, added);
}

static void
end (const char *id, gint64 n_samples, const OnsiteReceipt *receipt, gpointer user_data)
{
  OnsiteMemoryClips *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  OnsiteMemoryClip *clip = g_hash_table_lookup (self->clips, id);

  g_assert_nonnull (clip);
  g_assert_cmpint (clip->n_samples, ==, -1);
  g_assert_cmpint (n_samples, >=, 0);
  g_assert_cmpint (n_samples, <=, get_next_sample (clip));
  clip->receipt = receipt ? onsite_receipt_copy (receipt) : NULL;
  clip->n_samples = n_samples;
}

const OnsiteRecorderSink onsite_memory_clips_sink = { begin, segment, chunk, end };

OnsiteMemoryClip *
onsite_memory_clips_get (OnsiteMemoryClips *self, const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_hash_table_lookup (self->clips, id);
}

gboolean
onsite_memory_clips_has_ended (OnsiteMemoryClips *self, const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  OnsiteMemoryClip *clip = g_hash_table_lookup (self->clips, id);

  return clip && clip->n_samples >= 0;
}

gint64
onsite_memory_clips_count_samples (OnsiteMemoryClips *self, const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  OnsiteMemoryClip *clip = g_hash_table_lookup (self->clips, id);

  return clip ? get_next_sample (clip) : 0;
}

static void
push_packets (OnsiteMemoryChunk *stored, GstAppSrc *source, guint *n_packets)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (stored->packets, &size);
  gsize offset = 0;

  while (offset + 2 <= size)
    {
      gsize length = GST_READ_UINT16_LE (data + offset);
      GstBuffer *buffer;

      g_assert_cmpuint (offset + 2 + length, <=, size);
      buffer = gst_buffer_new_memdup (data + offset + 2, length);
      GST_BUFFER_PTS (buffer) = *n_packets * 20 * GST_MSECOND;
      GST_BUFFER_DURATION (buffer) = 20 * GST_MSECOND;
      gst_app_src_push_buffer (source, buffer);
      offset += 2 + length;
      (*n_packets)++;
    }
  g_assert_cmpuint (offset, ==, size);
}

static void
pull_samples (GstAppSink *sink, GArray *samples)
{
  for (;;)
    {
      g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
      GstBuffer *buffer;
      GstMapInfo map;

      if (!sample)
        break;
      buffer = gst_sample_get_buffer (sample);
      g_assert_true (gst_buffer_map (buffer, &map, GST_MAP_READ));
      g_array_append_vals (samples, map.data, (guint) (map.size / sizeof (gint16)));
      gst_buffer_unmap (buffer, &map);
    }
}

/* Without the OpusHead in its caps opusdec trims nothing: done here, by hand, so
 * that a fault in the pre-skip shows. */
GArray *
onsite_memory_clip_decode (OnsiteMemoryClip *clip)
{
  GArray *samples = g_array_new (FALSE, TRUE, sizeof (gint16));
  g_autoptr (GstCaps) caps = onsite_codec_make_caps (clip->codec_head);
  g_autofree char *launch = NULL;
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) source = NULL;
  g_autoptr (GstElement) sink = NULL;
  guint n_packets = 0;

  launch = g_strdup_printf ("appsrc name=source format=time ! %s ! "
                            "audio/x-raw,rate=48000,channels=1,format=S16LE ! "
                            "appsink name=sink sync=false",
                            onsite_codec_name_decoder (onsite_codec_of_head (clip->codec_head)));
  pipeline = gst_parse_launch (launch, NULL);
  source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  g_object_set (source, "caps", caps, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  for (guint i = 0; i < clip->chunks->len; i++)
    push_packets (clip->chunks->pdata[i], GST_APP_SRC (source), &n_packets);
  gst_app_src_end_of_stream (GST_APP_SRC (source));
  pull_samples (GST_APP_SINK (sink), samples);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  g_assert_cmpuint (samples->len, ==, n_packets * ONSITE_AUDIO_FRAME_SAMPLES);
  g_assert_cmpint (samples->len, >=, clip->n_samples + clip->pre_skip_samples);
  g_array_remove_range (samples, 0, clip->pre_skip_samples);
  g_array_set_size (samples, (guint) clip->n_samples);
  return samples;
}
