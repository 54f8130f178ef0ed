/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-retake.h"

/* For a question that suggests less, so that there is time for a follow-up. */
#define LEAST_SECONDS 120

static const OnsiteRound *
find_round (const OnsiteRetake *self)
{
  for (guint i = 0; i < self->loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (self->loop->rounds, i);

      if (g_ptr_array_find (round->answers, self->answer, NULL))
        return round;
    }

  return NULL;
}

static OnsiteAnswer *
plan_answer (const OnsiteAnswer *before)
{
  OnsiteAnswer *answer = onsite_answer_new (before->question);

  g_free (answer->id);
  answer->id = g_strdup (before->id);
  answer->curveball_ms = before->curveball_ms;
  answer->skipped = before->skipped;
  g_free (answer->story);
  answer->story = g_strdup (before->story);
  g_free (answer->note);
  answer->note = g_strdup (before->note);

  return answer;
}

static OnsiteRound *
plan_round (const OnsiteRetake *self, OnsitePack *pack)
{
  const OnsiteRound *before = find_round (self);
  const OnsiteQuestion *question = onsite_pack_find_question (pack, self->answer->question);
  OnsiteRound *round;

  g_return_val_if_fail (before != NULL, NULL);

  round = onsite_round_new (before->kind);
  g_free (round->interviewer);
  round->interviewer = g_strdup (before->interviewer);
  round->bar_raiser = before->bar_raiser;
  round->voice = before->voice;
  round->seconds = question != NULL ? MAX (question->seconds, LEAST_SECONDS) : LEAST_SECONDS;
  g_ptr_array_add (round->answers, plan_answer (self->answer));

  return round;
}

OnsiteLoop *
onsite_retake_plan (const OnsiteRetake *self, OnsitePack *pack)
{
  OnsiteLoop *loop = onsite_loop_new ();
  OnsiteRound *round = plan_round (self, pack);

  loop->pack_id = g_strdup (self->loop->pack_id);
  loop->pack_hash = g_strdup (self->loop->pack_hash);
  loop->level = g_strdup (self->loop->level);
  loop->kind = ONSITE_LOOP_KIND_DRILL;
  loop->mode = ONSITE_MODE_PRACTICE;
  if (round != NULL)
    g_ptr_array_add (loop->rounds, round);

  return loop;
}
