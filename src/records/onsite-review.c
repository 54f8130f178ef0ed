/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-review.h"

OnsiteReviewComment *
onsite_review_comment_new (const char *id,
                           const char *clip,
                           gint64 from_ms,
                           gint64 to_ms,
                           const char *text)
{
  OnsiteReviewComment *self;

  g_return_val_if_fail (id != NULL && clip != NULL && text != NULL, NULL);

  self = g_new0 (OnsiteReviewComment, 1);
  self->id = g_strdup (id);
  self->clip = g_strdup (clip);
  self->from_ms = from_ms;
  self->to_ms = to_ms;
  self->text = g_strdup (text);

  return self;
}

void
onsite_review_comment_free (OnsiteReviewComment *self)
{
  g_free (self->id);
  g_free (self->clip);
  g_free (self->text);
  g_free (self);
}

OnsiteReviewReply *
onsite_review_reply_new (const char *comment, gboolean done, const char *text)
{
  OnsiteReviewReply *self;

  g_return_val_if_fail (comment != NULL && text != NULL, NULL);

  self = g_new0 (OnsiteReviewReply, 1);
  self->comment = g_strdup (comment);
  self->done = done;
  self->text = g_strdup (text);

  return self;
}

void
onsite_review_reply_free (OnsiteReviewReply *self)
{
  g_free (self->comment);
  g_free (self->text);
  g_free (self);
}

OnsiteReviewTake *
onsite_review_take_new (const char *answer, const char *take)
{
  OnsiteReviewTake *self;

  g_return_val_if_fail (answer != NULL && take != NULL, NULL);

  self = g_new0 (OnsiteReviewTake, 1);
  self->answer = g_strdup (answer);
  self->take = g_strdup (take);
  self->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_rating_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_evidence_free);
  self->comments = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_review_comment_free);

  return self;
}

gboolean
onsite_review_take_is_empty (const OnsiteReviewTake *self)
{
  return self->ratings->len == 0 && self->evidence->len == 0 && self->comments->len == 0;
}

guint
onsite_review_take_get_score (const OnsiteReviewTake *self, const char *dimension)
{
  return onsite_rating_find_score (self->ratings, dimension);
}

void
onsite_review_take_free (OnsiteReviewTake *self)
{
  g_free (self->answer);
  g_free (self->take);
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->comments);
  g_free (self);
}

OnsiteReview *
onsite_review_new (const char *id, const char *export_id)
{
  OnsiteReview *self;

  g_return_val_if_fail (id != NULL && export_id != NULL, NULL);

  self = g_new0 (OnsiteReview, 1);
  self->id = g_strdup (id);
  self->export_id = g_strdup (export_id);
  self->revision = 1;
  self->coach = g_strdup ("");
  self->summary = g_strdup ("");
  self->takes = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_review_take_free);
  self->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_review_reply_free);

  return self;
}

OnsiteReviewTake *
onsite_review_find_take (const OnsiteReview *self, const char *take)
{
  for (guint i = 0; i < self->takes->len; i++)
    {
      OnsiteReviewTake *found = g_ptr_array_index (self->takes, i);

      if (g_str_equal (found->take, take))
        return found;
    }

  return NULL;
}

gboolean
onsite_review_has_evidence (const OnsiteReview *self, OnsiteTargetKind kind, const char *target)
{
  for (guint i = 0; i < self->takes->len; i++)
    {
      GPtrArray *evidence = ((const OnsiteReviewTake *) self->takes->pdata[i])->evidence;

      for (guint j = 0; j < evidence->len; j++)
        {
          const OnsiteEvidence *item = g_ptr_array_index (evidence, j);

          if (item->kind == kind && g_str_equal (item->target, target))
            return TRUE;
        }
    }

  return FALSE;
}

OnsiteReviewReply *
onsite_review_find_reply (const OnsiteReview *self, const char *comment)
{
  for (guint i = 0; i < self->replies->len; i++)
    {
      OnsiteReviewReply *reply = g_ptr_array_index (self->replies, i);

      if (g_str_equal (reply->comment, comment))
        return reply;
    }

  return NULL;
}

const OnsiteReviewComment *
onsite_review_find_comment (const OnsiteReview *self, const char *id, OnsiteReviewTake **said)
{
  for (guint i = 0; i < self->takes->len; i++)
    {
      OnsiteReviewTake *take = g_ptr_array_index (self->takes, i);

      for (guint j = 0; j < take->comments->len; j++)
        {
          const OnsiteReviewComment *comment = g_ptr_array_index (take->comments, j);

          if (!g_str_equal (comment->id, id))
            continue;
          if (said != NULL)
            *said = take;
          return comment;
        }
    }

  return NULL;
}

void
onsite_review_set_reply (OnsiteReview *self, OnsiteReviewReply *reply)
{
  OnsiteReviewReply *before = onsite_review_find_reply (self, reply->comment);

  if (before != NULL)
    g_ptr_array_remove (self->replies, before);
  g_ptr_array_add (self->replies, reply);
}

gboolean
onsite_review_is_done (const OnsiteReview *self, const char *comment)
{
  const OnsiteReviewReply *reply = onsite_review_find_reply (self, comment);

  return reply != NULL && reply->done;
}

guint
onsite_review_count_comments (const OnsiteReview *self, guint *n_done)
{
  guint n = 0, done = 0;

  for (guint i = 0; i < self->takes->len; i++)
    {
      const OnsiteReviewTake *take = g_ptr_array_index (self->takes, i);

      for (guint j = 0; j < take->comments->len; j++, n++)
        done += (guint) onsite_review_is_done (
            self,
            ((const OnsiteReviewComment *) take->comments->pdata[j])->id);
    }
  if (n_done != NULL)
    *n_done = done;

  return n;
}

static gboolean
has_comment (const OnsiteReviewTake *self, const OnsiteReviewComment *comment)
{
  for (guint i = 0; i < self->comments->len; i++)
    {
      const OnsiteReviewComment *it = g_ptr_array_index (self->comments, i);

      if (g_str_equal (it->id, comment->id))
        return g_str_equal (it->clip, comment->clip) && it->from_ms == comment->from_ms &&
               it->to_ms == comment->to_ms && g_str_equal (it->text, comment->text);
    }

  return FALSE;
}

static gboolean
has_evidence (const OnsiteReviewTake *self, const OnsiteEvidence *evidence)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const OnsiteEvidence *it = g_ptr_array_index (self->evidence, i);

      if (g_str_equal (it->id, evidence->id))
        return it->kind == evidence->kind && g_str_equal (it->target, evidence->target) &&
               it->turn == evidence->turn && it->from_ms == evidence->from_ms &&
               it->to_ms == evidence->to_ms;
    }

  return FALSE;
}

/* Nothing is there twice, so that as much of each, all of it found, is the same. */
static gboolean
take_says_the_same (const OnsiteReviewTake *self, const OnsiteReviewTake *other)
{
  if (other == NULL || self->ratings->len != other->ratings->len ||
      self->evidence->len != other->evidence->len || self->comments->len != other->comments->len)
    return FALSE;

  for (guint i = 0; i < self->ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (self->ratings, i);

      if (onsite_review_take_get_score (other, rating->dimension) != rating->score)
        return FALSE;
    }
  for (guint i = 0; i < self->evidence->len; i++)
    if (!has_evidence (other, g_ptr_array_index (self->evidence, i)))
      return FALSE;
  for (guint i = 0; i < self->comments->len; i++)
    if (!has_comment (other, g_ptr_array_index (self->comments, i)))
      return FALSE;

  return TRUE;
}

gboolean
onsite_review_says_the_same (const OnsiteReview *self, const OnsiteReview *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (!g_str_equal (self->coach, other->coach) || !g_str_equal (self->summary, other->summary) ||
      g_strcmp0 (self->vote, other->vote) != 0 || self->takes->len != other->takes->len)
    return FALSE;

  for (guint i = 0; i < self->takes->len; i++)
    {
      const OnsiteReviewTake *take = g_ptr_array_index (self->takes, i);

      if (!take_says_the_same (take, onsite_review_find_take (other, take->take)))
        return FALSE;
    }

  return TRUE;
}

void
onsite_review_free (OnsiteReview *self)
{
  g_free (self->id);
  g_free (self->export_id);
  g_free (self->coach);
  g_free (self->summary);
  g_free (self->vote);
  g_ptr_array_unref (self->takes);
  g_ptr_array_unref (self->replies);
  g_free (self);
}
