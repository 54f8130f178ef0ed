/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-plan-draft.h"
#include "records/onsite-loop.h"

G_BEGIN_DECLS

/**
 * onsite_plan_throw:
 * @draft: what is drawn from
 * @loop: a loop whose rounds have their questions
 *
 * Throws curveballs: in two of three onsite rounds that have a question with
 * one, into one main answer. It comes when that answer has gone on for 35 to 65 %
 * of its share of the suggested time, and for %ONSITE_PLAN_LEAST_THROW_MS: not
 * before there is something to change, nor when all is said. Of the suggested
 * time the main answer has the same share as each follow-up.
 */
void onsite_plan_throw (OnsitePlanDraft *draft, OnsiteLoop *loop);

G_END_DECLS
