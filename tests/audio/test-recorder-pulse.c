/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-capture-times.h"
#include "audio/onsite-recorder.h"
#include "onsite-fake-pipewire.h"
#include "onsite-fake-pulse.h"
#include "onsite-memory-clips.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

#define MS (ONSITE_AUDIO_RATE / 1000)

typedef struct
{
  OnsiteFakePulse *pulse;
  OnsiteMemoryClips *clips;
  OnsiteRecorder *recorder;
  GWeakRef source;
  GArray *sound;
  GError *failure;
} Fixture;

static GstElement *
make_source (gpointer user_data)
{
  Fixture *fixture = user_data;
  GstElement *source = onsite_fake_pulse_make_source (NULL);

  g_weak_ref_set (&fixture->source, source);
  return source;
}

static void
on_failed (OnsiteRecorder *recorder, const GError *error, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->pulse = onsite_fake_pulse_new ();
  fixture->clips = onsite_memory_clips_new ();
  fixture->sound = onsite_signal_make_babble (2 * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 7);
  g_weak_ref_init (&fixture->source, NULL);
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
  g_weak_ref_clear (&fixture->source);
  onsite_memory_clips_free (fixture->clips);
  onsite_fake_pulse_free (fixture->pulse);
  g_array_unref (fixture->sound);
  g_clear_error (&fixture->failure);
}

static void
open_recorder (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_open_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  g_assert_true (onsite_recorder_open_finish (fixture->recorder, result, &error));
  g_assert_no_error (error);
  g_assert_true (onsite_recorder_get_listening (fixture->recorder));
}

static void
close_recorder (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_close_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  g_assert_true (onsite_recorder_close_finish (fixture->recorder, result, &error));
  g_assert_no_error (error);
  g_assert_false (onsite_recorder_get_listening (fixture->recorder));
}

static void
play_to_the_end (Fixture *fixture)
{
  onsite_fake_pulse_play (fixture->pulse,
                          "mic",
                          (const gint16 *) (gpointer) fixture->sound->data,
                          fixture->sound->len,
                          ONSITE_AUDIO_RATE);
}

/* Or else a quick machine goes on before anybody would call that a gap. */
static void
let_ms_pass (gint64 ms)
{
  const gint64 until_us = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  onsite_wait_for (g_get_monotonic_time () > until_us);
}

/* All of it was played: it is heard once everything is that waits on the way, after a
 * stall too. A server that begins to play and to listen at one moment lets the first 10 ms
 * of the sound go, which nobody could say so soon. */
static void
hear_to_the_end (Fixture *fixture)
{
  gint64 heard_ms = onsite_recorder_get_elapsed_ms (fixture->recorder);

  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > heard_ms + 200);
  play_to_the_end (fixture);
  heard_ms = onsite_recorder_get_elapsed_ms (fixture->recorder);
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > heard_ms + 1500);
}

static double
find_sound (Fixture *fixture, GArray *heard, gssize *where)
{
  return onsite_signal_find ((const gint16 *) (gpointer) heard->data,
                             heard->len,
                             (const gint16 *) (gpointer) fixture->sound->data,
                             fixture->sound->len,
                             where);
}

static void
test_what_is_said_is_what_is_kept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;
  gssize where;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  hear_to_the_end (fixture);
  onsite_recorder_end_clip (fixture->recorder);
  onsite_recorder_seal_clip (fixture->recorder);
  onsite_wait_for (onsite_memory_clips_has_ended (fixture->clips, "a"));
  clip = onsite_memory_clips_get (fixture->clips, "a");
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, ==, 1);
  g_assert_cmpfloat (find_sound (fixture, heard, &where), >, 0.88);
  close_recorder (fixture);
}

static void
test_the_level_follows_the_voice (Fixture *fixture, gconstpointer unused)
{
  open_recorder (fixture);
  onsite_wait_for (onsite_recorder_get_level (fixture->recorder) <= -90);
  play_to_the_end (fixture);
  onsite_wait_for (onsite_recorder_get_level (fixture->recorder) <= -90);
  close_recorder (fixture);
}

static void
test_a_clip_keeps_all_that_came_before_the_server_died (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  gssize where;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  hear_to_the_end (fixture);
  onsite_fake_pulse_kill (fixture->pulse);
  onsite_wait_for (fixture->failure != NULL);
  g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_SOURCE_GONE);
  g_assert_false (onsite_recorder_get_listening (fixture->recorder));
  close_recorder (fixture);
  g_assert_true (onsite_memory_clips_has_ended (fixture->clips, "a"));
  heard = onsite_memory_clip_decode (onsite_memory_clips_get (fixture->clips, "a"));

  g_assert_cmpfloat (find_sound (fixture, heard, &where), >, 0.88);
}

/* PulseAudio ends who listens to what is gone; PipeWire lets them wait for it. */
static void
pull_out (Fixture *fixture)
{
  onsite_fake_pulse_remove_sink (fixture->pulse, "speaker");
  onsite_fake_pulse_remove_sink (fixture->pulse, "mic");
  onsite_wait_for (fixture->failure != NULL || onsite_recorder_get_stalled (fixture->recorder));
  if (!onsite_fake_pipewire_is_asked_for ())
    g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_SOURCE_GONE);
}

static void
plug_in_again (Fixture *fixture)
{
  onsite_fake_pulse_add_sink (fixture->pulse, "mic");
  if (fixture->failure != NULL)
    open_recorder (fixture);
  else
    onsite_wait_for (!onsite_recorder_get_stalled (fixture->recorder));
}

static void
test_a_device_that_is_pulled_out_is_told (Fixture *fixture, gconstpointer unused)
{
  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 500);
  pull_out (fixture);
  close_recorder (fixture);
  g_assert_cmpint (onsite_memory_clips_get (fixture->clips, "a")->n_samples, >=, 500 * MS);
}

static void
test_a_device_that_is_plugged_in_again_goes_on_in_the_same_clip (Fixture *fixture,
                                                                 gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;
  gssize where;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 500);
  pull_out (fixture);
  let_ms_pass (300);
  plug_in_again (fixture);
  hear_to_the_end (fixture);
  close_recorder (fixture);
  clip = onsite_memory_clips_get (fixture->clips, "a");
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, >=, 2);
  g_assert_cmpfloat (find_sound (fixture, heard, &where), >, 0.88);
  g_assert_cmpint (where, >, 500 * MS);
}

/* All that was to be heard since @begun_us, but for what is still on its way. */
static gboolean
has_all_since (Fixture *fixture, gint64 begun_us)
{
  const gint64 since_ms = (g_get_monotonic_time () - begun_us) / G_TIME_SPAN_MILLISECOND;

  return onsite_recorder_get_elapsed_ms (fixture->recorder) > since_ms - 250;
}

/* The sink of PulseAudio catches up with what it did not play meanwhile, and PipeWire's
 * does not. */
static void
test_a_server_that_hangs_is_a_stall_and_loses_nothing_that_it_has_kept (Fixture *fixture,
                                                                        gconstpointer unused)
{
  gboolean stalled = FALSE;
  gint64 begun_us;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  begun_us = g_get_monotonic_time ();
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 500);
  onsite_fake_pulse_freeze (fixture->pulse);
  onsite_wait_for (onsite_recorder_get_stalled (fixture->recorder));
  g_assert_cmpfloat (onsite_recorder_get_level (fixture->recorder), ==, -100);
  onsite_fake_pulse_thaw (fixture->pulse);
  onsite_wait_for (!onsite_recorder_get_stalled (fixture->recorder));
  g_object_get (fixture->recorder, "stalled", &stalled, NULL);
  g_assert_false (stalled);
  if (!onsite_fake_pipewire_is_asked_for ())
    onsite_wait_for (has_all_since (fixture, begun_us));
  close_recorder (fixture);
  g_assert_null (fixture->failure);
}

static GstPadProbeReturn
hold_back (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  return GST_PAD_PROBE_OK;
}

static void
stand_still_for_ms (Fixture *fixture, gint64 ms)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&fixture->source);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (source, "src");
  const gulong probe = gst_pad_add_probe (pad,
                                          GST_PAD_PROBE_TYPE_BLOCK_DOWNSTREAM,
                                          hold_back,
                                          NULL,
                                          NULL);

  let_ms_pass (ms);
  gst_pad_remove_probe (pad, probe);
}

static void
test_what_is_said_while_the_program_is_kept_waiting_is_kept (Fixture *fixture, gconstpointer unused)
{
  OnsiteMemoryClip *clip;
  gint64 begun_us;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  begun_us = g_get_monotonic_time ();
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 300);
  stand_still_for_ms (fixture, 2000);
  onsite_wait_for (has_all_since (fixture, begun_us));
  close_recorder (fixture);
  clip = onsite_memory_clips_get (fixture->clips, "a");

  g_assert_cmpuint (clip->segments->len, ==, 1);
  g_assert_null (fixture->failure);
}

static void
test_a_source_that_is_suspended_is_a_stall_and_then_a_gap (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;
  gssize where;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 500);
  onsite_fake_pulse_tell (fixture->pulse, "suspend-sink", "mic", "1");
  onsite_wait_for (onsite_recorder_get_stalled (fixture->recorder));
  onsite_fake_pulse_tell (fixture->pulse, "suspend-sink", "mic", "0");
  onsite_wait_for (!onsite_recorder_get_stalled (fixture->recorder));
  /* By then it is known that it was a gap. */
  let_ms_pass (4 * ONSITE_CAPTURE_TIMES_PATIENCE_US / G_TIME_SPAN_MILLISECOND);
  hear_to_the_end (fixture);
  close_recorder (fixture);
  clip = onsite_memory_clips_get (fixture->clips, "a");
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, >=, 2);
  g_assert_cmpint (g_array_index (clip->segments, OnsiteMemorySegment, 1).gap_us,
                   >,
                   500 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpfloat (find_sound (fixture, heard, &where), >, 0.88);
  g_assert_null (fixture->failure);
}

/* Returns how far from where nothing came any more the gap is. */
static gint64
miss_gap_by_ms (Fixture *fixture, const char *id)
{
  OnsiteMemoryClip *clip;
  gint64 heard_ms;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, id);
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 500);
  onsite_fake_pulse_tell (fixture->pulse, "suspend-sink", "mic", "1");
  onsite_wait_for (onsite_recorder_get_stalled (fixture->recorder));
  heard_ms = onsite_recorder_get_elapsed_ms (fixture->recorder);
  onsite_fake_pulse_tell (fixture->pulse, "suspend-sink", "mic", "0");
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > heard_ms + 1000);
  onsite_recorder_end_clip (fixture->recorder);
  close_recorder (fixture);
  clip = onsite_memory_clips_get (fixture->clips, id);

  g_assert_cmpuint (clip->segments->len, >=, 2);
  return ABS (g_array_index (clip->segments, OnsiteMemorySegment, 1).start_samples / MS - heard_ms);
}

/* Its row is 100 ms long. A program that is kept waiting in that very moment may have heard
 * less by then than there was: not so in each of three. */
static void
test_a_gap_is_kept_where_it_was (Fixture *fixture, gconstpointer unused)
{
  static const char *const ids[] = { "a", "b", "c" };
  gint64 least_ms = G_MAXINT64;

  for (guint i = 0; i < G_N_ELEMENTS (ids) && least_ms > 100; i++)
    {
      const gint64 missed_ms = miss_gap_by_ms (fixture, ids[i]);

      g_test_message ("missed by %d ms", (int) missed_ms);
      least_ms = MIN (least_ms, missed_ms);
    }
  g_assert_cmpint (least_ms, <=, 100);
  g_assert_null (fixture->failure);
}

static void
test_a_source_that_is_muted_is_silence_and_heard_again (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  gssize where;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  onsite_fake_pulse_tell (fixture->pulse, "set-source-mute", "mic.monitor", "1");
  play_to_the_end (fixture);
  g_assert_cmpfloat (onsite_recorder_get_level (fixture->recorder), <=, -90);
  g_assert_false (onsite_recorder_get_stalled (fixture->recorder));
  onsite_fake_pulse_tell (fixture->pulse, "set-source-mute", "mic.monitor", "0");
  hear_to_the_end (fixture);
  close_recorder (fixture);
  heard = onsite_memory_clip_decode (onsite_memory_clips_get (fixture->clips, "a"));

  g_assert_cmpfloat (find_sound (fixture, heard, &where), >, 0.88);
  /* The muted playing began with the clip, so that it would be found there; the heard one begins
   * where the server's clock ends the two seconds before it, a few samples more or less. */
  g_assert_cmpint (where, >, 1000 * MS);
  g_assert_null (fixture->failure);
}

static void
test_a_clip_goes_on_with_the_server_that_takes_the_place (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  OnsiteMemoryClip *clip;
  gssize where;

  open_recorder (fixture);
  onsite_recorder_begin_clip (fixture->recorder, "a");
  onsite_wait_for (onsite_recorder_get_elapsed_ms (fixture->recorder) > 500);
  onsite_fake_pulse_kill (fixture->pulse);
  onsite_wait_for (fixture->failure != NULL);
  let_ms_pass (300);
  onsite_fake_pulse_start_anew (fixture->pulse);
  open_recorder (fixture);
  hear_to_the_end (fixture);
  close_recorder (fixture);
  clip = onsite_memory_clips_get (fixture->clips, "a");
  heard = onsite_memory_clip_decode (clip);

  g_assert_cmpuint (clip->segments->len, >=, 2);
  g_assert_cmpint (g_array_index (clip->segments, OnsiteMemorySegment, 1).gap_us, >, 0);
  g_assert_cmpfloat (find_sound (fixture, heard, &where), >, 0.88);
  g_assert_cmpint (where, >, 500 * MS);
}

static void
assert_open_fails (Fixture *fixture, int code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_open_async (fixture->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  g_assert_false (onsite_recorder_open_finish (fixture->recorder, result, &error));
  g_assert_error (error, ONSITE_AUDIO_ERROR, code);
  g_assert_false (onsite_recorder_get_listening (fixture->recorder));
}

static void
test_no_server_is_an_error_that_says_so (Fixture *fixture, gconstpointer unused)
{
  onsite_fake_pulse_kill (fixture->pulse);
  assert_open_fails (fixture, ONSITE_AUDIO_ERROR_NO_SERVER);
}

static void
test_no_such_device_is_an_error_that_says_so (Fixture *fixture, gconstpointer unused)
{
  onsite_fake_pulse_remove_sink (fixture->pulse, "mic");
  assert_open_fails (fixture, ONSITE_AUDIO_ERROR_NO_DEVICE);
}

static void
test_a_recorder_opens_again_after_a_failure (Fixture *fixture, gconstpointer unused)
{
  onsite_fake_pulse_remove_sink (fixture->pulse, "mic");
  assert_open_fails (fixture, ONSITE_AUDIO_ERROR_NO_DEVICE);
  onsite_fake_pulse_add_sink (fixture->pulse, "mic");
  open_recorder (fixture);
  close_recorder (fixture);
}

#define ADD(function) \
  g_test_add ("/audio/recorder-pulse/" #function, Fixture, NULL, set_up, test_##function, tear_down)

/* What differs between one server and the other. */
static void
add_main_flows (void)
{
  ADD (what_is_said_while_the_program_is_kept_waiting_is_kept);
  ADD (a_device_that_is_plugged_in_again_goes_on_in_the_same_clip);
  ADD (a_source_that_is_muted_is_silence_and_heard_again);
  ADD (a_clip_goes_on_with_the_server_that_takes_the_place);
}

static void
add_others (void)
{
  ADD (what_is_said_is_what_is_kept);
  ADD (the_level_follows_the_voice);
  ADD (a_clip_keeps_all_that_came_before_the_server_died);
  ADD (a_device_that_is_pulled_out_is_told);
  ADD (a_server_that_hangs_is_a_stall_and_loses_nothing_that_it_has_kept);
  /* PipeWire suspends only what nobody listens to. */
  if (!onsite_fake_pipewire_is_asked_for ())
    {
      ADD (a_source_that_is_suspended_is_a_stall_and_then_a_gap);
      ADD (a_gap_is_kept_where_it_was);
    }
  ADD (no_server_is_an_error_that_says_so);
  ADD (no_such_device_is_an_error_that_says_so);
  ADD (a_recorder_opens_again_after_a_failure);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  add_main_flows ();
  if (!onsite_fake_pipewire_is_asked_for () || g_getenv ("ONSITE_TEST_FULL") != NULL)
    add_others ();

  return g_test_run ();
}
