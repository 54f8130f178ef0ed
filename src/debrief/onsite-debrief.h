/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-answer-summary.h"
#include "onsite-coverage.h"
#include "onsite-mix.h"
#include "onsite-ratings.h"
#include "onsite-round-summary.h"

G_BEGIN_DECLS

/**
 * OnsiteDebrief:
 * @pack: what was asked from
 * @loop: what was answered
 * @answers: (element-type OnsiteAnswerSummary): each answer, in order
 * @rounds: (element-type OnsiteRoundSummary): each round, with its vote
 * @principles: (element-type OnsiteCoverageRow): a row for each principle
 * @checklist: (element-type OnsiteCoverageRow): a row for each checklist item
 * @mix: (element-type OnsiteShare): planned and asked, by category
 * @dimensions: (element-type OnsiteDimensionSummary): ratings, by dimension
 * @n_principles_covered: rows of @principles that are no gap
 * @n_checklist_covered: rows of @checklist that are no gap
 * @n_asked: answers that were asked
 * @talk_ms: recorded in all
 * @suggested_ms: what the pack suggests for the answers that were asked
 *
 * What a loop meant. Computed whole from a loop and its pack, and immutable.
 * It owns the loop and holds the pack; everything that it points to lives as
 * long as it does. Each figure comes with the answers that it was computed
 * from, so that it can be traced.
 */
typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  GPtrArray *answers;
  GPtrArray *rounds;
  GPtrArray *principles;
  GPtrArray *checklist;
  GPtrArray *mix;
  GPtrArray *dimensions;
  guint n_principles_covered;
  guint n_checklist_covered;
  guint n_asked;
  gint64 talk_ms;
  gint64 suggested_ms;
} OnsiteDebrief;

/**
 * onsite_debrief_new:
 * @loop: (transfer full): a loop
 * @pack: the pack that it was planned from
 * @n_finished_debriefs: loops that ended in a debrief before this one, for the
 *   checklist items that loops feed; this one counts itself once it is finished,
 *   unless it is a sample
 *
 * Returns: (transfer full): the debrief
 */
OnsiteDebrief *onsite_debrief_new (OnsiteLoop *loop, OnsitePack *pack, guint n_finished_debriefs);

/**
 * onsite_debrief_free:
 * @self: (transfer full): a debrief
 *
 * Frees a debrief with its loop; see onsite_debrief_dissolve() to keep that.
 */
void onsite_debrief_free (OnsiteDebrief *self);

/**
 * onsite_debrief_dissolve:
 * @self: (transfer full): a debrief
 *
 * Frees a debrief but for its loop, so that it can be computed anew after an
 * answer was edited.
 *
 * Returns: (transfer full): the loop
 */
OnsiteLoop *onsite_debrief_dissolve (OnsiteDebrief *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteDebrief, onsite_debrief_free)

G_END_DECLS
