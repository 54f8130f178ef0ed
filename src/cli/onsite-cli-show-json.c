/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-show.h"

#include "onsite-cli-format.h"
#include "onsite-cli-show-receipt.h"

static void
write_ids (OnsiteJsonWriter *writer, const char *name, GPtrArray *answers)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (answers, i);

      onsite_json_writer_string (writer, answer->answer->id);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_ratings (OnsiteJsonWriter *writer, const OnsiteTake *take)
{
  onsite_json_writer_member (writer, "ratings");
  onsite_json_writer_begin_object (writer);
  for (guint i = 0; take && i < take->ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (take->ratings, i);

      onsite_json_writer_add_integer (writer, rating->dimension, rating->score);
    }
  onsite_json_writer_end_object (writer);
}

/* What was asked in the current take, in its order. */
static void
write_turns (OnsiteJsonWriter *writer, const OnsiteTake *take)
{
  onsite_json_writer_member (writer, "turns");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; take && i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      onsite_json_writer_begin_object (writer);
      onsite_json_writer_add_string (writer,
                                     "kind",
                                     onsite_cli_get_nick (ONSITE_TYPE_TURN_KIND, (int) turn->kind));
      onsite_json_writer_add_string (writer, "prompt", turn->prompt);
      onsite_json_writer_add_boolean (writer, "recorded", turn->clip && turn->clip->n_samples > 0);
      onsite_json_writer_add_string (writer, "clip", turn->clip ? turn->clip->id : NULL);
      onsite_cli_show_receipt_write (turn->clip, writer);
      onsite_json_writer_end_object (writer);
    }
  onsite_json_writer_end_array (writer);
}

static void
write_answer (OnsiteJsonWriter *writer, const OnsiteAnswerSummary *answer)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", answer->answer->id);
  onsite_json_writer_add_string (writer, "question", answer->answer->question);
  onsite_json_writer_add_string (writer, "text", answer->question ? answer->question->text : NULL);
  onsite_json_writer_add_string (writer,
                                 "exhibit",
                                 answer->question ? answer->question->exhibit : NULL);
  onsite_json_writer_add_boolean (writer, "asked", answer->asked);
  onsite_json_writer_add_boolean (writer, "skipped", answer->answer->skipped);
  onsite_json_writer_add_boolean (writer, "recorded", answer->has_clip);
  onsite_json_writer_add_integer (writer, "takes", answer->answer->takes->len);
  onsite_json_writer_add_integer (writer, "talk_ms", answer->talk_ms);
  onsite_json_writer_add_integer (writer, "suggested_ms", answer->suggested_ms);
  onsite_cli_write_score (writer, "mean_score", answer->mean_score);
  write_turns (writer, onsite_answer_get_current_take (answer->answer));
  write_ratings (writer, onsite_answer_get_current_take (answer->answer));
  onsite_json_writer_add_string (writer, "story", answer->answer->story);
  onsite_json_writer_add_string (writer, "note", answer->answer->note);
  onsite_json_writer_end_object (writer);
}

static void
write_round (OnsiteJsonWriter *writer, const OnsiteRoundSummary *summary)
{
  const OnsiteRound *round = summary->round;

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", round->id);
  onsite_json_writer_add_string (writer, "kind", round->kind);
  onsite_json_writer_add_string (writer, "name", summary->kind ? summary->kind->name : NULL);
  onsite_json_writer_add_string (writer, "interviewer", round->interviewer);
  onsite_json_writer_add_boolean (writer, "bar_raiser", round->bar_raiser);
  onsite_cli_write_time (writer, "started", round->started_at_us);
  onsite_cli_write_time (writer, "ended", round->ended_at_us);
  onsite_json_writer_add_boolean (writer, "ended_early", round->ended_early);
  onsite_json_writer_add_integer (writer, "interruptions", round->interruptions);
  onsite_json_writer_add_string (writer, "vote", round->vote);
  onsite_json_writer_member (writer, "answers");
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < summary->answers->len; i++)
    write_answer (writer, g_ptr_array_index (summary->answers, i));
  onsite_json_writer_end_array (writer);
  onsite_json_writer_end_object (writer);
}

static void
write_row (OnsiteJsonWriter *writer, const OnsiteCoverageRow *row)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", row->target);
  onsite_json_writer_add_string (writer, "name", row->name);
  onsite_json_writer_add_boolean (writer, "gap", row->gap);
  onsite_json_writer_add_boolean (writer, "fed_by_loops", row->fed_by_loops);
  onsite_json_writer_add_integer (writer, "covered", row->n_covered);
  write_ids (writer, "asked_by", row->asked_by);
  write_ids (writer, "covered_by", row->covered_by);
  onsite_json_writer_end_object (writer);
}

static void
write_share (OnsiteJsonWriter *writer, const OnsiteShare *share)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", share->category);
  onsite_json_writer_add_string (writer, "name", share->name);
  onsite_json_writer_add_integer (writer, "planned", share->planned);
  onsite_json_writer_add_integer (writer, "asked", share->asked);
  onsite_json_writer_add_integer (writer, "aim_percent", share->aim_percent);
  onsite_json_writer_end_object (writer);
}

static void
write_dimension (OnsiteJsonWriter *writer, const OnsiteDimensionSummary *dimension)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", dimension->dimension);
  onsite_json_writer_add_string (writer, "name", dimension->name);
  onsite_cli_write_score (writer, "mean", dimension->mean);
  write_ids (writer, "rated", dimension->answers);
  onsite_json_writer_end_object (writer);
}

typedef void (*WriteItem) (OnsiteJsonWriter *writer, gconstpointer item);

static void
write_all (OnsiteJsonWriter *writer, const char *name, GPtrArray *items, WriteItem write)
{
  onsite_json_writer_member (writer, name);
  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < items->len; i++)
    write (writer, g_ptr_array_index (items, i));
  onsite_json_writer_end_array (writer);
}

static void
write_loop (OnsiteJsonWriter *writer, const OnsiteLoop *loop)
{
  onsite_json_writer_add_string (writer, "id", loop->id);
  onsite_json_writer_add_string (writer, "pack", loop->pack_id);
  onsite_json_writer_add_string (writer, "pack_sha256", loop->pack_hash);
  onsite_json_writer_add_string (writer, "level", loop->level);
  onsite_json_writer_add_string (writer,
                                 "kind",
                                 onsite_cli_get_nick (ONSITE_TYPE_LOOP_KIND, loop->kind));
  onsite_json_writer_add_string (writer, "drill", onsite_cli_get_drill_nick (loop->drill));
  onsite_json_writer_add_string (writer, "target", loop->target);
  onsite_json_writer_add_string (writer,
                                 "mode",
                                 onsite_cli_get_nick (ONSITE_TYPE_MODE, loop->mode));
  onsite_json_writer_add_string (writer,
                                 "state",
                                 onsite_cli_get_nick (ONSITE_TYPE_LOOP_STATE, loop->state));
  onsite_json_writer_add_boolean (writer, "sample", loop->sample);
  onsite_cli_write_time (writer, "created", loop->created_at_us);
  onsite_cli_write_time (writer, "finished", loop->finished_at_us);
}

void
onsite_cli_show_write (const OnsiteDebrief *debrief, OnsiteJsonWriter *writer)
{
  onsite_json_writer_begin_object (writer);
  write_loop (writer, debrief->loop);
  onsite_json_writer_add_integer (writer, "principles_covered", debrief->n_principles_covered);
  onsite_json_writer_add_integer (writer, "checklist_covered", debrief->n_checklist_covered);
  onsite_json_writer_add_integer (writer, "talk_ms", debrief->talk_ms);
  onsite_json_writer_add_integer (writer, "suggested_ms", debrief->suggested_ms);
  write_all (writer, "rounds", debrief->rounds, (WriteItem) write_round);
  write_all (writer, "principles", debrief->principles, (WriteItem) write_row);
  write_all (writer, "checklist", debrief->checklist, (WriteItem) write_row);
  write_all (writer, "mix", debrief->mix, (WriteItem) write_share);
  write_all (writer, "dimensions", debrief->dimensions, (WriteItem) write_dimension);
  onsite_json_writer_end_object (writer);
}
