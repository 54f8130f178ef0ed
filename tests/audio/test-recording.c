/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-recording.h"

#include "audio/onsite-audio.h"
#include "audio/onsite-codec-elements.h"
#include "onsite-memory-clips.h"
#include "onsite-signal.h"

#define BLOCK_SAMPLES 480
#define MS            (ONSITE_AUDIO_RATE / 1000)
#define DONE_TIMEOUT  (10 * G_USEC_PER_SEC)

typedef struct
{
  OnsiteMemoryClips *clips;
  OnsiteClipSink *sink;
  OnsiteCodec codec;
  OnsiteRecording *recording;
  GArray *sound;
  GMutex lock;
  GCond changed;
  gboolean done;
} Fixture;

static void
on_done (OnsiteRecording *recording, const GError *error, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&fixture->lock);

  g_assert_no_error (error);
  fixture->done = TRUE;
  g_cond_signal (&fixture->changed);
}

static void
set_up (Fixture *fixture, gconstpointer codec)
{
  g_autoptr (GError) error = NULL;

  fixture->codec = (OnsiteCodec) GPOINTER_TO_INT (codec);
  g_mutex_init (&fixture->lock);
  g_cond_init (&fixture->changed);
  fixture->clips = onsite_memory_clips_new ();
  fixture->sink = onsite_clip_sink_new (&onsite_memory_clips_sink, fixture->clips, NULL);
  fixture->sound = onsite_signal_make_babble (3 * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 1);
  fixture->recording =
      onsite_recording_new ("a", 0, fixture->sink, fixture->codec, on_done, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->recording);
  onsite_clip_sink_unref (fixture->sink);
  onsite_memory_clips_free (fixture->clips);
  g_array_unref (fixture->sound);
  g_cond_clear (&fixture->changed);
  g_mutex_clear (&fixture->lock);
}

static const gint16 *
sound_at (Fixture *fixture, gsize sample)
{
  return &g_array_index (fixture->sound, gint16, sample);
}

/* The same, where a gap before it was @since_ms earlier. */
static void
feed_since (Fixture *fixture, guint from_ms, guint to_ms, guint delay_ms, guint since_ms)
{
  for (gsize i = from_ms * MS; i < to_ms * MS; i += BLOCK_SAMPLES)
    onsite_recording_feed (fixture->recording,
                           sound_at (fixture, i),
                           MIN (BLOCK_SAMPLES, to_ms * MS - i),
                           (gint64) (i / MS + delay_ms) * 1000,
                           i == from_ms * MS ? since_ms * 1000 : 0);
}

/* Feeds a stretch of the sound as a source would, later by @delay_ms. */
static void
feed (Fixture *fixture, guint from_ms, guint to_ms, guint delay_ms)
{
  feed_since (fixture, from_ms, to_ms, delay_ms, 0);
}

static OnsiteMemoryClip *
wait_for_clip (Fixture *fixture)
{
  gint64 deadline_us = g_get_monotonic_time () + DONE_TIMEOUT;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&fixture->lock);

  while (!fixture->done)
    g_assert_true (g_cond_wait_until (&fixture->changed, &fixture->lock, deadline_us));
  return onsite_memory_clips_get (fixture->clips, "a");
}

static OnsiteMemoryClip *
end_at (Fixture *fixture, guint end_ms)
{
  onsite_recording_mark_end (fixture->recording, end_ms * 1000);
  onsite_recording_seal (fixture->recording);
  return wait_for_clip (fixture);
}

/* Bit for bit. */
static void
assert_same (Fixture *fixture, GArray *heard, guint at_ms, guint from_ms, guint to_ms)
{
  g_assert_cmpuint (heard->len, >=, (at_ms + to_ms - from_ms) * MS);
  g_assert_cmpmem (&g_array_index (heard, gint16, at_ms * MS),
                   (to_ms - from_ms) * MS * sizeof (gint16),
                   sound_at (fixture, from_ms * MS),
                   (to_ms - from_ms) * MS * sizeof (gint16));
}

/* What is heard at @at_ms is what was said from @from_ms to @to_ms, to a quarter of a
 * millisecond: over short stretches the encoder shifts that much. */
static void
assert_heard (Fixture *fixture, GArray *heard, guint at_ms, guint from_ms, guint to_ms)
{
  const gsize margin = 5 * MS;
  gsize start = at_ms * MS > margin ? at_ms * MS - margin : 0;
  gsize length = (to_ms - from_ms) * MS;
  gssize where;
  double found = onsite_signal_find (&g_array_index (heard, gint16, start),
                                     MIN (length + 2 * margin, heard->len - start),
                                     sound_at (fixture, from_ms * MS),
                                     length,
                                     &where);

  g_assert_cmpfloat (found, >, 0.88);
  if (fixture->codec == ONSITE_CODEC_FLAC)
    assert_same (fixture, heard, at_ms, from_ms, to_ms);
  g_assert_cmpint (ABS ((gssize) start + where - (gssize) (at_ms * MS)), <=, MS / 4);
}

static void
test_what_is_fed_is_what_is_heard (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 2000, 0);
  clip = end_at (fixture, 2000);
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpint (clip->n_samples, ==, 2000 * MS);
  g_assert_cmpuint (clip->pre_skip_samples, ==, onsite_codec_get_lookahead (fixture->codec));
  g_assert_cmpint (onsite_codec_of_head (clip->codec_head), ==, fixture->codec);
  g_assert_cmpuint (clip->segments->len, ==, 1);
  assert_heard (fixture, heard, 0, 0, 2000);
}

static void
test_a_clip_begins_at_its_moment (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;

  g_assert_finalize_object (fixture->recording);
  fixture->recording =
      onsite_recording_new ("a", 333 * 1000, fixture->sink, fixture->codec, on_done, fixture, NULL);
  feed (fixture, 0, 2000, 0);
  heard = onsite_memory_clip_decode (end_at (fixture, 2000));

  g_assert_cmpuint (heard->len, ==, (2000 - 333) * MS);
  assert_heard (fixture, heard, 0, 333, 2000);
}

static void
test_an_end_in_a_gap_is_where_the_sound_stopped (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  onsite_recording_mark_end (fixture->recording, 1500 * 1000);
  onsite_recording_seal (fixture->recording);
  feed (fixture, 1000, 2000, 2000);
  clip = wait_for_clip (fixture);

  g_assert_cmpint (clip->n_samples, ==, 1000 * MS);
  g_assert_cmpuint (clip->segments->len, ==, 1);
}

static void
test_an_end_that_is_marked_before_a_gap_and_lies_after_it_is_kept (Fixture *fixture,
                                                                   gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  onsite_recording_mark_end (fixture->recording, 2300 * 1000);
  onsite_recording_seal (fixture->recording);
  feed (fixture, 1000, 2000, 1000);
  clip = wait_for_clip (fixture);

  g_assert_cmpint (clip->n_samples, ==, 1300 * MS);
  g_assert_cmpuint (clip->segments->len, ==, 2);
}

static void
test_a_chunk_is_a_hundred_milliseconds (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  clip = end_at (fixture, 1000);

  /* One more for what an encoder gives late. */
  g_assert_cmpuint (clip->chunks->len, ==, fixture->codec == ONSITE_CODEC_FLAC ? 10 : 11);
  for (guint i = 0; i < 10; i++)
    {
      OnsiteMemoryChunk *chunk = clip->chunks->pdata[i];

      g_assert_cmpint (chunk->start_samples, ==, i * 100 * MS);
      g_assert_cmpint (chunk->n_samples, ==, 100 * MS);
      g_assert_cmpuint (g_bytes_get_size (chunk->peaks), ==, 5);
    }
}

static void
test_a_peak_is_that_of_its_own_20_ms (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;
  const guint8 *peaks;

  /* Silence but for one sample, in the last place of the third packet. */
  memset (fixture->sound->data, 0, fixture->sound->len * sizeof (gint16));
  g_array_index (fixture->sound, gint16, 3 * ONSITE_AUDIO_FRAME_SAMPLES - 1) = -8192;
  feed (fixture, 0, 100, 0);
  clip = end_at (fixture, 100);

  peaks = g_bytes_get_data (((OnsiteMemoryChunk *) clip->chunks->pdata[0])->peaks, NULL);
  g_assert_cmpmem (peaks, 5, ((guint8[]){ 0, 0, 128, 0, 0 }), 5);
}

static void
test_an_end_is_exact_and_waits_for_what_is_in_flight (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;

  feed (fixture, 0, 1000, 0);
  onsite_recording_mark_end (fixture->recording, 1033 * 1000);
  onsite_recording_seal (fixture->recording);
  g_assert_false (onsite_recording_is_finished (fixture->recording));
  feed (fixture, 1000, 1200, 0);
  heard = onsite_memory_clip_decode (wait_for_clip (fixture));

  g_assert_cmpuint (heard->len, ==, 1033 * MS);
  assert_heard (fixture, heard, 1000, 1000, 1033);
}

static void
test_what_comes_after_the_mark_is_kept_until_it_is_sealed (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  onsite_recording_mark_end (fixture->recording, 1000 * 1000);
  feed (fixture, 1000, 2000, 0);
  g_assert_cmpint (onsite_recording_get_n_samples (fixture->recording), ==, 1000 * MS);
  onsite_recording_seal (fixture->recording);
  clip = wait_for_clip (fixture);

  g_assert_cmpint (clip->n_samples, ==, 1000 * MS);
  g_assert_cmpuint (clip->chunks->len, ==, 20);
}

static void
test_keep_talking_goes_on_without_a_gap (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  onsite_recording_mark_end (fixture->recording, 990 * 1000);
  feed (fixture, 1000, 1500, 0);
  onsite_recording_clear_end (fixture->recording);
  g_assert_cmpint (onsite_recording_get_n_samples (fixture->recording), ==, 1500 * MS);
  feed (fixture, 1500, 2500, 0);
  clip = end_at (fixture, 2500);
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, ==, 1);
  g_assert_cmpuint (heard->len, ==, 2500 * MS);
  assert_heard (fixture, heard, 0, 0, 2500);
}

static void
test_a_gap_begins_a_segment_and_is_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;
  OnsiteMemorySegment *second;

  feed (fixture, 0, 1010, 0);
  feed (fixture, 1010, 2000, 700);
  clip = end_at (fixture, 2700);
  heard = onsite_memory_clip_decode (clip);

  /* The frame that the gap cut short is filled up with 10 ms of silence. */
  g_assert_cmpuint (clip->segments->len, ==, 2);
  second = &g_array_index (clip->segments, OnsiteMemorySegment, 1);
  g_assert_cmpint (second->start_samples, ==, 1020 * MS);
  g_assert_cmpint (second->gap_us, ==, 690 * 1000);
  g_assert_cmpint (((OnsiteMemoryChunk *) clip->chunks->pdata[10])->n_samples, ==, 20 * MS);
  g_assert_cmpuint (heard->len, ==, 2010 * MS);
  assert_heard (fixture, heard, 0, 0, 1010);
  assert_heard (fixture, heard, 1020, 1010, 2000);
}

/* It is found out while what followed it is kept already. */
static void
test_a_gap_that_is_known_of_late_is_put_where_it_was (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;
  OnsiteMemorySegment *second;

  feed (fixture, 0, 1430, 0);
  feed_since (fixture, 1430, 2000, 700, 400);
  clip = end_at (fixture, 2700);
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, ==, 2);
  second = &g_array_index (clip->segments, OnsiteMemorySegment, 1);
  g_assert_cmpint (second->start_samples, ==, 1000 * MS);
  g_assert_cmpint (second->gap_us, ==, 700 * 1000);
  g_assert_cmpuint (((OnsiteMemoryChunk *) clip->chunks->pdata[9])->segment, ==, 0);
  g_assert_cmpuint (((OnsiteMemoryChunk *) clip->chunks->pdata[10])->segment, ==, 1);
  g_assert_cmpuint (heard->len, ==, 2000 * MS);
  assert_heard (fixture, heard, 0, 0, 2000);
}

static void
test_a_receipt_tells_of_the_gap (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  onsite_recording_hear_from (fixture->recording, ONSITE_DEVICE_KIND_USB, ONSITE_PROCESSING_NONE);
  feed (fixture, 0, 1010, 0);
  feed (fixture, 1010, 2000, 700);
  clip = end_at (fixture, 2700);

  g_assert_nonnull (clip->receipt);
  g_assert_cmpint (clip->receipt->device, ==, ONSITE_DEVICE_KIND_USB);
  g_assert_cmpuint (clip->receipt->n_gaps, ==, 1);
  g_assert_cmpint (clip->receipt->gap_us, ==, 700 * 1000);
  g_assert_cmpint (clip->receipt->n_captured_samples, ==, 2000 * MS);
  g_assert_cmpint (clip->receipt->n_kept_samples, ==, 2000 * MS);
  g_assert_cmpint (onsite_receipt_find_fault (clip->receipt), ==, ONSITE_TAKE_FAULT_HOLES);
}

static void
test_a_receipt_is_of_what_lies_before_the_end (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  /* Clipped, but for the second that counts. */
  for (guint i = ONSITE_AUDIO_RATE; i < fixture->sound->len; i++)
    g_array_index (fixture->sound, gint16, i) = G_MAXINT16;
  feed (fixture, 0, 990, 0);
  onsite_recording_mark_end (fixture->recording, 1000 * 1000);
  feed (fixture, 990, 2000, 0);
  g_assert_cmpint (onsite_recording_get_receipt (fixture->recording).n_captured_samples,
                   ==,
                   1000 * MS);
  onsite_recording_seal (fixture->recording);
  clip = wait_for_clip (fixture);

  g_assert_cmpint (clip->receipt->n_captured_samples, ==, 1000 * MS);
  g_assert_cmpint (clip->receipt->n_clipped_samples, ==, 0);
}

static void
test_a_receipt_of_what_went_on_is_of_all_of_it (Fixture *fixture, gconstpointer unused)
{
  feed (fixture, 0, 1000, 0);
  onsite_recording_mark_end (fixture->recording, 1000 * 1000);
  feed (fixture, 1000, 1500, 0);
  onsite_recording_clear_end (fixture->recording);
  feed (fixture, 1500, 2000, 0);

  g_assert_cmpint (onsite_recording_get_receipt (fixture->recording).n_captured_samples,
                   ==,
                   2000 * MS);
  g_assert_cmpint (end_at (fixture, 2000)->receipt->n_captured_samples, ==, 2000 * MS);
}

static void
test_a_pause_is_no_gap_of_the_receipt (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  onsite_recording_pause (fixture->recording, 1000 * 1000);
  feed (fixture, 1000, 1500, 0);
  onsite_recording_resume (fixture->recording, 1500 * 1000);
  feed (fixture, 1500, 2000, 0);
  feed (fixture, 2000, 2500, 300);
  clip = end_at (fixture, 2800);

  g_assert_cmpuint (clip->receipt->n_gaps, ==, 1);
  g_assert_cmpint (clip->receipt->gap_us, ==, 300 * 1000);
  g_assert_cmpint (clip->receipt->n_captured_samples, ==, 2000 * MS);
}

static void
test_a_jitter_of_timestamps_is_no_gap (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 500, 0);
  feed (fixture, 500, 1000, 40);
  feed (fixture, 1000, 1500, 0);
  clip = end_at (fixture, 1500);

  g_assert_cmpuint (clip->segments->len, ==, 1);
  g_assert_cmpint (clip->n_samples, ==, 1500 * MS);
}

static void
test_a_pause_keeps_nothing_and_is_a_gap (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 980, 0);
  onsite_recording_pause (fixture->recording, 1000 * 1000);
  feed (fixture, 980, 1500, 0);
  g_assert_cmpint (onsite_recording_get_n_samples (fixture->recording), ==, 1000 * MS);
  onsite_recording_resume (fixture->recording, 1505 * 1000);
  feed (fixture, 1500, 2505, 0);
  clip = end_at (fixture, 2505);
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, ==, 2);
  g_assert_cmpint (g_array_index (clip->segments, OnsiteMemorySegment, 1).gap_us, ==, 505 * 1000);
  g_assert_cmpuint (heard->len, ==, 2000 * MS);
  assert_heard (fixture, heard, 0, 0, 1000);
  assert_heard (fixture, heard, 1000, 1505, 2505);
}

static void
test_an_end_in_a_pause_is_where_the_pause_began (Fixture *fixture, gconstpointer unused)
{
  feed (fixture, 0, 1000, 0);
  onsite_recording_pause (fixture->recording, 1000 * 1000);
  feed (fixture, 1000, 1400, 0);

  g_assert_cmpint (end_at (fixture, 1400)->n_samples, ==, 1000 * MS);
}

/* As where a sound server hangs: all that was wanted meanwhile still holds. */
static void
test_what_is_paused_before_it_is_heard_is_not_kept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  onsite_recording_pause (fixture->recording, 1000 * 1000);
  onsite_recording_resume (fixture->recording, 1200 * 1000);
  onsite_recording_pause (fixture->recording, 1600 * 1000);
  feed (fixture, 1000, 2000, 0);
  g_assert_cmpint (onsite_recording_get_n_samples (fixture->recording), ==, 1400 * MS);
  onsite_recording_resume (fixture->recording, 2000 * 1000);
  feed (fixture, 2000, 3000, 0);
  clip = end_at (fixture, 3000);
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, ==, 3);
  g_assert_cmpuint (clip->receipt->n_gaps, ==, 0);
  g_assert_cmpuint (heard->len, ==, 2400 * MS);
  assert_heard (fixture, heard, 0, 0, 1000);
  assert_heard (fixture, heard, 1000, 1200, 1600);
  assert_heard (fixture, heard, 1400, 2000, 3000);
}

/* A source may give more than a pause at once. */
static void
test_what_lies_between_two_pauses_is_kept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;

  feed (fixture, 0, 1000, 0);
  for (guint from_ms = 1000; from_ms < 2800; from_ms += 600)
    {
      onsite_recording_pause (fixture->recording, from_ms * 1000);
      onsite_recording_resume (fixture->recording, (from_ms + 200) * 1000);
    }
  onsite_recording_feed (fixture->recording,
                         sound_at (fixture, 1000 * MS),
                         2000 * MS,
                         1000 * 1000,
                         0);
  heard = onsite_memory_clip_decode (end_at (fixture, 3000));

  g_assert_cmpuint (heard->len, ==, 2400 * MS);
  assert_heard (fixture, heard, 0, 0, 1000);
  assert_heard (fixture, heard, 1000, 1200, 1600);
  assert_heard (fixture, heard, 1400, 1800, 2200);
  assert_heard (fixture, heard, 1800, 2400, 3000);
}

static void
test_an_end_after_a_pause_that_is_not_heard_yet_is_kept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;

  feed (fixture, 0, 1000, 0);
  onsite_recording_pause (fixture->recording, 1000 * 1000);
  onsite_recording_resume (fixture->recording, 1200 * 1000);
  onsite_recording_mark_end (fixture->recording, 1900 * 1000);
  onsite_recording_seal (fixture->recording);
  feed (fixture, 1000, 2000, 0);
  heard = onsite_memory_clip_decode (wait_for_clip (fixture));

  g_assert_cmpuint (heard->len, ==, 1700 * MS);
  assert_heard (fixture, heard, 1000, 1200, 1900);
}

/* Of which 500 ms lay in the pause. */
static void
test_a_microphone_that_is_away_in_a_pause_and_after_it_is_a_gap (Fixture *fixture,
                                                                 gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  feed (fixture, 0, 1000, 0);
  onsite_recording_pause (fixture->recording, 1000 * 1000);
  onsite_recording_resume (fixture->recording, 1500 * 1000);
  feed (fixture, 1000, 2000, 1300);
  clip = end_at (fixture, 3300);

  g_assert_cmpuint (clip->segments->len, ==, 2);
  g_assert_cmpint (g_array_index (clip->segments, OnsiteMemorySegment, 1).gap_us, ==, 1300 * 1000);
  g_assert_cmpuint (clip->receipt->n_gaps, ==, 1);
  g_assert_cmpint (clip->receipt->gap_us, ==, 800 * 1000);
}

static void
test_a_clip_that_is_cut_keeps_all_that_came (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;

  feed (fixture, 0, 1007, 0);
  onsite_recording_cut (fixture->recording);
  heard = onsite_memory_clip_decode (wait_for_clip (fixture));

  g_assert_cmpuint (heard->len, ==, 1007 * MS);
  assert_heard (fixture, heard, 0, 0, 1007);
}

static void
test_an_empty_clip_begins_and_ends (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  onsite_recording_cut (fixture->recording);
  clip = wait_for_clip (fixture);

  g_assert_cmpint (clip->n_samples, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (clip->codec_head),
                    ==,
                    fixture->codec == ONSITE_CODEC_FLAC ? 42 : 19);
}

#define ADD_FOR(codec, function)                        \
  g_test_add ("/audio/recording/" #codec "/" #function, \
              Fixture,                                  \
              GINT_TO_POINTER (ONSITE_CODEC_##codec),   \
              set_up,                                   \
              test_##function,                          \
              tear_down)

#define ADD(function)       \
  ADD_FOR (OPUS, function); \
  ADD_FOR (FLAC, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD (what_is_fed_is_what_is_heard);
  ADD (a_clip_begins_at_its_moment);
  ADD (an_end_in_a_gap_is_where_the_sound_stopped);
  ADD (an_end_that_is_marked_before_a_gap_and_lies_after_it_is_kept);
  ADD (a_chunk_is_a_hundred_milliseconds);
  ADD (a_peak_is_that_of_its_own_20_ms);
  ADD (an_end_is_exact_and_waits_for_what_is_in_flight);
  ADD (what_comes_after_the_mark_is_kept_until_it_is_sealed);
  ADD (keep_talking_goes_on_without_a_gap);
  ADD (a_gap_begins_a_segment_and_is_told);
  ADD (a_gap_that_is_known_of_late_is_put_where_it_was);
  ADD (a_receipt_tells_of_the_gap);
  ADD (a_receipt_is_of_what_lies_before_the_end);
  ADD (a_receipt_of_what_went_on_is_of_all_of_it);
  ADD (a_pause_is_no_gap_of_the_receipt);
  ADD (a_jitter_of_timestamps_is_no_gap);
  ADD (a_pause_keeps_nothing_and_is_a_gap);
  ADD (an_end_in_a_pause_is_where_the_pause_began);
  ADD (what_is_paused_before_it_is_heard_is_not_kept);
  ADD (what_lies_between_two_pauses_is_kept);
  ADD (an_end_after_a_pause_that_is_not_heard_yet_is_kept);
  ADD (a_microphone_that_is_away_in_a_pause_and_after_it_is_a_gap);
  ADD (a_clip_that_is_cut_keeps_all_that_came);
  ADD (an_empty_clip_begins_and_ends);

  return g_test_run ();
}
