/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-plan-throw.h"

#include "onsite-plan.h"

#define EARLIEST_PERCENT 35
#define LATEST_PERCENT   65

static guint
draw_when_ms (OnsitePlanDraft *draft, const OnsiteQuestion *question)
{
  guint n_shares = 1 + g_strv_length (question->follow_ups);
  guint64 main_ms = question->seconds * G_GUINT64_CONSTANT (1000) / n_shares;
  guint percent = EARLIEST_PERCENT +
                  onsite_dice_roll (&draft->dice, LATEST_PERCENT - EARLIEST_PERCENT + 1);

  return (guint) MAX (main_ms * percent / 100, ONSITE_PLAN_LEAST_THROW_MS);
}

static void
throw_in_round (OnsitePlanDraft *draft, OnsiteRound *round)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();
  OnsiteAnswer *answer;

  for (guint i = 0; i < round->answers->len; i++)
    {
      answer = g_ptr_array_index (round->answers, i);
      if (onsite_pack_find_question (draft->pack, answer->question)->curveball != NULL)
        g_ptr_array_add (answers, answer);
    }

  if (answers->len == 0 || onsite_dice_roll (&draft->dice, 3) == 0)
    return;

  answer = g_ptr_array_index (answers, onsite_dice_roll (&draft->dice, answers->len));
  answer->curveball_ms = draw_when_ms (draft,
                                       onsite_pack_find_question (draft->pack, answer->question));
}

void
onsite_plan_throw (OnsitePlanDraft *draft, OnsiteLoop *loop)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      if (onsite_pack_find_round_kind (draft->pack, round->kind)->stage == ONSITE_STAGE_ONSITE)
        throw_in_round (draft, round);
    }
}
