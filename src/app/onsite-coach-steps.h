/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "debrief/onsite-agreement.h"

G_BEGIN_DECLS

/**
 * onsite_coach_steps_new:
 * @debrief: a debrief
 * @agreements: (element-type OnsiteAgreement): of it
 *
 * What to do about what coaches say, each with a click: to hear what they heard
 * differently ("debrief.tour"), and drills ("win.drill").
 *
 * Returns: (transfer floating) (nullable): a list; %NULL if there is nothing to do
 */
GtkWidget *onsite_coach_steps_new (const OnsiteDebrief *debrief, GPtrArray *agreements);

G_END_DECLS
