/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/onsite-agreement.h"
#include "rehearsed.h"

#define N_ROUNDS 1000
#define EPSILON  1e-9

/* A loop of which a coach says something. */
typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop; /* until it is in the debrief */
  OnsiteRound *round;
  OnsiteReview *review;
  OnsiteDebrief *debrief;
  GPtrArray *agreements;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->pack = rehearsed_pack_load ();
  fixture->loop = onsite_loop_new ();
  fixture->round = rehearsed_add_round (fixture->loop, "people");
  fixture->review = onsite_review_new ("review", "export");
  g_ptr_array_add (fixture->loop->reviews, fixture->review);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->agreements, g_ptr_array_unref);
  g_clear_pointer (&fixture->debrief, onsite_debrief_free);
  g_clear_pointer (&fixture->loop, onsite_loop_free);
  onsite_pack_unref (fixture->pack);
}

static const OnsiteAgreement *
compare (Fixture *fixture)
{
  fixture->debrief = onsite_debrief_new (g_steal_pointer (&fixture->loop), fixture->pack, 0);
  fixture->agreements = onsite_agreements_new (fixture->debrief);
  g_assert_cmpuint (fixture->agreements->len, ==, 1);

  return g_ptr_array_index (fixture->agreements, 0);
}

static OnsiteReviewTake *
hear (Fixture *fixture, OnsiteAnswer *answer)
{
  OnsiteReviewTake *said = onsite_review_take_new (answer->id,
                                                   onsite_answer_get_current_take (answer)->id);

  g_ptr_array_add (fixture->review->takes, said);

  return said;
}

/* What both gave; 0 if one didn't. */
static void
rate (OnsiteAnswer *answer, OnsiteReviewTake *said, const char *dimension, guint self, guint coach)
{
  if (self > 0)
    rehearsed_rate (answer, dimension, self);
  if (coach > 0)
    g_ptr_array_add (said->ratings, onsite_rating_new (dimension, coach));
}

static GArray *
make_pairs (const char *self, const char *coach)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (OnsiteScorePair));

  for (guint i = 0; self[i] != '\0'; i++)
    {
      const OnsiteScorePair pair = { (guint) (self[i] - '0'), (guint) (coach[i] - '0') };

      g_array_append_val (pairs, pair);
    }

  return pairs;
}

static void
test_kappa_is_what_was_computed_by_hand (void)
{
  static const struct
  {
    const char *self;
    const char *coach;
    OnsiteKappaState state;
    double value;
    double bias;
  } cases[] = {
    { "12345", "12345", ONSITE_KAPPA_DEFINED, 1.0, 0.0 },
    /* 5 · 1 of 85 */
    { "12345", "12344", ONSITE_KAPPA_DEFINED, 1.0 - 5.0 / 85.0, 0.2 },
    { "15", "51", ONSITE_KAPPA_DEFINED, -1.0, 0.0 },
    /* One above throughout: 4 · 4 of 4 · 30 + 4 · 54 − 2 · 10 · 14 = 56 */
    { "2345", "1234", ONSITE_KAPPA_DEFINED, 1.0 - 16.0 / 56.0, 1.0 },
    { "", "", ONSITE_KAPPA_TOO_FEW, 0.0, 0.0 },
    { "5", "5", ONSITE_KAPPA_TOO_FEW, 0.0, 0.0 },
    { "5", "2", ONSITE_KAPPA_TOO_FEW, 0.0, 3.0 },
    { "333", "333", ONSITE_KAPPA_NO_SPREAD, 0.0, 0.0 },
    { "333", "222", ONSITE_KAPPA_NO_SPREAD, 0.0, 1.0 },
    { "333", "234", ONSITE_KAPPA_NO_SPREAD, 0.0, 0.0 },
    { "234", "333", ONSITE_KAPPA_NO_SPREAD, 0.0, 0.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) pairs = make_pairs (cases[i].self, cases[i].coach);
      OnsiteKappa kappa = onsite_kappa_compute (pairs);

      g_assert_cmpint (kappa.state, ==, cases[i].state);
      g_assert_cmpfloat_with_epsilon (kappa.value, cases[i].value, EPSILON);
      g_assert_cmpfloat_with_epsilon (kappa.bias, cases[i].bias, EPSILON);
      g_assert_cmpuint (kappa.n, ==, pairs->len);
    }
}

/* As the definition has it, over the table of all pairs of scores. */
static double
compute_by_table (GArray *pairs)
{
  double given[6][6] = { { 0 } }, self[6] = { 0 }, coach[6] = { 0 };
  double observed = 0, by_chance = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const OnsiteScorePair *pair = &g_array_index (pairs, OnsiteScorePair, i);

      given[pair->self][pair->coach] += 1.0 / pairs->len;
      self[pair->self] += 1.0 / pairs->len;
      coach[pair->coach] += 1.0 / pairs->len;
    }
  for (int i = 1; i <= 5; i++)
    for (int j = 1; j <= 5; j++)
      {
        double weight = (i - j) * (i - j) / 16.0;

        observed += weight * given[i][j];
        by_chance += weight * self[i] * coach[j];
      }

  return 1.0 - observed / by_chance;
}

static GArray *
make_random_pairs (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (OnsiteScorePair));

  for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
    {
      const OnsiteScorePair pair = { (guint) g_test_rand_int_range (1, 6),
                                     (guint) g_test_rand_int_range (1, 6) };

      g_array_append_val (pairs, pair);
    }

  return pairs;
}

static void
test_kappa_is_what_its_definition_says (void)
{
  guint n_defined = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GArray) pairs = make_random_pairs ();
      g_autoptr (GArray) swapped = g_array_new (FALSE, FALSE, sizeof (OnsiteScorePair));
      OnsiteKappa kappa = onsite_kappa_compute (pairs);
      OnsiteKappa other;

      for (guint j = pairs->len; j > 0; j--)
        {
          const OnsiteScorePair *pair = &g_array_index (pairs, OnsiteScorePair, j - 1);
          const OnsiteScorePair turned = { 6 - pair->coach, 6 - pair->self };

          g_array_append_val (swapped, turned);
        }
      other = onsite_kappa_compute (swapped);
      g_assert_cmpint (kappa.state, ==, other.state);
      g_assert_cmpfloat_with_epsilon (kappa.bias, other.bias, EPSILON);
      g_assert_cmpfloat (kappa.value, ==, other.value);
      g_assert_cmpfloat (kappa.value, >=, -1.0);
      g_assert_cmpfloat (kappa.value, <=, 1.0);
      if (kappa.state != ONSITE_KAPPA_DEFINED)
        continue;
      g_assert_cmpfloat_with_epsilon (kappa.value, compute_by_table (pairs), EPSILON);
      n_defined++;
    }
  g_assert_cmpuint (n_defined, >, N_ROUNDS / 2);
}

static const OnsiteDimensionAgreement *
find_dimension (const OnsiteAgreement *agreement, const char *dimension)
{
  for (guint i = 0; i < agreement->dimensions->len; i++)
    {
      const OnsiteDimensionAgreement *it = g_ptr_array_index (agreement->dimensions, i);

      if (g_str_equal (it->dimension, dimension))
        return it;
    }
  g_assert_not_reached ();
}

static void
test_what_both_rated_is_compared_by_dimension (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *first = rehearsed_add_answer (fixture->round, "ship", 1000);
  OnsiteAnswer *second = rehearsed_add_answer (fixture->round, "late", 1000);
  OnsiteReviewTake *of_first = hear (fixture, first);
  OnsiteReviewTake *of_second = hear (fixture, second);
  const OnsiteAgreement *agreement;
  const OnsiteDimensionAgreement *clarity;

  rate (first, of_first, "clarity", 4, 2);
  rate (second, of_second, "clarity", 5, 4);
  rate (first, of_first, "depth", 3, 0);
  rate (second, of_second, "depth", 0, 3);
  agreement = compare (fixture);

  clarity = find_dimension (agreement, "clarity");
  g_assert_cmpstr (clarity->name, ==, "Clarity");
  g_assert_cmpuint (clarity->kappa.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (clarity->kappa.bias, 1.5, EPSILON);
  g_assert_cmpint (clarity->kappa.state, ==, ONSITE_KAPPA_DEFINED);
  g_assert_cmpuint (clarity->answers->len, ==, 2);
  g_assert_true (clarity->answers->pdata[1] == fixture->debrief->answers->pdata[1]);
  g_assert_cmpuint (find_dimension (agreement, "depth")->kappa.n, ==, 0);
  g_assert_cmpuint (agreement->all.n, ==, 2);
  g_assert_cmpuint (agreement->dimensions->len,
                    ==,
                    onsite_pack_get_dimensions (fixture->pack)->len);
}

static void
test_the_take_that_was_heard_is_compared (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *answer = rehearsed_add_answer (fixture->round, "ship", 1000);
  OnsiteReviewTake *said = hear (fixture, answer);
  const OnsiteAgreement *agreement;

  rate (answer, said, "clarity", 1, 5);
  rehearsed_add_take (answer, 1000);
  rehearsed_rate (answer, "clarity", 5);
  agreement = compare (fixture);

  g_assert_cmpfloat_with_epsilon (find_dimension (agreement, "clarity")->kappa.bias, -4.0, EPSILON);
}

static void
test_the_tour_begins_where_they_are_furthest_apart (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *answers[4];
  OnsiteReviewTake *said[4];
  const OnsiteAgreement *agreement;
  const OnsiteTourStop *stop;

  for (guint i = 0; i < 4; i++)
    {
      /* Of the last, nothing was recorded. */
      answers[i] = rehearsed_add_answer (fixture->round, "ship", i < 3 ? 1000 : 0);
      said[i] = hear (fixture, answers[i]);
      rate (answers[i], said[i], "clarity", i == 1 ? 3 : 5, 3);
    }
  rate (answers[2], said[2], "depth", 1, 5);
  agreement = compare (fixture);

  g_assert_cmpuint (agreement->tour->len, ==, 2);
  stop = g_ptr_array_index (agreement->tour, 0);
  g_assert_cmpuint (stop->answer->index, ==, 2);
  g_assert_cmpstr (stop->dimension, ==, "depth");
  g_assert_cmpuint (stop->scores.self, ==, 1);
  g_assert_cmpuint (stop->scores.coach, ==, 5);
  g_assert_cmpfloat_with_epsilon (stop->distance, 10.0, EPSILON);
  stop = g_ptr_array_index (agreement->tour, 1);
  g_assert_cmpuint (stop->answer->index, ==, 0);
  g_assert_true (stop->said == said[0]);
}

static void
test_of_equals_the_earlier_comes_first (Fixture *fixture, gconstpointer unused)
{
  const OnsiteAgreement *agreement;

  for (guint i = 0; i < 20; i++)
    {
      OnsiteAnswer *answer = rehearsed_add_answer (fixture->round, "ship", 1000);

      rate (answer, hear (fixture, answer), "clarity", 5, 3 + i % 2);
    }
  agreement = compare (fixture);
  g_assert_cmpuint (agreement->tour->len, ==, 20);
  for (guint i = 0; i < 20; i++)
    {
      const OnsiteTourStop *stop = g_ptr_array_index (agreement->tour, i);

      g_assert_cmpuint (stop->answer->index, ==, i < 10 ? 2 * i : 2 * (i - 10) + 1);
    }
}

static void
test_a_stop_is_at_what_the_coach_speaks_of (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *answer = rehearsed_add_answer (fixture->round, "ship", 1000);
  OnsiteAnswer *unmarked = rehearsed_add_answer (fixture->round, "late", 0);
  OnsiteTake *take = onsite_answer_get_current_take (answer);
  OnsiteReviewTake *said = hear (fixture, answer);
  const OnsiteAgreement *agreement;

  rehearsed_add_turn (take, 2000);
  rehearsed_add_turn (onsite_answer_get_current_take (unmarked), 2000);
  rate (answer, said, "clarity", 5, 2);
  rate (unmarked, hear (fixture, unmarked), "clarity", 5, 3);
  g_ptr_array_add (said->comments,
                   onsite_review_comment_new ("comment",
                                              ((OnsiteTurn *) take->turns->pdata[1])->clip->id,
                                              100,
                                              -1,
                                              "Here."));
  agreement = compare (fixture);
  g_assert_cmpuint (agreement->tour->len, ==, 2);
  g_assert_cmpuint (((OnsiteTourStop *) agreement->tour->pdata[0])->turn, ==, 1);
  g_assert_cmpuint (((OnsiteTourStop *) agreement->tour->pdata[1])->turn, ==, 1);
}

static void
find (OnsiteReviewTake *said, OnsiteTargetKind kind, const char *target)
{
  g_ptr_array_add (said->evidence, onsite_evidence_new (kind, target, ONSITE_SOURCE_COACH));
}

static void
test_gaps_are_what_was_asked_for_and_not_found (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *ship = rehearsed_add_answer (fixture->round, "ship", 1000);
  const OnsiteAgreement *agreement;

  /* Nobody heard what was asked for here. */
  rehearsed_add_answer (fixture->round, "repair", 1000);
  find (hear (fixture, ship), ONSITE_TARGET_PRINCIPLE, "dive-deep");
  agreement = compare (fixture);

  g_assert_cmpuint (agreement->n_evidence, ==, 1);
  g_assert_cmpuint (agreement->gaps->len, ==, 2);
  g_assert_cmpstr (((OnsiteCoverageRow *) agreement->gaps->pdata[0])->target,
                   ==,
                   "deliver-results");
  g_assert_cmpstr (((OnsiteCoverageRow *) agreement->gaps->pdata[1])->target, ==, "stories");
}

static void
test_a_coach_who_looked_for_nothing_leaves_no_gaps (Fixture *fixture, gconstpointer unused)
{
  OnsiteAnswer *ship = rehearsed_add_answer (fixture->round, "ship", 1000);
  const OnsiteAgreement *agreement;

  rate (ship, hear (fixture, ship), "clarity", 3, 3);
  agreement = compare (fixture);
  g_assert_cmpuint (agreement->n_evidence, ==, 0);
  g_assert_cmpuint (agreement->gaps->len, ==, 0);
}

static void
test_what_isnt_in_the_loop_is_passed_over (Fixture *fixture, gconstpointer unused)
{
  OnsiteReviewTake *said = onsite_review_take_new ("gone", "gone");
  const OnsiteAgreement *agreement;

  g_ptr_array_add (said->ratings, onsite_rating_new ("clarity", 3));
  g_ptr_array_add (fixture->review->takes, said);
  agreement = compare (fixture);
  g_assert_cmpuint (agreement->all.n, ==, 0);
  g_assert_cmpuint (agreement->tour->len, ==, 0);
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

  g_test_add_func ("/debrief/agreement/kappa-is-what-was-computed-by-hand",
                   test_kappa_is_what_was_computed_by_hand);
  g_test_add_func ("/debrief/agreement/kappa-is-what-its-definition-says",
                   test_kappa_is_what_its_definition_says);
  add ("/debrief/agreement/what-both-rated-is-compared-by-dimension",
       test_what_both_rated_is_compared_by_dimension);
  add ("/debrief/agreement/the-take-that-was-heard-is-compared",
       test_the_take_that_was_heard_is_compared);
  add ("/debrief/agreement/the-tour-begins-where-they-are-furthest-apart",
       test_the_tour_begins_where_they_are_furthest_apart);
  add ("/debrief/agreement/of-equals-the-earlier-comes-first",
       test_of_equals_the_earlier_comes_first);
  add ("/debrief/agreement/a-stop-is-at-what-the-coach-speaks-of",
       test_a_stop_is_at_what_the_coach_speaks_of);
  add ("/debrief/agreement/gaps-are-what-was-asked-for-and-not-found",
       test_gaps_are_what_was_asked_for_and_not_found);
  add ("/debrief/agreement/a-coach-who-looked-for-nothing-leaves-no-gaps",
       test_a_coach_who_looked_for_nothing_leaves_no_gaps);
  add ("/debrief/agreement/what-isnt-in-the-loop-is-passed-over",
       test_what_isnt_in_the_loop_is_passed_over);

  return g_test_run ();
}
