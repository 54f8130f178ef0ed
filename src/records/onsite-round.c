/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-round.h"

OnsiteRound *
onsite_round_new (const char *kind)
{
  OnsiteRound *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_new0 (OnsiteRound, 1);
  self->id = g_uuid_string_random ();
  self->kind = g_strdup (kind);
  self->principles = g_new0 (char *, 1);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_answer_free);

  return self;
}

void
onsite_round_free (OnsiteRound *self)
{
  g_free (self->id);
  g_free (self->kind);
  g_free (self->interviewer);
  g_strfreev (self->principles);
  g_free (self->vote);
  g_ptr_array_unref (self->answers);
  g_free (self);
}
