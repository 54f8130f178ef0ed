/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-plan-draft.h"

OnsitePlanDraft *
onsite_plan_draft_new (OnsitePack *pack, GPtrArray *history, guint64 seed)
{
  OnsitePlanDraft *self = g_new0 (OnsitePlanDraft, 1);

  self->pack = onsite_pack_ref (pack);
  self->past = onsite_plan_past_new (history);
  onsite_dice_init (&self->dice, seed);
  self->rounds = g_array_new (FALSE, FALSE, sizeof (OnsitePlanRound));
  self->questions = g_ptr_array_new ();

  return self;
}

void
onsite_plan_draft_free (OnsitePlanDraft *self)
{
  onsite_plan_past_free (self->past);
  g_array_unref (self->rounds);
  g_ptr_array_unref (self->questions);
  onsite_pack_unref (self->pack);
  g_free (self);
}

const OnsitePlanRound *
onsite_plan_draft_get_round (const OnsitePlanDraft *self, guint index)
{
  return &g_array_index (self->rounds, OnsitePlanRound, index);
}

const OnsiteQuestion *
onsite_plan_draft_get_question (const OnsitePlanDraft *self, guint index)
{
  return g_ptr_array_index (self->questions, index);
}

gboolean
onsite_plan_may_ask (const OnsiteRoundKind *kind, const OnsiteQuestion *question)
{
  return g_strv_contains ((const char *const *) kind->categories, question->category) &&
         onsite_question_fits_round (question, kind);
}

guint
onsite_plan_draft_get_category (const OnsitePlanDraft *self, const OnsiteQuestion *question)
{
  guint index = 0;

  g_ptr_array_find (onsite_pack_get_categories (self->pack),
                    onsite_pack_find_category (self->pack, question->category),
                    &index);

  return index;
}
