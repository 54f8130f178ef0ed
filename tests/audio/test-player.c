/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-player.h"

#include <dlfcn.h>
#include <sqlite3.h>

#include "onsite-clip-library.h"
#include "onsite-ear.h"
#include "onsite-fake-pulse.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

#define MS (ONSITE_AUDIO_RATE / 1000)

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

typedef struct
{
  OnsiteClipLibrary *clips;
  OnsitePlayer *player;
  GArray *sound;
  OnsiteEar ear;
  guint n_ended;
  GError *failure;
  GArray *positions_ms; /* (element-type gint64): that were told */
} Fixture;

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

static void
on_ended (OnsitePlayer *player, Fixture *fixture)
{
  fixture->n_ended++;
}

static void
on_failed (OnsitePlayer *player, const GError *error, Fixture *fixture)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
on_position (OnsitePlayer *player, GParamSpec *property, Fixture *fixture)
{
  const gint64 position_ms = onsite_player_get_position_ms (player);

  g_array_append_val (fixture->positions_ms, position_ms);
}

static void
set_up (Fixture *fixture, gconstpointer codec)
{
  fixture->clips = onsite_clip_library_new_with_codec ((OnsiteCodec) GPOINTER_TO_INT (codec));
  fixture->sound = onsite_signal_make_babble (3950 * MS, ONSITE_AUDIO_RATE, 3);
  fixture->positions_ms = g_array_new (FALSE, FALSE, sizeof (gint64));
  onsite_ear_init (&fixture->ear);
  fixture->player = onsite_player_new (onsite_ear_make_sink, &fixture->ear, NULL);
  g_signal_connect (fixture->player, "ended", G_CALLBACK (on_ended), fixture);
  g_signal_connect (fixture->player, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect (fixture->player, "notify::position-ms", G_CALLBACK (on_position), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  onsite_wait_finalize (fixture->player);
  /* The pipelines come to their end after the player, in its worker. */
  onsite_wait_for (g_atomic_int_get (&fixture->ear.n_sinks) == 0);
  onsite_clip_library_free (fixture->clips);
  onsite_ear_clear (&fixture->ear);
  g_array_unref (fixture->sound);
  g_array_unref (fixture->positions_ms);
  g_clear_error (&fixture->failure);
}

static const gint16 *
sound_at (Fixture *fixture, gsize ms)
{
  return &g_array_index (fixture->sound, gint16, ms * MS);
}

static void
load (Fixture *fixture, const char *clip)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_player_load_async (fixture->player,
                            fixture->clips->library,
                            clip,
                            NULL,
                            onsite_wait_take_result,
                            &result);
  onsite_wait_for (result != NULL);
  g_assert_true (onsite_player_load_finish (fixture->player, result, &error));
  g_assert_no_error (error);
}

static void
load_sound (Fixture *fixture)
{
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   sound_at (fixture, 0),
                                                   fixture->sound->len);

  load (fixture, clip);
}

static void
test_a_clip_is_heard_whole_from_its_first_sample (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  gssize where;

  load_sound (fixture);
  g_assert_cmpint (onsite_player_get_duration_ms (fixture->player), ==, 3950);
  g_assert_false (onsite_player_get_playing (fixture->player));
  onsite_player_play (fixture->player);
  g_assert_true (onsite_player_get_playing (fixture->player));
  onsite_wait_for (fixture->n_ended == 1);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_cmpuint (heard->len, ==, fixture->sound->len);
  if (fixture->clips->codec == ONSITE_CODEC_FLAC)
    g_assert_cmpmem (heard->data,
                     heard->len * sizeof (gint16),
                     fixture->sound->data,
                     heard->len * sizeof (gint16));
  g_assert_cmpfloat (onsite_signal_find ((gint16 *) (gpointer) heard->data,
                                         heard->len,
                                         sound_at (fixture, 0),
                                         fixture->sound->len,
                                         &where),
                     >,
                     0.88);
}

static void
test_a_clip_that_ends_as_a_chunk_does_is_heard_whole (Fixture *fixture, gconstpointer unused)
{
  const guint n_samples = 1000 * MS - 100;
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   sound_at (fixture, 0),
                                                   n_samples);
  g_autoptr (GArray) heard = NULL;

  load (fixture, clip);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_cmpuint (heard->len, ==, n_samples);
}

static void
test_a_seek_to_the_end_gives_what_is_left (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  guint n_flushes;

  load_sound (fixture);
  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  onsite_player_seek (fixture->player, 3948);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  g_assert_cmpuint (onsite_ear_count_flushes (&fixture->ear), >, n_flushes);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_cmpuint (heard->len, ==, 2 * MS);
}

/* The end is told before the worker has come back from seeking it. */
static void
test_an_end_that_is_sought_while_it_plays_is_told (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100);
  g_atomic_int_set (&late_ms, 300);
  onsite_player_seek (fixture->player, 3948);
  onsite_wait_for (fixture->n_ended == 1);
  g_atomic_int_set (&late_ms, 0);

  g_assert_false (onsite_player_get_playing (fixture->player));
}

static void
test_a_seek_to_the_very_end_ends_it (Fixture *fixture, gconstpointer unused)
{
  guint n_flushes;

  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100);
  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  onsite_player_seek (fixture->player, 3950);

  g_assert_cmpuint (fixture->n_ended, ==, 1);
  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_ear_count_flushes (&fixture->ear) > n_flushes);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100 &&
                   onsite_player_get_position_ms (fixture->player) < 2000);
}

static void
test_an_end_that_the_sink_does_not_tell_is_told (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  g_atomic_int_set (&fixture->ear.is_deaf_to_ends, TRUE);
  onsite_player_seek (fixture->player, 3900);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
}

/* The end is on its way as one seeks away from it. */
static void
test_an_end_that_one_has_left_is_not_told (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  onsite_player_play (fixture->player);
  for (guint i = 0; i < 20; i++)
    {
      onsite_player_seek (fixture->player, 3948);
      g_usleep (i * 1000);
      onsite_player_seek (fixture->player, 0);
    }
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 300);

  g_assert_cmpuint (fixture->n_ended, ==, 0);
  g_assert_true (onsite_player_get_playing (fixture->player));
}

static void
test_a_seek_is_exact (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  for (guint target_ms = 0; target_ms <= 3500; target_ms += 437)
    {
      g_autoptr (GArray) heard = NULL;
      guint n_flushes = onsite_ear_count_flushes (&fixture->ear);
      gssize where;
      double found;

      onsite_player_seek (fixture->player, target_ms);
      g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, target_ms);
      onsite_player_play (fixture->player);
      onsite_wait_for (onsite_ear_count_flushes (&fixture->ear) > n_flushes &&
                       onsite_ear_count_heard (&fixture->ear) > 300 * MS);
      onsite_player_pause (fixture->player);
      heard = onsite_ear_copy_heard (&fixture->ear);
      /* What is heard first lies at the target, in what was said about it. */
      found = onsite_signal_find (sound_at (fixture, MAX (target_ms, 20) - 20),
                                  340 * MS,
                                  (gint16 *) (gpointer) heard->data,
                                  300 * MS,
                                  &where);
      g_assert_cmpfloat (found, >, 0.85);
      g_assert_cmpint (ABS (where - (gssize) (MIN (target_ms, 20) * MS)), <=, MS);
      /* Its very first 20 ms are sound already: the decoder is itself by then. */
      found = onsite_signal_find (sound_at (fixture, MAX (target_ms, 2) - 2),
                                  24 * MS,
                                  (gint16 *) (gpointer) heard->data,
                                  20 * MS,
                                  &where);
      g_assert_cmpfloat (found, >, 0.92);
      if (fixture->clips->codec == ONSITE_CODEC_FLAC)
        g_assert_cmpmem (heard->data, 600 * MS, sound_at (fixture, target_ms), 600 * MS);
    }
}

static void
test_a_faster_rate_keeps_the_pitch (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) tone = onsite_signal_make_tone (3 * ONSITE_AUDIO_RATE,
                                                     ONSITE_AUDIO_RATE,
                                                     440,
                                                     0.5);
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   (gint16 *) (gpointer) tone->data,
                                                   tone->len);
  g_autoptr (GArray) heard = NULL;
  const gint16 *samples;

  load (fixture, clip);
  g_object_set (fixture->player, "rate", 1.5, NULL);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = onsite_ear_copy_heard (&fixture->ear);
  samples = (const gint16 *) (gpointer) heard->data;

  g_assert_cmpuint (heard->len, >, 1900 * MS);
  g_assert_cmpuint (heard->len, <, 2100 * MS);
  g_assert_cmpfloat (onsite_signal_get_share (samples + 500 * MS, 100 * MS, ONSITE_AUDIO_RATE, 440),
                     >,
                     0.9);
  g_assert_cmpfloat (onsite_signal_get_share (samples + 500 * MS, 100 * MS, ONSITE_AUDIO_RATE, 660),
                     <,
                     0.05);
}

static void
test_a_silence_can_be_skipped (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  g_autofree char *clip = NULL;
  gssize where;

  memset (&g_array_index (fixture->sound, gint16, 1000 * MS), 0, 2000 * MS * sizeof (gint16));
  clip = onsite_clip_library_add (fixture->clips, sound_at (fixture, 0), fixture->sound->len);
  load (fixture, clip);
  g_object_set (fixture->player, "skip-silence", TRUE, NULL);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_cmpint (onsite_player_get_duration_ms (fixture->player), ==, 3950);
  g_assert_cmpuint (heard->len, >, 2210 * MS);
  g_assert_cmpuint (heard->len, <, 2310 * MS);
  g_assert_cmpfloat (onsite_signal_find ((gint16 *) (gpointer) heard->data,
                                         heard->len,
                                         sound_at (fixture, 3000),
                                         950 * MS,
                                         &where),
                     >,
                     0.85);
}

static gboolean
is_silent (const gint16 *samples, gsize n_samples)
{
  for (gsize i = 0; i < n_samples; i++)
    if (samples[i] != 0)
      return FALSE;
  return TRUE;
}

static void
set_omission (Fixture *fixture, gint64 from_ms, gint64 to_ms, gboolean leap)
{
  const OnsiteOmission omission = { from_ms, to_ms, leap };
  g_autoptr (GArray) omissions = g_array_new (FALSE, FALSE, sizeof (OnsiteOmission));

  g_array_append_val (omissions, omission);
  onsite_player_set_omissions (fixture->player, omissions);
}

static void
assert_begins_silent (Fixture *fixture, gboolean silent)
{
  g_autoptr (GArray) heard = onsite_ear_copy_heard (&fixture->ear);
  const gint16 *samples = (const gint16 *) (gpointer) heard->data;

  g_assert_cmpint (is_silent (samples, 10 * MS), ==, silent);
  g_assert_cmpint (is_silent (samples + 10 * MS, 480 * MS), ==, silent);
  g_assert_false (is_silent (samples + 490 * MS, 10 * MS));
}

static void
hear_some (Fixture *fixture, guint n_flushes)
{
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_ear_count_flushes (&fixture->ear) > n_flushes &&
                   onsite_ear_count_heard (&fixture->ear) >= 520 * MS);
  onsite_player_pause (fixture->player);
}

static void
wait_for_flush (Fixture *fixture, guint n_flushes)
{
  onsite_wait_for (onsite_ear_count_flushes (&fixture->ear) > n_flushes);
}

/* From its first sample to its last, and none beside it, also where a loudspeaker has its
 * first sound already; and it is heard again once it isn't omitted any more. */
static void
test_what_is_omitted_is_silent (Fixture *fixture, gconstpointer unused)
{
  guint n_flushes;

  load_sound (fixture);
  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  set_omission (fixture, 0, 490, FALSE);
  hear_some (fixture, n_flushes);
  assert_begins_silent (fixture, TRUE);

  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  onsite_player_set_omissions (fixture->player, NULL);
  wait_for_flush (fixture, n_flushes);
  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  onsite_player_seek (fixture->player, 0);
  hear_some (fixture, n_flushes);
  assert_begins_silent (fixture, FALSE);

  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  set_omission (fixture, 0, 490, FALSE);
  wait_for_flush (fixture, n_flushes);
  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  load_sound (fixture);
  hear_some (fixture, n_flushes);
  assert_begins_silent (fixture, TRUE);
}

/* It is never heard, on the way there neither, and what follows is heard whole. */
static void
test_what_is_leapt_over_takes_no_time (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  guint n_flushes;

  load_sound (fixture);
  set_omission (fixture, 500, 3000, TRUE);
  onsite_player_seek (fixture->player, 300);
  onsite_wait_for (onsite_ear_count_flushes (&fixture->ear) > 0);
  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_cmpuint (onsite_ear_count_flushes (&fixture->ear), >, n_flushes);
  g_assert_cmpuint (heard->len, ==, 950 * MS);
  g_assert_false (is_silent ((const gint16 *) (gpointer) heard->data, 20 * MS));
}

static void
test_what_is_leapt_over_to_the_end_ends_it (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  set_omission (fixture, 500, 4000, TRUE);
  onsite_player_seek (fixture->player, 300);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_false (onsite_player_get_playing (fixture->player));
}

static void
test_the_position_moves_while_it_plays_and_stays_when_paused (Fixture *fixture,
                                                              gconstpointer unused)
{
  gint64 paused_ms;

  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 300);
  onsite_player_pause (fixture->player);
  paused_ms = onsite_player_get_position_ms (fixture->player);
  g_assert_cmpint (paused_ms, <, 3950);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > paused_ms + 200);
}

static void
test_what_does_not_know_where_it_is_stays_there (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  onsite_player_seek (fixture->player, 2000);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 2100);
  g_atomic_int_set (&is_lost, TRUE);
  g_object_set (fixture->player, "rate", 1.25, NULL);
  onsite_player_pause (fixture->player);
  g_atomic_int_set (&is_lost, FALSE);

  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), >, 2100);
}

static void
test_playing_again_after_the_end_begins_anew (Fixture *fixture, gconstpointer unused)
{
  load_sound (fixture);
  onsite_player_seek (fixture->player, 3800);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100 &&
                   onsite_player_get_position_ms (fixture->player) < 2000);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

/* By another sink, from where it was to its end, and never back. */
static void
assert_goes_on (Fixture *fixture, guint n_made)
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
                   sound_at (fixture, 3950 - heard->len / MS),
                   heard->len * sizeof (gint16));
}

static void
play_from (Fixture *fixture, gint64 position_ms)
{
  load_sound (fixture);
  onsite_player_seek (fixture->player, position_ms);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > position_ms + 100);
}

/* As libpulse 16 does: a negative number of microseconds, in nanoseconds without a sign. */
static void
tell_nonsense (Fixture *fixture)
{
  onsite_odd_sink_set_time (fixture->ear.sink, G_GUINT64_CONSTANT (5070648) * 3600 * GST_SECOND);
}

static void
test_a_clock_that_tells_nonsense_is_replaced (Fixture *fixture, gconstpointer unused)
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
test_an_end_by_a_clock_that_tells_nonsense_is_not_told (Fixture *fixture, gconstpointer unused)
{
  play_from (fixture, 3500);
  onsite_odd_sink_set_time (fixture->ear.sink, G_GUINT64_CONSTANT (734831) * 3600 * GST_SECOND);
  assert_goes_on (fixture, 2);
}

static void
test_a_clock_that_stands_still_is_replaced (Fixture *fixture, gconstpointer unused)
{
  play_from (fixture, 1000);
  onsite_odd_sink_set_time (fixture->ear.sink, GST_CLOCK_TIME_NONE);
  assert_goes_on (fixture, 2);
}

static void
test_a_loudspeaker_that_never_plays_is_told (Fixture *fixture, gconstpointer unused)
{
  fixture->ear.is_dead = TRUE;
  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->failure != NULL);

  g_assert_error (fixture->failure, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
  g_assert_false (onsite_player_get_playing (fixture->player));
  g_assert_cmpuint (fixture->ear.n_made, ==, 3);

  /* With another clip it is tried anew. */
  g_clear_error (&fixture->failure);
  load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->ear.n_made == 5 || fixture->failure);
  g_assert_no_error (fixture->failure);
}

static void
test_a_seek_that_takes_long_leaves_the_sink_alone (Fixture *fixture, gconstpointer unused)
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
test_a_worker_that_does_not_come_back_is_told (Fixture *fixture, gconstpointer unused)
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
test_a_disk_that_takes_long_leaves_the_sink_alone (Fixture *fixture, gconstpointer unused)
{
  play_from (fixture, 0);
  g_atomic_int_set (&disk_ms, 4000);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_cmpint (g_atomic_int_get (&disk_ms), ==, 0);
  g_assert_cmpuint (fixture->ear.n_made, ==, 1);
}

static void
test_a_clip_that_is_not_there_is_an_error (Fixture *fixture, gconstpointer unused)
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
test_a_load_overtakes_the_one_before (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = onsite_clip_library_add (fixture->clips,
                                                    sound_at (fixture, 0),
                                                    1000 * MS);
  g_autofree char *second = onsite_clip_library_add (fixture->clips,
                                                     sound_at (fixture, 0),
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
test_a_clip_that_nobody_wants_any_more_is_put_away_by_a_worker (Fixture *fixture,
                                                                gconstpointer unused)
{
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   sound_at (fixture, 0),
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
play_through_a_server (Fixture *fixture)
{
  OnsiteFakePulse *pulse = onsite_fake_pulse_new ();

  g_signal_handlers_disconnect_by_data (fixture->player, fixture);
  onsite_wait_finalize (fixture->player);
  fixture->player = onsite_player_new (onsite_fake_pulse_make_sink, NULL, NULL);
  g_signal_connect (fixture->player, "ended", G_CALLBACK (on_ended), fixture);
  g_signal_connect (fixture->player, "failed", G_CALLBACK (on_failed), fixture);
  load_sound (fixture);

  return pulse;
}

static void
test_a_sound_server_that_dies_is_told (Fixture *fixture, gconstpointer unused)
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
test_a_server_plays_what_is_left_and_begins_anew (Fixture *fixture, gconstpointer unused)
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

#define ADD_FOR(codec, function)                      \
  g_test_add ("/audio/player/" #codec "/" #function,  \
              Fixture,                                \
              GINT_TO_POINTER (ONSITE_CODEC_##codec), \
              set_up,                                 \
              test_##function,                        \
              tear_down)

#define ADD(function) ADD_FOR (OPUS, function)

#define ADD_BOTH(function)  \
  ADD_FOR (OPUS, function); \
  ADD_FOR (FLAC, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD_BOTH (a_clip_is_heard_whole_from_its_first_sample);
  ADD_BOTH (a_clip_that_ends_as_a_chunk_does_is_heard_whole);
  ADD_BOTH (a_seek_to_the_end_gives_what_is_left);
  ADD_BOTH (an_end_that_is_sought_while_it_plays_is_told);
  ADD (a_seek_to_the_very_end_ends_it);
  ADD (an_end_that_the_sink_does_not_tell_is_told);
  ADD (an_end_that_one_has_left_is_not_told);
  ADD_BOTH (a_seek_is_exact);
  ADD (a_faster_rate_keeps_the_pitch);
  ADD_BOTH (a_silence_can_be_skipped);
  ADD_BOTH (what_is_omitted_is_silent);
  ADD (what_is_leapt_over_takes_no_time);
  ADD (what_is_leapt_over_to_the_end_ends_it);
  ADD (the_position_moves_while_it_plays_and_stays_when_paused);
  ADD (what_does_not_know_where_it_is_stays_there);
  ADD (playing_again_after_the_end_begins_anew);
  ADD_FOR (FLAC, a_clock_that_tells_nonsense_is_replaced);
  ADD_FOR (FLAC, an_end_by_a_clock_that_tells_nonsense_is_not_told);
  ADD_FOR (FLAC, a_clock_that_stands_still_is_replaced);
  ADD (a_loudspeaker_that_never_plays_is_told);
  ADD (a_seek_that_takes_long_leaves_the_sink_alone);
  ADD (a_worker_that_does_not_come_back_is_told);
  ADD (a_disk_that_takes_long_leaves_the_sink_alone);
  ADD (a_clip_that_is_not_there_is_an_error);
  ADD (a_load_overtakes_the_one_before);
  ADD (a_clip_that_nobody_wants_any_more_is_put_away_by_a_worker);
  ADD (a_sound_server_that_dies_is_told);
  ADD (a_server_plays_what_is_left_and_begins_anew);

  return g_test_run ();
}
