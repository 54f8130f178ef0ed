/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteCell:
 * @sources: a bit (1 << #OnsiteSource) for each who says so
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
 * @cells: (element-type OnsiteCell): one for each answer of the loop, in order
 * @n_asked: answers whose question targets it
 * @n_covered: answers that somebody (candidate, transcript or coach) says support it
 * @gap: nobody says that any answer supports it
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
} OnsiteCoverageRow;

/**
 * OnsiteShare:
 * @planned: questions planned of this category
 * @asked: questions that were asked of it
 * @aim_percent: what the pack aims at
 */
typedef struct
{
  const char *category;
  const char *name;
  guint planned;
  guint asked;
  guint aim_percent;
} OnsiteShare;

/**
 * OnsiteDimensionSummary:
 * @mean: of the rated answers, 0 if there is none
 */
typedef struct
{
  const char *dimension;
  const char *name;
  double mean;
  guint n;
} OnsiteDimensionSummary;

/**
 * OnsiteAnswerSummary:
 * @round: index of its round
 * @talk_ms: recorded, over the current take's turns
 * @suggested_ms: what the pack suggests
 * @mean_score: 0 if nothing is rated
 */
typedef struct
{
  guint round;
  guint index;
  const OnsiteAnswer *answer;
  const OnsiteQuestion *question;
  gint64 talk_ms;
  gint64 suggested_ms;
  double mean_score;
  gboolean asked;
  gboolean has_clip;
} OnsiteAnswerSummary;

/**
 * OnsiteDebrief:
 *
 * What a loop meant. Computed whole from a loop and its pack, immutable; both
 * must outlive it (it holds the pack, and owns the loop).
 */
typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  GPtrArray *answers;    /* OnsiteAnswerSummary */
  GPtrArray *principles; /* OnsiteCoverageRow */
  GPtrArray *checklist;  /* OnsiteCoverageRow */
  GPtrArray *mix;        /* OnsiteShare */
  GPtrArray *dimensions; /* OnsiteDimensionSummary */
  guint n_principles_covered;
  guint n_checklist_covered;
  gint64 talk_ms;
  gint64 suggested_ms;
} OnsiteDebrief;

/* Takes the loop. @n_finished_debriefs counts those before, for items that loops feed. */
OnsiteDebrief *onsite_debrief_new (OnsiteLoop *loop, OnsitePack *pack, guint n_finished_debriefs);
void onsite_debrief_free (OnsiteDebrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteDebrief, onsite_debrief_free)

G_END_DECLS
