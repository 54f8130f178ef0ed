/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "debrief/onsite-debrief.h"

G_BEGIN_DECLS

/**
 * onsite_side_by_side_new:
 * @debrief: a debrief
 * @answer: an answer of it
 * @take: the index of one of its takes
 *
 * What coaches give a take, beside what the candidate gives it: ratings by dimension,
 * votes, and what they found in it. A row of what was found at a place activates
 * "answer.hear" with (take, turn, from, to).
 *
 * Returns: (transfer floating) (nullable): %NULL if no coach gives it anything
 */
GtkWidget *onsite_side_by_side_new (const OnsiteDebrief *debrief,
                                    const OnsiteAnswerSummary *answer,
                                    guint take);

G_END_DECLS
