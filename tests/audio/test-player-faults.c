/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <sqlite3.h>

#include "onsite-fake-pulse.h"
#include "player-fixture.h"

/* How long a worker waits for its core when a seek is done. */
static gint late_ms; /* atomic */
/* Whether it waits before that. */
static gint is_stuck; /* atomic */
/* Whether the pipeline can't tell where it is, as in the middle of a seek. */
static gint is_lost; /* atomic */
/* How long the disk takes, once. */
static gint disk_ms; /* atomic */
/* Whether a sink is being made, and not before this is FALSE again. */
static gint is_held; /* atomic */

/* In place of SQLite's. */
int
sqlite3_step (sqlite3_stmt *statement)
{
  int (*step) (sqlite3_stmt * statement);
  const gint ms = g_atomic_int_exchange (&disk_ms, 0);

  if (ms > 0)
    g_usleep ((gulong) ms * 1000);
  *(void **) &step = dlsym (RTLD_NEXT, "sqlite3_step");
  return step (statement);
}

/* In place of GStreamer's. */
gboolean
gst_element_send_event (GstElement *element, GstEvent *event)
{
  gboolean (*send) (GstElement * element, GstEvent * event);
  gboolean sent;
  gint ms;

  while (g_atomic_int_get (&is_stuck))
    g_usleep (1000);
  *(void **) &send = dlsym (RTLD_NEXT, "gst_element_send_event");
  sent = send (element, event);
  ms = g_atomic_int_get (&late_ms);
  if (ms > 0 && GST_IS_PIPELINE (element))
    g_usleep ((gulong) ms * 1000);

  return sent;
}

/* In place of GStreamer's. */
gboolean
gst_element_query_position (GstElement *element, GstFormat format, gint64 *position)
{
  gboolean (*query) (GstElement * element, GstFormat format, gint64 * position);

  *(void **) &query = dlsym (RTLD_NEXT, "gst_element_query_position");
  return !g_atomic_int_get (&is_lost) && query (element, format, position);
}

/* The end is told before the worker has come back from seeking it. */
static void
test_an_end_that_is_sought_while_it_plays_is_told (PlayerFixture *fixture, gconstpointer unused)
{
  player_fixture_load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100);
  g_atomic_int_set (&late_ms, 300);
  onsite_player_seek (fixture->player, 3948);
  onsite_wait_for (fixture->n_ended == 1);
  g_atomic_int_set (&late_ms, 0);

  g_assert_false (onsite_player_get_playing (fixture->player));
}

static void
test_an_end_that_the_sink_does_not_tell_is_told (PlayerFixture *fixture, gconstpointer unused)
{
  player_fixture_load_sound (fixture);
  g_atomic_int_set (&fixture->ear.is_deaf_to_ends, TRUE);
  onsite_player_seek (fixture->player, 3900);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
}

static void
test_what_does_not_know_where_it_is_stays_there (PlayerFixture *fixture, gconstpointer unused)
{
  player_fixture_load_sound (fixture);
  onsite_player_seek (fixture->player, 2000);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 2100);
  g_atomic_int_set (&is_lost, TRUE);
  g_object_set (fixture->player, "rate", 1.25, NULL);
  onsite_player_pause (fixture->player);
  g_atomic_int_set (&is_lost, FALSE);

  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), >, 2100);
}

/* By another sink, from where it was to its end, and never back. */
static void
assert_goes_on (PlayerFixture *fixture, guint n_made)
{
  g_autoptr (GArray) heard = NULL;

  g_array_remove_range (fixture->positions_ms, 0, fixture->positions_ms->len - 1);
  onsite_wait_for (fixture->n_ended == 1 || fixture->failure);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_no_error (fixture->failure);
  g_assert_cmpuint (fixture->ear.n_made, >=, n_made);
  for (guint i = 1; i < fixture->positions_ms->len; i++)
    g_assert_cmpint (g_array_index (fixture->positions_ms, gint64, i),
                     >,
                     g_array_index (fixture->positions_ms, gint64, i - 1));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_cmpint (heard->len % MS, ==, 0);
  g_assert_cmpmem (heard->data,
                   heard->len * sizeof (gint16),
                   player_fixture_sound_at (fixture, 3950 - heard->len / MS),
                   heard->len * sizeof (gint16));
}

static void
play_from (PlayerFixture *fixture, gint64 position_ms)
{
  player_fixture_load_sound (fixture);
  onsite_player_seek (fixture->player, position_ms);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > position_ms + 100);
}

/* As libpulse 16 does: a negative number of microseconds, in nanoseconds without a sign. */
static void
tell_nonsense (PlayerFixture *fixture)
{
  onsite_odd_sink_set_time (fixture->ear.sink, G_GUINT64_CONSTANT (5070648) * 3600 * GST_SECOND);
}

static void
test_a_clock_that_tells_nonsense_is_replaced (PlayerFixture *fixture, gconstpointer unused)
{
  play_from (fixture, 1000);
  for (guint i = 0; i < 3; i++)
    {
      const gint64 position_ms = onsite_player_get_position_ms (fixture->player);

      tell_nonsense (fixture);
      onsite_wait_for (onsite_player_get_position_ms (fixture->player) > position_ms + 200);
    }
  tell_nonsense (fixture);
  assert_goes_on (fixture, 5);
}

/* It is over for GStreamer before anything is heard. */
static void
test_an_end_by_a_clock_that_tells_nonsense_is_not_told (PlayerFixture *fixture,
                                                        gconstpointer unused)
{
  play_from (fixture, 3500);
  onsite_odd_sink_set_time (fixture->ear.sink, G_GUINT64_CONSTANT (734831) * 3600 * GST_SECOND);
  assert_goes_on (fixture, 2);
}

static void
test_a_clock_that_stands_still_is_replaced (PlayerFixture *fixture, gconstpointer unused)
{
  play_from (fixture, 1000);
  onsite_odd_sink_set_time (fixture->ear.sink, GST_CLOCK_TIME_NONE);
  assert_goes_on (fixture, 2);
}

static void
test_a_loudspeaker_that_never_plays_is_told (PlayerFixture *fixture, gconstpointer unused)
{
  fixture->ear.is_dead = TRUE;
  player_fixture_load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->failure != NULL);

  g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpuint (fixture->ear.n_made, ==, 3);

  /* With another clip it is tried anew. */
  g_clear_error (&fixture->failure);
  player_fixture_load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->ear.n_made == 5 || fixture->failure);
  g_assert_no_error (fixture->failure);
}

static void
test_a_seek_that_takes_long_leaves_the_sink_alone (PlayerFixture *fixture, gconstpointer unused)
{
  play_from (fixture, 0);
  g_atomic_int_set (&late_ms, 1500);
  onsite_player_seek (fixture->player, 2000);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 2100);
  g_atomic_int_set (&late_ms, 0);

  g_assert_cmpuint (fixture->ear.n_made, ==, 1);
}

/* As by a sound server that hangs. */
static void
test_a_worker_that_does_not_come_back_is_told (PlayerFixture *fixture, gconstpointer unused)
{
  play_from (fixture, 0);
  g_atomic_int_set (&is_stuck, TRUE);
  onsite_player_seek (fixture->player, 2000);
  onsite_wait_for (fixture->failure != NULL);
  g_atomic_int_set (&is_stuck, FALSE);

  g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
  g_assert_false (onsite_player_get_playing (fixture->player));
}

/* For longer than what has been read lasts. */
static void
test_a_disk_that_takes_long_leaves_the_sink_alone (PlayerFixture *fixture, gconstpointer unused)
{
  play_from (fixture, 0);
  g_atomic_int_set (&disk_ms, 4000);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_cmpint (g_atomic_int_get (&disk_ms), ==, 0);
  g_assert_cmpuint (fixture->ear.n_made, ==, 1);
}

static void
test_a_clip_that_is_not_there_is_an_error (PlayerFixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            "5b3e3dc2-ebf4-4c16-8301-2730f0010f6e",
                            NULL,
                            onsite_wait_take_result,
                            &result);
  onsite_wait_for (result != NULL);
  g_assert_false (onsite_player_load_finish (fixture->player, result, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_a_load_overtakes_the_one_before (PlayerFixture *fixture, gconstpointer unused)
{
  g_autofree char *first = onsite_clip_library_add (fixture->clips,
                                                    player_fixture_sound_at (fixture, 0),
                                                    1000 * MS);
  g_autofree char *second = onsite_clip_library_add (fixture->clips,
                                                     player_fixture_sound_at (fixture, 0),
                                                     2000 * MS);
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            first,
                            NULL,
                            onsite_wait_take_result,
                            &first_result);
  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            second,
                            NULL,
                            onsite_wait_take_result,
                            &second_result);
  onsite_wait_for (first_result && second_result);
  g_assert_false (onsite_player_load_finish (fixture->player, first_result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (onsite_player_load_finish (fixture->player, second_result, NULL));
  g_assert_cmpint (onsite_player_get_duration_ms (fixture->player), ==, 2000);
}

/* An OnsiteSinkFunc of the ear's that lets a load wait in the middle. */
static GstElement *
make_held_sink (gpointer ear)
{
  g_atomic_int_set (&is_held, TRUE);
  while (g_atomic_int_get (&is_held))
    g_usleep (1000);

  return onsite_ear_make_sink (ear);
}

static void
note_thread (gpointer thread, GObject *sink)
{
  *(GThread **) thread = g_thread_self ();
}

/* Whoever gives up a clip that is there already doesn't wait for its loudspeaker either. */
static void
test_a_clip_that_nobody_wants_any_more_is_put_away_by_a_worker (PlayerFixture *fixture,
                                                                gconstpointer unused)
{
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   player_fixture_sound_at (fixture, 0),
                                                   1000 * MS);
  g_autoptr (OnsitePlayer) player = onsite_player_new (make_held_sink, &fixture->ear, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread = NULL;
  gint64 deadline_us;

  onsite_player_load_async (player,
                            fixture->clips->library,
                            clip,
                            NULL,
                            onsite_wait_take_result,
                            &result);
  onsite_wait_for (g_atomic_int_get (&is_held));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_atomic_int_set (&is_held, FALSE);
  deadline_us = g_get_monotonic_time () + ONSITE_WAIT_TIMEOUT_US;
  while (!g_main_context_pending (NULL) && g_get_monotonic_time () < deadline_us)
    g_usleep (1000);
  /* It is loaded, and nobody has been told. */
  g_assert_cmpint (g_atomic_int_get (&fixture->ear.n_sinks), ==, 1);
  g_object_weak_ref (G_OBJECT (fixture->ear.sink), note_thread, &thread);
  onsite_player_unload (player);
  onsite_wait_for (result && g_atomic_int_get (&fixture->ear.n_sinks) == 0);

  g_assert_false (onsite_player_load_finish (player, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (thread != g_thread_self ());
}

/* In place of the ear. */
static OnsiteFakePulse *
play_through_a_server (PlayerFixture *fixture)
{
  OnsiteFakePulse *pulse = onsite_fake_pulse_new ();

  g_signal_handlers_disconnect_by_data (fixture->player, fixture);
  onsite_wait_finalize (fixture->player);
  fixture->player = onsite_player_new (onsite_fake_pulse_make_sink, NULL, NULL);
  player_fixture_follow (fixture, fixture->player);
  player_fixture_load_sound (fixture);

  return pulse;
}

static void
test_a_sound_server_that_dies_is_told (PlayerFixture *fixture, gconstpointer unused)
{
  OnsiteFakePulse *pulse = play_through_a_server (fixture);

  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 200);
  onsite_fake_pulse_kill (pulse);
  onsite_wait_for (fixture->failure != NULL);
  g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
  g_assert_false (onsite_player_get_playing (fixture->player));
  onsite_fake_pulse_free (pulse);
}

/* With less left than the server takes at once, its clock is asked for as soon as it runs. */
static void
test_a_server_plays_what_is_left_and_begins_anew (PlayerFixture *fixture, gconstpointer unused)
{
  OnsiteFakePulse *pulse = play_through_a_server (fixture);

  for (guint i = 0; i < 8; i++)
    {
      onsite_player_seek (fixture->player, 0);
      onsite_player_play (fixture->player);
      onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100 &&
                       onsite_player_get_position_ms (fixture->player) < 3000);
      onsite_player_seek (fixture->player, 3800);
      onsite_wait_for (fixture->n_ended == i + 1);
    }
  g_assert_no_error (fixture->failure);
  onsite_fake_pulse_free (pulse);
}

static void
let_go (PlayerFixture *fixture)
{
  g_clear_object (&fixture->player);
}

/* As a page that is left when its last clip has ended. */
static void
test_whoever_is_told_of_the_end_may_let_go (PlayerFixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) omissions = g_array_new (FALSE, FALSE, sizeof (OnsiteOmission));
  const OnsiteOmission rest = { 500, 4000, TRUE };

  g_array_append_val (omissions, rest);
  player_fixture_load_sound (fixture);
  onsite_player_set_omissions (fixture->player, omissions);
  g_signal_connect_swapped (fixture->player, "ended", G_CALLBACK (let_go), fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->player == NULL);

  g_assert_cmpuint (fixture->n_ended, ==, 1);
  fixture->player = onsite_player_new (onsite_ear_make_sink, &fixture->ear, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD_BOTH (an_end_that_is_sought_while_it_plays_is_told);
  ADD (an_end_that_the_sink_does_not_tell_is_told);
  ADD (what_does_not_know_where_it_is_stays_there);
  PLAYER_FIXTURE_ADD_FOR (FLAC, a_clock_that_tells_nonsense_is_replaced);
  PLAYER_FIXTURE_ADD_FOR (FLAC, an_end_by_a_clock_that_tells_nonsense_is_not_told);
  PLAYER_FIXTURE_ADD_FOR (FLAC, a_clock_that_stands_still_is_replaced);
  ADD (a_loudspeaker_that_never_plays_is_told);
  ADD (a_seek_that_takes_long_leaves_the_sink_alone);
  ADD (a_worker_that_does_not_come_back_is_told);
  ADD (a_disk_that_takes_long_leaves_the_sink_alone);
  ADD (a_clip_that_is_not_there_is_an_error);
  ADD (a_load_overtakes_the_one_before);
  ADD (a_clip_that_nobody_wants_any_more_is_put_away_by_a_worker);
  ADD (whoever_is_told_of_the_end_may_let_go);
  ADD (a_sound_server_that_dies_is_told);
  ADD (a_server_plays_what_is_left_and_begins_anew);

  return g_test_run ();
}
