/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-loop-item.h"

struct _OnsiteLoopItem
{
  GObject parent_instance;

  OnsiteLoopSummary *summary;
};

G_DEFINE_FINAL_TYPE (OnsiteLoopItem, onsite_loop_item, G_TYPE_OBJECT)

static void
onsite_loop_item_finalize (GObject *object)
{
  OnsiteLoopItem *self = ONSITE_LOOP_ITEM (object);

  g_clear_pointer (&self->summary, onsite_loop_summary_free);

  G_OBJECT_CLASS (onsite_loop_item_parent_class)->finalize (object);
}

static void
onsite_loop_item_class_init (OnsiteLoopItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = onsite_loop_item_finalize;
}

static void
onsite_loop_item_init (OnsiteLoopItem *self)
{
}

OnsiteLoopItem *
onsite_loop_item_new (OnsiteLoopSummary *summary)
{
  OnsiteLoopItem *self;

  g_return_val_if_fail (summary != NULL, NULL);

  self = g_object_new (ONSITE_TYPE_LOOP_ITEM, NULL);
  self->summary = summary;

  return self;
}

const OnsiteLoopSummary *
onsite_loop_item_get_summary (OnsiteLoopItem *self)
{
  g_return_val_if_fail (ONSITE_IS_LOOP_ITEM (self), NULL);

  return self->summary;
}

static gboolean
same_loop (const OnsiteLoopSummary *a, const OnsiteLoopSummary *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->pack_id, b->pack_id) == 0 &&
         g_strcmp0 (a->level, b->level) == 0 && a->kind == b->kind && a->drill == b->drill &&
         g_strcmp0 (a->target, b->target) == 0 && a->mode == b->mode && a->sample == b->sample &&
         a->created_at_us == b->created_at_us;
}

static gboolean
same_progress (const OnsiteLoopSummary *a, const OnsiteLoopSummary *b)
{
  return a->state == b->state && a->finished_at_us == b->finished_at_us &&
         a->n_rounds == b->n_rounds && a->n_rounds_ended == b->n_rounds_ended &&
         a->n_answers == b->n_answers && a->n_answered == b->n_answered &&
         a->has_session == b->has_session && a->talk_ms == b->talk_ms;
}

static gboolean
same_result (const OnsiteLoopSummary *a, const OnsiteLoopSummary *b)
{
  /* Both are read from the same rows, so that the bits are the same too. */
  return a->n_principles_covered == b->n_principles_covered &&
         a->n_checklist_covered == b->n_checklist_covered &&
         memcmp (&a->mean_score, &b->mean_score, sizeof a->mean_score) == 0;
}

gboolean
onsite_loop_item_equal (OnsiteLoopItem *self, OnsiteLoopItem *other)
{
  const OnsiteLoopSummary *a;
  const OnsiteLoopSummary *b;

  g_return_val_if_fail (ONSITE_IS_LOOP_ITEM (self), FALSE);
  g_return_val_if_fail (ONSITE_IS_LOOP_ITEM (other), FALSE);

  a = self->summary;
  b = other->summary;

  return same_loop (a, b) && same_progress (a, b) && same_result (a, b);
}
