/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loop/onsite-session.h"
#include "plans.h"

static OnsiteLoop *
draw (OnsitePack *pack)
{
  return plans_draw (&(OnsitePlanRequest){
      .pack = pack,
      .level = "L7",
      .mode = ONSITE_MODE_PRACTICE,
      .kind = ONSITE_LOOP_KIND_WHOLE,
      .screens = TRUE,
  });
}

static void
assert_refused (const OnsiteLoop *loop, OnsitePack *pack, const char *told)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_outline_new (loop, pack, &error));
  g_assert_error (error, ONSITE_SESSION_ERROR, ONSITE_SESSION_ERROR_OUTLINE);
  g_assert_nonnull (strstr (error->message, told));
}

static void
test_it_tells_what_running_depends_on (void)
{
  g_autoptr (OnsitePack) pack = plans_load_builtin ();
  g_autoptr (OnsiteLoop) loop = draw (pack);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteOutline) outline = onsite_outline_new (loop, pack, &error);

  g_assert_no_error (error);
  g_assert_cmpint (onsite_outline_get_mode (outline), ==, ONSITE_MODE_PRACTICE);
  g_assert_cmpuint (onsite_outline_get_n_rounds (outline), ==, loop->rounds->len);
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteSessionRound *round = onsite_outline_get_round (outline, i);

      g_assert_cmpuint (round->seconds, ==, plans_get_round (loop, i)->seconds);
      g_assert_cmpuint (round->n_questions, ==, plans_get_round (loop, i)->answers->len);
      for (guint j = 0; j < round->n_questions; j++)
        {
          const OnsiteQuestion *question = plans_get_question (pack, plans_get_round (loop, i), j);

          g_assert_cmpuint (round->questions[j].seconds, ==, question->seconds);
          g_assert_cmpuint (round->questions[j].n_follow_ups,
                            ==,
                            g_strv_length (question->follow_ups));
        }
    }
}

static void
test_it_outlives_what_it_was_made_from (void)
{
  OnsitePack *pack = plans_load_tiny ();
  OnsiteLoop *loop = plans_draw (&(OnsitePlanRequest){ .pack = pack, .level = "L5" });
  OnsiteOutline *outline = onsite_outline_new (loop, pack, NULL);
  g_autoptr (OnsiteOutline) kept = onsite_outline_ref (outline);

  onsite_loop_free (loop);
  onsite_pack_unref (pack);
  onsite_outline_unref (outline);
  g_assert_cmpuint (onsite_outline_get_round (kept, 0)->questions[0].seconds, >, 0);
}

static void
test_a_question_of_another_pack_is_refused (void)
{
  g_autoptr (OnsitePack) pack = plans_load_builtin ();
  g_autoptr (OnsitePack) other = plans_load_tiny ();
  g_autoptr (OnsiteLoop) loop = draw (pack);

  assert_refused (loop, other, "“tiny”");
}

static void
test_a_loop_with_nothing_in_it_is_refused (void)
{
  g_autoptr (OnsitePack) pack = plans_load_builtin ();
  g_autoptr (OnsiteLoop) loop = draw (pack);
  OnsiteRound *round = g_ptr_array_index (loop->rounds, 1);

  round->seconds = 0;
  assert_refused (loop, pack, "Round 2");
  round->seconds = 86401;
  assert_refused (loop, pack, "86401");
  g_ptr_array_set_size (round->answers, 0);
  assert_refused (loop, pack, "no questions");
  g_ptr_array_set_size (loop->rounds, 0);
  assert_refused (loop, pack, "no rounds");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/it-tells-what-running-depends-on",
                   test_it_tells_what_running_depends_on);
  g_test_add_func ("/outline/it-outlives-what-it-was-made-from",
                   test_it_outlives_what_it_was_made_from);
  g_test_add_func ("/outline/a-question-of-another-pack-is-refused",
                   test_a_question_of_another_pack_is_refused);
  g_test_add_func ("/outline/a-loop-with-nothing-in-it-is-refused",
                   test_a_loop_with_nothing_in_it_is_refused);

  return g_test_run ();
}
