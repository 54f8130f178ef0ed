/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-answer-summary.h"

G_BEGIN_DECLS

/**
 * ONSITE_SOURCES_COVERING:
 *
 * Those who say that an answer supports a target. That it was asked for says
 * only that it should.
 */
#define ONSITE_SOURCES_COVERING                                                          \
  (ONSITE_SOURCE_BIT (ONSITE_SOURCE_CLAIMED) | ONSITE_SOURCE_BIT (ONSITE_SOURCE_HEARD) | \
   ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH))

/**
 * OnsiteCell:
 * @sources: the #ONSITE_SOURCE_BIT of each who says so
 * @strength: from 0 to 1: the greatest that the weightiest of @sources gives
 *   (coach before heard before claimed), 0 where it was only asked for
 *
 * What is known of one target in one answer.
 */
typedef struct
{
  guint sources;
  double strength;
} OnsiteCell;

/**
 * OnsiteCoverageRow:
 * @kind: what @target names
 * @target: the id of the principle or the checklist item
 * @name: what it is called
 * @fed_by_loops: whether finished debriefs feed it, and no answer does
 * @cells: (element-type OnsiteCell): one for each answer of the loop, in order
 * @n_asked: answers that were asked and whose question targets it
 * @n_covered: answers that somebody says support it; for an item that loops
 *   feed: finished loops
 * @gap: nothing supports it: @n_covered is 0
 * @asked_by: (element-type OnsiteAnswerSummary): the answers behind @n_asked
 * @covered_by: (element-type OnsiteAnswerSummary): the answers behind @n_covered;
 *   empty for an item that loops feed
 *
 * One target against every answer of a loop.
 */
typedef struct
{
  OnsiteTargetKind kind;
  const char *target;
  const char *name;
  gboolean fed_by_loops;
  GArray *cells;
  guint n_asked;
  guint n_covered;
  gboolean gap;
  GPtrArray *asked_by;
  GPtrArray *covered_by;
} OnsiteCoverageRow;

/**
 * onsite_coverage_of_principles:
 * @pack: whose principles
 * @answers: (element-type OnsiteAnswerSummary): of one loop; has to outlive what is returned
 *
 * Returns: (transfer full) (element-type OnsiteCoverageRow): a row for each
 *   principle, in the pack's order
 */
GPtrArray *onsite_coverage_of_principles (OnsitePack *pack, GPtrArray *answers);

/**
 * onsite_coverage_of_checklist:
 * @pack: whose checklist
 * @answers: (element-type OnsiteAnswerSummary): of one loop; has to outlive what is returned
 * @n_finished_loops: loops that ended in a debrief so far, this one included
 *
 * Returns: (transfer full) (element-type OnsiteCoverageRow): a row for each
 *   checklist item, in the pack's order
 */
GPtrArray *
onsite_coverage_of_checklist (OnsitePack *pack, GPtrArray *answers, guint n_finished_loops);

/**
 * onsite_coverage_row_get_cell:
 * @self: a row
 * @answer: the index of an answer in the loop
 *
 * Returns: what is known of the row's target in this answer
 */
const OnsiteCell *onsite_coverage_row_get_cell (const OnsiteCoverageRow *self, guint answer);

/**
 * onsite_coverage_count_covered:
 * @rows: (element-type OnsiteCoverageRow): rows
 *
 * Returns: how many of @rows are no gap
 */
guint onsite_coverage_count_covered (GPtrArray *rows);

/**
 * onsite_coverage_find_evidence:
 * @answer: an answer
 * @kind: what @target names
 * @target: the id of a principle or a checklist item
 *
 * What a cell came from, so that it can be heard or read: the evidence for
 * @target in the current take of @answer.
 *
 * Returns: (transfer container) (element-type OnsiteEvidence): owned by the take
 */
GPtrArray *onsite_coverage_find_evidence (const OnsiteAnswer *answer,
                                          OnsiteTargetKind kind,
                                          const char *target);

G_END_DECLS
