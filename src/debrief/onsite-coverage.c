/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-coverage.h"

static void
coverage_row_free (OnsiteCoverageRow *self)
{
  g_array_unref (self->cells);
  g_ptr_array_unref (self->asked_by);
  g_ptr_array_unref (self->covered_by);
  g_free (self);
}

static OnsiteCoverageRow *
coverage_row_new (OnsiteTargetKind kind, const char *target, const char *name, guint n_answers)
{
  OnsiteCoverageRow *self = g_new0 (OnsiteCoverageRow, 1);

  self->kind = kind;
  self->target = target;
  self->name = name;
  self->cells = g_array_sized_new (FALSE, TRUE, sizeof (OnsiteCell), n_answers);
  self->asked_by = g_ptr_array_new ();
  self->covered_by = g_ptr_array_new ();

  return self;
}

static gboolean
is_evidence_for (const OnsiteEvidence *evidence, OnsiteTargetKind kind, const char *target)
{
  return evidence->kind == kind && g_str_equal (evidence->target, target);
}

static gboolean
question_targets (const OnsiteQuestion *question, OnsiteTargetKind kind, const char *target)
{
  const char *const *targets;

  if (!question)
    return FALSE;

  targets = (const char *const *) (kind == ONSITE_TARGET_PRINCIPLE ? question->principles
                                                                   : question->checklist);
  return targets && g_strv_contains (targets, target);
}

static void
cell_add_evidence (OnsiteCell *self, const OnsiteEvidence *evidence)
{
  guint bit = ONSITE_SOURCE_BIT (evidence->source);
  double strength = CLAMP (evidence->strength, 0.0, 1.0);

  /* The sources are in order of weight, so that a greater mask holds a weightier source. */
  if (bit > self->sources)
    self->strength = strength;
  else if (bit << 1 > self->sources)
    self->strength = MAX (self->strength, strength);

  self->sources |= bit;
}

static OnsiteCell
look_up_cell (const OnsiteAnswerSummary *summary, OnsiteTargetKind kind, const char *target)
{
  const OnsiteTake *take = onsite_answer_get_current_take (summary->answer);
  OnsiteCell cell = { 0, 0.0 };

  if (!summary->asked)
    return cell;

  if (question_targets (summary->question, kind, target))
    cell.sources |= ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED);

  for (guint i = 0; i < take->evidence->len; i++)
    {
      const OnsiteEvidence *evidence = g_ptr_array_index (take->evidence, i);

      if (evidence->source != ONSITE_SOURCE_ASKED && is_evidence_for (evidence, kind, target))
        cell_add_evidence (&cell, evidence);
    }

  return cell;
}

static void
coverage_row_add_answer (OnsiteCoverageRow *self, OnsiteAnswerSummary *summary)
{
  OnsiteCell cell = { 0, 0.0 };

  if (!self->fed_by_loops)
    cell = look_up_cell (summary, self->kind, self->target);
  g_array_append_val (self->cells, cell);

  if (cell.sources & ONSITE_SOURCE_BIT (ONSITE_SOURCE_ASKED))
    g_ptr_array_add (self->asked_by, summary);
  if (cell.sources & ONSITE_SOURCES_COVERING)
    g_ptr_array_add (self->covered_by, summary);
}

static void
coverage_row_fill (OnsiteCoverageRow *self, GPtrArray *answers, guint n_finished_loops)
{
  for (guint i = 0; i < answers->len; i++)
    coverage_row_add_answer (self, g_ptr_array_index (answers, i));

  self->n_asked = self->asked_by->len;
  self->n_covered = self->fed_by_loops ? n_finished_loops : self->covered_by->len;
  self->gap = self->n_covered == 0;
}

GPtrArray *
onsite_coverage_of_principles (OnsitePack *pack, GPtrArray *answers)
{
  GPtrArray *principles = onsite_pack_get_principles (pack);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) coverage_row_free);

  for (guint i = 0; i < principles->len; i++)
    {
      const OnsitePrinciple *principle = g_ptr_array_index (principles, i);
      OnsiteCoverageRow *row = coverage_row_new (ONSITE_TARGET_PRINCIPLE,
                                                 principle->id,
                                                 principle->name,
                                                 answers->len);

      coverage_row_fill (row, answers, 0);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

GPtrArray *
onsite_coverage_of_checklist (OnsitePack *pack, GPtrArray *answers, guint n_finished_loops)
{
  GPtrArray *checklist = onsite_pack_get_checklist (pack);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) coverage_row_free);

  for (guint i = 0; i < checklist->len; i++)
    {
      const OnsiteChecklistItem *item = g_ptr_array_index (checklist, i);
      OnsiteCoverageRow *row = coverage_row_new (ONSITE_TARGET_CHECKLIST,
                                                 item->id,
                                                 item->name,
                                                 answers->len);

      row->fed_by_loops = item->fed_by_loops;
      coverage_row_fill (row, answers, n_finished_loops);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

const OnsiteCell *
onsite_coverage_row_get_cell (const OnsiteCoverageRow *self, guint answer)
{
  g_return_val_if_fail (answer < self->cells->len, NULL);

  return &g_array_index (self->cells, OnsiteCell, answer);
}

guint
onsite_coverage_count_covered (GPtrArray *rows)
{
  guint n_covered = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (rows, i);

      n_covered += !row->gap;
    }

  return n_covered;
}

GPtrArray *
onsite_coverage_find_evidence (const OnsiteAnswer *answer,
                               OnsiteTargetKind kind,
                               const char *target)
{
  const OnsiteTake *take = onsite_answer_get_current_take (answer);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; take && i < take->evidence->len; i++)
    {
      OnsiteEvidence *evidence = g_ptr_array_index (take->evidence, i);

      if (is_evidence_for (evidence, kind, target))
        g_ptr_array_add (found, evidence);
    }

  return found;
}
