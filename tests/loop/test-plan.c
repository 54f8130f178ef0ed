/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loop/onsite-dice.h"
#include "plans.h"

typedef struct
{
  OnsitePack *pack;
  GPtrArray *history;
  OnsitePlanRequest request;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pack = onsite_pack_ref ((OnsitePack *) data);
  fixture->history = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_history_item_free);
  fixture->request = (OnsitePlanRequest){
    .pack = fixture->pack,
    .level = "L6",
    .mode = ONSITE_MODE_PRACTICE,
    .kind = ONSITE_LOOP_KIND_WHOLE,
    .seed = 42,
    .history = fixture->history,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->history);
  onsite_pack_unref (fixture->pack);
}

static void
remember (Fixture *fixture, const char *question, gint64 asked_at_us, const char *covered)
{
  const char *const principles[] = { covered, NULL };

  g_ptr_array_add (fixture->history, onsite_history_item_new (question, asked_at_us, principles));
}

static void
cover_all_but (Fixture *fixture, const char *left)
{
  GPtrArray *principles = onsite_pack_get_principles (fixture->pack);

  for (guint i = 0; i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);

      if (g_strcmp0 (principle->id, left) != 0)
        remember (fixture, "of-another-pack", 1, principle->id);
    }
}

static void
assert_refused (const OnsitePlanRequest *request, int code, const char *told)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_plan_loop (request, &error));
  g_assert_error (error, ONSITE_PLAN_ERROR, code);
  g_assert_nonnull (strstr (error->message, told));
}

static void
test_dice_are_those_that_are_named (Fixture *fixture, gconstpointer data)
{
  OnsiteDice dice;

  /* What splitmix64.c gives for this seed. */
  onsite_dice_init (&dice, 1234567);
  g_assert_cmpuint (onsite_dice_next (&dice), ==, G_GUINT64_CONSTANT (6457827717110365317));
  g_assert_cmpuint (onsite_dice_next (&dice), ==, G_GUINT64_CONSTANT (3203168211198807973));
  g_assert_cmpuint (onsite_dice_next (&dice), ==, G_GUINT64_CONSTANT (9817491932198370423));
}

static void
test_a_shuffle_keeps_all_cards (Fixture *fixture, gconstpointer data)
{
  OnsiteDice dice;
  guint first[5] = { 0 };

  onsite_dice_init (&dice, 7);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree guint *order = onsite_dice_shuffle (&dice, 5);
      guint seen = 0;

      for (guint j = 0; j < 5; j++)
        seen |= 1u << order[j];
      g_assert_cmpuint (seen, ==, 31);
      first[order[0]]++;
    }
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (first[i], >, 850);
      g_assert_cmpuint (first[i], <, 1150);
    }
}

static void
test_a_loop_tells_what_it_was_planned_from (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = plans_draw (&fixture->request);

  g_assert_cmpstr (loop->pack_id, ==, onsite_pack_get_id (fixture->pack));
  g_assert_cmpstr (loop->pack_hash, ==, onsite_pack_get_hash (fixture->pack));
  g_assert_cmpstr (loop->level, ==, "L6");
  g_assert_cmpstr (loop->target, ==, "");
  g_assert_cmpint (loop->mode, ==, ONSITE_MODE_PRACTICE);
  g_assert_cmpint (loop->state, ==, ONSITE_LOOP_STATE_PLANNED);
  g_assert_cmpuint (loop->seed, ==, 42);
  g_assert_cmpint (loop->created_at_us, ==, 0);
}

static void
test_other_seeds_give_other_loops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (OnsiteLoop) loop = NULL;

      fixture->request.seed = i;
      loop = plans_draw (&fixture->request);
      loop->seed = 0;
      g_hash_table_add (seen, plans_describe (loop));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 50);
}

static void
test_every_question_is_asked_once_before_any_is_asked_again (Fixture *fixture, gconstpointer data)
{
  GPtrArray *questions = onsite_pack_get_questions (fixture->pack);
  guint n_asked = 0;

  /* As one category's questions run out sooner than another's, and a round's
   * sooner than another's, what is asked in drills of all categories counts. */
  for (guint i = 0; i < 20; i++)
    for (guint j = 0; j < onsite_pack_get_categories (fixture->pack)->len; j++)
      {
        const OnsiteCategory *category = g_ptr_array_index (
            onsite_pack_get_categories (fixture->pack),
            j);
        g_autoptr (OnsiteLoop) loop = NULL;

        fixture->request.kind = ONSITE_LOOP_KIND_DRILL;
        fixture->request.drill = ONSITE_DRILL_CATEGORY;
        fixture->request.target = category->id;
        loop = plans_draw (&fixture->request);
        plans_remember (fixture->history, loop, i + 1, NULL);
      }

  for (guint i = 0; i < questions->len; i++)
    {
      const OnsiteQuestion *question = g_ptr_array_index (questions, i);

      if (!plans_has (question->levels, "L6"))
        continue;
      g_assert_cmpint (plans_get_asked_at_us (fixture->history, question->id), >, 0);
      n_asked++;
    }
  g_assert_cmpuint (n_asked, >, 40);
}

static gboolean
asks_for (OnsitePack *pack, const OnsiteLoop *loop, const char *principle)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = plans_get_round (loop, i);

      for (guint j = 0; j < round->answers->len; j++)
        if (plans_has (plans_get_question (pack, round, j)->principles, principle))
          return TRUE;
    }

  return FALSE;
}

static void
test_what_past_loops_left_uncovered_comes_first (Fixture *fixture, gconstpointer data)
{
  GPtrArray *principles = onsite_pack_get_principles (fixture->pack);

  for (guint i = 0; i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);

      g_ptr_array_set_size (fixture->history, 0);
      cover_all_but (fixture, principle->id);
      for (guint seed = 0; seed < 20; seed++)
        {
          g_autoptr (OnsiteLoop) loop = NULL;

          fixture->request.seed = seed;
          loop = plans_draw (&fixture->request);
          if (!asks_for (fixture->pack, loop, principle->id))
            g_error ("Seed %u does not ask for “%s”", seed, principle->id);
        }
    }
}

/* Also if past loops left none of them uncovered. */
static void
test_a_loop_asks_for_many_principles (Fixture *fixture, gconstpointer data)
{
  guint n_main_principles = 0;

  cover_all_but (fixture, NULL);
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (OnsiteLoop) loop = NULL;

      fixture->request.seed = seed;
      loop = plans_draw (&fixture->request);
      for (guint i = 0; i < loop->rounds->len; i++)
        for (guint j = 0; j < plans_get_round (loop, i)->answers->len; j++)
          g_hash_table_add (
              seen,
              plans_get_question (fixture->pack, plans_get_round (loop, i), j)->principles[0]);
      n_main_principles += g_hash_table_size (seen);
    }
  g_test_message ("%u main principles in 100 loops", n_main_principles);
  g_assert_cmpuint (n_main_principles, >=, 100 * 9);
}

static void
test_screens_can_be_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) without = plans_draw (&fixture->request);
  g_autoptr (OnsiteLoop) with = NULL;

  fixture->request.screens = TRUE;
  with = plans_draw (&fixture->request);
  g_assert_cmpuint (without->rounds->len, ==, 4);
  g_assert_cmpuint (with->rounds->len, ==, 6);
}

static void
test_one_round_is_planned_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteRound *round;

  fixture->request.kind = ONSITE_LOOP_KIND_ROUND;
  fixture->request.target = "technical-design";
  loop = plans_draw (&fixture->request);
  round = plans_get_round (loop, 0);

  g_assert_cmpuint (loop->rounds->len, ==, 1);
  g_assert_cmpstr (loop->target, ==, "technical-design");
  g_assert_cmpstr (round->kind, ==, "technical-design");
  g_assert_cmpuint (round->seconds, ==, 3600);
  g_assert_cmpuint (round->answers->len, ==, 3);
  g_assert_false (round->bar_raiser);
  g_assert_cmpuint (g_strv_length (round->principles), ==, 3);
}

static void
test_a_round_of_another_length_asks_what_fits (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint minutes;
    guint least;
    guint most;
  } lengths[] = { { 1, 1, 1 }, { 20, 1, 1 }, { 35, 2, 2 }, { 60, 3, 4 }, { 120, 6, 8 } };

  fixture->request.kind = ONSITE_LOOP_KIND_ROUND;
  fixture->request.target = "behavioral";
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (OnsiteLoop) loop = NULL;
      const OnsiteRound *round;

      fixture->request.seconds = lengths[i].minutes * 60;
      loop = plans_draw (&fixture->request);
      round = plans_get_round (loop, 0);
      g_assert_cmpuint (round->seconds, ==, lengths[i].minutes * 60);
      g_assert_cmpuint (round->answers->len, >=, lengths[i].least);
      g_assert_cmpuint (round->answers->len, <=, lengths[i].most);
    }
}

static void
test_an_endless_round_asks_all_that_there_is (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = NULL;

  fixture->request.kind = ONSITE_LOOP_KIND_ROUND;
  fixture->request.target = "recruiter-screen";
  fixture->request.seconds = G_MAXUINT;
  loop = plans_draw (&fixture->request);
  g_assert_cmpuint (plans_get_round (loop, 0)->answers->len, >=, 7);
}

static gboolean
suits_drill (const OnsiteQuestion *question, OnsiteDrill drill, const char *target)
{
  if (drill == ONSITE_DRILL_CATEGORY)
    return g_str_equal (question->category, target);
  if (drill == ONSITE_DRILL_CHECKLIST)
    return plans_has (question->checklist, target);

  return plans_has (question->principles, target);
}

static void
test_a_drill_asks_three_questions_on_its_target (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    OnsiteDrill drill;
    const char *target;
  } drills[] = {
    { ONSITE_DRILL_CATEGORY, "design-review" },
    { ONSITE_DRILL_PRINCIPLE, "dive-deep" },
    { ONSITE_DRILL_CHECKLIST, "ambiguity" },
  };

  fixture->request.kind = ONSITE_LOOP_KIND_DRILL;
  for (guint i = 0; i < G_N_ELEMENTS (drills); i++)
    {
      g_autoptr (OnsiteLoop) loop = NULL;
      const OnsiteRound *round;
      guint seconds = 0;

      fixture->request.drill = drills[i].drill;
      fixture->request.target = drills[i].target;
      loop = plans_draw (&fixture->request);
      round = plans_get_round (loop, 0);

      g_assert_cmpstr (loop->target, ==, drills[i].target);
      g_assert_cmpint (loop->drill, ==, drills[i].drill);
      g_assert_cmpuint (loop->rounds->len, ==, 1);
      g_assert_cmpuint (round->answers->len, ==, ONSITE_PLAN_DRILL_QUESTIONS);
      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteQuestion *question = plans_get_question (fixture->pack, round, j);

          g_assert_true (suits_drill (question, drills[i].drill, drills[i].target));
          seconds += question->seconds;
        }
      g_assert_cmpuint (round->seconds, ==, seconds);
    }
}

static void
test_a_drill_of_a_principle_asks_for_it_before_all (Fixture *fixture, gconstpointer data)
{
  fixture->request.kind = ONSITE_LOOP_KIND_DRILL;
  fixture->request.drill = ONSITE_DRILL_PRINCIPLE;
  fixture->request.target = "dive-deep";
  remember (fixture, "of-another-pack", 1, "dive-deep");

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (OnsiteLoop) loop = NULL;
      const OnsiteRound *round;

      fixture->request.seed = i;
      loop = plans_draw (&fixture->request);
      round = plans_get_round (loop, 0);
      g_assert_cmpstr (plans_get_question (fixture->pack, round, 0)->principles[0],
                       ==,
                       "dive-deep");
      g_assert_true (plans_has (round->principles, "dive-deep"));
    }
}

static void
test_a_drill_of_gaps_asks_for_what_is_uncovered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteRound *round;

  cover_all_but (fixture, "think-big");
  fixture->request.kind = ONSITE_LOOP_KIND_DRILL;
  fixture->request.drill = ONSITE_DRILL_GAPS;
  loop = plans_draw (&fixture->request);
  round = plans_get_round (loop, 0);

  g_assert_cmpstr (loop->target, ==, "");
  for (guint i = 0; i < round->answers->len; i++)
    g_assert_true (
        plans_has (plans_get_question (fixture->pack, round, i)->principles, "think-big"));
}

static void
test_a_drill_of_a_given_length_asks_what_fits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = NULL;

  fixture->request.kind = ONSITE_LOOP_KIND_DRILL;
  fixture->request.drill = ONSITE_DRILL_CATEGORY;
  fixture->request.target = "trade-off";
  fixture->request.seconds = 35 * 60;
  loop = plans_draw (&fixture->request);
  g_assert_cmpuint (plans_get_round (loop, 0)->seconds, ==, 35 * 60);
  g_assert_cmpuint (plans_get_round (loop, 0)->answers->len, ==, 2);
}

static void
test_what_the_pack_does_not_have_is_refused (Fixture *fixture, gconstpointer data)
{
  OnsitePlanRequest *request = &fixture->request;

  request->level = "L9";
  assert_refused (request, ONSITE_PLAN_ERROR_UNKNOWN, "L9");
  request->level = NULL;
  assert_refused (request, ONSITE_PLAN_ERROR_UNKNOWN, "Amazon");

  request->level = "L5";
  request->kind = ONSITE_LOOP_KIND_ROUND;
  assert_refused (request, ONSITE_PLAN_ERROR_UNKNOWN, "Amazon");
  request->target = "tea-break";
  assert_refused (request, ONSITE_PLAN_ERROR_UNKNOWN, "tea-break");
  request->target = "org-wide-influence";
  assert_refused (request, ONSITE_PLAN_ERROR_UNKNOWN, "org-wide-influence");

  request->kind = ONSITE_LOOP_KIND_DRILL;
  for (int drill = ONSITE_DRILL_CATEGORY; drill < ONSITE_DRILL_GAPS; drill++)
    {
      request->drill = drill;
      request->target = "juggling";
      assert_refused (request, ONSITE_PLAN_ERROR_UNKNOWN, "juggling");
      request->target = NULL;
      assert_refused (request, ONSITE_PLAN_ERROR_UNKNOWN, "Amazon");
    }
}

static void
test_a_drill_without_questions_is_refused (Fixture *fixture, gconstpointer data)
{
  fixture->request.kind = ONSITE_LOOP_KIND_DRILL;
  fixture->request.drill = ONSITE_DRILL_CHECKLIST;
  fixture->request.target = "structured-system";
  assert_refused (&fixture->request, ONSITE_PLAN_ERROR_EMPTY, "too few");

  cover_all_but (fixture, NULL);
  fixture->request.drill = ONSITE_DRILL_GAPS;
  assert_refused (&fixture->request, ONSITE_PLAN_ERROR_EMPTY, "uncovered");
}

static const struct
{
  const char *path;
  void (*test) (Fixture *, gconstpointer);
} tests[] = {
  { "/plan/dice-are-those-that-are-named", test_dice_are_those_that_are_named },
  { "/plan/a-shuffle-keeps-all-cards", test_a_shuffle_keeps_all_cards },
  { "/plan/a-loop-tells-what-it-was-planned-from", test_a_loop_tells_what_it_was_planned_from },
  { "/plan/other-seeds-give-other-loops", test_other_seeds_give_other_loops },
  { "/plan/every-question-is-asked-once-before-any-is-asked-again",
    test_every_question_is_asked_once_before_any_is_asked_again },
  { "/plan/what-past-loops-left-uncovered-comes-first",
    test_what_past_loops_left_uncovered_comes_first },
  { "/plan/a-loop-asks-for-many-principles", test_a_loop_asks_for_many_principles },
  { "/plan/screens-can-be-left-out", test_screens_can_be_left_out },
  { "/plan/one-round-is-planned-alone", test_one_round_is_planned_alone },
  { "/plan/a-round-of-another-length-asks-what-fits",
    test_a_round_of_another_length_asks_what_fits },
  { "/plan/an-endless-round-asks-all-that-there-is", test_an_endless_round_asks_all_that_there_is },
  { "/plan/a-drill-asks-three-questions-on-its-target",
    test_a_drill_asks_three_questions_on_its_target },
  { "/plan/a-drill-of-a-principle-asks-for-it-before-all",
    test_a_drill_of_a_principle_asks_for_it_before_all },
  { "/plan/a-drill-of-gaps-asks-for-what-is-uncovered",
    test_a_drill_of_gaps_asks_for_what_is_uncovered },
  { "/plan/a-drill-of-a-given-length-asks-what-fits",
    test_a_drill_of_a_given_length_asks_what_fits },
  { "/plan/what-the-pack-does-not-have-is-refused", test_what_the_pack_does_not_have_is_refused },
  { "/plan/a-drill-without-questions-is-refused", test_a_drill_without_questions_is_refused },
};

int
main (int argc, char **argv)
{
  OnsitePack *pack;
  int result;

  g_test_init (&argc, &argv, NULL);
  pack = plans_load_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, pack, set_up, tests[i].test, tear_down);

  result = g_test_run ();
  onsite_pack_unref (pack);

  return result;
}
