/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-answer-summary.h"

static void
sum_turns (OnsiteAnswerSummary *self, const OnsiteTake *take)
{
  gint64 n_samples = 0;

  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip)
        n_samples += turn->clip->n_samples;
    }

  self->talk_ms = n_samples / ONSITE_SAMPLES_PER_MS;
  self->has_clip = n_samples > 0;
}

static void
sum_ratings (OnsiteAnswerSummary *self, const OnsiteTake *take, GPtrArray *dimensions)
{
  guint sum = 0;

  for (guint i = 0; i < dimensions->len; i++)
    {
      const OnsiteDimension *dimension = g_ptr_array_index (dimensions, i);
      guint score = onsite_take_get_score (take, dimension->id);

      sum += score;
      self->n_rated += score > 0;
    }

  if (self->n_rated > 0)
    self->mean_score = (double) sum / self->n_rated;
}

static OnsiteAnswerSummary *
answer_summary_new (const OnsiteAnswer *answer, OnsitePack *pack)
{
  OnsiteAnswerSummary *self = g_new0 (OnsiteAnswerSummary, 1);
  const OnsiteTake *take = onsite_answer_get_current_take (answer);

  self->answer = answer;
  self->question = onsite_pack_find_question (pack, answer->question);
  if (self->question)
    self->suggested_ms = (gint64) self->question->seconds * 1000;

  if (take)
    {
      self->asked = TRUE;
      sum_turns (self, take);
      sum_ratings (self, take, onsite_pack_get_dimensions (pack));
    }

  return self;
}

GPtrArray *
onsite_answer_summaries_new (const OnsiteLoop *loop, OnsitePack *pack)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);
          OnsiteAnswerSummary *summary = answer_summary_new (answer, pack);

          summary->round = i;
          summary->place = j;
          summary->index = summaries->len;
          g_ptr_array_add (summaries, summary);
        }
    }

  return summaries;
}
