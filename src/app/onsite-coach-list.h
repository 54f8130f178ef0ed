/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "debrief/onsite-agreement.h"

G_BEGIN_DECLS

/**
 * onsite_coach_list_new:
 * @debrief: a debrief
 *
 * What to do about what coaches say of a loop, and what each says, in a list of its own: how far both are apart, where
 * most, and the comments. A row about a recording activates "debrief.hear" with (answer,
 * the take's id, turn, milliseconds); a coach's own has a button for "debrief.remove-review" with the
 * review's id.
 *
 * Returns: (transfer floating) (nullable): %NULL if no coach says anything
 */
GtkWidget *onsite_coach_list_new (const OnsiteDebrief *debrief);

G_END_DECLS
