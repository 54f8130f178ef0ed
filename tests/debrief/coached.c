/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coached.h"

void
coached_set_up (Coached *self, gconstpointer unused)
{
  self->pack = rehearsed_pack_load ();
  self->loop = onsite_loop_new ();
  self->round = rehearsed_add_round (self->loop, "people");
  for (guint i = 0; i < G_N_ELEMENTS (self->reviews); i++)
    {
      self->reviews[i] = onsite_review_new (i == 0 ? "first" : "second", "export");
      g_ptr_array_add (self->loop->reviews, self->reviews[i]);
    }
}

void
coached_tear_down (Coached *self, gconstpointer unused)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_pointer (&self->debrief, onsite_debrief_free);
  g_clear_pointer (&self->loop, onsite_loop_free);
  onsite_pack_unref (self->pack);
}

OnsiteReviewTake *
coached_hear (Coached *self, guint coach, const OnsiteAnswer *answer)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);
  OnsiteReviewTake *said = onsite_review_take_new (answer->id, take->id);

  g_ptr_array_add (self->reviews[coach]->takes, said);

  return said;
}

void
coached_compare (Coached *self)
{
  self->debrief = onsite_debrief_new (g_steal_pointer (&self->loop), self->pack, 0);
  self->agreements = onsite_agreements_new (self->debrief);
}
