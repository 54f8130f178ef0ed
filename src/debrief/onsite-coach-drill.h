/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-agreement.h"

G_BEGIN_DECLS

/**
 * ONSITE_COACH_DRILL_MIDDLE:
 *
 * Below it, an answer is nearer to the anchor of 1 than one that only just meets what
 * is expected, for which the packs' middle anchor, that of 3, stands.
 */
#define ONSITE_COACH_DRILL_MIDDLE 3.0

/**
 * ONSITE_COACH_DRILLS_MOST:
 *
 * How many are proposed: what can be taken up before the next loop. The matrix has all gaps.
 */
#define ONSITE_COACH_DRILLS_MOST 5

/**
 * OnsiteCoachDrill:
 * @drill: %ONSITE_DRILL_CATEGORY where coaches rate such answers low;
 *   %ONSITE_DRILL_PRINCIPLE or %ONSITE_DRILL_CHECKLIST where no coach heard what was
 *   asked for
 * @target: what is drilled
 * @name: what that is called
 * @mean: the mean of what coaches gave such answers, below %ONSITE_COACH_DRILL_MIDDLE;
 *   0 where it isn't about ratings
 * @n_ratings: how many ratings @mean is from
 * @answers: (element-type OnsiteAnswerSummary): the answers behind it, in their order
 *
 * What a candidate may drill because of what coaches say.
 */
typedef struct
{
  OnsiteDrill drill;
  const char *target;
  const char *name;
  double mean;
  guint n_ratings;
  GPtrArray *answers;
} OnsiteCoachDrill;

/**
 * onsite_coach_drills_new:
 * @debrief: a debrief, which has to outlive what is returned
 * @agreements: (element-type OnsiteAgreement): of it
 *
 * Proposes drills: first the categories whose answers coaches rate low on average, the
 * lowest first, of equals in the pack's order; then what questions asked for and none of
 * the coaches found who looked for anything, in the pack's order, principles first. All
 * takes count that a coach heard.
 *
 * Returns: (transfer full) (element-type OnsiteCoachDrill): at most
 *   %ONSITE_COACH_DRILLS_MOST
 */
GPtrArray *onsite_coach_drills_new (const OnsiteDebrief *debrief, GPtrArray *agreements);

G_END_DECLS
