/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-review-scope.h"

struct _OnsiteReviewScope
{
  char *export_id;
  char *loop;
  OnsitePack *pack;
  GHashTable *answers; /* (element-type utf8): a set */
  GHashTable *takes;   /* (element-type utf8 Take) */
};

typedef struct
{
  char *answer;
  GHashTable *clips; /* (element-type utf8 OnsiteReviewScopeClip) */
} Take;

static void
clip_free (OnsiteReviewScopeClip *self)
{
  onsite_redaction_free (self->redaction);
  g_free (self);
}

static void
take_free (Take *self)
{
  g_free (self->answer);
  g_hash_table_unref (self->clips);
  g_free (self);
}

OnsiteReviewScope *
onsite_review_scope_new (const char *export_id, const char *loop, OnsitePack *pack)
{
  OnsiteReviewScope *self;

  g_return_val_if_fail (export_id != NULL && loop != NULL && pack != NULL, NULL);

  self = g_new0 (OnsiteReviewScope, 1);
  self->export_id = g_strdup (export_id);
  self->loop = g_strdup (loop);
  self->pack = onsite_pack_ref (pack);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->takes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) take_free);

  return self;
}

void
onsite_review_scope_free (OnsiteReviewScope *self)
{
  g_free (self->export_id);
  g_free (self->loop);
  onsite_pack_unref (self->pack);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->takes);
  g_free (self);
}

void
onsite_review_scope_add_take (OnsiteReviewScope *self, const char *answer, const char *take)
{
  Take *added = g_new0 (Take, 1);

  added->answer = g_strdup (answer);
  added->clips = g_hash_table_new_full (g_str_hash,
                                        g_str_equal,
                                        g_free,
                                        (GDestroyNotify) clip_free);
  g_hash_table_add (self->answers, g_strdup (answer));
  g_hash_table_insert (self->takes, g_strdup (take), added);
}

void
onsite_review_scope_add_clip (OnsiteReviewScope *self,
                              const char *take,
                              const char *clip,
                              guint turn,
                              OnsiteRedaction *redaction)
{
  Take *of = g_hash_table_lookup (self->takes, take);
  OnsiteReviewScopeClip *added;

  g_return_if_fail (of != NULL);

  added = g_new0 (OnsiteReviewScopeClip, 1);
  added->turn = turn;
  added->redaction = redaction;
  g_hash_table_insert (of->clips, g_strdup (clip), added);
}

const char *
onsite_review_scope_get_export (const OnsiteReviewScope *self)
{
  return self->export_id;
}

const char *
onsite_review_scope_get_loop (const OnsiteReviewScope *self)
{
  return self->loop;
}

OnsitePack *
onsite_review_scope_get_pack (const OnsiteReviewScope *self)
{
  return self->pack;
}

gboolean
onsite_review_scope_has_answer (const OnsiteReviewScope *self, const char *answer)
{
  return g_hash_table_contains (self->answers, answer);
}

gboolean
onsite_review_scope_has_take (const OnsiteReviewScope *self, const char *answer, const char *take)
{
  const Take *found = g_hash_table_lookup (self->takes, take);

  return found && g_str_equal (found->answer, answer);
}

const OnsiteReviewScopeClip *
onsite_review_scope_find_clip (const OnsiteReviewScope *self, const char *take, const char *clip)
{
  const Take *of = g_hash_table_lookup (self->takes, take);

  return of ? g_hash_table_lookup (of->clips, clip) : NULL;
}

static const OnsiteTake *
find_take (const OnsiteLoop *loop, const char *id)
{
  for (guint r = 0; r < loop->rounds->len; r++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, r);

      for (guint a = 0; a < round->answers->len; a++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, a);

          for (guint t = 0; t < answer->takes->len; t++)
            {
              const OnsiteTake *take = g_ptr_array_index (answer->takes, t);

              if (g_str_equal (take->id, id))
                return take;
            }
        }
    }

  return NULL;
}

static OnsiteRedaction *
copy_redaction (const OnsiteRedaction *redaction)
{
  GArray *spans = onsite_redaction_get_spans (redaction);

  return onsite_redaction_new ((const OnsiteSpan *) (gpointer) spans->data,
                               spans->len,
                               onsite_redaction_get_clip_samples (redaction));
}

static void
add_clips (OnsiteReviewScope *self, const OnsiteExportTake *exported, const OnsiteTake *take)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);
      const OnsiteExportClip *clip = NULL;

      if (turn->clip)
        clip = onsite_export_take_find_clip (exported, turn->clip->id);
      if (clip)
        onsite_review_scope_add_clip (self,
                                      take->id,
                                      clip->id,
                                      i,
                                      copy_redaction (clip->redaction));
    }
}

OnsiteReviewScope *
onsite_review_scope_new_from_export (const OnsiteExport *export,
                                     const OnsiteLoop *loop,
                                     OnsitePack *pack)
{
  OnsiteReviewScope *self = onsite_review_scope_new (export->id, export->loop, pack);

  for (guint i = 0; i < export->takes->len; i++)
    {
      const OnsiteExportTake *exported = g_ptr_array_index (export->takes, i);
      const OnsiteTake *take = find_take (loop, exported->take);

      if (!take)
        continue;
      onsite_review_scope_add_take (self, exported->answer, exported->take);
      add_clips (self, exported, take);
    }

  return self;
}
