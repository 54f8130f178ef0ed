/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PREFERENCES_WINDOW (onsite_preferences_window_get_type ())

/**
 * OnsitePreferencesWindow:
 *
 * The interviewer's voice, what is heard with, the day of the onsite, and where
 * the library is.
 */
G_DECLARE_FINAL_TYPE (OnsitePreferencesWindow,
                      onsite_preferences_window,
                      ONSITE,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/**
 * onsite_preferences_window_new:
 * @parent: (nullable): the window that it is shown over
 * @context: the program's context
 *
 * Returns: (transfer none): a new window, which goes when it is closed
 */
GtkWidget *onsite_preferences_window_new (GtkWindow *parent, OnsiteContext *context);

G_END_DECLS
