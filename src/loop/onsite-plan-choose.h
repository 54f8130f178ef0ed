/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-plan-draft.h"

G_BEGIN_DECLS

/**
 * onsite_plan_choose:
 * @draft: what is drawn from
 * @slots: (element-type OnsitePlanSlot): a place for each question
 * @aim: (nullable): the principle that is drilled
 *
 * Fills each place with a question, and asks none twice. Place by place the
 * best is taken with which all the places after it can still be filled (a
 * matching is kept, and re-routed by augmenting paths). Best is, in this order:
 * what was never asked, or else longest ago; what has @aim for its main
 * principle; what targets most principles that past loops left uncovered and
 * this one has not asked for yet; whose main principle this loop asks for
 * least; what the dice say.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteQuestion): the
 *   question of each place, or %NULL if they can't all be filled
 */
GPtrArray *onsite_plan_choose (OnsitePlanDraft *draft, GArray *slots, const char *aim);

G_END_DECLS
