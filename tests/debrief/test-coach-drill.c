/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coached.h"
#include "debrief/onsite-coach-drill.h"

#define EPSILON 1e-9

static void
find (OnsiteReviewTake *said, OnsiteTargetKind kind, const char *target)
{
  g_ptr_array_add (said->evidence, onsite_evidence_new (kind, target, ONSITE_SOURCE_COACH));
}

/* What a coach gives an answer to a question, on one dimension after the other. */
static void
rate (Coached *fixture, guint coach, const char *question, const char *scores)
{
  static const char *const dimensions[] = { "structure", "ownership", "depth" };
  OnsiteReviewTake *said = coached_hear (fixture,
                                         coach,
                                         rehearsed_add_answer (fixture->round, question, 1000));

  for (guint i = 0; scores[i] != '\0'; i++)
    g_ptr_array_add (said->ratings, onsite_rating_new (dimensions[i], (guint) (scores[i] - '0')));
}

/* "category:behavioral principle:ownership" */
static void
assert_drills (Coached *fixture, const char *expected)
{
  static const char *const kinds[] = {
    [ONSITE_DRILL_CATEGORY] = "category",
    [ONSITE_DRILL_PRINCIPLE] = "principle",
    [ONSITE_DRILL_CHECKLIST] = "checklist",
  };
  g_autoptr (GString) told = g_string_new (NULL);

  coached_compare (fixture);
  fixture->found = onsite_coach_drills_new (fixture->debrief, fixture->agreements);
  for (guint i = 0; i < fixture->found->len; i++)
    {
      const OnsiteCoachDrill *drill = g_ptr_array_index (fixture->found, i);

      g_assert_cmpuint (drill->answers->len, >, 0);
      g_string_append_printf (told,
                              "%s%s:%s",
                              i > 0 ? " " : "",
                              kinds[drill->drill],
                              drill->target);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_what_coaches_rate_low_is_drilled (Coached *fixture, gconstpointer unused)
{
  const OnsiteCoachDrill *drill;

  rate (fixture, 0, "staff", "22");
  rate (fixture, 0, "ship", "15");
  rate (fixture, 1, "late", "1");
  rate (fixture, 1, "cache", "33");
  rate (fixture, 1, "trust", "5");
  rehearsed_add_answer (fixture->round, "own", 1000);
  assert_drills (fixture, "category:trade-offs category:behavioral");

  drill = g_ptr_array_index (fixture->found, 1);
  g_assert_cmpstr (drill->name, ==, "Behavioral");
  g_assert_cmpfloat_with_epsilon (drill->mean, 7.0 / 3.0, EPSILON);
  g_assert_cmpuint (drill->n_ratings, ==, 3);
  g_assert_cmpuint (drill->answers->len, ==, 2);
  g_assert_true (drill->answers->pdata[0] == fixture->debrief->answers->pdata[1]);
}

static void
test_of_equals_the_packs_order_counts (Coached *fixture, gconstpointer unused)
{
  rate (fixture, 0, "trust", "2");
  rate (fixture, 0, "cache", "2");
  rate (fixture, 1, "ship", "2");
  assert_drills (fixture, "category:behavioral category:design-review category:principles");
}

static void
test_what_no_coach_heard_is_drilled (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *ship = rehearsed_add_answer (fixture->round, "ship", 1000);
  OnsiteAnswer *own = rehearsed_add_answer (fixture->round, "own", 1000);
  OnsiteReviewTake *first = coached_hear (fixture, 0, ship);

  coached_hear (fixture, 0, own);
  find (first, ONSITE_TARGET_PRINCIPLE, "dive-deep");
  /* What one of them missed the other found. */
  find (coached_hear (fixture, 1, ship), ONSITE_TARGET_PRINCIPLE, "ownership");
  assert_drills (fixture, "principle:deliver-results checklist:stories");
  g_assert_cmpuint (((OnsiteCoachDrill *) fixture->found->pdata[1])->answers->len, ==, 2);
}

static void
test_what_is_rated_low_comes_before_what_is_missing (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *ship = rehearsed_add_answer (fixture->round, "ship", 1000);

  find (coached_hear (fixture, 0, ship), ONSITE_TARGET_CHECKLIST, "stories");
  rate (fixture, 1, "queue", "1");
  assert_drills (fixture, "category:design-review principle:deliver-results principle:dive-deep");
}

static void
test_a_coach_who_says_nothing_of_it_proposes_nothing (Coached *fixture, gconstpointer unused)
{
  rate (fixture, 0, "ship", "");
  rate (fixture, 1, "queue", "3");
  assert_drills (fixture, "");
}

static void
test_no_more_than_a_few_are_proposed (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *estimate = rehearsed_add_answer (fixture->round, "estimate", 1000);

  find (coached_hear (fixture, 0, estimate), ONSITE_TARGET_PRINCIPLE, "earn-trust");
  rate (fixture, 1, "ship", "1");
  rate (fixture, 1, "cache", "2");
  rate (fixture, 1, "staff", "2");
  rate (fixture, 1, "trust", "2");
  assert_drills (fixture,
                 "category:behavioral category:design-review category:trade-offs "
                 "category:principles principle:dive-deep");
  g_assert_cmpuint (fixture->found->len, ==, ONSITE_COACH_DRILLS_MOST);
}

static void
add (const char *path, void (*test) (Coached *fixture, gconstpointer unused))
{
  g_test_add (path, Coached, NULL, coached_set_up, test, coached_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/debrief/coach-drill/what-coaches-rate-low-is-drilled",
       test_what_coaches_rate_low_is_drilled);
  add ("/debrief/coach-drill/of-equals-the-packs-order-counts",
       test_of_equals_the_packs_order_counts);
  add ("/debrief/coach-drill/what-no-coach-heard-is-drilled", test_what_no_coach_heard_is_drilled);
  add ("/debrief/coach-drill/what-is-rated-low-comes-before-what-is-missing",
       test_what_is_rated_low_comes_before_what_is_missing);
  add ("/debrief/coach-drill/a-coach-who-says-nothing-of-it-proposes-nothing",
       test_a_coach_who_says_nothing_of_it_proposes_nothing);
  add ("/debrief/coach-drill/no-more-than-a-few-are-proposed",
       test_no_more_than_a_few_are_proposed);

  return g_test_run ();
}
