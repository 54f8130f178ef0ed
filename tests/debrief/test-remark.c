/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/onsite-remark.h"
#include "rehearsed.h"

/* An answer of two takes, the first with a follow-up. */
typedef struct
{
  OnsiteLoop *loop;
  OnsiteAnswer *answer;
  OnsiteReview *ada;
  OnsiteReview *bob;
} Fixture;

static void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  self->loop = onsite_loop_new ();
  self->answer = rehearsed_add_answer (rehearsed_add_round (self->loop, "people"), "own", 9000);
  rehearsed_add_turn (onsite_answer_get_current_take (self->answer), 9000);
  rehearsed_add_take (self->answer, 9000);
  self->ada = onsite_review_new ("ada", "an-export");
  self->bob = onsite_review_new ("bob", "an-export");
  g_ptr_array_add (self->loop->reviews, self->ada);
  g_ptr_array_add (self->loop->reviews, self->bob);
}

static void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  onsite_loop_free (self->loop);
}

static OnsiteTake *
get_take (Fixture *self, guint take)
{
  return g_ptr_array_index (self->answer->takes, take);
}

static void
say (Fixture *self, OnsiteReview *review, guint take, guint turn, gint64 from_ms, const char *id)
{
  const OnsiteTurn *about = g_ptr_array_index (get_take (self, take)->turns, turn);
  OnsiteReviewTake *said = onsite_review_find_take (review, get_take (self, take)->id);

  if (said == NULL)
    {
      said = onsite_review_take_new (self->answer->id, get_take (self, take)->id);
      g_ptr_array_add (review->takes, said);
    }
  g_ptr_array_add (said->comments,
                   onsite_review_comment_new (id, about->clip->id, from_ms, -1, "Why?"));
}

static void
assert_ids (GPtrArray *remarks, const char *ids)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    g_string_append (found, ((const OnsiteRemark *) remarks->pdata[i])->comment->id);
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_order (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  say (self, self->bob, 0, 0, 1000, "b");
  say (self, self->bob, 0, 0, 500, "a");
  say (self, self->ada, 0, 1, 0, "e");
  say (self, self->ada, 0, 0, 2000, "c");
  say (self, self->bob, 0, 0, 2000, "d");
  say (self, self->ada, 1, 0, 0, "z");
  first = onsite_remarks_new (self->loop, self->answer, 0);
  second = onsite_remarks_new (self->loop, self->answer, 1);

  assert_ids (first, "abcde");
  assert_ids (second, "z");
  g_assert_cmpuint (((const OnsiteRemark *) first->pdata[4])->turn, ==, 1);
}

static void
test_answered (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  OnsiteTake *again;

  say (self, self->ada, 0, 0, 0, "a");
  say (self, self->bob, 0, 0, 0, "b");
  before = onsite_remarks_new (self->loop, self->answer, 0);
  g_assert_cmpuint (((const OnsiteRemark *) before->pdata[0])->answered_by,
                    ==,
                    ONSITE_REMARK_UNANSWERED);

  for (guint i = 0; i < 2; i++)
    {
      again = rehearsed_add_take (self->answer, 1000);
      again->review = g_strdup ("ada");
      again->comment = g_strdup ("a");
    }
  after = onsite_remarks_new (self->loop, self->answer, 0);
  g_assert_cmpuint (((const OnsiteRemark *) after->pdata[0])->answered_by, ==, 3);
  g_assert_cmpuint (((const OnsiteRemark *) after->pdata[1])->answered_by,
                    ==,
                    ONSITE_REMARK_UNANSWERED);
}

static void
test_find (Fixture *self, gconstpointer unused)
{
  OnsiteRemark remark;

  say (self, self->ada, 0, 1, 700, "a");
  g_assert_true (onsite_remark_find (&remark, self->loop, self->answer, "ada", "a"));
  g_assert_cmpuint (remark.take, ==, 0);
  g_assert_cmpuint (remark.turn, ==, 1);
  g_assert_cmpint (remark.comment->from_ms, ==, 700);
  g_assert_false (onsite_remark_find (&remark, self->loop, self->answer, "bob", "a"));
  g_assert_false (onsite_remark_find (&remark, self->loop, self->answer, "ada", "b"));
  g_assert_false (onsite_remark_find (&remark, self->loop, self->answer, "nobody", "a"));
}

/* What was ticked and is gone with a newer revision isn't counted. */
static void
test_done (Fixture *self, gconstpointer unused)
{
  guint n_done;

  say (self, self->ada, 0, 0, 0, "a");
  say (self, self->ada, 1, 0, 0, "b");
  onsite_review_set_reply (self->ada, onsite_review_reply_new ("a", TRUE, ""));
  onsite_review_set_reply (self->ada, onsite_review_reply_new ("gone", TRUE, ""));
  onsite_review_set_reply (self->ada, onsite_review_reply_new ("b", FALSE, "Mine."));
  g_assert_cmpuint (onsite_review_count_comments (self->ada, &n_done), ==, 2);
  g_assert_cmpuint (n_done, ==, 1);

  onsite_review_set_reply (self->ada, onsite_review_reply_new ("a", FALSE, ""));
  g_assert_cmpuint (onsite_review_count_comments (self->ada, &n_done), ==, 2);
  g_assert_cmpuint (n_done, ==, 0);
}

#define add(name, test) \
  g_test_add ("/remark/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("they-are-in-the-order-of-time", test_order);
  add ("the-last-take-that-answers-one-is-told", test_answered);
  add ("one-is-found-where-it-lies", test_find);
  add ("only-comments-that-are-there-are-counted", test_done);

  return g_test_run ();
}
