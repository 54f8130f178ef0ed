/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-hearing.h"

#define QUIET_ROOM_DB (-58.0)
#define NOTHING_DB    (-100.0)
#define VOICE_DB      (-20.0)
#define CLIPPED_DB    0.0

static OnsiteHearing
hear (OnsiteHearing hearing, double level, gint64 from_ms, gint64 to_ms)
{
  for (gint64 now_ms = from_ms; now_ms <= to_ms; now_ms += 50)
    hearing = onsite_hearing_step (hearing, level, now_ms);

  return hearing;
}

static void
at_first_nothing_is_said (void)
{
  OnsiteHearing hearing = onsite_hearing_init (1000);

  hearing = hear (hearing, QUIET_ROOM_DB, 1000, 2000);

  g_assert_cmpint (onsite_hearing_judge (hearing, 2000), ==, ONSITE_HEARD_NOTHING_YET);
}

static void
voice_is_heard_at_once (void)
{
  OnsiteHearing hearing = onsite_hearing_init (1000);

  hearing = onsite_hearing_step (hearing, VOICE_DB, 1050);

  g_assert_cmpint (onsite_hearing_judge (hearing, 1050), ==, ONSITE_HEARD_VOICE);
}

static void
voice_is_believed_through_a_breath_and_not_for_ever (void)
{
  OnsiteHearing hearing = onsite_hearing_init (0);

  hearing = hear (hearing, VOICE_DB, 0, 1000);
  hearing = hear (hearing, QUIET_ROOM_DB, 1050, 20000);

  g_assert_cmpint (onsite_hearing_judge (hearing, 1000 + ONSITE_HEARING_MEMORY_MS - 1),
                   ==,
                   ONSITE_HEARD_VOICE);
  g_assert_cmpint (onsite_hearing_judge (hearing, 1000 + ONSITE_HEARING_MEMORY_MS),
                   ==,
                   ONSITE_HEARD_BEFORE);
}

static void
voice_that_is_clipped_is_too_loud_for_as_long (void)
{
  OnsiteHearing hearing = onsite_hearing_init (0);

  hearing = hear (hearing, CLIPPED_DB, 5000, 6000);
  hearing = hear (hearing, VOICE_DB, 6050, 9950);

  g_assert_cmpint (onsite_hearing_judge (hearing, 6000 + ONSITE_HEARING_MEMORY_MS - 1),
                   ==,
                   ONSITE_HEARD_LOUD);
  hearing = hear (hearing, VOICE_DB, 10000, 20000);
  g_assert_cmpint (onsite_hearing_judge (hearing, 20000), ==, ONSITE_HEARD_VOICE);
}

static void
knock_at_the_table_is_not_too_loud (void)
{
  OnsiteHearing hearing = onsite_hearing_init (0);

  for (gint64 now_ms = 0; now_ms <= 20000; now_ms += 5000)
    {
      hearing = hear (hearing, VOICE_DB, now_ms, now_ms + 4900);
      hearing = onsite_hearing_step (hearing, CLIPPED_DB, now_ms + 4950);
      g_assert_cmpint (onsite_hearing_judge (hearing, now_ms + 4950), ==, ONSITE_HEARD_VOICE);
    }
}

static void
room_without_a_voice_is_quiet_and_not_muted (void)
{
  OnsiteHearing hearing = onsite_hearing_init (0);

  hearing = hear (hearing, QUIET_ROOM_DB, 0, 10000);

  g_assert_cmpint (onsite_hearing_judge (hearing, 10000), ==, ONSITE_HEARD_QUIET);
}

static void
no_sound_at_all_is_asked_about_after_a_while (void)
{
  OnsiteHearing hearing = onsite_hearing_init (0);

  hearing = hear (hearing, NOTHING_DB, 0, 10000);

  g_assert_cmpint (onsite_hearing_judge (hearing, ONSITE_HEARING_PATIENCE_MS - 1),
                   ==,
                   ONSITE_HEARD_NOTHING_YET);
  g_assert_cmpint (onsite_hearing_judge (hearing, ONSITE_HEARING_PATIENCE_MS),
                   ==,
                   ONSITE_HEARD_SILENCE);
}

static void
microphone_that_is_muted_later_is_noticed (void)
{
  OnsiteHearing hearing = onsite_hearing_init (0);

  hearing = hear (hearing, VOICE_DB, 0, 5000);
  hearing = hear (hearing, NOTHING_DB, 5050, 20000);

  g_assert_cmpint (onsite_hearing_judge (hearing, 20000), ==, ONSITE_HEARD_SILENCE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hearing/at-first-nothing-is-said", at_first_nothing_is_said);
  g_test_add_func ("/hearing/voice-is-heard-at-once", voice_is_heard_at_once);
  g_test_add_func ("/hearing/voice-is-believed-through-a-breath-and-not-for-ever",
                   voice_is_believed_through_a_breath_and_not_for_ever);
  g_test_add_func ("/hearing/voice-that-is-clipped-is-too-loud-for-as-long",
                   voice_that_is_clipped_is_too_loud_for_as_long);
  g_test_add_func ("/hearing/knock-at-the-table-is-not-too-loud",
                   knock_at_the_table_is_not_too_loud);
  g_test_add_func ("/hearing/room-without-a-voice-is-quiet-and-not-muted",
                   room_without_a_voice_is_quiet_and_not_muted);
  g_test_add_func ("/hearing/no-sound-at-all-is-asked-about-after-a-while",
                   no_sound_at_all_is_asked_about_after_a_while);
  g_test_add_func ("/hearing/microphone-that-is-muted-later-is-noticed",
                   microphone_that_is_muted_later_is_noticed);

  return g_test_run ();
}
