/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-recorder.h"

#include "onsite-memory-clips.h"
#include "onsite-wait.h"

#define MS (ONSITE_AUDIO_RATE / 1000)
/* The source hands out blocks of 10 ms, when their time has come. */
#define BLOCK_SAMPLES 480
#define PREROLL_MS    100
#define WITHIN_MS     20

typedef struct
{
  OnsiteMemoryClips *clips;
  OnsiteRecorder *recorder;
  int n_blocks;        /* until the source goes away, or −1 */
  const char *factory; /* NULL for a source that hands over what it hears 100 ms late */
  GError *failure;
  gint64 opened_us;
  gint64 late_us; /* how much later than the source a clip may have begun */
} Fixture;

static GstElement *
make_source (gpointer user_data)
{
  Fixture *fixture = user_data;
  GstElement *source;

  if (!fixture->factory)
    return gst_parse_bin_from_description ("audiotestsrc is-live=true samplesperbuffer=480 ! "
                                           "queue min-threshold-time=100000000",
                                           TRUE,
                                           NULL);
  source = gst_element_factory_make (fixture->factory, NULL);
  if (g_str_equal (fixture->factory, "audiotestsrc"))
    g_object_set (source,
                  "is-live",
                  TRUE,
                  "samplesperbuffer",
                  BLOCK_SAMPLES,
                  "num-buffers",
                  fixture->n_blocks,
                  NULL);
  return source;
}

static void
on_failed (OnsiteRecorder *recorder, const GError *error, Fixture *fixture)
{
  g_assert_null (fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->factory = "audiotestsrc";
  fixture->n_blocks = -1;
  fixture->clips = onsite_memory_clips_new ();
  fixture->recorder = onsite_recorder_new (make_source,
                                           fixture,
                                           NULL,
                                           &onsite_memory_clips_sink,
                                           fixture->clips,
                                           NULL);
  g_signal_connect (fixture->recorder, "failed", G_CALLBACK (on_failed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  onsite_wait_finalize (fixture->recorder);
  onsite_memory_clips_free (fixture->clips);
  g_clear_error (&fixture->failure);
}

static void
open_recorder (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_open_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_recorder_open_finish (fixture->recorder, result, &error);
  g_assert_no_error (error);
}

static void
close_recorder (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_close_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_recorder_close_finish (fixture->recorder, result, &error);
  g_assert_no_error (error);
}

static void
wait_for_ms (gint64 ms)
{
  gint64 until_us = g_get_monotonic_time () + ms * 1000;

  onsite_wait_for (g_get_monotonic_time () >= until_us);
}

static OnsiteMemoryClip *
wait_for_clip (Fixture *fixture, const char *clip)
{
  onsite_wait_for (onsite_memory_clips_has_ended (fixture->clips, clip));
  return onsite_memory_clips_get (fixture->clips, clip);
}

/* When something was called: on a busy machine a call may take its time. */
typedef struct
{
  gint64 from_us;
  gint64 to_us;
} Moment;

#define AT(moment, call)                        \
  G_STMT_START                                  \
  {                                             \
    (moment).from_us = g_get_monotonic_time (); \
    call;                                       \
    (moment).to_us = g_get_monotonic_time ();   \
  }                                             \
  G_STMT_END

static void
assert_lasts (OnsiteMemoryClip *clip, Moment begun, Moment ended)
{
  gint64 clip_ms = clip->n_samples / MS - PREROLL_MS;

  g_assert_cmpint (clip_ms, >=, (ended.from_us - begun.to_us) / 1000 - WITHIN_MS);
  g_assert_cmpint (clip_ms, <=, (ended.to_us - begun.from_us) / 1000 + WITHIN_MS);
}

/* The preroll reaches back to the first sample, but on a machine that is too busy for that. */
static void
open_and_begin_at_once (Fixture *fixture, const char *clip)
{
  fixture->opened_us = g_get_monotonic_time ();
  open_recorder (fixture);
  g_assert_true (onsite_recorder_begin_clip (fixture->recorder, clip));
  fixture->late_us = MAX (0, g_get_monotonic_time () - fixture->opened_us - PREROLL_MS * 1000);
}

static void
assert_keeps_blocks (Fixture *fixture, OnsiteMemoryClip *clip, gint64 n_blocks)
{
  gint64 n_missing = n_blocks * BLOCK_SAMPLES - clip->n_samples;

  g_assert_cmpint (n_missing, >=, 0);
  g_assert_cmpint (n_missing, <=, fixture->late_us * MS / 1000);
}

static void
test_a_clip_is_as_long_as_the_time_between_the_calls (Fixture *fixture, gconstpointer unused)
{
  Moment begun, ended;

  open_recorder (fixture);
  wait_for_ms (250);
  AT (begun, onsite_recorder_begin_clip (fixture->recorder, "a"));
  wait_for_ms (733);
  AT (ended, onsite_recorder_end_clip (fixture->recorder));
  wait_for_ms (200);
  onsite_recorder_seal_clip (fixture->recorder);
  assert_lasts (wait_for_clip (fixture, "a"), begun, ended);
  close_recorder (fixture);
}

static void
test_keep_talking_takes_the_end_back (Fixture *fixture, gconstpointer unused)
{
  Moment begun, ended;
  OnsiteMemoryClip *clip;

  open_recorder (fixture);
  wait_for_ms (250);
  AT (begun, onsite_recorder_begin_clip (fixture->recorder, "a"));
  wait_for_ms (300);
  onsite_recorder_end_clip (fixture->recorder);
  wait_for_ms (300);
  onsite_recorder_reopen_clip (fixture->recorder);
  wait_for_ms (300);
  AT (ended, onsite_recorder_end_clip (fixture->recorder));
  onsite_recorder_seal_clip (fixture->recorder);
  clip = wait_for_clip (fixture, "a");
  assert_lasts (clip, begun, ended);
  g_assert_cmpuint (clip->segments->len, ==, 1);
  close_recorder (fixture);
}

static void
test_a_pause_is_a_gap_of_its_length (Fixture *fixture, gconstpointer unused)
{
  Moment paused, resumed;
  OnsiteMemoryClip *clip;
  gint64 gap_us;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  wait_for_ms (300);
  AT (paused, onsite_recorder_pause_clip (fixture->recorder));
  wait_for_ms (400);
  AT (resumed, onsite_recorder_resume_clip (fixture->recorder));
  wait_for_ms (200);
  close_recorder (fixture);
  clip = wait_for_clip (fixture, "a");

  g_assert_cmpuint (clip->segments->len, ==, 2);
  gap_us = g_array_index (clip->segments, OnsiteMemorySegment, 1).gap_us;
  g_assert_cmpint (gap_us, >=, resumed.from_us - paused.to_us - WITHIN_MS * 1000);
  g_assert_cmpint (gap_us, <=, resumed.to_us - paused.from_us + WITHIN_MS * 1000);
}

static void
test_a_clip_that_follows_at_once_overlaps_and_loses_nothing (Fixture *fixture, gconstpointer unused)
{
  Moment begun, between, ended;

  open_recorder (fixture);
  wait_for_ms (250);
  AT (begun, onsite_recorder_begin_clip (fixture->recorder, "a"));
  wait_for_ms (300);
  AT (between, onsite_recorder_begin_clip (fixture->recorder, "b"));
  wait_for_ms (300);
  AT (ended, close_recorder (fixture));

  assert_lasts (wait_for_clip (fixture, "a"), begun, between);
  assert_lasts (wait_for_clip (fixture, "b"), between, ended);
}

static void
test_a_source_that_ends_keeps_every_sample (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;
  gint64 elapsed_ms;

  fixture->n_blocks = 90;
  open_and_begin_at_once (fixture, "a");
  onsite_wait_for (fixture->failure != NULL);
  g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_SOURCE_GONE);
  g_assert_false (onsite_recorder_get_listening (fixture->recorder));
  onsite_recorder_seal_clip (fixture->recorder);
  clip = wait_for_clip (fixture, "a");
  elapsed_ms = onsite_recorder_get_elapsed_ms (fixture->recorder);

  assert_keeps_blocks (fixture, clip, 90);
  g_assert_cmpint (elapsed_ms, ==, clip->n_samples / MS);
}

static void
lose_the_source_for_ms (Fixture *fixture, gint64 ms)
{
  fixture->n_blocks = 60;
  open_and_begin_at_once (fixture, "a");
  onsite_wait_for (fixture->failure != NULL);
  g_assert_false (onsite_recorder_begin_clip (fixture->recorder, "b"));
  wait_for_ms (ms);
  fixture->n_blocks = -1;
}

static void
test_a_clip_goes_on_when_the_source_is_back (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;
  gint64 lost_us, back_us, gap_us;

  lose_the_source_for_ms (fixture, 300);
  /* It gives 60 blocks of 10 ms, once it was opened. */
  lost_us = fixture->opened_us + 600 * G_TIME_SPAN_MILLISECOND;
  open_recorder (fixture);
  back_us = g_get_monotonic_time ();
  wait_for_ms (400);
  onsite_recorder_seal_clip (fixture->recorder);
  clip = wait_for_clip (fixture, "a");
  close_recorder (fixture);

  g_assert_cmpuint (clip->segments->len, ==, 2);
  g_assert_cmpint (clip->n_samples, >=, (600 + 400) * MS - fixture->late_us * MS / 1000);
  gap_us = g_array_index (clip->segments, OnsiteMemorySegment, 1).gap_us;
  g_assert_cmpint (gap_us, <=, back_us - lost_us + WITHIN_MS * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpint (gap_us, >=, (300 - WITHIN_MS) * G_TIME_SPAN_MILLISECOND);
}

static void
test_an_end_without_a_source_is_where_the_source_went (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;

  lose_the_source_for_ms (fixture, 100);
  onsite_recorder_end_clip (fixture->recorder);
  wait_for_ms (100);
  open_recorder (fixture);
  wait_for_ms (300);
  onsite_recorder_seal_clip (fixture->recorder);
  clip = wait_for_clip (fixture, "a");
  close_recorder (fixture);

  assert_keeps_blocks (fixture, clip, 60);
}

static void
test_closing_ends_a_clip_whose_source_is_gone (Fixture *fixture, gconstpointer unused)
{
  lose_the_source_for_ms (fixture, 0);
  close_recorder (fixture);
  g_assert_true (onsite_memory_clips_has_ended (fixture->clips, "a"));
  assert_keeps_blocks (fixture, onsite_memory_clips_get (fixture->clips, "a"), 60);
}

static void
test_sealing_while_the_source_is_not_found_again_ends_the_clip (Fixture *fixture,
                                                                gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  /* The source hands a block out when it begins, so that some of the last may lie ahead. */
  lose_the_source_for_ms (fixture, 100);
  fixture->factory = "appsrc";
  onsite_recorder_open_async (fixture->recorder, cancellable, onsite_wait_take_result, &result);
  onsite_recorder_seal_clip (fixture->recorder);
  g_cancellable_cancel (cancellable);
  onsite_wait_for (result != NULL);
  g_assert_false (onsite_recorder_open_finish (fixture->recorder, result, NULL));
  assert_keeps_blocks (fixture, wait_for_clip (fixture, "a"), 60);
}

static void
test_closing_ends_a_running_clip_with_all_of_it (Fixture *fixture, gconstpointer unused)
{
  Moment begun, ended;

  open_recorder (fixture);
  wait_for_ms (250);
  AT (begun, onsite_recorder_begin_clip (fixture->recorder, "a"));
  wait_for_ms (450);
  AT (ended, close_recorder (fixture));

  g_assert_true (onsite_memory_clips_has_ended (fixture->clips, "a"));
  assert_lasts (wait_for_clip (fixture, "a"), begun, ended);
}

static void
test_closing_waits_for_what_the_source_still_holds (Fixture *fixture, gconstpointer unused)
{
  fixture->factory = NULL;
  test_closing_ends_a_running_clip_with_all_of_it (fixture, NULL);
}

static void
test_closing_while_it_opens_closes_it (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) closed = NULL;

  onsite_recorder_open_async (fixture->recorder, NULL, onsite_wait_take_result, &opened);
  onsite_recorder_close_async (fixture->recorder, NULL, onsite_wait_take_result, &closed);
  onsite_wait_for (opened && closed);
  g_assert_true (onsite_recorder_close_finish (fixture->recorder, closed, NULL));
  g_assert_false (onsite_recorder_get_listening (fixture->recorder));
}

static void
test_opening_can_be_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  /* A source that never gives a buffer. */
  fixture->factory = "appsrc";
  onsite_recorder_open_async (fixture->recorder, cancellable, onsite_wait_take_result, &result);
  g_cancellable_cancel (cancellable);
  onsite_wait_for (result != NULL);
  g_assert_false (onsite_recorder_open_finish (fixture->recorder, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_opening_twice_is_an_error (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  open_recorder (fixture);
  onsite_recorder_open_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  g_assert_false (onsite_recorder_open_finish (fixture->recorder, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  close_recorder (fixture);
}

static void
test_a_microphone_without_sound_is_an_error (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->factory = "appsrc";
  onsite_recorder_open_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  g_assert_false (onsite_recorder_open_finish (fixture->recorder, result, &error));
  g_assert_error (error, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
}

#define ADD(function) \
  g_test_add ("/audio/recorder/" #function, Fixture, NULL, set_up, test_##function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD (a_clip_is_as_long_as_the_time_between_the_calls);
  ADD (keep_talking_takes_the_end_back);
  ADD (a_pause_is_a_gap_of_its_length);
  ADD (a_clip_that_follows_at_once_overlaps_and_loses_nothing);
  ADD (a_source_that_ends_keeps_every_sample);
  ADD (a_clip_goes_on_when_the_source_is_back);
  ADD (an_end_without_a_source_is_where_the_source_went);
  ADD (closing_ends_a_clip_whose_source_is_gone);
  ADD (sealing_while_the_source_is_not_found_again_ends_the_clip);
  ADD (closing_ends_a_running_clip_with_all_of_it);
  ADD (closing_waits_for_what_the_source_still_holds);
  ADD (closing_while_it_opens_closes_it);
  ADD (opening_can_be_cancelled);
  ADD (opening_twice_is_an_error);
  ADD (a_microphone_without_sound_is_an_error);

  return g_test_run ();
}
