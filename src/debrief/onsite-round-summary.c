/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-round-summary.h"

static void
round_summary_free (OnsiteRoundSummary *self)
{
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static OnsiteRoundSummary *
round_summary_new (const OnsiteRound *round, guint index, OnsitePack *pack)
{
  OnsiteRoundSummary *self = g_new0 (OnsiteRoundSummary, 1);

  self->index = index;
  self->round = round;
  self->kind = onsite_pack_find_round_kind (pack, round->kind);
  self->vote = round->vote ? onsite_pack_find_vote (pack, round->vote) : NULL;
  self->answers = g_ptr_array_new ();

  return self;
}

static void
round_summary_add_answer (OnsiteRoundSummary *self, OnsiteAnswerSummary *answer)
{
  g_ptr_array_add (self->answers, answer);

  if (!answer->asked)
    return;
  self->n_asked++;
  self->talk_ms += answer->talk_ms;
  self->suggested_ms += answer->suggested_ms;
}

static double
mean_of_rated (GPtrArray *answers)
{
  double sum = 0.0;
  guint n_rated = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (answers, i);

      sum += answer->mean_score;
      n_rated += answer->n_rated > 0;
    }

  return n_rated > 0 ? sum / n_rated : 0.0;
}

GPtrArray *
onsite_round_summaries_new (const OnsiteLoop *loop, OnsitePack *pack, GPtrArray *answers)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) round_summary_free);

  for (guint i = 0; i < loop->rounds->len; i++)
    g_ptr_array_add (rounds, round_summary_new (g_ptr_array_index (loop->rounds, i), i, pack));

  for (guint i = 0; i < answers->len; i++)
    {
      OnsiteAnswerSummary *answer = g_ptr_array_index (answers, i);

      round_summary_add_answer (g_ptr_array_index (rounds, answer->round), answer);
    }

  for (guint i = 0; i < rounds->len; i++)
    {
      OnsiteRoundSummary *round = g_ptr_array_index (rounds, i);

      round->mean_score = mean_of_rated (round->answers);
    }

  return rounds;
}
