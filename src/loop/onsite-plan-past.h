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

/* (element-type OnsiteHistoryItem) (nullable): the history, which has to outlive it. */
OnsitePlanPast *onsite_plan_past_new (GPtrArray *history);
void onsite_plan_past_free (OnsitePlanPast *self);
/* When the question was asked last, G_MININT64 if never. */
gint64 onsite_plan_past_get_asked_at_us (const OnsitePlanPast *self, const char *question);
gboolean onsite_plan_past_is_covered (const OnsitePlanPast *self, const char *principle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePlanPast, onsite_plan_past_free)

G_END_DECLS
