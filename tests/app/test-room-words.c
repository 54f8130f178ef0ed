/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-room-words.h"

#define SECOND_MS 1000
#define MINUTE_MS (60 * SECOND_MS)

static void
clock_warns_as_it_passes (void)
{
  static const struct
  {
    gint64 before_ms;
    gint64 remaining_ms;
    const char *text;
  } clocks[] = {
    { 6 * MINUTE_MS, 5 * MINUTE_MS, "About 5 minutes left" },
    { 5 * MINUTE_MS + 50, 5 * MINUTE_MS - 50, "About 5 minutes left" },
    { 5 * MINUTE_MS, 5 * MINUTE_MS - 100, NULL },
    { MINUTE_MS + 50, MINUTE_MS - 50, "Less than a minute left" },
    { MINUTE_MS - 50, MINUTE_MS - 150, NULL },
    { 50, 0, "Time is up. Do finish your sentence." },
    { 0, -50, NULL },
    /* Another round has begun. */
    { 0, 30 * SECOND_MS, NULL },
    { 30 * SECOND_MS, 45 * MINUTE_MS, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *text = onsite_room_words_warning (clocks[i].before_ms,
                                                         clocks[i].remaining_ms);

      g_assert_cmpstr (text, ==, clocks[i].text);
    }
}

static void
recording_is_told_where_it_begins_and_ends (void)
{
  static const struct
  {
    OnsitePhase phase;
    const char *text;
  } turns[] = {
    { ONSITE_PHASE_LOBBY, "" },
    { ONSITE_PHASE_ANSWERING, "Recording." },
    { ONSITE_PHASE_GRACE, "Recorded. Not done? Keep talking within 5 s." },
    { ONSITE_PHASE_PAUSED, "Paused. The clocks stand still and nothing is recorded." },
    { ONSITE_PHASE_BREAK, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autofree char *text = onsite_room_words_turned (turns[i].phase, 5 * SECOND_MS);

      g_assert_cmpstr (text, ==, turns[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/room-words/clock-warns-as-it-passes", clock_warns_as_it_passes);
  g_test_add_func ("/room-words/recording-is-told-where-it-begins-and-ends",
                   recording_is_told_where_it_begins_and_ends);

  return g_test_run ();
}
