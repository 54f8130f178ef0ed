/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-debrief.h"

G_BEGIN_DECLS

/**
 * OnsiteHeadline:
 * @gaps: (element-type OnsiteCoverageRow): what nothing supports: principles
 *   that were asked for first (they were the chance that was missed), then
 *   those that were not, then checklist items in the same way
 * @unrated: (element-type OnsiteAnswerSummary): answered and not rated on every
 *   dimension yet, to be asked for again
 * @weakest: (nullable): the dimension with the lowest mean, the first of equals;
 *   %NULL unless at least two dimensions differ
 * @n_interruptions: how often something broke into its rounds
 * @n_ended_early: rounds that were ended before their time
 *
 * What is to be said first about a loop, as data. The words are for those who
 * say it.
 */
typedef struct
{
  GPtrArray *gaps;
  GPtrArray *unrated;
  const OnsiteDimensionSummary *weakest;
  guint n_interruptions;
  guint n_ended_early;
} OnsiteHeadline;

/**
 * onsite_headline_new:
 * @debrief: a debrief, which has to outlive what is returned
 *
 * Returns: (transfer full): the headline
 */
OnsiteHeadline *onsite_headline_new (const OnsiteDebrief *debrief);

/**
 * onsite_headline_free:
 * @self: (transfer full): a headline
 */
void onsite_headline_free (OnsiteHeadline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteHeadline, onsite_headline_free)

G_END_DECLS
