/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"

#include <math.h>

static OnsiteClip *
get_clip (OnsiteStoredLoop *stored)
{
  OnsiteTurn *turn = g_ptr_array_index (fixture_get_take (stored->loop)->turns, 0);

  return turn->clip;
}

static void
assert_reads (Fixture *fixture, const char *clip, guint n_chunks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (fixture->library, clip, &error);
  guint n_read = 0;

  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &error);

      g_assert_no_error (error);
      if (chunk == NULL)
        break;
      fixture_assert_chunk (chunk, n_read++);
    }
  g_assert_cmpuint (n_read, ==, n_chunks);
}

/* The same, of packets alone. */
static void
assert_reads_packets (Fixture *fixture, const char *clip, guint n_chunks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (fixture->library, clip, &error);
  const guint8 *packets;
  gsize size;

  g_assert_no_error (error);
  for (guint i = 0; i < n_chunks; i++)
    {
      guint told;

      packets = onsite_clip_reader_next_packets (reader, &size, &error);
      g_assert_no_error (error);
      g_assert_nonnull (packets);
      g_assert_cmpuint (size, ==, 350);
      memcpy (&told, packets, sizeof told);
      g_assert_cmpuint (told, ==, i);
    }
  for (guint i = 0; i < 2; i++)
    {
      packets = onsite_clip_reader_next_packets (reader, &size, &error);
      g_assert_no_error (error);
      g_assert_null (packets);
    }
}

static void
test_packets_are_read_alone (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteClipReader) reader = NULL;
  gsize size;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 600);
  onsite_library_end_clip (fixture->library, "c", 600 * CHUNK_SAMPLES);
  fixture_reopen (fixture);
  assert_reads (fixture, "c", 600);
  assert_reads_packets (fixture, "c", 600);

  reader = onsite_clip_reader_new (fixture->library, "c", NULL);
  for (guint place = 0; place < 600; place += 299)
    {
      const guint8 *packets;
      guint told;

      g_assert_true (onsite_clip_reader_seek (reader, place * CHUNK_SAMPLES, NULL));
      packets = onsite_clip_reader_next_packets (reader, &size, NULL);
      memcpy (&told, packets, sizeof told);
      g_assert_cmpuint (told, ==, place);
    }
}

static void
test_what_is_recorded_is_read_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (OnsiteClipReader) reader = NULL;
  OnsiteSegment *segment;
  OnsiteClip *clip;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 100);
  onsite_library_end_clip (fixture->library, "c", 100 * CHUNK_SAMPLES);
  fixture_reopen (fixture);

  stored = fixture_load (fixture, loop->id);
  clip = get_clip (stored);
  g_assert_cmpstr (clip->id, ==, "c");
  g_assert_cmpint (clip->state, ==, ONSITE_CLIP_COMPLETE);
  g_assert_cmpint (clip->n_samples, ==, 100 * CHUNK_SAMPLES);
  g_assert_cmpint (clip->created_at_us, ==, 1000);
  g_assert_cmpuint (clip->pre_skip_samples, ==, 312);
  g_assert_cmpuint (clip->segments->len, ==, 1);
  segment = g_ptr_array_index (clip->segments, 0);
  g_assert_cmpint (segment->n_samples, ==, 100 * CHUNK_SAMPLES);
  assert_reads (fixture, "c", 100);

  reader = onsite_clip_reader_new (fixture->library, "c", NULL);
  g_assert_cmpint (onsite_clip_reader_get_n_samples (reader), ==, 100 * CHUNK_SAMPLES);
  g_assert_cmpuint (onsite_clip_reader_get_pre_skip_samples (reader), ==, 312);
  g_assert_cmpuint (g_bytes_get_size (onsite_clip_reader_get_codec_head (reader)), ==, 8);
}

static const OnsiteReceipt measured = {
  .device = ONSITE_DEVICE_KIND_HEADSET,
  .processing = ONSITE_PROCESSING_CLEANED,
  .peak_dbfs = -3.25,
  .loudness_lufs = -21.5,
  .noise_floor_dbfs = -62.5,
  .silent_share = 0.25,
  .speech_ms = 1400,
  .n_clipped_samples = 7,
  .n_gaps = 2,
  .gap_us = 1500000,
  .n_captured_samples = 20 * CHUNK_SAMPLES,
  .n_kept_samples = 20 * CHUNK_SAMPLES,
};

/* The clip of a library that was closed and opened again, recorded with @n_chunks. */
static OnsiteStoredLoop *
record_measured (Fixture *fixture, guint n_chunks, const OnsiteReceipt *receipt)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, n_chunks);
  onsite_library_end_measured_clip (fixture->library, "c", 20 * CHUNK_SAMPLES, receipt);
  fixture_reopen (fixture);

  return fixture_load (fixture, loop->id);
}

static void
test_a_receipt_is_kept_with_its_clip (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) stored = record_measured (fixture, 20, &measured);
  const OnsiteReceipt *kept = get_clip (stored)->receipt;

  g_assert_nonnull (kept);
  g_assert_cmpint (kept->device, ==, measured.device);
  g_assert_cmpint (kept->processing, ==, measured.processing);
  g_assert_cmpfloat (kept->peak_dbfs, ==, measured.peak_dbfs);
  g_assert_cmpfloat (kept->loudness_lufs, ==, measured.loudness_lufs);
  g_assert_cmpfloat (kept->noise_floor_dbfs, ==, measured.noise_floor_dbfs);
  g_assert_cmpfloat (kept->silent_share, ==, measured.silent_share);
  g_assert_cmpint (kept->speech_ms, ==, measured.speech_ms);
  g_assert_cmpint (kept->n_clipped_samples, ==, measured.n_clipped_samples);
  g_assert_cmpuint (kept->n_gaps, ==, measured.n_gaps);
  g_assert_cmpint (kept->gap_us, ==, measured.gap_us);
  g_assert_cmpint (kept->n_captured_samples, ==, measured.n_captured_samples);
  g_assert_cmpint (kept->n_kept_samples, ==, measured.n_kept_samples);
}

static void
test_a_receipt_tells_what_of_a_clip_is_lacking (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) stored = record_measured (fixture, 17, &measured);
  const OnsiteReceipt *kept = get_clip (stored)->receipt;

  g_assert_cmpint (kept->n_captured_samples, ==, 20 * CHUNK_SAMPLES);
  g_assert_cmpint (kept->n_kept_samples, ==, 17 * CHUNK_SAMPLES);
}

static void
test_what_was_too_quiet_to_be_measured_stays_so (Fixture *fixture, gconstpointer unused)
{
  OnsiteReceipt quiet = measured;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  quiet.loudness_lufs = -HUGE_VAL;
  stored = record_measured (fixture, 20, &quiet);

  g_assert_false (onsite_receipt_is_measurable (get_clip (stored)->receipt));
}

static void
test_a_clip_that_nobody_measured_has_no_receipt (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) stored = record_measured (fixture, 20, NULL);

  g_assert_null (get_clip (stored)->receipt);
}

static void
test_a_clip_that_is_taken_back_ends_within_a_chunk (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (OnsiteClipReader) reader = NULL;
  g_autoptr (OnsiteChunk) chunk = NULL;
  const gint64 n_samples = 49 * CHUNK_SAMPLES + 100;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 100);
  onsite_library_end_clip (fixture->library, "c", n_samples);
  fixture_append (fixture, "c", 100, 1);
  fixture_reopen (fixture);

  stored = fixture_load (fixture, loop->id);
  g_assert_cmpint (get_clip (stored)->n_samples, ==, n_samples);
  assert_reads (fixture, "c", 50);
  assert_reads_packets (fixture, "c", 50);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM chunk"), ==, 50);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM peak"), ==, 50);

  reader = onsite_clip_reader_new (fixture->library, "c", NULL);
  g_assert_true (onsite_clip_reader_seek (reader, n_samples - 1, NULL));
  chunk = onsite_clip_reader_next (reader, NULL);
  fixture_assert_chunk (chunk, 49);
  g_assert_cmpint (chunk->n_samples, ==, 100);
}

static void
test_a_clip_keeps_what_its_last_samples_are_decoded_from (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteClipReader) reader = NULL;
  g_autoptr (OnsiteChunk) tail = NULL;
  g_autoptr (OnsiteChunk) end = NULL;
  const gint64 n_samples = 50 * CHUNK_SAMPLES - 100;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 100);
  onsite_library_end_clip (fixture->library, "c", n_samples);
  fixture_reopen (fixture);

  assert_reads (fixture, "c", 51);
  assert_reads_packets (fixture, "c", 51);
  reader = onsite_clip_reader_new (fixture->library, "c", NULL);
  g_assert_cmpint (onsite_clip_reader_get_n_samples (reader), ==, n_samples);
  g_assert_true (onsite_clip_reader_seek (reader, 50 * CHUNK_SAMPLES, NULL));
  tail = onsite_clip_reader_next (reader, NULL);
  fixture_assert_chunk (tail, 50);
  g_assert_cmpint (tail->n_samples, ==, 0);
  end = onsite_clip_reader_next (reader, NULL);
  g_assert_null (end);
}

static void
test_a_clip_never_ends_beyond_its_sound (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 3);
  onsite_library_end_clip (fixture->library, "c", 1000 * CHUNK_SAMPLES);
  fixture_wait_for_saved (fixture);
  fixture_reopen (fixture);

  stored = fixture_load (fixture, loop->id);
  g_assert_cmpint (get_clip (stored)->n_samples, ==, 3 * CHUNK_SAMPLES);
}

static void
test_segments_keep_their_gaps (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  static const OnsiteSegment expected[] = {
    { 0, 2 * CHUNK_SAMPLES, 0 },
    { 2 * CHUNK_SAMPLES, 3 * CHUNK_SAMPLES, 750000 },
  };
  GPtrArray *segments;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 2);
  onsite_library_begin_segment (fixture->library, "c", 1, 2 * CHUNK_SAMPLES, 750000);
  fixture_append (fixture, "c", 2, 3);
  /* Wholly behind the end, so it goes with what is taken back. */
  onsite_library_begin_segment (fixture->library, "c", 2, 5 * CHUNK_SAMPLES, 10);
  fixture_append (fixture, "c", 5, 1);
  onsite_library_end_clip (fixture->library, "c", 5 * CHUNK_SAMPLES);
  fixture_reopen (fixture);

  stored = fixture_load (fixture, loop->id);
  segments = get_clip (stored)->segments;
  g_assert_cmpuint (segments->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < segments->len; i++)
    {
      const OnsiteSegment *segment = g_ptr_array_index (segments, i);

      g_assert_cmpint (segment->start_samples, ==, expected[i].start_samples);
      g_assert_cmpint (segment->n_samples, ==, expected[i].n_samples);
      g_assert_cmpint (segment->gap_us, ==, expected[i].gap_us);
    }
}

static guint
read_segment (OnsiteClipReader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &error);

  g_assert_no_error (error);
  g_assert_nonnull (chunk);
  return chunk->segment;
}

static void
test_a_segment_that_began_earlier_takes_its_chunks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (OnsiteClipReader) reader = NULL;
  const OnsiteSegment *second;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 5);
  onsite_library_begin_segment (fixture->library, "c", 1, 2 * CHUNK_SAMPLES, 750000);
  onsite_library_end_clip (fixture->library, "c", 5 * CHUNK_SAMPLES);
  fixture_reopen (fixture);

  stored = fixture_load (fixture, loop->id);
  second = g_ptr_array_index (get_clip (stored)->segments, 1);
  g_assert_cmpint (second->n_samples, ==, 3 * CHUNK_SAMPLES);
  reader = onsite_clip_reader_new (fixture->library, "c", NULL);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (read_segment (reader), ==, i < 2 ? 0 : 1);
}

static void
test_seeking_finds_the_chunk_that_holds_a_sample (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteClipReader) reader = NULL;
  g_autoptr (OnsiteChunk) at_end = NULL;
  g_autoptr (GError) error = NULL;
  const guint n_chunks = 321;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, n_chunks);
  onsite_library_end_clip (fixture->library, "c", n_chunks * CHUNK_SAMPLES);
  fixture_wait_for_saved (fixture);

  reader = onsite_clip_reader_new (fixture->library, "c", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_chunks; i++)
    {
      guint place = i * 97 % n_chunks;
      gint64 first = (gint64) place * CHUNK_SAMPLES;
      g_autoptr (OnsiteChunk) at_first = NULL;
      g_autoptr (OnsiteChunk) at_last = NULL;

      g_assert_true (onsite_clip_reader_seek (reader, first, NULL));
      at_first = onsite_clip_reader_next (reader, NULL);
      fixture_assert_chunk (at_first, place);
      g_assert_true (onsite_clip_reader_seek (reader, first + CHUNK_SAMPLES - 1, NULL));
      at_last = onsite_clip_reader_next (reader, NULL);
      fixture_assert_chunk (at_last, place);
    }

  g_assert_true (onsite_clip_reader_seek (reader, n_chunks * CHUNK_SAMPLES + 312, &error));
  at_end = onsite_clip_reader_next (reader, &error);
  g_assert_null (at_end);
  g_assert_no_error (error);
}

static void
test_a_running_clip_can_be_read_as_far_as_it_is_saved (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 7);
  fixture_wait_for_saved (fixture);

  assert_reads (fixture, "c", 7);
}

static void
test_two_clips_do_not_mix (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) one = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteLoop) two = fixture_add_small_loop (fixture);

  fixture_begin_clip (fixture, fixture_get_take (one)->id, "c1");
  fixture_begin_clip (fixture, fixture_get_take (two)->id, "c2");
  for (guint i = 0; i < 20; i++)
    {
      fixture_append (fixture, "c2", i, 1);
      fixture_append (fixture, "c1", i, 1);
    }
  onsite_library_end_clip (fixture->library, "c1", 10 * CHUNK_SAMPLES - 1000);
  onsite_library_end_clip (fixture->library, "c2", 20 * CHUNK_SAMPLES);
  fixture_reopen (fixture);

  assert_reads (fixture, "c1", 10);
  assert_reads (fixture, "c2", 20);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  gpointer *pointer = data;

  return *pointer != NULL;
}

static void
test_peaks_are_read_without_the_sound (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) peaks = NULL;
  const guint8 *data;
  gsize size;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 50);
  onsite_library_end_clip (fixture->library, "c", 50 * CHUNK_SAMPLES);
  fixture_wait_for_saved (fixture);

  onsite_library_load_peaks_async (fixture->library, "c", NULL, keep_result, &result);
  onsite_library_load_peaks_async (fixture->library, "none", NULL, keep_result, &missing);
  fixture_wait_until (is_set, &result);
  fixture_wait_until (is_set, &missing);
  peaks = onsite_library_load_peaks_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (peaks, &size);
  g_assert_cmpuint (size, ==, 250);
  g_assert_cmpuint (data[0], ==, 0);
  g_assert_cmpuint (data[249], ==, 49);

  g_assert_null (onsite_library_load_peaks_finish (fixture->library, missing, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_sound_is_kept_where_its_turn_was_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteTurn) turn = onsite_turn_new (ONSITE_TURN_FOLLOW_UP, "Why?");
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_turn (change, "no-take", 0, turn);
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);

  fixture_begin_clip (fixture, "no-take", "c");
  fixture_append (fixture, "c", 0, 5);
  fixture_wait_for_saved (fixture);

  assert_reads (fixture, "c", 5);
}

static void
test_a_clip_that_is_unknown_is_not_found (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_clip_reader_new (fixture->library, "none", &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_marks_are_replaced_whole (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_mark_free);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteChange *change = onsite_change_new ();
  OnsiteMark *mark;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 5);
  fixture_wait_for_saved (fixture);

  g_ptr_array_add (marks, onsite_mark_new ());
  mark = onsite_mark_new ();
  mark->from_ms = 100;
  mark->to_ms = 300;
  g_free (mark->note);
  mark->note = g_strdup ("Say the figure here.");
  g_ptr_array_add (marks, mark);
  onsite_change_set_marks (change, "c", marks);
  fixture_commit (fixture, change);

  g_ptr_array_remove_index (marks, 0);
  change = onsite_change_new ();
  onsite_change_set_marks (change, "c", marks);
  fixture_commit (fixture, change);

  stored = fixture_load (fixture, loop->id);
  g_assert_cmpuint (get_clip (stored)->marks->len, ==, 1);
  mark = g_ptr_array_index (get_clip (stored)->marks, 0);
  g_assert_cmpstr (mark->note, ==, "Say the figure here.");
  g_assert_cmpint (mark->from_ms, ==, 100);
  g_assert_cmpint (mark->to_ms, ==, 300);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/library/clips/what-is-recorded-is-read-back", test_what_is_recorded_is_read_back);
  add ("/library/clips/packets-are-read-alone", test_packets_are_read_alone);
  add ("/library/clips/a-receipt-is-kept-with-its-clip", test_a_receipt_is_kept_with_its_clip);
  add ("/library/clips/a-receipt-tells-what-of-a-clip-is-lacking",
       test_a_receipt_tells_what_of_a_clip_is_lacking);
  add ("/library/clips/what-was-too-quiet-to-be-measured-stays-so",
       test_what_was_too_quiet_to_be_measured_stays_so);
  add ("/library/clips/a-clip-that-nobody-measured-has-no-receipt",
       test_a_clip_that_nobody_measured_has_no_receipt);
  add ("/library/clips/a-clip-that-is-taken-back-ends-within-a-chunk",
       test_a_clip_that_is_taken_back_ends_within_a_chunk);
  add ("/library/clips/a-clip-keeps-what-its-last-samples-are-decoded-from",
       test_a_clip_keeps_what_its_last_samples_are_decoded_from);
  add ("/library/clips/a-clip-never-ends-beyond-its-sound",
       test_a_clip_never_ends_beyond_its_sound);
  add ("/library/clips/segments-keep-their-gaps", test_segments_keep_their_gaps);
  add ("/library/clips/a-segment-that-began-earlier-takes-its-chunks",
       test_a_segment_that_began_earlier_takes_its_chunks);
  add ("/library/clips/seeking-finds-the-chunk-that-holds-a-sample",
       test_seeking_finds_the_chunk_that_holds_a_sample);
  add ("/library/clips/a-running-clip-can-be-read-as-far-as-it-is-saved",
       test_a_running_clip_can_be_read_as_far_as_it_is_saved);
  add ("/library/clips/two-clips-do-not-mix", test_two_clips_do_not_mix);
  add ("/library/clips/peaks-are-read-without-the-sound", test_peaks_are_read_without_the_sound);
  add ("/library/clips/sound-is-kept-where-its-turn-was-refused",
       test_sound_is_kept_where_its_turn_was_refused);
  add ("/library/clips/a-clip-that-is-unknown-is-not-found",
       test_a_clip_that_is_unknown_is_not_found);
  add ("/library/clips/marks-are-replaced-whole", test_marks_are_replaced_whole);

  return g_test_run ();
}
