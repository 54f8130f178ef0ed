/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-remark.h"

static gboolean
find_turn (const OnsiteTake *take, const char *clip, guint *turn)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *it = g_ptr_array_index (take->turns, i);

      if (it->clip != NULL && g_str_equal (it->clip->id, clip))
        {
          *turn = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* The last, since that is the one that counts. */
static guint
find_answering_take (const OnsiteAnswer *answer, const char *review, const char *comment)
{
  for (guint i = answer->takes->len; i > 0; i--)
    {
      const OnsiteTake *take = g_ptr_array_index (answer->takes, i - 1);

      if (g_strcmp0 (take->review, review) == 0 && g_strcmp0 (take->comment, comment) == 0)
        return i - 1;
    }

  return ONSITE_REMARK_UNANSWERED;
}

static gboolean
place (OnsiteRemark *self,
       const OnsiteAnswer *answer,
       guint take,
       const OnsiteReview *review,
       const OnsiteReviewComment *comment)
{
  self->review = review;
  self->comment = comment;
  self->take = take;
  self->answered_by = find_answering_take (answer, review->id, comment->id);

  return find_turn (answer->takes->pdata[take], comment->clip, &self->turn);
}

/* Stable, so that at one place they stay as the reviews are. */
static int
compare_remarks (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OnsiteRemark *one = *(OnsiteRemark *const *) a;
  const OnsiteRemark *other = *(OnsiteRemark *const *) b;

  if (one->turn != other->turn)
    return one->turn < other->turn ? -1 : 1;

  return (one->comment->from_ms > other->comment->from_ms) -
         (one->comment->from_ms < other->comment->from_ms);
}

GPtrArray *
onsite_remarks_new (const OnsiteLoop *loop, const OnsiteAnswer *answer, guint take)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_free);
  const OnsiteTake *about;

  g_return_val_if_fail (take < answer->takes->len, remarks);

  about = g_ptr_array_index (answer->takes, take);
  for (guint i = 0; i < loop->reviews->len; i++)
    {
      const OnsiteReview *review = g_ptr_array_index (loop->reviews, i);
      const OnsiteReviewTake *said = onsite_review_find_take (review, about->id);

      for (guint j = 0; said != NULL && j < said->comments->len; j++)
        {
          OnsiteRemark remark;

          if (place (&remark, answer, take, review, said->comments->pdata[j]))
            g_ptr_array_add (remarks, g_memdup2 (&remark, sizeof remark));
        }
    }
  if (remarks->len > 0)
    g_qsort_with_data (remarks->pdata,
                       (int) remarks->len,
                       sizeof (gpointer),
                       compare_remarks,
                       NULL);

  return remarks;
}

gboolean
onsite_remark_find (OnsiteRemark *self,
                    const OnsiteLoop *loop,
                    const OnsiteAnswer *answer,
                    const char *review,
                    const char *comment)
{
  const OnsiteReview *from = onsite_loop_find_review (loop, review);
  const OnsiteReviewComment *found = NULL;
  OnsiteReviewTake *said = NULL;

  if (from != NULL)
    found = onsite_review_find_comment (from, comment, &said);
  for (guint i = 0; found != NULL && i < answer->takes->len; i++)
    if (g_str_equal (((const OnsiteTake *) answer->takes->pdata[i])->id, said->take))
      return place (self, answer, i, from, found);

  return FALSE;
}

const OnsiteReviewReply *
onsite_remark_get_reply (const OnsiteRemark *self)
{
  return onsite_review_find_reply (self->review, self->comment->id);
}
