/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach.h"

#include <string.h>

static const char *const dimensions[] = { "clarity", "depth", "structure" };
static const char *const targets[] = { "dive-deep", "ownership" };

/* What people write, and what they would not. */
static const char *const texts[] = {
  "Whose idea was it?",
  "Zahlen! – „Wie viel?“",
  "</script><img src=x onerror=alert(1)>",
  "ערב טוב 👋",
  "two\nlines, \"quoted\", with a \\",
  "'; DROP TABLE review; --",
  "&amp; <b>bold</b> %s %n",
};

static const char *
pick (const char *const *from, guint n)
{
  return from[g_test_rand_int_range (0, (gint32) n)];
}

static gint64
get_length_ms (const OnsiteClip *clip)
{
  return clip->n_samples * 1000 / ONSITE_SAMPLE_RATE;
}

static void
add_ratings (OnsiteReviewTake *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (g_test_rand_bit ())
      g_ptr_array_add (self->ratings,
                       onsite_rating_new (dimensions[i], (guint) g_test_rand_int_range (1, 6)));
}

static void
add_evidence (OnsiteReviewTake *self, const char *review, guint turn, const OnsiteClip *clip)
{
  OnsiteEvidence *evidence = onsite_evidence_new (ONSITE_TARGET_PRINCIPLE,
                                                  pick (targets, G_N_ELEMENTS (targets)),
                                                  ONSITE_SOURCE_COACH);

  evidence->review = g_strdup (review);
  evidence->turn = turn;
  evidence->from_ms = g_test_rand_int_range (0, (gint32) get_length_ms (clip) + 1);
  evidence->to_ms = g_test_rand_int_range ((gint32) evidence->from_ms,
                                           (gint32) get_length_ms (clip) + 1);
  g_ptr_array_add (self->evidence, evidence);
}

static void
add_comment (OnsiteReviewTake *self, const OnsiteClip *clip)
{
  g_autofree char *id = g_uuid_string_random ();
  gint32 length_ms = (gint32) get_length_ms (clip);
  gint32 from_ms = g_test_rand_int_range (0, length_ms + 1);
  gint32 to_ms = -1;

  if (g_test_rand_bit () && from_ms < length_ms)
    to_ms = g_test_rand_int_range (from_ms + 1, length_ms + 1);
  g_ptr_array_add (
      self->comments,
      onsite_review_comment_new (id, clip->id, from_ms, to_ms, pick (texts, G_N_ELEMENTS (texts))));
}

static int
compare_comments (gconstpointer a, gconstpointer b)
{
  const OnsiteReviewComment *one = *(OnsiteReviewComment *const *) a;
  const OnsiteReviewComment *other = *(OnsiteReviewComment *const *) b;

  if (one->from_ms != other->from_ms)
    return one->from_ms < other->from_ms ? -1 : 1;

  return strcmp (one->id, other->id);
}

static OnsiteReviewTake *
listen (const OnsiteReview *review, const OnsiteAnswer *answer, const OnsiteTake *take)
{
  OnsiteReviewTake *self = onsite_review_take_new (answer->id, take->id);

  add_ratings (self);
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);
      g_autoptr (GPtrArray) earlier = g_steal_pointer (&self->comments);

      self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_review_comment_free);
      for (int n = g_test_rand_int_range (0, 4); turn->clip != NULL && n > 0; n--)
        add_comment (self, turn->clip);
      g_ptr_array_sort (self->comments, compare_comments);
      g_ptr_array_extend_and_steal (earlier, g_steal_pointer (&self->comments));
      self->comments = g_steal_pointer (&earlier);
      for (int n = g_test_rand_int_range (0, 3); turn->clip != NULL && n > 0; n--)
        add_evidence (self, review->id, i, turn->clip);
    }

  return self;
}

static void
say (OnsiteReview *self, const OnsiteLoop *loop)
{
  self->summary = g_strdup (g_test_rand_bit () ? pick (texts, G_N_ELEMENTS (texts)) : "");
  self->vote = g_test_rand_bit () ? g_strdup ("hire") : NULL;
  self->merged_at_us = 1700000000000000;
  for (guint r = 0; r < loop->rounds->len; r++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, r);

      for (guint a = 0; a < round->answers->len; a++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, a);

          for (guint t = 0; t < answer->takes->len; t++)
            {
              g_autoptr (OnsiteReviewTake) take = listen (self, answer, answer->takes->pdata[t]);

              if (!onsite_review_take_is_empty (take))
                g_ptr_array_add (self->takes, g_steal_pointer (&take));
            }
        }
    }
}

static OnsiteReview *
make (const char *id, const char *export_id, const char *coach, const OnsiteLoop *loop)
{
  OnsiteReview *self = onsite_review_new (id, export_id);

  g_free (self->coach);
  self->coach = g_strdup (coach);
  g_free (self->summary);
  say (self, loop);

  return self;
}

OnsiteReview *
coach_review_new_random (const OnsiteLoop *loop, const char *export_id)
{
  g_autofree char *id = g_uuid_string_random ();

  return make (id, export_id, g_test_rand_bit () ? "Ada" : "", loop);
}

OnsiteReview *
coach_review_revise (const OnsiteReview *review, const OnsiteLoop *loop)
{
  OnsiteReview *self = make (review->id, review->export_id, review->coach, loop);

  self->revision = review->revision + 1;

  return self;
}
