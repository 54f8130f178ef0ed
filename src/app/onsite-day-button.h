/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_DAY_BUTTON (onsite_day_button_get_type ())

/**
 * OnsiteDayButton:
 *
 * The day of the onsite: a button that tells it, and sets or forgets it by a
 * calendar. A day that has passed is told no more.
 *
 * Properties: "question" (string): what stands there where no day is known;
 * "flat" (boolean): whether it has no frame.
 */
G_DECLARE_FINAL_TYPE (OnsiteDayButton, onsite_day_button, ONSITE, DAY_BUTTON, AdwBin)

/**
 * onsite_day_button_set_settings:
 * @self: a day's button
 * @settings: where the day is kept; held
 *
 * Shows the day, and follows it. To be called once.
 */
void onsite_day_button_set_settings (OnsiteDayButton *self, GSettings *settings);

/**
 * onsite_day_button_dup_day:
 * @settings: the program's settings
 *
 * Returns: (transfer full) (nullable): the noon of the day of the onsite; %NULL
 *   where it isn't known
 */
GDateTime *onsite_day_button_dup_day (GSettings *settings);

G_END_DECLS
