/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-loop.h"

G_DEFINE_ENUM_TYPE (OnsiteLoopKind,
                    onsite_loop_kind,
                    G_DEFINE_ENUM_VALUE (ONSITE_LOOP_KIND_WHOLE, "whole"),
                    G_DEFINE_ENUM_VALUE (ONSITE_LOOP_KIND_ROUND, "round"),
                    G_DEFINE_ENUM_VALUE (ONSITE_LOOP_KIND_DRILL, "drill"))

G_DEFINE_ENUM_TYPE (OnsiteDrill,
                    onsite_drill,
                    G_DEFINE_ENUM_VALUE (ONSITE_DRILL_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DRILL_CATEGORY, "category"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DRILL_PRINCIPLE, "principle"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DRILL_CHECKLIST, "checklist"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DRILL_GAPS, "gaps"))

G_DEFINE_ENUM_TYPE (OnsiteMode,
                    onsite_mode,
                    G_DEFINE_ENUM_VALUE (ONSITE_MODE_ONSITE, "onsite"),
                    G_DEFINE_ENUM_VALUE (ONSITE_MODE_PRACTICE, "practice"))

G_DEFINE_ENUM_TYPE (OnsiteLoopState,
                    onsite_loop_state,
                    G_DEFINE_ENUM_VALUE (ONSITE_LOOP_STATE_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (ONSITE_LOOP_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (ONSITE_LOOP_STATE_FINISHED, "finished"))

OnsiteLoop *
onsite_loop_new (void)
{
  OnsiteLoop *self = g_new0 (OnsiteLoop, 1);

  self->id = g_uuid_string_random ();
  self->target = g_strdup ("");
  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_round_free);
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_review_free);

  return self;
}

void
onsite_loop_free (OnsiteLoop *self)
{
  g_free (self->id);
  g_free (self->pack_id);
  g_free (self->pack_hash);
  g_free (self->level);
  g_free (self->target);
  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->reviews);
  g_free (self);
}

OnsiteClip *
onsite_loop_find_clip (const OnsiteLoop *self, const char *id)
{
  for (guint r = 0; r < self->rounds->len; r++)
    {
      const OnsiteRound *round = g_ptr_array_index (self->rounds, r);

      for (guint a = 0; a < round->answers->len; a++)
        {
          OnsiteClip *clip = onsite_answer_find_clip (g_ptr_array_index (round->answers, a), id);

          if (clip != NULL)
            return clip;
        }
    }

  return NULL;
}

OnsiteReview *
onsite_loop_find_review (const OnsiteLoop *self, const char *id)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      OnsiteReview *review = g_ptr_array_index (self->reviews, i);

      if (g_str_equal (review->id, id))
        return review;
    }

  return NULL;
}
