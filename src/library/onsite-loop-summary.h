/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteLoopSummary:
 * @id: the loop's id
 * @pack_id: the id of its pack
 * @level: the id of a level in the pack
 * @kind: how much was rehearsed
 * @drill: for a drill: what @target is, as in #OnsiteLoop
 * @target: for a round the round kind's id, for a drill what is drilled, else ""
 * @mode: how strict it was
 * @state: how far it has come
 * @sample: made by the program to look around in
 * @created_at_us: when it was planned
 * @finished_at_us: when it came to its debrief, 0 for not yet
 * @n_rounds: how many rounds it has
 * @n_rounds_ended: how many of them have ended
 * @n_answers: how many questions it has
 * @n_answered: how many of them were not skipped and have a clip
 * @n_principles_covered: how many principles an answer covers, as the candidate claims or
 *   a coach found, each once
 * @n_checklist_covered: how many checklist items, likewise
 * @mean_score: the mean of the candidate's own ratings, 0 when nothing is rated; those of
 *   coaches are compared with it in the debrief, and a mean of both would change with
 *   who has listened
 * @talk_ms: how long the recordings are together
 * @has_session: whether it can be gone on with
 *
 * A line of the home page. What is counted is counted in current takes.
 */
typedef struct
{
  char *id;
  char *pack_id;
  char *level;
  OnsiteLoopKind kind;
  OnsiteDrill drill;
  char *target;
  OnsiteMode mode;
  OnsiteLoopState state;
  gboolean sample;
  gint64 created_at_us;
  gint64 finished_at_us;
  guint n_rounds;
  guint n_rounds_ended;
  guint n_answers;
  guint n_answered;
  guint n_principles_covered;
  guint n_checklist_covered;
  double mean_score;
  gint64 talk_ms;
  gboolean has_session;
} OnsiteLoopSummary;

/**
 * onsite_loop_summary_free:
 * @self: (transfer full): a summary
 *
 * Frees a summary.
 */
void onsite_loop_summary_free (OnsiteLoopSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteLoopSummary, onsite_loop_summary_free)

G_END_DECLS
