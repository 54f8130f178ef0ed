/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review-document.h"

#include "json/onsite-json-writer.h"

static void
write_string (OnsiteJsonWriter *writer, const char *name, const char *value)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_string (writer, value);
}

static void
write_integer (OnsiteJsonWriter *writer, const char *name, gint64 value)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_integer (writer, value);
}

static const OnsiteTake *
find_take (const OnsiteLoop *loop, const char *id)
{
  for (guint r = 0; r < loop->rounds->len; r++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, r);

      for (guint a = 0; a < round->answers->len; a++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, a);

          for (guint t = 0; t < answer->takes->len; t++)
            if (g_str_equal (((OnsiteTake *) answer->takes->pdata[t])->id, id))
              return answer->takes->pdata[t];
        }
    }
  g_assert_not_reached ();
}

static void
write_ratings (OnsiteJsonWriter *writer, GPtrArray *ratings)
{
  onsite_json_writer_member (writer, "ratings");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (ratings, i);

      onsite_json_writer_begin_object (writer);
      write_string (writer, "dimension", rating->dimension);
      write_integer (writer, "score", rating->score);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_evidence (OnsiteJsonWriter *writer, GPtrArray *evidence, const OnsiteTake *take)
{
  onsite_json_writer_member (writer, "evidence");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < evidence->len; i++)
    {
      const OnsiteEvidence *item = g_ptr_array_index (evidence, i);
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, item->turn);

      onsite_json_writer_begin_object (writer);
      write_string (writer, "id", item->id);
      write_string (writer,
                    "kind",
                    item->kind == ONSITE_TARGET_PRINCIPLE ? "principle" : "checklist");
      write_string (writer, "target", item->target);
      write_string (writer, "clip", turn->clip->id);
      write_integer (writer, "from_ms", item->from_ms);
      write_integer (writer, "to_ms", item->to_ms);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_comments (OnsiteJsonWriter *writer, GPtrArray *comments)
{
  onsite_json_writer_member (writer, "comments");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < comments->len; i++)
    {
      const OnsiteReviewComment *comment = g_ptr_array_index (comments, i);

      onsite_json_writer_begin_object (writer);
      write_string (writer, "id", comment->id);
      write_string (writer, "clip", comment->clip);
      write_integer (writer, "from_ms", comment->from_ms);
      if (comment->to_ms >= 0)
        write_integer (writer, "to_ms", comment->to_ms);
      write_string (writer, "text", comment->text);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

char *
review_document_write (const OnsiteReview *review, const OnsiteLoop *loop)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_object (writer);
  write_string (writer, "format", "onsite-review");
  write_integer (writer, "version", 1);
  write_string (writer, "review", review->id);
  write_integer (writer, "revision", review->revision);
  write_string (writer, "export", review->export_id);
  write_string (writer, "loop", loop->id);
  write_string (writer, "coach", review->coach);
  write_string (writer, "summary", review->summary);
  if (review->vote != NULL)
    write_string (writer, "vote", review->vote);
  onsite_json_writer_member (writer, "answers");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < review->takes->len; i++)
    {
      const OnsiteReviewTake *take = g_ptr_array_index (review->takes, i);

      onsite_json_writer_begin_object (writer);
      write_string (writer, "answer", take->answer);
      write_string (writer, "take", take->take);
      write_ratings (writer, take->ratings);
      write_evidence (writer, take->evidence, find_take (loop, take->take));
      write_comments (writer, take->comments);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
  onsite_json_writer_end_object (writer);

  return onsite_json_writer_to_string (writer, TRUE);
}
