/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rehearsal/onsite-quiet.h"

#define BEGUN_MS 100000
#define STEP_MS  50

/* What is heard for ten seconds, each moment of which is of one of two levels by turns. */
typedef struct
{
  const char *name;
  double floor_db;
  double level_db;
  double other_db;
  guint every; /* of how many moments one is the other */
  OnsiteQuietness verdict;
} Case;

static const Case cases[] = {
  { "somebody-who-speaks", -60, -20, -30, 2, ONSITE_QUIET_NOT },
  { "somebody-who-thinks-in-a-room-as-it-was", -60, -50, -52, 2, ONSITE_QUIET_NOT },
  { "somebody-who-thinks-in-a-room-that-grew-quieter", -60, -65, -63, 2, ONSITE_QUIET_NOT },
  { "somebody-who-thinks-where-nobody-has-checked", -100, -85, -84, 2, ONSITE_QUIET_NOT },
  { "a-room-that-is-hardly-heard-any-more", -60, -67, -70, 2, ONSITE_QUIET_BELOW_FLOOR },
  { "a-room-that-is-heard-now-and-then", -60, -70, -59, 70, ONSITE_QUIET_NOT },
  { "nothing-at-all", -60, -100, -100, 2, ONSITE_QUIET_SILENT },
  { "nothing-at-all-where-nobody-has-checked", -100, -100, -100, 2, ONSITE_QUIET_SILENT },
  { "nothing-but-the-last-bit", -100, -90.3, -100, 2, ONSITE_QUIET_SILENT },
  { "nothing-with-a-crackle-now-and-then", -100, -100, -40, 70, ONSITE_QUIET_NOT },
};

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  OnsiteQuiet quiet = onsite_quiet_begin (item->floor_db, BEGUN_MS);

  for (guint i = 1; i <= 200; i++)
    {
      const gint64 now_ms = BEGUN_MS + i * STEP_MS;

      quiet = onsite_quiet_hear (quiet,
                                 i % item->every == 0 ? item->other_db : item->level_db,
                                 now_ms);
      /* Nor is anything said too early. */
      if (now_ms - BEGUN_MS < ONSITE_QUIET_PATIENCE_MS)
        g_assert_cmpint (onsite_quiet_judge (quiet, now_ms), ==, ONSITE_QUIET_NOT);
      else if (now_ms - BEGUN_MS == 5000 || item->verdict == ONSITE_QUIET_NOT)
        g_assert_cmpint (onsite_quiet_judge (quiet, now_ms), ==, item->verdict);
    }
}

static void
test_it_is_taken_back_at_the_first_sound (void)
{
  OnsiteQuiet quiet = onsite_quiet_begin (-60, 0);

  quiet = onsite_quiet_hear (quiet, -100, 4000);
  g_assert_cmpint (onsite_quiet_judge (quiet, 4000), ==, ONSITE_QUIET_SILENT);
  quiet = onsite_quiet_hear (quiet, -50, 4050);
  g_assert_cmpint (onsite_quiet_judge (quiet, 4050), ==, ONSITE_QUIET_NOT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rehearsal/quiet/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rehearsal/quiet/it-is-taken-back-at-the-first-sound",
                   test_it_is_taken_back_at_the_first_sound);

  return g_test_run ();
}
