/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-answer.h"

OnsiteAnswer *
onsite_answer_new (const char *question)
{
  OnsiteAnswer *self;

  g_return_val_if_fail (question != NULL, NULL);

  self = g_new0 (OnsiteAnswer, 1);
  self->id = g_uuid_string_random ();
  self->question = g_strdup (question);
  self->story = g_strdup ("");
  self->note = g_strdup ("");
  self->takes = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_take_free);

  return self;
}

OnsiteTake *
onsite_answer_get_current_take (const OnsiteAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->takes->len == 0)
    return NULL;

  return g_ptr_array_index (self->takes, self->takes->len - 1);
}

void
onsite_answer_free (OnsiteAnswer *self)
{
  g_free (self->id);
  g_free (self->question);
  g_free (self->story);
  g_free (self->note);
  g_ptr_array_unref (self->takes);
  g_free (self);
}

static OnsiteClip *
find_clip_in_take (const OnsiteTake *take, const char *id)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip != NULL && g_strcmp0 (turn->clip->id, id) == 0)
        return turn->clip;
    }

  return NULL;
}

OnsiteClip *
onsite_answer_find_clip (const OnsiteAnswer *self, const char *id)
{
  OnsiteClip *clip = NULL;

  for (guint i = 0; clip == NULL && i < self->takes->len; i++)
    clip = find_clip_in_take (g_ptr_array_index (self->takes, i), id);

  return clip;
}
