/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-compare.h"

static void
assert_ratings_equal (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const OnsiteRating *one = g_ptr_array_index (a, i);
      const OnsiteRating *other = g_ptr_array_index (b, i);

      g_assert_cmpstr (one->dimension, ==, other->dimension);
      g_assert_cmpuint (one->score, ==, other->score);
    }
}

static void
assert_evidence_equal (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const OnsiteEvidence *one = g_ptr_array_index (a, i);
      const OnsiteEvidence *other = g_ptr_array_index (b, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpint (one->kind, ==, other->kind);
      g_assert_cmpstr (one->target, ==, other->target);
      g_assert_cmpint (one->source, ==, other->source);
      g_assert_cmpstr (one->review, ==, other->review);
      g_assert_cmpuint (one->turn, ==, other->turn);
      g_assert_cmpint (one->from_ms, ==, other->from_ms);
      g_assert_cmpint (one->to_ms, ==, other->to_ms);
      g_assert_cmpfloat (one->strength, ==, other->strength);
    }
}

static void
assert_takes_equal (const OnsiteTake *a, const OnsiteTake *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->created_at_us, ==, b->created_at_us);
  g_assert_cmpstr (a->review, ==, b->review);
  g_assert_cmpstr (a->comment, ==, b->comment);
  g_assert_cmpuint (a->turns->len, ==, b->turns->len);
  assert_ratings_equal (a->ratings, b->ratings);
  assert_evidence_equal (a->evidence, b->evidence);
  for (guint i = 0; i < a->turns->len; i++)
    {
      const OnsiteTurn *one = g_ptr_array_index (a->turns, i);
      const OnsiteTurn *other = g_ptr_array_index (b->turns, i);

      g_assert_cmpint (one->kind, ==, other->kind);
      g_assert_cmpstr (one->prompt, ==, other->prompt);
    }
}

static void
assert_answers_equal (const OnsiteAnswer *a, const OnsiteAnswer *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->question, ==, b->question);
  g_assert_cmpuint (a->curveball_ms, ==, b->curveball_ms);
  g_assert_cmpint (a->skipped, ==, b->skipped);
  g_assert_cmpstr (a->story, ==, b->story);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpuint (a->takes->len, ==, b->takes->len);
  for (guint i = 0; i < a->takes->len; i++)
    assert_takes_equal (a->takes->pdata[i], b->takes->pdata[i]);
}

static void
assert_rounds_equal (const OnsiteRound *a, const OnsiteRound *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->kind, ==, b->kind);
  g_assert_cmpstr (a->interviewer, ==, b->interviewer);
  g_assert_cmpint (a->bar_raiser, ==, b->bar_raiser);
  g_assert_cmpuint (a->voice, ==, b->voice);
  g_assert_true (
      g_strv_equal ((const char *const *) a->principles, (const char *const *) b->principles));
  g_assert_cmpuint (a->seconds, ==, b->seconds);
  g_assert_cmpint (a->started_at_us, ==, b->started_at_us);
  g_assert_cmpint (a->ended_at_us, ==, b->ended_at_us);
  g_assert_cmpint (a->ended_early, ==, b->ended_early);
  g_assert_cmpuint (a->interruptions, ==, b->interruptions);
  g_assert_cmpstr (a->vote, ==, b->vote);
  g_assert_cmpuint (a->answers->len, ==, b->answers->len);
  for (guint i = 0; i < a->answers->len; i++)
    assert_answers_equal (a->answers->pdata[i], b->answers->pdata[i]);
}

static void
assert_comments_equal (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const OnsiteReviewComment *one = g_ptr_array_index (a, i);
      const OnsiteReviewComment *other = g_ptr_array_index (b, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpstr (one->clip, ==, other->clip);
      g_assert_cmpint (one->from_ms, ==, other->from_ms);
      g_assert_cmpint (one->to_ms, ==, other->to_ms);
      g_assert_cmpstr (one->text, ==, other->text);
    }
}

static void
assert_replies_equal (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const OnsiteReviewReply *one = g_ptr_array_index (a, i);
      const OnsiteReviewReply *other = g_ptr_array_index (b, i);

      g_assert_cmpstr (one->comment, ==, other->comment);
      g_assert_cmpint (one->done, ==, other->done);
      g_assert_cmpstr (one->text, ==, other->text);
    }
}

void
compare_reviews (const OnsiteReview *a, const OnsiteReview *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->export_id, ==, b->export_id);
  g_assert_cmpuint (a->revision, ==, b->revision);
  g_assert_cmpstr (a->coach, ==, b->coach);
  g_assert_cmpstr (a->summary, ==, b->summary);
  g_assert_cmpstr (a->vote, ==, b->vote);
  g_assert_cmpint (a->merged_at_us, ==, b->merged_at_us);
  g_assert_cmpuint (a->takes->len, ==, b->takes->len);
  for (guint i = 0; i < a->takes->len; i++)
    {
      const OnsiteReviewTake *one = g_ptr_array_index (a->takes, i);
      const OnsiteReviewTake *other = g_ptr_array_index (b->takes, i);

      g_assert_cmpstr (one->answer, ==, other->answer);
      g_assert_cmpstr (one->take, ==, other->take);
      assert_ratings_equal (one->ratings, other->ratings);
      assert_evidence_equal (one->evidence, other->evidence);
      assert_comments_equal (one->comments, other->comments);
    }
  assert_replies_equal (a->replies, b->replies);
}

void
compare_loops (const OnsiteLoop *a, const OnsiteLoop *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->pack_id, ==, b->pack_id);
  g_assert_cmpstr (a->pack_hash, ==, b->pack_hash);
  g_assert_cmpstr (a->level, ==, b->level);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->drill, ==, b->drill);
  g_assert_cmpstr (a->target, ==, b->target);
  g_assert_cmpint (a->mode, ==, b->mode);
  g_assert_cmpuint (a->seed, ==, b->seed);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (a->sample, ==, b->sample);
  g_assert_cmpint (a->created_at_us, ==, b->created_at_us);
  g_assert_cmpint (a->finished_at_us, ==, b->finished_at_us);
  g_assert_cmpint (a->deleted_at_us, ==, b->deleted_at_us);
  g_assert_cmpuint (a->rounds->len, ==, b->rounds->len);
  for (guint i = 0; i < a->rounds->len; i++)
    assert_rounds_equal (a->rounds->pdata[i], b->rounds->pdata[i]);
  g_assert_cmpuint (a->reviews->len, ==, b->reviews->len);
  for (guint i = 0; i < a->reviews->len; i++)
    compare_reviews (a->reviews->pdata[i], b->reviews->pdata[i]);
}
