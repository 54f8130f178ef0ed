/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-history-item.h"

G_BEGIN_DECLS

/**
 * OnsitePlanPast:
 *
 * What a plan asks of the history. For this room only.
 */
typedef struct _OnsitePlanPast OnsitePlanPast;

/**
 * onsite_plan_past_new:
 * @history: (element-type OnsiteHistoryItem) (nullable): what was asked before; it has
 *   to outlive the past
 *
 * Returns: (transfer full): what a plan asks of it
 */
OnsitePlanPast *onsite_plan_past_new (GPtrArray *history);

/**
 * onsite_plan_past_free:
 * @self: (transfer full): a past
 */
void onsite_plan_past_free (OnsitePlanPast *self);

/**
 * onsite_plan_past_get_asked_at_us:
 * @self: a past
 * @question: a question's id
 *
 * Returns: when it was asked last; %G_MININT64 if never
 */
gint64 onsite_plan_past_get_asked_at_us (const OnsitePlanPast *self, const char *question);

/**
 * onsite_plan_past_is_covered:
 * @self: a past
 * @principle: a principle's id
 *
 * Returns: whether an answer before has supported it
 */
gboolean onsite_plan_past_is_covered (const OnsitePlanPast *self, const char *principle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePlanPast, onsite_plan_past_free)

G_END_DECLS
