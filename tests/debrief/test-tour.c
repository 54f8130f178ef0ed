/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coached.h"
#include "debrief/onsite-tour.h"

#define EPSILON 1e-9

static GPtrArray *
plan (Coached *fixture)
{
  coached_compare (fixture);
  fixture->found = onsite_tour_new (fixture->agreements);

  return fixture->found;
}

static const OnsiteTourClip *
get_clip (GPtrArray *tour, guint index)
{
  return g_ptr_array_index (tour, index);
}

static const OnsiteTourOpinion *
get_opinion (const OnsiteTourClip *clip, guint index)
{
  return g_ptr_array_index (clip->opinions, index);
}

/* What a coach gives the current take; 0 for nothing. */
static OnsiteReviewTake *
judge (Coached *fixture, guint coach, OnsiteAnswer *answer, guint score)
{
  OnsiteReviewTake *said = coached_hear (fixture, coach, answer);

  if (score > 0)
    g_ptr_array_add (said->ratings, onsite_rating_new ("clarity", score));

  return said;
}

static OnsiteAnswer *
answer (Coached *fixture, guint score)
{
  OnsiteAnswer *made = rehearsed_add_answer (fixture->round, "ship", 1000);

  if (score > 0)
    rehearsed_rate (made, "clarity", score);

  return made;
}

static void
test_the_furthest_of_any_coach_comes_first (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *near = answer (fixture, 3);
  OnsiteAnswer *far = answer (fixture, 5);
  OnsiteAnswer *between = answer (fixture, 4);
  GPtrArray *tour;

  judge (fixture, 0, near, 2);
  judge (fixture, 1, far, 1);
  judge (fixture, 0, between, 2);
  tour = plan (fixture);

  g_assert_cmpuint (tour->len, ==, 3);
  g_assert_cmpuint (get_clip (tour, 0)->answer->index, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_clip (tour, 0)->distance, 16.0, EPSILON);
  g_assert_true (get_opinion (get_clip (tour, 0), 0)->review == fixture->reviews[1]);
  g_assert_cmpuint (get_clip (tour, 1)->answer->index, ==, 2);
  g_assert_cmpuint (get_clip (tour, 2)->answer->index, ==, 0);
}

static void
test_a_recording_is_there_once (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *both = answer (fixture, 3);
  const OnsiteTourClip *clip;

  judge (fixture, 0, both, 4);
  judge (fixture, 1, both, 1);
  judge (fixture, 0, answer (fixture, 5), 4);
  plan (fixture);

  g_assert_cmpuint (fixture->found->len, ==, 2);
  clip = get_clip (fixture->found, 0);
  g_assert_cmpuint (clip->answer->index, ==, 0);
  g_assert_cmpuint (clip->opinions->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (clip->distance, 4.0, EPSILON);
  g_assert_true (get_opinion (clip, 0)->review == fixture->reviews[1]);
  g_assert_true (get_opinion (clip, 1)->review == fixture->reviews[0]);
}

static void
test_of_equals_the_first_answer_comes_first (Coached *fixture, gconstpointer unused)
{
  GPtrArray *tour;

  /* The second coach is the one of the earlier answers. */
  for (guint i = 0; i < 20; i++)
    judge (fixture, i < 10, answer (fixture, 5), 3);
  tour = plan (fixture);

  g_assert_cmpuint (tour->len, ==, 20);
  for (guint i = 0; i < tour->len; i++)
    g_assert_cmpuint (get_clip (tour, i)->answer->index, ==, i);
}

static void
test_of_equal_coaches_the_first_comes_first (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *both = answer (fixture, 3);

  judge (fixture, 1, both, 5);
  judge (fixture, 0, both, 1);
  plan (fixture);

  g_assert_true (get_opinion (get_clip (fixture->found, 0), 0)->review == fixture->reviews[0]);
}

static void
test_of_equal_takes_the_earlier_comes_first (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *twice = answer (fixture, 5);
  GPtrArray *tour;

  judge (fixture, 0, twice, 3);
  rehearsed_add_take (twice, 1000);
  rehearsed_rate (twice, "clarity", 5);
  judge (fixture, 1, twice, 3);
  tour = plan (fixture);

  g_assert_cmpuint (tour->len, ==, 2);
  g_assert_true (get_clip (tour, 0)->take == twice->takes->pdata[0]);
  g_assert_true (get_clip (tour, 1)->take == twice->takes->pdata[1]);
}

static void
test_what_cant_be_compared_is_left_out (Coached *fixture, gconstpointer unused)
{
  OnsiteAnswer *silent = answer (fixture, 5);

  judge (fixture, 0, answer (fixture, 0), 1);
  judge (fixture, 0, answer (fixture, 5), 0);
  judge (fixture, 1, answer (fixture, 3), 3);
  answer (fixture, 1);
  judge (fixture, 1, silent, 1);
  ((OnsiteTurn *) onsite_answer_get_current_take (silent)->turns->pdata[0])->clip->n_samples = 0;

  g_assert_cmpuint (plan (fixture)->len, ==, 0);
}

static void
test_comments_are_those_of_the_recording (Coached *fixture, gconstpointer unused)
{
  static const gint64 places_ms[] = { 700, 100, 400 };
  OnsiteAnswer *asked = answer (fixture, 5);
  OnsiteTake *take = onsite_answer_get_current_take (asked);
  OnsiteReviewTake *said = judge (fixture, 0, asked, 2);
  const OnsiteTourClip *clip;
  GPtrArray *comments;

  rehearsed_add_turn (take, 2000);
  for (guint i = 0; i < 3; i++)
    for (guint turn = 0; turn < 2; turn++)
      {
        g_autofree char *id = g_strdup_printf ("%u of %u", i, turn);
        const OnsiteTurn *it = g_ptr_array_index (take->turns, turn);

        g_ptr_array_add (said->comments,
                         onsite_review_comment_new (id, it->clip->id, places_ms[i], -1, "Here."));
      }
  clip = get_clip (plan (fixture), 0);
  comments = get_opinion (clip, 0)->comments;

  g_assert_cmpuint (clip->turn, ==, 0);
  g_assert_cmpuint (comments->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const OnsiteReviewComment *comment = g_ptr_array_index (comments, i);

      g_assert_true (g_str_has_suffix (comment->id, "of 0"));
      g_assert_cmpint (comment->from_ms, ==, 100 + 300 * (gint64) i);
    }
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

  add ("/debrief/tour/the-furthest-of-any-coach-comes-first",
       test_the_furthest_of_any_coach_comes_first);
  add ("/debrief/tour/a-recording-is-there-once", test_a_recording_is_there_once);
  add ("/debrief/tour/of-equals-the-first-answer-comes-first",
       test_of_equals_the_first_answer_comes_first);
  add ("/debrief/tour/of-equal-coaches-the-first-comes-first",
       test_of_equal_coaches_the_first_comes_first);
  add ("/debrief/tour/of-equal-takes-the-earlier-comes-first",
       test_of_equal_takes_the_earlier_comes_first);
  add ("/debrief/tour/what-cant-be-compared-is-left-out", test_what_cant_be_compared_is_left_out);
  add ("/debrief/tour/comments-are-those-of-the-recording",
       test_comments_are_those_of_the_recording);

  return g_test_run ();
}
