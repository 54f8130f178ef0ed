/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule-answered.h"

#include "debrief/onsite-remark.h"

static const OnsiteCapsuleClip *
find_clip (const OnsiteCapsuleAnswer *self, const char *take, guint turn)
{
  for (guint i = 0; i < self->takes->len; i++)
    {
      const OnsiteCapsuleTake *it = g_ptr_array_index (self->takes, i);

      if (g_str_equal (it->id, take) && turn < it->turns->len)
        return ((const OnsiteCapsuleTurn *) it->turns->pdata[turn])->clip;
    }

  return NULL;
}

static OnsiteCapsuleAnswered *
answered_new (const char *take, const OnsiteRemark *remark, const OnsiteCapsuleClip *clip)
{
  const OnsiteReviewComment *comment = remark->comment;
  OnsiteCapsuleAnswered *self = g_new0 (OnsiteCapsuleAnswered, 1);

  self->take = g_strdup (take);
  self->turn = remark->turn;
  self->from_ms = onsite_redaction_to_copy (clip->redaction, comment->from_ms);
  self->to_ms = -1;
  if (comment->to_ms >= 0)
    self->to_ms = MIN (onsite_redaction_to_copy (clip->redaction, comment->to_ms),
                       clip->duration_ms);
  self->coach = g_strdup (remark->review->coach);
  self->text = g_strdup (comment->text);

  return self;
}

static OnsiteCapsuleAnswered *
find_answered (const OnsiteCapsuleAnswer *self,
               const OnsiteLoop *loop,
               const OnsiteAnswer *answer,
               const OnsiteTake *take)
{
  const OnsiteCapsuleClip *clip;
  const OnsiteTake *about;
  OnsiteRemark remark;

  if (!take->review || !onsite_remark_find (&remark, loop, answer, take->review, take->comment))
    return NULL;

  about = g_ptr_array_index (answer->takes, remark.take);
  clip = find_clip (self, about->id, remark.turn);
  if (!clip ||
      onsite_redaction_touches (clip->redaction, remark.comment->from_ms, remark.comment->to_ms) ||
      onsite_redaction_to_copy (clip->redaction, remark.comment->from_ms) > clip->duration_ms)
    return NULL;

  return answered_new (about->id, &remark, clip);
}

void
onsite_capsule_answer_link (OnsiteCapsuleAnswer *self,
                            const OnsiteLoop *loop,
                            const OnsiteAnswer *answer)
{
  for (guint i = 0; i < self->takes->len; i++)
    {
      OnsiteCapsuleTake *take = g_ptr_array_index (self->takes, i);

      take->answered = find_answered (self, loop, answer, answer->takes->pdata[take->number - 1]);
    }
}
