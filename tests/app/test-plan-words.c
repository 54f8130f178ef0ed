/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-plan-words.h"
#include "app/onsite-setup.h"
#include "pack/onsite-builtin-packs.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

static OnsitePack *
load_pack (void)
{
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static void
assert_length (const OnsiteLoop *plan, gint64 length_ms, GDateTime *now, const char *words)
{
  g_autofree char *told = onsite_plan_words_length (plan, length_ms, now);

  g_assert_cmpstr (told, ==, words);
}

static void
length_is_told_with_its_end (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  g_autoptr (OnsiteLoop) whole = onsite_loop_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 14, 13, 40, 0);

  for (guint i = 0; i < 7; i++)
    g_ptr_array_add (whole->rounds, onsite_round_new ("of-any-kind"));
  assert_length (whole,
                 390 * MINUTE_MS,
                 now,
                 "7 rounds, 6\u00a0h\u00a030\u00a0min with breaks, to 20:10");

  onsite_setup_set_kind (setup, ONSITE_LOOP_KIND_DRILL);
  assert_length (onsite_setup_get_plan (setup),
                 46 * MINUTE_MS,
                 now,
                 "3 questions, 46\u00a0min, to 14:26");
}

static void
end_is_told_on_the_clock_of_where_one_is (void)
{
  g_autoptr (OnsiteLoop) loop = onsite_loop_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (9 * 60 * 60);
  g_autoptr (GDateTime) late = g_date_time_new (zone, 2026, 11, 14, 23, 30, 0);

  g_ptr_array_add (loop->rounds, onsite_round_new ("of-any-kind"));
  g_ptr_array_add (loop->rounds, onsite_round_new ("of-any-kind"));
  assert_length (loop, 46 * MINUTE_MS, late, "2 rounds, 46\u00a0min with breaks, to 0:16");
}

static void
rounds_are_named_so_that_a_line_begins_with_a_name (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  const OnsiteLoop *plan = onsite_setup_get_plan (setup);
  g_autofree char *told = onsite_plan_words_rounds (plan, pack);
  g_auto (GStrv) names = g_strsplit (told, "\u00a0· ", -1);

  g_assert_cmpuint (g_strv_length (names), ==, plan->rounds->len);
  for (guint i = 0; i < plan->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (plan->rounds, i);

      g_assert_cmpstr (names[i], ==, onsite_pack_find_round_kind (pack, round->kind)->name);
    }
}

static void
round_that_the_pack_lacks_is_called_by_its_id (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteLoop) loop = onsite_loop_new ();
  g_autofree char *told = NULL;

  g_ptr_array_add (loop->rounds, onsite_round_new ("of-another-pack"));
  told = onsite_plan_words_rounds (loop, pack);
  g_assert_cmpstr (told, ==, "of-another-pack");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-words/length-is-told-with-its-end", length_is_told_with_its_end);
  g_test_add_func ("/plan-words/end-is-told-on-the-clock-of-where-one-is",
                   end_is_told_on_the_clock_of_where_one_is);
  g_test_add_func ("/plan-words/rounds-are-named-so-that-a-line-begins-with-a-name",
                   rounds_are_named_so_that_a_line_begins_with_a_name);
  g_test_add_func ("/plan-words/round-that-the-pack-lacks-is-called-by-its-id",
                   round_that_the_pack_lacks_is_called_by_its_id);

  return g_test_run ();
}
