/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loop/onsite-session.h"
#include "plans.h"

#define N_SEEDS 600

static OnsiteLoop *
draw (OnsitePack *pack, guint64 seed, gboolean curveballs)
{
  return plans_draw (&(OnsitePlanRequest){
      .pack = pack,
      .level = "L6",
      .kind = ONSITE_LOOP_KIND_WHOLE,
      .screens = TRUE,
      .curveballs = curveballs,
      .seed = seed,
  });
}

static guint
count_thrown (const OnsiteRound *round)
{
  guint n = 0;

  for (guint i = 0; i < round->answers->len; i++)
    n += ((const OnsiteAnswer *) g_ptr_array_index (round->answers, i))->curveball_ms > 0;

  return n;
}

static guint
count_thrown_in_loop (const OnsiteLoop *loop)
{
  guint n = 0;

  for (guint i = 0; i < loop->rounds->len; i++)
    n += count_thrown (plans_get_round (loop, i));

  return n;
}

static void
test_two_of_three_onsite_rounds_have_one (void)
{
  g_autoptr (OnsitePack) pack = plans_load_throwing ();
  guint n_onsite = 0;
  guint n_thrown = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (OnsiteLoop) loop = draw (pack, seed, TRUE);

      for (guint i = 0; i < loop->rounds->len; i++)
        {
          const OnsiteRound *round = plans_get_round (loop, i);
          guint n = count_thrown (round);

          if (onsite_pack_find_round_kind (pack, round->kind)->stage == ONSITE_STAGE_SCREEN)
            {
              g_assert_cmpuint (n, ==, 0);
              continue;
            }
          g_assert_cmpuint (n, <=, 1);
          n_onsite++;
          n_thrown += n;
        }
    }

  g_assert_cmpuint (n_thrown * 100, >, n_onsite * 62);
  g_assert_cmpuint (n_thrown * 100, <, n_onsite * 71);
}

/* Eight minutes with three follow-ups: 120 s are for the main answer. */
static void
test_it_comes_in_the_middle (void)
{
  g_autoptr (OnsitePack) pack = plans_load_throwing ();
  guint earliest_ms = G_MAXUINT;
  guint latest_ms = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (OnsiteLoop) loop = draw (pack, seed, TRUE);

      for (guint i = 0; i < loop->rounds->len; i++)
        {
          const OnsiteRound *round = plans_get_round (loop, i);

          for (guint j = 0; j < round->answers->len; j++)
            {
              const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);

              if (answer->curveball_ms == 0)
                continue;
              earliest_ms = MIN (earliest_ms, answer->curveball_ms);
              latest_ms = MAX (latest_ms, answer->curveball_ms);
            }
        }
    }

  g_assert_cmpuint (earliest_ms, ==, 120000 * 35 / 100);
  g_assert_cmpuint (latest_ms, ==, 120000 * 65 / 100);
}

static void
test_all_else_is_the_same_with_and_without (void)
{
  g_autoptr (OnsitePack) pack = plans_load_throwing ();

  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr (OnsiteLoop) with = draw (pack, seed, TRUE);
      g_autoptr (OnsiteLoop) again = draw (pack, seed, TRUE);
      g_autoptr (OnsiteLoop) without = draw (pack, seed, FALSE);
      g_autofree char *text_with = plans_describe (with);
      g_autofree char *text_without = plans_describe (without);

      g_assert_cmpstr (text_with, ==, text_without);
      g_assert_cmpuint (count_thrown_in_loop (with), ==, count_thrown_in_loop (again));
      g_assert_cmpuint (count_thrown_in_loop (without), ==, 0);
    }
}

static void
test_questions_without_one_have_none (void)
{
  g_autoptr (OnsitePack) pack = plans_load_tiny ();

  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr (OnsiteLoop) loop = draw (pack, seed, TRUE);

      g_assert_cmpuint (count_thrown_in_loop (loop), ==, 0);
    }
}

static void
test_the_outline_throws_what_the_plan_says (void)
{
  g_autoptr (OnsitePack) pack = plans_load_throwing ();
  g_autoptr (OnsitePack) tiny = plans_load_tiny ();
  g_autoptr (OnsiteLoop) loop = draw (pack, 1, FALSE);
  g_autoptr (OnsiteOutline) outline = NULL;
  g_autoptr (OnsiteOutline) without = NULL;
  OnsiteAnswer *answer = g_ptr_array_index (plans_get_round (loop, 1)->answers, 0);

  answer->curveball_ms = 4321;
  outline = onsite_outline_new (loop, pack, NULL);
  without = onsite_outline_new (loop, tiny, NULL);

  g_assert_cmpuint (onsite_outline_get_round (outline, 1)->questions[0].curveball_ms, ==, 4321);
  /* A pack that has lost it has nothing to throw. */
  g_assert_cmpuint (onsite_outline_get_round (without, 1)->questions[0].curveball_ms, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-throw/two-of-three-onsite-rounds-have-a-curveball",
                   test_two_of_three_onsite_rounds_have_one);
  g_test_add_func ("/plan-throw/it-comes-in-the-middle-of-the-main-answer",
                   test_it_comes_in_the_middle);
  g_test_add_func ("/plan-throw/all-else-is-the-same-with-and-without",
                   test_all_else_is_the_same_with_and_without);
  g_test_add_func ("/plan-throw/questions-without-one-have-none",
                   test_questions_without_one_have_none);
  g_test_add_func ("/plan-throw/the-outline-throws-what-the-plan-says",
                   test_the_outline_throws_what_the_plan_says);

  return g_test_run ();
}
