/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-change-review.h"

#include <glib/gi18n-lib.h>

#include "onsite-change-private.h"
#include "onsite-evidence-rows.h"
#include "onsite-library-error.h"

#define LOOP_OF_LOOP "SELECT id FROM loop WHERE id = ?1"
#define LOOP_OF_REVIEW \
  "SELECT loop.id FROM review JOIN loop ON loop.rowid = review.loop WHERE review.id = ?1"

#define ROW_OF_REVIEW "(SELECT rowid FROM review WHERE id = ?1)"

/* The review ?1 and the take ?2, if that is one of its loop. */
#define REVIEW_AND_TAKE                        \
  "FROM review JOIN take ON take.id = ?2 "     \
  "JOIN answer ON answer.rowid = take.answer " \
  "JOIN round ON round.rowid = answer.round AND round.loop = review.loop WHERE review.id = ?1"

static GError *
make_refusal (const OnsiteReview *review)
{
  return g_error_new (ONSITE_LIBRARY_ERROR,
                      ONSITE_LIBRARY_ERROR_REFUSED,
                      C_ ("error",
                          "The library has revision %u of this review already, or a newer one, or "
                          "has it for something else that was exported. Nothing was changed."),
                      review->revision);
}

static void
put_head (OnsiteChange *self, const char *loop, const OnsiteReview *review)
{
  onsite_change_append (self,
                        "UPDATE loop SET id = id WHERE id = ?1 AND purging = 0",
                        g_variant_new ("(s)", loop),
                        loop);
  onsite_change_append_or_refuse (
      self,
      "INSERT INTO review (loop, id, export, revision, coach, summary, vote, merged_at_us) "
      "SELECT rowid, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM loop WHERE id = ?1 "
      "ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, coach = excluded.coach, "
      "summary = excluded.summary, vote = excluded.vote, merged_at_us = excluded.merged_at_us "
      "WHERE excluded.revision > revision AND excluded.loop = loop AND excluded.export = export",
      g_variant_new ("(sssussmsx)",
                     loop,
                     review->id,
                     review->export_id,
                     review->revision,
                     review->coach,
                     review->summary,
                     review->vote,
                     review->merged_at_us),
      make_refusal (review));
}

static void
drop_parts (OnsiteChange *self, const char *review)
{
  static const char *const statements[] = {
    "DELETE FROM review_rating WHERE review = " ROW_OF_REVIEW,
    "DELETE FROM review_comment WHERE review = " ROW_OF_REVIEW,
    "DELETE FROM evidence WHERE review = " ROW_OF_REVIEW,
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    onsite_change_append (self, statements[i], g_variant_new ("(s)", review), NULL);
}

static void
put_take (OnsiteChange *self, const char *review, const OnsiteReviewTake *take)
{
  onsite_change_append (self,
                        "UPDATE take SET id = id WHERE rowid = (SELECT take.rowid " REVIEW_AND_TAKE
                        ")",
                        g_variant_new ("(ss)", review, take->take),
                        take->take);
  for (guint i = 0; i < take->ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (take->ratings, i);

      onsite_change_append (
          self,
          "INSERT INTO review_rating (review, take, dimension, score) "
          "SELECT review.rowid, take.rowid, ?3, ?4 " REVIEW_AND_TAKE,
          g_variant_new ("(sssu)", review, take->take, rating->dimension, rating->score),
          take->take);
    }
  for (guint i = 0; i < take->comments->len; i++)
    {
      const OnsiteReviewComment *comment = g_ptr_array_index (take->comments, i);

      onsite_change_append (self,
                            "INSERT INTO review_comment (review, clip, id, from_ms, to_ms, text) "
                            "SELECT " ROW_OF_REVIEW
                            ", rowid, ?4, ?5, ?6, ?7 FROM clip WHERE id = ?3 AND take = ?2",
                            g_variant_new ("(ssssxxs)",
                                           review,
                                           take->take,
                                           comment->clip,
                                           comment->id,
                                           comment->from_ms,
                                           comment->to_ms,
                                           comment->text),
                            comment->clip);
    }
  onsite_evidence_rows_append (self, take->take, take->evidence);
}

static gboolean
is_evidence_of (const OnsiteReview *review)
{
  for (guint i = 0; i < review->takes->len; i++)
    {
      const OnsiteReviewTake *take = g_ptr_array_index (review->takes, i);

      for (guint j = 0; j < take->evidence->len; j++)
        {
          const OnsiteEvidence *item = g_ptr_array_index (take->evidence, j);

          if (item->source != ONSITE_SOURCE_COACH || g_strcmp0 (item->review, review->id) != 0)
            return FALSE;
        }
    }

  return TRUE;
}

void
onsite_change_put_review (OnsiteChange *self, const char *loop, const OnsiteReview *review)
{
  g_return_if_fail (self != NULL && loop != NULL && review != NULL);
  g_return_if_fail (is_evidence_of (review));

  put_head (self, loop, review);
  drop_parts (self, review->id);
  for (guint i = 0; i < review->takes->len; i++)
    put_take (self, review->id, g_ptr_array_index (review->takes, i));
  onsite_change_touch (self, LOOP_OF_LOOP, loop);
}

void
onsite_change_set_review_reply (OnsiteChange *self,
                                const char *review,
                                const OnsiteReviewReply *reply)
{
  g_return_if_fail (self != NULL && review != NULL && reply != NULL);

  onsite_change_append (self,
                        "INSERT INTO review_reply (review, comment, done, text) "
                        "SELECT rowid, ?2, ?3, ?4 FROM review WHERE id = ?1 "
                        "ON CONFLICT (review, comment) "
                        "DO UPDATE SET done = excluded.done, text = excluded.text",
                        g_variant_new ("(ssbs)", review, reply->comment, reply->done, reply->text),
                        review);
  onsite_change_touch (self, LOOP_OF_REVIEW, review);
}

void
onsite_change_remove_review (OnsiteChange *self, const char *loop, const char *review)
{
  g_return_if_fail (self != NULL && loop != NULL && review != NULL);

  onsite_change_append (
      self,
      "DELETE FROM review WHERE id = ?1 AND loop = (SELECT rowid FROM loop WHERE id = ?2)",
      g_variant_new ("(ss)", review, loop),
      review);
  onsite_change_touch (self, LOOP_OF_LOOP, loop);
}
