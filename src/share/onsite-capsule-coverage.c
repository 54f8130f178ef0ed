/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule-coverage.h"

static void
row_free (gpointer data)
{
  OnsiteCapsuleRow *self = data;

  g_ptr_array_unref (self->asked_by);
  g_ptr_array_unref (self->covered_by);
  g_free (self);
}

static OnsiteCapsuleRow *
row_new (const OnsiteCapsule *capsule, OnsiteTargetKind kind, const OnsiteCapsuleName *target)
{
  OnsiteCapsuleRow *self = g_new0 (OnsiteCapsuleRow, 1);

  self->kind = kind;
  self->target = target;
  self->asked_by = g_ptr_array_new ();
  self->covered_by = g_ptr_array_new ();
  for (guint i = 0; i < capsule->answers->len; i++)
    {
      OnsiteCapsuleAnswer *answer = g_ptr_array_index (capsule->answers, i);
      OnsiteCell cell = onsite_capsule_get_cell (answer, kind, target->id);

      if (cell.sources & ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED))
        g_ptr_array_add (self->asked_by, answer);
      if (cell.sources & ONSITE_SOURCES_COVERING)
        g_ptr_array_add (self->covered_by, answer);
    }

  return self;
}

static const GPtrArray *
get_targets (const OnsiteCapsule *capsule, OnsiteTargetKind kind)
{
  return kind == ONSITE_TARGET_PRINCIPLE ? capsule->principles : capsule->checklist;
}

GPtrArray *
onsite_capsule_coverage_new (const OnsiteCapsule *capsule, OnsiteTargetKind kind)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  const GPtrArray *targets = get_targets (capsule, kind);

  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add (rows, row_new (capsule, kind, g_ptr_array_index (targets, i)));

  return rows;
}

static gboolean
is_asked (const OnsiteCapsuleAnswer *answer, OnsiteTargetKind kind, const char *target)
{
  GStrv ids = kind == ONSITE_TARGET_PRINCIPLE ? answer->principles : answer->checklist;

  return g_strv_contains ((const char *const *) ids, target);
}

OnsiteCell
onsite_capsule_get_cell (const OnsiteCapsuleAnswer *answer,
                         OnsiteTargetKind kind,
                         const char *target)
{
  const OnsiteCapsuleTake *take = onsite_capsule_get_current_take (answer);
  OnsiteSource weightiest = ONSITE_SOURCE_ASKED;
  OnsiteCell cell = { 0 };

  if (is_asked (answer, kind, target))
    cell.sources = ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED);
  for (guint i = 0; take && i < take->evidence->len; i++)
    {
      const OnsiteCapsuleEvidence *evidence = g_ptr_array_index (take->evidence, i);

      if (evidence->kind != kind || !g_str_equal (evidence->target, target))
        continue;
      cell.sources |= ONSITE_SOURCE_BIT (evidence->source);
      if (evidence->source > weightiest)
        cell.strength = 0;
      weightiest = MAX (weightiest, evidence->source);
      if (evidence->source == weightiest)
        cell.strength = MAX (cell.strength, evidence->strength);
    }

  return cell;
}

const OnsiteCapsuleTake *
onsite_capsule_get_current_take (const OnsiteCapsuleAnswer *answer)
{
  const OnsiteCapsuleTake *found = NULL;

  for (guint i = 0; i < answer->takes->len; i++)
    {
      const OnsiteCapsuleTake *take = g_ptr_array_index (answer->takes, i);

      if (!found || take->current)
        found = take;
    }

  return found;
}

const char *
onsite_capsule_find_target (const OnsiteCapsule *capsule, OnsiteTargetKind kind, const char *id)
{
  const GPtrArray *names = get_targets (capsule, kind);

  for (guint i = 0; i < names->len; i++)
    {
      const OnsiteCapsuleName *name = g_ptr_array_index (names, i);

      if (g_str_equal (name->id, id))
        return name->name;
    }

  return id;
}

const OnsiteCapsuleExhibit *
onsite_capsule_find_exhibit (const OnsiteCapsule *capsule, const char *id)
{
  for (guint i = 0; id && i < capsule->exhibits->len; i++)
    {
      const OnsiteCapsuleExhibit *exhibit = g_ptr_array_index (capsule->exhibits, i);

      if (g_str_equal (exhibit->id, id))
        return exhibit;
    }

  return NULL;
}

void
onsite_capsule_append_time (GString *text, gint64 from_ms, gint64 to_ms)
{
  gint64 times[] = { from_ms, to_ms };

  for (guint i = 0; from_ms >= 0 && i < (to_ms > from_ms ? 2 : 1); i++)
    {
      int seconds = (int) (times[i] / 1000);

      g_string_append_printf (text, "%s%d:%02d", i == 0 ? "" : "–", seconds / 60, seconds % 60);
    }
}
