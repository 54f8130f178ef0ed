/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-plan-draft.h"

G_BEGIN_DECLS

/**
 * onsite_plan_mix:
 * @draft: what is drawn from
 *
 * How many questions of which category each round asks. Exact, by a flow of
 * the least cost from rounds through questions to categories, so that what it
 * says can be filled without asking a question twice. In this order:
 *
 * 1. each round has its fewest questions at least;
 * 2. each category's number is within one of its share (of the shares of the
 *    categories that the rounds ask at all);
 * 3. each round has as many questions as its time suggests, and none more than its most;
 * 4. the numbers are as near to the shares as can be, by the sum of squares,
 *    which without anything in the way is the method of the largest remainder;
 * 5. rounds ask the categories that they prefer.
 *
 * Returns: (transfer full) (nullable) (element-type OnsitePlanSlot): a place for
 *   each question, by rounds and preferred categories first, or %NULL if not
 *   even the fewest can be had
 */
GArray *onsite_plan_mix (OnsitePlanDraft *draft);

/**
 * onsite_plan_mix_is_within_one:
 * @count: how many questions of a category
 * @n_questions: how many in all
 * @share: the category's share
 * @n_shares: the sum of all shares
 *
 * Returns: whether @count is off its share by one at most
 */
gboolean
onsite_plan_mix_is_within_one (guint count, guint n_questions, guint share, guint n_shares);

G_END_DECLS
