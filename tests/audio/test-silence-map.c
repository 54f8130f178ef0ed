/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-silence-map.h"

#define VOICE  120
#define NOISE  20
#define MARGIN 8

/* Peaks of stretches: voice, pause, voice, … each so many frames long. */
static GBytes *
make_peaks (const guint *lengths)
{
  GByteArray *peaks = g_byte_array_new ();
  gboolean voice = TRUE;

  for (; *lengths > 0; lengths++, voice = !voice)
    for (guint i = 0; i < *lengths; i++)
      {
        guint8 peak = (guint8) ((voice ? VOICE : NOISE) + i % 3);

        g_byte_array_append (peaks, &peak, 1);
      }
  return g_byte_array_free_to_bytes (peaks);
}

static OnsiteSilenceMap *
make_map (const guint *lengths)
{
  g_autoptr (GBytes) peaks = make_peaks (lengths);

  return onsite_silence_map_new (peaks);
}

static void
test_a_long_pause_is_skipped_but_for_its_margins (void)
{
  g_autoptr (OnsiteSilenceMap) map = make_map ((guint[]){ 100, 60, 100, 0 });

  g_assert_cmpint (onsite_silence_map_next_heard (map, 99), ==, 99);
  g_assert_cmpint (onsite_silence_map_next_heard (map, 100 + MARGIN - 1), ==, 100 + MARGIN - 1);
  g_assert_cmpint (onsite_silence_map_next_heard (map, 100 + MARGIN), ==, 160 - MARGIN);
  g_assert_cmpint (onsite_silence_map_next_heard (map, 140), ==, 160 - MARGIN);
  g_assert_cmpint (onsite_silence_map_next_heard (map, 200), ==, 200);
  g_assert_cmpint (onsite_silence_map_to_played (map, 260), ==, 260 - 60 + 2 * MARGIN);
}

static void
test_a_pause_to_think_of_less_than_700_ms_stays (void)
{
  g_autoptr (OnsiteSilenceMap) map = make_map ((guint[]){ 100, 34, 100, 35, 100, 0 });

  g_assert_cmpint (onsite_silence_map_next_heard (map, 117), ==, 117);
  g_assert_cmpint (onsite_silence_map_next_heard (map, 234 + MARGIN), ==, 269 - MARGIN);
}

static void
test_a_loud_room_does_not_hide_pauses (void)
{
  g_autoptr (GByteArray) peaks = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OnsiteSilenceMap) map = NULL;

  /* A fan at −32 dBFS, and a voice at −10. */
  for (guint i = 0; i < 300; i++)
    {
      guint8 peak = (guint8) (i / 100 == 1 ? 40 : 143);

      g_byte_array_append (peaks, &peak, 1);
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&peaks));
  map = onsite_silence_map_new (bytes);
  g_assert_cmpint (onsite_silence_map_next_heard (map, 150), ==, 200 - MARGIN);
}

static void
test_without_peaks_nothing_is_skipped (void)
{
  g_autoptr (OnsiteSilenceMap) map = onsite_silence_map_new (NULL);

  g_assert_cmpint (onsite_silence_map_next_heard (map, 0), ==, 0);
  g_assert_cmpint (onsite_silence_map_to_played (map, 12345), ==, 12345);
  g_assert_cmpint (onsite_silence_map_to_clip (map, 12345), ==, 12345);
}

/* Whatever the pauses: what is heard comes once, in its order, and both ways of
 * counting agree. */
static void
test_every_frame_that_is_heard_has_its_own_time (void)
{
  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint lengths[9] = { 0 };
      g_autoptr (OnsiteSilenceMap) map = NULL;
      gint64 played = 0, n_frames = 0;

      for (guint i = 0; i < 8; i++)
        n_frames += lengths[i] = (guint) g_rand_int_range (rand, 1, 90);
      map = make_map (lengths);
      for (gint64 frame = onsite_silence_map_next_heard (map, 0); frame < n_frames;
           frame = onsite_silence_map_next_heard (map, frame + 1))
        {
          g_assert_cmpint (onsite_silence_map_to_played (map, frame), ==, played);
          g_assert_cmpint (onsite_silence_map_to_clip (map, played), ==, frame);
          played++;
        }
    }
}

#define ADD(function) g_test_add_func ("/audio/silence-map/" #function, test_##function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (a_long_pause_is_skipped_but_for_its_margins);
  ADD (a_pause_to_think_of_less_than_700_ms_stays);
  ADD (a_loud_room_does_not_hide_pauses);
  ADD (without_peaks_nothing_is_skipped);
  ADD (every_frame_that_is_heard_has_its_own_time);

  return g_test_run ();
}
