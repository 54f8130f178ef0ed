/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "onsite-window.h"

G_BEGIN_DECLS

/**
 * onsite_window_class_install_actions:
 * @widget_class: OnsiteWindow's
 *
 * Installs the win.* actions, and the keys that lead to them.
 */
void onsite_window_class_install_actions (GtkWidgetClass *widget_class);

/**
 * onsite_window_actions_add_keys:
 * @window: a window
 * @pages: in it: what shows its pages
 *
 * Lets Escape go back from a page, though a toast that is shown would take it for itself.
 */
void onsite_window_actions_add_keys (OnsiteWindow *window, GtkWidget *pages);

/**
 * onsite_window_actions_add_accels:
 * @application: the program
 *
 * Sets the accelerators of win.* and app.* actions, which the shortcuts window lists.
 */
void onsite_window_actions_add_accels (GtkApplication *application);

/**
 * onsite_window_actions_update:
 * @window: a window
 *
 * Lets the guide be asked for where the context's pack has one.
 */
void onsite_window_actions_update (OnsiteWindow *window);

G_END_DECLS
