/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/* How many voices interviewers are told apart by: the four English speakers of
 * flite, each in two pitches. */
#define ONSITE_PLAN_N_VOICES 8

/* How many questions a drill asks, if the pack has them and its time isn't given. */
#define ONSITE_PLAN_DRILL_QUESTIONS 3

/* A curveball comes no sooner into an answer than this. */
#define ONSITE_PLAN_LEAST_THROW_MS 20000

/**
 * OnsitePlanRequest:
 * @pack: what is drawn from
 * @level: the id of a level of @pack
 * @mode: how strictly it will be run
 * @kind: a whole loop, one round, or a drill
 * @drill: for a drill: what @target is
 * @target: for a round the id of one of the level's round kinds, for a drill
 *   what is drilled
 * @screens: for a whole loop: whether its optional rounds are in it
 * @seconds: for a round or a drill: its length, 0 for what the pack says (for a
 *   drill: what its questions suggest)
 * @curveballs: whether main answers may have something thrown into them
 * @seed: same request, same history and same seed give the same plan
 * @history: (element-type OnsiteHistoryItem) (nullable): what was asked before
 *
 * What is wanted. Owns nothing.
 */
typedef struct
{
  OnsitePack *pack;
  const char *level;
  OnsiteMode mode;
  OnsiteLoopKind kind;
  OnsiteDrill drill;
  const char *target;
  gboolean screens;
  guint seconds;
  gboolean curveballs;
  guint64 seed;
  GPtrArray *history;
} OnsitePlanRequest;

/**
 * OnsitePlanError:
 * @ONSITE_PLAN_ERROR_UNKNOWN: a level, round or target that the pack doesn't have
 * @ONSITE_PLAN_ERROR_EMPTY: the pack has too few questions for it, or none
 */
typedef enum
{
  ONSITE_PLAN_ERROR_UNKNOWN,
  ONSITE_PLAN_ERROR_EMPTY,
} OnsitePlanError;

#define ONSITE_PLAN_ERROR (onsite_plan_error_quark ())

/**
 * onsite_plan_error_quark:
 *
 * Returns: the domain of #OnsitePlanError
 */
GQuark onsite_plan_error_quark (void);

/**
 * onsite_plan_loop:
 * @request: what is wanted
 * @error: return location for an #OnsitePlanError
 *
 * Draws a loop: its rounds with interviewers, and the questions of each. No
 * clock, and no chance but the seed; the ids of the new records are
 * fresh all the same. Times are left at 0, for the caller to set.
 *
 * - No question is asked twice.
 * - Each category's number of questions in a whole loop is within one of the
 *   pack's share, if any choice of questions can do that, and as near as can
 *   be if not. In one round the shares of that round's categories hold.
 * - What was never asked comes first, then what was asked longest ago; then
 *   principles that past loops left uncovered, then principles that this loop
 *   asks for least.
 * - In a whole loop with onsite rounds one onsite interviewer is the bar raiser.
 *   Each onsite interviewer holds two or three principles, held by no other if
 *   the pack has enough: uncovered ones first, and those that are asked for.
 * - In two of three onsite rounds that have a question with a curveball, one is
 *   thrown, and never more than one. All else is the same with and without.
 * - A drill is one round, of the kind among the level's onsite rounds that may
 *   ask most of its questions; of a screen's only if none of them asks any.
 *
 * Returns: (transfer full): the planned loop, or %NULL
 */
OnsiteLoop *onsite_plan_loop (const OnsitePlanRequest *request, GError **error);

G_END_DECLS
