/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "player-fixture.h"

static void
test_a_clip_is_heard_whole_from_its_first_sample (PlayerFixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  gssize where;

  player_fixture_load_sound (fixture);
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
                                         player_fixture_sound_at (fixture, 0),
                                         fixture->sound->len,
                                         &where),
                     >,
                     0.88);
}

static void
test_a_clip_that_ends_as_a_chunk_does_is_heard_whole (PlayerFixture *fixture, gconstpointer unused)
{
  const guint n_samples = 1000 * MS - 100;
  g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                   player_fixture_sound_at (fixture, 0),
                                                   n_samples);
  g_autoptr (GArray) heard = NULL;

  player_fixture_load (fixture, clip);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_cmpuint (heard->len, ==, n_samples);
}

static void
test_a_seek_to_the_end_gives_what_is_left (PlayerFixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  guint n_flushes;

  player_fixture_load_sound (fixture);
  n_flushes = onsite_ear_count_flushes (&fixture->ear);
  onsite_player_seek (fixture->player, 3948);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  g_assert_cmpuint (onsite_ear_count_flushes (&fixture->ear), >, n_flushes);
  heard = onsite_ear_copy_heard (&fixture->ear);

  g_assert_cmpuint (heard->len, ==, 2 * MS);
}

static void
test_a_seek_to_the_very_end_ends_it (PlayerFixture *fixture, gconstpointer unused)
{
  guint n_flushes;

  player_fixture_load_sound (fixture);
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

/* The end is on its way as one seeks away from it. */
static void
test_an_end_that_one_has_left_is_not_told (PlayerFixture *fixture, gconstpointer unused)
{
  player_fixture_load_sound (fixture);
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
test_a_seek_is_exact (PlayerFixture *fixture, gconstpointer unused)
{
  player_fixture_load_sound (fixture);
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
      found = onsite_signal_find (player_fixture_sound_at (fixture, MAX (target_ms, 20) - 20),
                                  340 * MS,
                                  (gint16 *) (gpointer) heard->data,
                                  300 * MS,
                                  &where);
      g_assert_cmpfloat (found, >, 0.85);
      g_assert_cmpint (ABS (where - (gssize) (MIN (target_ms, 20) * MS)), <=, MS);
      /* Its very first 20 ms are sound already: the decoder is itself by then. */
      found = onsite_signal_find (player_fixture_sound_at (fixture, MAX (target_ms, 2) - 2),
                                  24 * MS,
                                  (gint16 *) (gpointer) heard->data,
                                  20 * MS,
                                  &where);
      g_assert_cmpfloat (found, >, 0.92);
      if (fixture->clips->codec == ONSITE_CODEC_FLAC)
        g_assert_cmpmem (heard->data,
                         600 * MS,
                         player_fixture_sound_at (fixture, target_ms),
                         600 * MS);
    }
}

static void
test_a_faster_rate_keeps_the_pitch (PlayerFixture *fixture, gconstpointer unused)
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

  player_fixture_load (fixture, clip);
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
test_a_silence_can_be_skipped (PlayerFixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  g_autofree char *clip = NULL;
  gssize where;

  memset (&g_array_index (fixture->sound, gint16, 1000 * MS), 0, 2000 * MS * sizeof (gint16));
  clip = onsite_clip_library_add (fixture->clips,
                                  player_fixture_sound_at (fixture, 0),
                                  fixture->sound->len);
  player_fixture_load (fixture, clip);
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
                                         player_fixture_sound_at (fixture, 3000),
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
set_omission (PlayerFixture *fixture, gint64 from_ms, gint64 to_ms, gboolean leap)
{
  const OnsiteOmission omission = { from_ms, to_ms, leap };
  g_autoptr (GArray) omissions = g_array_new (FALSE, FALSE, sizeof (OnsiteOmission));

  g_array_append_val (omissions, omission);
  onsite_player_set_omissions (fixture->player, omissions);
}

static void
assert_begins_silent (PlayerFixture *fixture, gboolean silent)
{
  g_autoptr (GArray) heard = onsite_ear_copy_heard (&fixture->ear);
  const gint16 *samples = (const gint16 *) (gpointer) heard->data;

  g_assert_cmpint (is_silent (samples, 10 * MS), ==, silent);
  g_assert_cmpint (is_silent (samples + 10 * MS, 480 * MS), ==, silent);
  g_assert_false (is_silent (samples + 490 * MS, 10 * MS));
}

static void
hear_some (PlayerFixture *fixture, guint n_flushes)
{
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_ear_count_flushes (&fixture->ear) > n_flushes &&
                   onsite_ear_count_heard (&fixture->ear) >= 520 * MS);
  onsite_player_pause (fixture->player);
}

static void
wait_for_flush (PlayerFixture *fixture, guint n_flushes)
{
  onsite_wait_for (onsite_ear_count_flushes (&fixture->ear) > n_flushes);
}

/* From its first sample to its last, and none beside it, also where a loudspeaker has its
 * first sound already; and it is heard again once it isn't omitted any more. */
static void
test_what_is_omitted_is_silent (PlayerFixture *fixture, gconstpointer unused)
{
  guint n_flushes;

  player_fixture_load_sound (fixture);
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
  player_fixture_load_sound (fixture);
  hear_some (fixture, n_flushes);
  assert_begins_silent (fixture, TRUE);
}

/* It is never heard, on the way there neither, and what follows is heard whole. */
static void
test_what_is_leapt_over_takes_no_time (PlayerFixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) heard = NULL;
  guint n_flushes;

  player_fixture_load_sound (fixture);
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
test_what_is_leapt_over_to_the_end_ends_it (PlayerFixture *fixture, gconstpointer unused)
{
  player_fixture_load_sound (fixture);
  set_omission (fixture, 500, 4000, TRUE);
  onsite_player_seek (fixture->player, 300);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);

  g_assert_cmpint (onsite_player_get_position_ms (fixture->player), ==, 3950);
  g_assert_false (onsite_player_get_playing (fixture->player));
}

static void
test_the_position_moves_while_it_plays_and_stays_when_paused (PlayerFixture *fixture,
                                                              gconstpointer unused)
{
  gint64 paused_ms;

  player_fixture_load_sound (fixture);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 300);
  onsite_player_pause (fixture->player);
  paused_ms = onsite_player_get_position_ms (fixture->player);
  g_assert_cmpint (paused_ms, <, 3950);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > paused_ms + 200);
}

static void
test_playing_again_after_the_end_begins_anew (PlayerFixture *fixture, gconstpointer unused)
{
  player_fixture_load_sound (fixture);
  onsite_player_seek (fixture->player, 3800);
  onsite_player_play (fixture->player);
  onsite_wait_for (fixture->n_ended == 1);
  onsite_player_play (fixture->player);
  onsite_wait_for (onsite_player_get_position_ms (fixture->player) > 100 &&
                   onsite_player_get_position_ms (fixture->player) < 2000);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD_BOTH (a_clip_is_heard_whole_from_its_first_sample);
  ADD_BOTH (a_clip_that_ends_as_a_chunk_does_is_heard_whole);
  ADD_BOTH (a_seek_to_the_end_gives_what_is_left);
  ADD (a_seek_to_the_very_end_ends_it);
  ADD (an_end_that_one_has_left_is_not_told);
  ADD_BOTH (a_seek_is_exact);
  ADD (a_faster_rate_keeps_the_pitch);
  ADD_BOTH (a_silence_can_be_skipped);
  ADD_BOTH (what_is_omitted_is_silent);
  ADD (what_is_leapt_over_takes_no_time);
  ADD (what_is_leapt_over_to_the_end_ends_it);
  ADD (the_position_moves_while_it_plays_and_stays_when_paused);
  ADD (playing_again_after_the_end_begins_anew);

  return g_test_run ();
}
