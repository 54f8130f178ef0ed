/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-plan-draft.h"
#include "records/onsite-loop.h"

G_BEGIN_DECLS

/**
 * onsite_plan_cast:
 * @draft: what is drawn from
 * @loop: a loop whose rounds have their questions
 * @target: (nullable): the principle that is drilled, which is held first
 *
 * Gives each round its interviewer: a title of its kind's list that nobody has
 * yet, if there is one; a voice that its neighbours don't have; in a whole loop
 * one of the onsite interviewers is the bar raiser. Each onsite interviewer
 * holds three principles, or two where the pack has not so many: uncovered ones
 * first, and as far as possible those that its own questions target. No two
 * hold the same, if the pack has two for each.
 */
void onsite_plan_cast (OnsitePlanDraft *draft, OnsiteLoop *loop, const char *target);

G_END_DECLS
