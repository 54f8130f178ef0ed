/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/onsite-coach-text.h"

typedef struct
{
  OnsiteLoop *loop;
  OnsiteTake *take;
} Fixture;

static OnsiteReview *
add_coach (Fixture *self, const char *id, const char *name)
{
  OnsiteReview *review = onsite_review_new (id, "an-export");

  g_free (review->coach);
  review->coach = g_strdup (name);
  g_ptr_array_add (review->takes, onsite_review_take_new ("an-answer", self->take->id));
  g_ptr_array_add (self->loop->reviews, review);

  return review;
}

static void
rate (OnsiteReview *review, const char *dimension, guint score)
{
  OnsiteReviewTake *said = g_ptr_array_index (review->takes, 0);

  g_ptr_array_add (said->ratings, onsite_rating_new (dimension, score));
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->loop = onsite_loop_new ();
  self->take = onsite_take_new ();
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  onsite_loop_free (self->loop);
  onsite_take_free (self->take);
}

static void
assert_scores (Fixture *self, const char *expected)
{
  g_autofree char *text = onsite_coach_text_scores (self->loop, self->take, "depth");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_scores (Fixture *self, gconstpointer unused)
{
  OnsiteReview *ada = add_coach (self, "ada", "Ada");
  OnsiteReview *bob = add_coach (self, "bob", "Bob");
  OnsiteReview *nameless = add_coach (self, "nameless", "");

  assert_scores (self, NULL);
  rate (ada, "depth", 2);
  assert_scores (self, "You haven’t rated it · Ada 2");
  g_ptr_array_add (self->take->ratings, onsite_rating_new ("depth", 4));
  rate (bob, "depth", 5);
  rate (nameless, "depth", 4);
  assert_scores (
      self,
      "You 4 · Ada 2 (2 lower) · Bob 5 (1 higher) · A coach without a name 4 (the same)");
}

static void
test_places (Fixture *self, gconstpointer unused)
{
  OnsiteReview *ada = add_coach (self, "ada", "Ada");
  g_autoptr (OnsiteReviewComment) point = onsite_review_comment_new ("a", "clip", 42000, -1, "x");
  g_autoptr (OnsiteReviewComment) span = onsite_review_comment_new ("b", "clip", 70000, 80000, "x");
  OnsiteRemark first = { .review = ada, .comment = point };
  OnsiteRemark second = { .review = ada, .comment = span, .answered_by = 2 };
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  g_autofree char *none = onsite_coach_text_places (remarks);
  g_autofree char *both = NULL;
  g_autofree char *answered = onsite_coach_text_answered (&second);

  g_assert_cmpstr (none, ==, "");
  g_ptr_array_add (remarks, &first);
  g_ptr_array_add (remarks, &second);
  both = onsite_coach_text_places (remarks);
  g_assert_cmpstr (both, ==, "Comments: Ada at 0:42, Ada at 1:10–1:20");
  g_assert_cmpstr (answered, ==, "Answered in take 3");
  first.answered_by = ONSITE_REMARK_UNANSWERED;
  g_assert_null (onsite_coach_text_answered (&first));
}

static void
test_done (Fixture *self, gconstpointer unused)
{
  g_autofree char *some = onsite_coach_text_done (3, 7);

  g_assert_cmpstr (some, ==, "3 of 7 done");
  g_assert_null (onsite_coach_text_done (0, 0));
}

#define add(name, test) g_test_add ("/coach-text/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("how-ratings-differ-is-told-in-words", test_scores);
  add ("places-are-told-with-who-says-so", test_places);
  add ("what-is-done-is-counted", test_done);

  return g_test_run ();
}
