/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/onsite-coach-drill.h"
#include "rehearsed.h"

#define EPSILON 1e-9

/* A loop that two coaches listened to. */
typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop; /* until it is in the debrief */
  OnsiteRound *round;
  OnsiteReview *reviews[2];
  OnsiteDebrief *debrief;
  GPtrArray *agreements;
  GPtrArray *drills;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->pack = rehearsed_pack_load ();
  fixture->loop = onsite_loop_new ();
  fixture->round = rehearsed_add_round (fixture->loop, "people");
  for (guint i = 0; i < G_N_ELEMENTS (fixture->reviews); i++)
    {
      fixture->reviews[i] = onsite_review_new (i == 0 ? "first" : "second", "export");
      g_ptr_array_add (fixture->loop->reviews, fixture->reviews[i]);
    }
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->drills, g_ptr_array_unref);
  g_clear_pointer (&fixture->agreements, g_ptr_array_unref);
  g_clear_pointer (&fixture->debrief, onsite_debrief_free);
  g_clear_pointer (&fixture->loop, onsite_loop_free);
  onsite_pack_unref (fixture->pack);
}

static OnsiteReviewTake *
hear (Fixture *fixture, guint coach, OnsiteAnswer *answer)
{
  OnsiteReviewTake *said = onsite_review_take_new (answer->id,
                                                   onsite_answer_get_current_take (answer)->id);

  g_ptr_array_add (fixture->reviews[coach]->takes, said);

  return said;
}

static void
find (OnsiteReviewTake *said, OnsiteTargetKind kind, const char *target)
{
  g_ptr_array_add (said->evidence, onsite_evidence_new (kind, target, ONSITE_SOURCE_COACH));
}

/* What a coach gives an answer to a question, on one dimension after the other. */
static void
rate (Fixture *fixture, guint coach, const char *question, const char *scores)
{
  static const char *const dimensions[] = { "structure", "ownership", "depth" };
  OnsiteReviewTake *said = hear (fixture,
                                 coach,
                                 rehearsed_add_answer (fixture->round, question, 1000));

  for (guint i = 0; scores[i] != '\0'; i++)
    g_ptr_array_add (said->ratings, onsite_rating_new (dimensions[i], (guint) (scores[i] - '0')));
}

/* "category:behavioral principle:ownership" */
static void
assert_drills (Fixture *fixture, const char *expected)
{
  static const char *const kinds[] = {
    [ONSITE_DRILL_CATEGORY] = "category",
    [ONSITE_DRILL_PRINCIPLE] = "principle",
    [ONSITE_DRILL_CHECKLIST] = "checklist",
  };
  g_autoptr (GString) told = g_string_new (NULL);

  fixture->debrief = onsite_debrief_new (g_steal_pointer (&fixture->loop), fixture->pack, 0);
  fixture->agreements = onsite_agreements_new (fixture->debrief);
  fixture->drills = onsite_coach_drills_new (fixture->debrief, fixture->agreements);
  for (guint i = 0; i < fixture->drills->len; i++)
    {
      const OnsiteCoachDrill *drill = g_ptr_array_index (fixture->drills, i);

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
test_what_coaches_rate_low_is_drilled (Fixture *fixture, gconstpointer unused)
{
  const OnsiteCoachDrill *drill;

  rate (fixture, 0, "staff", "22");
  rate (fixture, 0, "ship", "15");
  rate (fixture, 1, "late", "1");
  rate (fixture, 1, "cache", "33");
  rate (fixture, 1, "trust", "5");
  rehearsed_add_answer (fixture->round, "own", 1000);
  assert_drills (fixture, "category:trade-offs category:behavioral");

  drill = g_ptr_array_index (fixture->drills, 1);
  g_assert_cmpstr (drill->name, ==, "Behavioral");
  g_assert_cmpfloat_with_epsilon (drill->mean, 7.0 / 3.0, EPSILON);
  g_assert_cmpuint (drill->n_ratings, ==, 3);
  g_assert_cmpuint (drill->answers->len, ==, 2);
  g_assert_true (drill->answers->pdata[0] == fixture->debrief->answers->pdata[1]);
}

static void
test_of_equals_the_packs_order_counts (Fixture *fixture, gconstpointer unused)
{
  rate (fixture, 0, "trust", "2");
  rate (fixture, 0, "cache", "2");
  rate (fixture, 1, "ship", "2");
  assert_drills (fixture, "category:behavioral category:design-review category:principles");
}

static void
test_what_no_coach_heard_is_drilled (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *ship = rehearsed_add_answer (fixture->round, "ship", 1000);
  OnsiteAnswer *own = rehearsed_add_answer (fixture->round, "own", 1000);
  OnsiteReviewTake *first = hear (fixture, 0, ship);

  hear (fixture, 0, own);
  find (first, ONSITE_TARGET_PRINCIPLE, "dive-deep");
  /* What one of them missed the other found. */
  find (hear (fixture, 1, ship), ONSITE_TARGET_PRINCIPLE, "ownership");
  assert_drills (fixture, "principle:deliver-results checklist:stories");
  g_assert_cmpuint (((OnsiteCoachDrill *) fixture->drills->pdata[1])->answers->len, ==, 2);
}

static void
test_what_is_rated_low_comes_before_what_is_missing (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *ship = rehearsed_add_answer (fixture->round, "ship", 1000);

  find (hear (fixture, 0, ship), ONSITE_TARGET_CHECKLIST, "stories");
  rate (fixture, 1, "queue", "1");
  assert_drills (fixture, "category:design-review principle:deliver-results principle:dive-deep");
}

static void
test_a_coach_who_says_nothing_of_it_proposes_nothing (Fixture *fixture, gconstpointer unused)
{
  rate (fixture, 0, "ship", "");
  rate (fixture, 1, "queue", "3");
  assert_drills (fixture, "");
}

static void
test_no_more_than_a_few_are_proposed (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *estimate = rehearsed_add_answer (fixture->round, "estimate", 1000);

  find (hear (fixture, 0, estimate), ONSITE_TARGET_PRINCIPLE, "earn-trust");
  rate (fixture, 1, "ship", "1");
  rate (fixture, 1, "cache", "2");
  rate (fixture, 1, "staff", "2");
  rate (fixture, 1, "trust", "2");
  assert_drills (fixture,
                 "category:behavioral category:design-review category:trade-offs "
                 "category:principles principle:dive-deep");
  g_assert_cmpuint (fixture->drills->len, ==, ONSITE_COACH_DRILLS_MOST);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
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
