/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-debrief.h"

static void
sum_rounds (OnsiteDebrief *self)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const OnsiteRoundSummary *round = g_ptr_array_index (self->rounds, i);

      self->n_asked += round->n_asked;
      self->talk_ms += round->talk_ms;
      self->suggested_ms += round->suggested_ms;
    }
}

static gboolean
counts_itself (const OnsiteLoop *loop)
{
  return loop->state == ONSITE_LOOP_STATE_FINISHED && !loop->sample;
}

OnsiteDebrief *
onsite_debrief_new (OnsiteLoop *loop, OnsitePack *pack, guint n_finished_debriefs)
{
  OnsiteDebrief *self;
  guint n_finished;

  g_return_val_if_fail (loop != NULL, NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  self = g_new0 (OnsiteDebrief, 1);
  n_finished = n_finished_debriefs + counts_itself (loop);

  self->pack = onsite_pack_ref (pack);
  self->loop = loop;
  self->answers = onsite_answer_summaries_new (loop, pack);
  self->rounds = onsite_round_summaries_new (loop, pack, self->answers);
  self->principles = onsite_coverage_of_principles (pack, self->answers);
  self->checklist = onsite_coverage_of_checklist (pack, self->answers, n_finished);
  self->mix = onsite_mix_new (pack, self->answers);
  self->dimensions = onsite_ratings_new (pack, self->answers);
  self->n_principles_covered = onsite_coverage_count_covered (self->principles);
  self->n_checklist_covered = onsite_coverage_count_covered (self->checklist);
  sum_rounds (self);

  return self;
}

OnsiteLoop *
onsite_debrief_dissolve (OnsiteDebrief *self)
{
  OnsiteLoop *loop = self->loop;

  g_ptr_array_unref (self->dimensions);
  g_ptr_array_unref (self->mix);
  g_ptr_array_unref (self->checklist);
  g_ptr_array_unref (self->principles);
  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->answers);
  onsite_pack_unref (self->pack);
  g_free (self);

  return loop;
}

void
onsite_debrief_free (OnsiteDebrief *self)
{
  onsite_loop_free (onsite_debrief_dissolve (self));
}
