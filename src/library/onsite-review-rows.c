/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-review-rows.h"

#include "onsite-evidence-rows.h"
#include "onsite-rows.h"

/* Of which the review ?1 says something, as they lie in their loop. */
#define SELECT_TAKES                                                                     \
  "SELECT take.rowid, take.id, answer.id, ?1 FROM ("                                     \
  "SELECT take FROM review_rating WHERE review = ?1 UNION "                              \
  "SELECT take FROM evidence WHERE review = ?1 UNION "                                   \
  "SELECT take.rowid FROM review_comment JOIN clip ON clip.rowid = review_comment.clip " \
  "JOIN take ON take.id = clip.take WHERE review_comment.review = ?1) AS said "          \
  "JOIN take ON take.rowid = said.take "                                                 \
  "JOIN answer ON answer.rowid = take.answer JOIN round ON round.rowid = answer.round "  \
  "ORDER BY round.ordinal, answer.ordinal, take.ordinal"

static gboolean
read_rating (OnsiteConnection *connection, OnsiteStatement *row, gpointer take, GError **error)
{
  g_autofree char *dimension = onsite_statement_dup_string (row, 0);

  g_ptr_array_add (((OnsiteReviewTake *) take)->ratings,
                   onsite_rating_new (dimension, onsite_statement_get_uint (row, 1)));

  return TRUE;
}

static gboolean
read_evidence (OnsiteConnection *connection, OnsiteStatement *row, gpointer take, GError **error)
{
  g_ptr_array_add (((OnsiteReviewTake *) take)->evidence, onsite_evidence_rows_read (row));

  return TRUE;
}

static gboolean
read_comment (OnsiteConnection *connection, OnsiteStatement *row, gpointer take, GError **error)
{
  g_autofree char *id = onsite_statement_dup_string (row, 0);
  g_autofree char *clip = onsite_statement_dup_string (row, 1);
  g_autofree char *text = onsite_statement_dup_string (row, 4);

  g_ptr_array_add (((OnsiteReviewTake *) take)->comments,
                   onsite_review_comment_new (id,
                                              clip,
                                              onsite_statement_get_int64 (row, 2),
                                              onsite_statement_get_int64 (row, 3),
                                              text));

  return TRUE;
}

static gboolean
read_take (OnsiteConnection *connection, OnsiteStatement *row, gpointer review, GError **error)
{
  gint64 rowid = onsite_statement_get_int64 (row, 0);
  gint64 of_review = onsite_statement_get_int64 (row, 3);
  g_autofree char *id = onsite_statement_dup_string (row, 1);
  g_autofree char *answer = onsite_statement_dup_string (row, 2);
  OnsiteReviewTake *take = onsite_review_take_new (answer, id);

  g_ptr_array_add (((OnsiteReview *) review)->takes, take);

  return onsite_rows_read (connection,
                           "SELECT dimension, score FROM review_rating "
                           "WHERE review = ?1 AND take = ?2 ORDER BY dimension",
                           g_variant_new ("(xx)", of_review, rowid),
                           read_rating,
                           take,
                           error) &&
         onsite_rows_read (connection,
                           ONSITE_EVIDENCE_ROWS_SELECT "WHERE review = ?1 AND take = ?2 "
                                                       "ORDER BY rowid",
                           g_variant_new ("(xx)", of_review, rowid),
                           read_evidence,
                           take,
                           error) &&
         onsite_rows_read (connection,
                           "SELECT review_comment.id, clip.id, from_ms, to_ms, text "
                           "FROM clip JOIN review_comment ON review_comment.clip = clip.rowid "
                           "WHERE clip.take = ?2 AND review = ?1 "
                           "ORDER BY clip.turn, from_ms, review_comment.id",
                           g_variant_new ("(xs)", of_review, id),
                           read_comment,
                           take,
                           error);
}

static gboolean
read_reply (OnsiteConnection *connection, OnsiteStatement *row, gpointer review, GError **error)
{
  g_autofree char *comment = onsite_statement_dup_string (row, 0);
  g_autofree char *text = onsite_statement_dup_string (row, 2);

  g_ptr_array_add (
      ((OnsiteReview *) review)->replies,
      onsite_review_reply_new (comment, onsite_statement_get_int64 (row, 1) != 0, text));

  return TRUE;
}

static gboolean
read_review (OnsiteConnection *connection, OnsiteStatement *row, gpointer loop, GError **error)
{
  gint64 rowid = onsite_statement_get_int64 (row, 0);
  g_autofree char *id = onsite_statement_dup_string (row, 1);
  g_autofree char *export_id = onsite_statement_dup_string (row, 2);
  OnsiteReview *review = onsite_review_new (id, export_id);

  g_ptr_array_add (((OnsiteLoop *) loop)->reviews, review);
  review->revision = onsite_statement_get_uint (row, 3);
  g_free (review->coach);
  review->coach = onsite_statement_dup_string (row, 4);
  g_free (review->summary);
  review->summary = onsite_statement_dup_string (row, 5);
  review->vote = onsite_statement_dup_string (row, 6);
  review->merged_at_us = onsite_statement_get_int64 (row, 7);

  return onsite_rows_read (connection,
                           SELECT_TAKES,
                           g_variant_new ("(x)", rowid),
                           read_take,
                           review,
                           error) &&
         onsite_rows_read (connection,
                           "SELECT comment, done, text FROM review_reply WHERE review = ?1 "
                           "ORDER BY comment",
                           g_variant_new ("(x)", rowid),
                           read_reply,
                           review,
                           error);
}

gboolean
onsite_review_rows_load (OnsiteConnection *connection,
                         gint64 rowid,
                         OnsiteLoop *loop,
                         GError **error)
{
  return onsite_rows_read (connection,
                           "SELECT rowid, id, export, revision, coach, summary, vote, "
                           "merged_at_us FROM review WHERE loop = ?1 ORDER BY coach, id",
                           g_variant_new ("(x)", rowid),
                           read_review,
                           loop,
                           error);
}
