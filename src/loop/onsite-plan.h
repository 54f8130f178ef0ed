/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

typedef enum
{
  ONSITE_DRILL_CATEGORY,  /* target: a category's id */
  ONSITE_DRILL_PRINCIPLE, /* target: a principle's id */
  ONSITE_DRILL_CHECKLIST, /* target: a checklist item's id */
  ONSITE_DRILL_GAPS,      /* no target: what past loops left uncovered */
} OnsiteDrill;

/**
 * OnsitePlanRequest:
 * @level: the id of a level of @pack
 * @kind: a whole loop, one round, or a drill
 * @target: for a round the round kind's id, for a drill what is drilled
 * @drill: for a drill: what @target is
 * @screens: for a whole loop: whether its optional rounds are in it
 * @seconds: for a round or a drill: its length, 0 for the pack's (a drill: what its questions suggest)
 * @seed: same request, same history and same seed give the same plan
 * @history: (element-type OnsiteHistoryItem) (nullable): what was asked before
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
  guint64 seed;
  GPtrArray *history;
} OnsitePlanRequest;

typedef enum
{
  ONSITE_PLAN_ERROR_UNKNOWN, /* a level, round or target that the pack doesn't have */
  ONSITE_PLAN_ERROR_EMPTY,   /* the pack has no question for it */
} OnsitePlanError;

#define ONSITE_PLAN_ERROR (onsite_plan_error_quark ())
GQuark onsite_plan_error_quark (void);

/**
 * onsite_plan_loop:
 * @request: what is wanted
 * @error: return location for an #OnsitePlanError
 *
 * Draws a loop: its rounds with interviewers, and the questions of each. No
 * clock and no chance but the seed. Ids and times are left empty, for the
 * caller to give.
 *
 * Returns: (transfer full): the planned loop, or %NULL
 */
OnsiteLoop *onsite_plan_loop (const OnsitePlanRequest *request, GError **error);

G_END_DECLS
