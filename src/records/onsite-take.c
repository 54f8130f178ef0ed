/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-take.h"

G_DEFINE_ENUM_TYPE (OnsiteTurnKind,
                    onsite_turn_kind,
                    G_DEFINE_ENUM_VALUE (ONSITE_TURN_QUESTION, "question"),
                    G_DEFINE_ENUM_VALUE (ONSITE_TURN_FOLLOW_UP, "follow-up"),
                    G_DEFINE_ENUM_VALUE (ONSITE_TURN_CURVEBALL, "curveball"))

OnsiteTurn *
onsite_turn_new (OnsiteTurnKind kind, const char *prompt)
{
  OnsiteTurn *self;

  g_return_val_if_fail (prompt != NULL, NULL);

  self = g_new0 (OnsiteTurn, 1);
  self->kind = kind;
  self->prompt = g_strdup (prompt);

  return self;
}

void
onsite_turn_free (OnsiteTurn *self)
{
  g_free (self->prompt);
  g_clear_pointer (&self->clip, onsite_clip_free);
  g_free (self);
}

OnsiteTake *
onsite_take_new (void)
{
  OnsiteTake *self = g_new0 (OnsiteTake, 1);

  self->id = g_uuid_string_random ();
  self->turns = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_turn_free);
  self->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_rating_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_evidence_free);

  return self;
}

guint
onsite_take_get_score (const OnsiteTake *self, const char *dimension)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (dimension != NULL, 0);

  return onsite_rating_find_score (self->ratings, dimension);
}

void
onsite_take_free (OnsiteTake *self)
{
  g_free (self->id);
  g_free (self->review);
  g_free (self->comment);
  g_ptr_array_unref (self->turns);
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}
