/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-reviews.h"

#include "onsite-cli-format.h"

static void
write_kappa (OnsiteJsonWriter *writer, const OnsiteKappa *kappa)
{
  onsite_json_writer_add_integer (writer, "n", kappa->n);
  onsite_json_writer_member (writer, "bias");
  if (kappa->n > 0)
    onsite_json_writer_double (writer, kappa->bias);
  else
    onsite_json_writer_null (writer);
  onsite_json_writer_member (writer, "kappa");
  if (kappa->state == ONSITE_KAPPA_DEFINED)
    onsite_json_writer_double (writer, kappa->value);
  else
    onsite_json_writer_null (writer);
}

static void
write_dimensions (OnsiteJsonWriter *writer, const OnsiteAgreement *agreement)
{
  onsite_json_writer_member (writer, "all");
  onsite_json_writer_begin_object (writer);
  write_kappa (writer, &agreement->all);
  onsite_json_writer_end_object (writer);

  onsite_json_writer_member (writer, "dimensions");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < agreement->dimensions->len; i++)
    {
      const OnsiteDimensionAgreement *dimension = g_ptr_array_index (agreement->dimensions, i);

      onsite_json_writer_begin_object (writer);
      onsite_json_writer_add_string (writer, "dimension", dimension->dimension);
      write_kappa (writer, &dimension->kappa);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_tour (OnsiteJsonWriter *writer, const OnsiteAgreement *agreement)
{
  onsite_json_writer_member (writer, "tour");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < agreement->tour->len; i++)
    {
      const OnsiteTourStop *stop = g_ptr_array_index (agreement->tour, i);

      onsite_json_writer_begin_object (writer);
      onsite_json_writer_add_string (writer, "answer", stop->answer->answer->id);
      onsite_json_writer_add_string (writer, "take", stop->take->id);
      onsite_json_writer_add_integer (writer, "turn", stop->turn);
      onsite_json_writer_member (writer, "distance");
      onsite_json_writer_double (writer, stop->distance);
      onsite_json_writer_add_string (writer, "dimension", stop->dimension);
      onsite_json_writer_add_integer (writer, "self", stop->scores.self);
      onsite_json_writer_add_integer (writer, "coach", stop->scores.coach);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_gaps (OnsiteJsonWriter *writer, const OnsiteAgreement *agreement)
{
  onsite_json_writer_member (writer, "gaps");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < agreement->gaps->len; i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (agreement->gaps, i);

      onsite_json_writer_begin_object (writer);
      onsite_json_writer_add_string (
          writer,
          "kind",
          onsite_cli_get_nick (ONSITE_TYPE_TARGET_KIND, (int) row->kind));
      onsite_json_writer_add_string (writer, "target", row->target);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_to_ms (OnsiteJsonWriter *writer, gint64 to_ms)
{
  onsite_json_writer_member (writer, "to_ms");
  if (to_ms >= 0)
    onsite_json_writer_integer (writer, to_ms);
  else
    onsite_json_writer_null (writer);
}

static void
write_comments (OnsiteJsonWriter *writer, const OnsiteReview *review, GPtrArray *comments)
{
  onsite_json_writer_member (writer, "comments");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < comments->len; i++)
    {
      const OnsiteReviewComment *comment = g_ptr_array_index (comments, i);
      const OnsiteReviewReply *reply = onsite_review_find_reply (review, comment->id);

      onsite_json_writer_begin_object (writer);
      onsite_json_writer_add_string (writer, "id", comment->id);
      onsite_json_writer_add_string (writer, "clip", comment->clip);
      onsite_json_writer_add_integer (writer, "from_ms", comment->from_ms);
      write_to_ms (writer, comment->to_ms);
      onsite_json_writer_add_string (writer, "text", comment->text);
      onsite_json_writer_add_boolean (writer, "done", reply && reply->done);
      onsite_json_writer_add_string (writer, "reply", reply ? reply->text : "");
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_evidence (OnsiteJsonWriter *writer, GPtrArray *evidence)
{
  onsite_json_writer_member (writer, "found");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < evidence->len; i++)
    {
      const OnsiteEvidence *item = g_ptr_array_index (evidence, i);

      onsite_json_writer_begin_object (writer);
      onsite_json_writer_add_string (
          writer,
          "kind",
          onsite_cli_get_nick (ONSITE_TYPE_TARGET_KIND, (int) item->kind));
      onsite_json_writer_add_string (writer, "target", item->target);
      onsite_json_writer_add_integer (writer, "turn", item->turn);
      onsite_json_writer_add_integer (writer, "from_ms", item->from_ms);
      onsite_json_writer_add_integer (writer, "to_ms", item->to_ms);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_take (OnsiteJsonWriter *writer, const OnsiteReview *review, const OnsiteReviewTake *take)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "answer", take->answer);
  onsite_json_writer_add_string (writer, "take", take->take);
  onsite_json_writer_member (writer, "ratings");
  onsite_json_writer_begin_object (writer);
  for (guint i = 0; i < take->ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (take->ratings, i);

      onsite_json_writer_add_integer (writer, rating->dimension, rating->score);
    }
  onsite_json_writer_end_object (writer);
  write_evidence (writer, take->evidence);
  write_comments (writer, review, take->comments);
  onsite_json_writer_end_object (writer);
}

void
onsite_cli_reviews_write (const OnsiteAgreement *agreement, OnsiteJsonWriter *writer)
{
  const OnsiteReview *review = agreement->review;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", review->id);
  onsite_json_writer_add_string (writer, "export", review->export_id);
  onsite_json_writer_add_integer (writer, "revision", review->revision);
  onsite_cli_write_time (writer, "imported_at", review->merged_at_us);
  onsite_json_writer_add_string (writer, "coach", review->coach);
  onsite_json_writer_add_string (writer, "summary", review->summary);
  onsite_json_writer_add_string (writer, "vote", review->vote);
  write_dimensions (writer, agreement);
  write_tour (writer, agreement);
  write_gaps (writer, agreement);
  onsite_json_writer_member (writer, "takes");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < review->takes->len; i++)
    write_take (writer, review, g_ptr_array_index (review->takes, i));
  onsite_json_writer_end_array (writer);
  onsite_json_writer_end_object (writer);
}
