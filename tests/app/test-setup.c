/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-drill-list.h"
#include "app/onsite-gaps.h"
#include "app/onsite-loop-text.h"
#include "app/onsite-setup.h"
#include "loop/onsite-session.h"
#include "pack/onsite-builtin-packs.h"

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
count_change (guint *n)
{
  (*n)++;
}

static void
whole_loop_is_planned_from_the_first (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  const OnsiteLevel *level = onsite_pack_find_level (pack, onsite_setup_get_level (setup));
  const OnsiteLoop *plan = onsite_setup_get_plan (setup);

  g_assert_nonnull (plan);
  g_assert_null (onsite_setup_get_problem (setup));
  g_assert_cmpuint (plan->rounds->len, ==, g_strv_length (level->rounds));
}

static void
length_is_that_of_rounds_and_breaks (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  const OnsiteLoop *plan = onsite_setup_get_plan (setup);
  gint64 length_ms = (gint64) (plan->rounds->len - 1) * ONSITE_SESSION_BREAK_MS;

  for (guint i = 0; i < plan->rounds->len; i++)
    length_ms += ((const OnsiteRound *) g_ptr_array_index (plan->rounds, i))->seconds * 1000;

  g_assert_cmpint (onsite_setup_get_length_ms (setup), ==, length_ms);
}

static guint
count_curveballs (const OnsiteLoop *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (plan->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        n += ((const OnsiteAnswer *) g_ptr_array_index (round->answers, j))->curveball_ms > 0;
    }

  return n;
}

static void
curveballs_can_be_done_without_in_practice_alone (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  guint n_onsite = 0;
  guint n_practice = 0;

  for (guint seed = 0; seed < 10; seed++)
    {
      g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, seed);

      onsite_setup_set_mode (setup, ONSITE_MODE_PRACTICE);
      n_practice += count_curveballs (onsite_setup_get_plan (setup));
      onsite_setup_set_curveballs (setup, FALSE);
      g_assert_cmpuint (count_curveballs (onsite_setup_get_plan (setup)), ==, 0);
      onsite_setup_set_mode (setup, ONSITE_MODE_ONSITE);
      n_onsite += count_curveballs (onsite_setup_get_plan (setup));
    }

  g_assert_cmpuint (n_practice, >, 0);
  g_assert_cmpuint (n_onsite, ==, n_practice);
}

static void
loop_without_screens_is_shorter (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  guint with = onsite_setup_get_plan (setup)->rounds->len;

  onsite_setup_set_screens (setup, FALSE);

  g_assert_cmpuint (onsite_setup_get_plan (setup)->rounds->len, ==, with - 2);
}

static void
round_that_a_level_lacks_is_not_kept (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);

  onsite_setup_set_level (setup, "L7");
  onsite_setup_set_kind (setup, ONSITE_LOOP_KIND_ROUND);
  onsite_setup_set_round (setup, "org-wide-influence");
  g_assert_cmpstr (onsite_setup_get_plan (setup)->target, ==, "org-wide-influence");

  onsite_setup_set_level (setup, "L5");

  g_assert_cmpstr (onsite_setup_get_round (setup), !=, "org-wide-influence");
  g_assert_nonnull (onsite_setup_get_plan (setup));
}

static void
what_the_pack_lacks_is_not_chosen (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  guint n_changes = 0;

  g_signal_connect_swapped (setup, "changed", G_CALLBACK (count_change), &n_changes);
  onsite_setup_set_level (setup, "L99");
  onsite_setup_set_round (setup, "no-such-round");

  g_assert_cmpstr (onsite_setup_get_level (setup), ==, "L5");
  g_assert_cmpuint (n_changes, ==, 0);
}

static void
drill_of_nothing_tells_why_there_is_none (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);

  onsite_setup_set_kind (setup, ONSITE_LOOP_KIND_DRILL);
  onsite_setup_set_drill (setup, ONSITE_DRILL_PRINCIPLE, "no-such-principle");

  g_assert_null (onsite_setup_get_plan (setup));
  g_assert_nonnull (onsite_setup_get_problem (setup));
  g_assert_cmpint (onsite_setup_get_length_ms (setup), ==, 0);
}

static void
plan_that_was_taken_is_not_drawn_again (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  g_autoptr (OnsiteLoop) taken = onsite_setup_take_plan (setup);

  g_assert_nonnull (taken);
  g_assert_cmpuint (taken->seed, !=, onsite_setup_get_plan (setup)->seed);
  g_assert_cmpstr (taken->id, !=, onsite_setup_get_plan (setup)->id);
}

static void
every_drill_that_is_offered_can_be_run (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  g_autoptr (OnsiteSetup) setup = onsite_setup_new (pack, 1);
  g_autoptr (OnsiteDrillList) drills = onsite_drill_list_new (pack);

  onsite_setup_set_kind (setup, ONSITE_LOOP_KIND_DRILL);

  for (guint i = 0; i < onsite_drill_list_get_n_drills (drills); i++)
    {
      OnsiteDrill drill = onsite_drill_list_get_drill (drills, i);
      const char *target = onsite_drill_list_get_target (drills, i);

      onsite_setup_set_drill (setup, drill, target);
      g_assert_cmpstr (onsite_setup_get_problem (setup), ==, NULL);
      g_assert_cmpuint (onsite_drill_list_find (drills, drill, target), ==, i);
    }
}

static void
gaps_are_what_no_answer_covered (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  GPtrArray *principles = onsite_pack_get_principles (pack);
  const OnsitePrinciple *first = g_ptr_array_index (principles, 0);
  const char *const nothing[] = { NULL };
  const char *const covered[] = { first->id, NULL };
  g_auto (GStrv) before = onsite_gaps_find (pack, nothing);
  g_auto (GStrv) after = onsite_gaps_find (pack, covered);

  g_assert_cmpuint (g_strv_length (before), ==, 0);
  g_assert_cmpuint (g_strv_length (after), ==, principles->len - 1);
  g_assert_false (g_strv_contains ((const char *const *) after, first->name));
}

static void
loop_is_told_in_a_line (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  OnsiteLoopSummary loop = {
    .pack_id = (char *) onsite_pack_get_id (pack),
    .level = (char *) "L6",
    .kind = ONSITE_LOOP_KIND_DRILL,
    .drill = ONSITE_DRILL_PRINCIPLE,
    .target = (char *) "dive-deep",
    .mode = ONSITE_MODE_PRACTICE,
    .n_rounds = 5,
    .n_rounds_ended = 2,
    .n_principles_covered = 11,
    .n_checklist_covered = 1,
    .mean_score = 3.44,
    .talk_ms = 50 * 60 * 1000,
  };
  g_autofree char *about = onsite_loop_text_about (&loop, pack);
  g_autofree char *progress = onsite_loop_text_progress (&loop);
  g_autofree char *result = onsite_loop_text_result (&loop, pack);

  g_assert_cmpstr (about, ==, "L6 · Drill of a principle: Dive Deep · Practice");
  g_assert_cmpstr (progress, ==, "Round 3 of 5");
  g_assert_cmpstr (result,
                   ==,
                   "11 of 16 principles, 1 checklist item, rated 3.4, 50\u00a0min of answers");
}

static void
drill_is_told_with_its_kind (void)
{
  static const struct
  {
    OnsiteDrill drill;
    const char *target;
    const char *text;
  } drills[] = {
    { ONSITE_DRILL_CATEGORY, "behavioral", "Drill of a category: Behavioral" },
    { ONSITE_DRILL_PRINCIPLE, "dive-deep", "Drill of a principle: Dive Deep" },
    { ONSITE_DRILL_CHECKLIST, "stories", "Drill of a checklist item: Program stories" },
    { ONSITE_DRILL_GAPS, "", "Drill of gaps" },
    { ONSITE_DRILL_NONE, "dive-deep", "Drill: Dive Deep" },
  };
  g_autoptr (OnsitePack) pack = load_pack ();

  for (guint i = 0; i < G_N_ELEMENTS (drills); i++)
    {
      g_autofree char *text = onsite_loop_text_what (ONSITE_LOOP_KIND_DRILL,
                                                     drills[i].drill,
                                                     drills[i].target,
                                                     pack);

      g_assert_cmpstr (text, ==, drills[i].text);
    }
}

static void
loop_of_another_pack_is_told_by_its_ids (void)
{
  g_autoptr (OnsitePack) pack = load_pack ();
  OnsiteLoopSummary loop = {
    .pack_id = (char *) "another",
    .level = (char *) "IC4",
    .kind = ONSITE_LOOP_KIND_ROUND,
    .target = (char *) "bake-off",
    .n_principles_covered = 3,
  };
  g_autofree char *about = onsite_loop_text_about (&loop, pack);
  g_autofree char *coverage = onsite_loop_text_coverage (&loop, pack);

  g_assert_cmpstr (about, ==, "IC4 · bake-off · Onsite");
  g_assert_cmpstr (coverage, ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/setup/whole-loop-is-planned-from-the-first",
                   whole_loop_is_planned_from_the_first);
  g_test_add_func ("/setup/length-is-that-of-rounds-and-breaks",
                   length_is_that_of_rounds_and_breaks);
  g_test_add_func ("/setup/curveballs-can-be-done-without-in-practice-alone",
                   curveballs_can_be_done_without_in_practice_alone);
  g_test_add_func ("/setup/loop-without-screens-is-shorter", loop_without_screens_is_shorter);
  g_test_add_func ("/setup/round-that-a-level-lacks-is-not-kept",
                   round_that_a_level_lacks_is_not_kept);
  g_test_add_func ("/setup/what-the-pack-lacks-is-not-chosen", what_the_pack_lacks_is_not_chosen);
  g_test_add_func ("/setup/drill-of-nothing-tells-why-there-is-none",
                   drill_of_nothing_tells_why_there_is_none);
  g_test_add_func ("/setup/plan-that-was-taken-is-not-drawn-again",
                   plan_that_was_taken_is_not_drawn_again);
  g_test_add_func ("/setup/every-drill-that-is-offered-can-be-run",
                   every_drill_that_is_offered_can_be_run);
  g_test_add_func ("/setup/gaps-are-what-no-answer-covered", gaps_are_what_no_answer_covered);
  g_test_add_func ("/setup/loop-is-told-in-a-line", loop_is_told_in_a_line);
  g_test_add_func ("/setup/drill-is-told-with-its-kind", drill_is_told_with_its_kind);
  g_test_add_func ("/setup/loop-of-another-pack-is-told-by-its-ids",
                   loop_of_another_pack_is_told_by_its_ids);

  return g_test_run ();
}
