/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * onsite_toast_new:
 * @text: a sentence in the person's language, which is no markup
 *
 * A toast of which all is read: its words wrap where a line is too short for
 * them, and stay as long as it takes to read them.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *onsite_toast_new (const char *text);

/**
 * onsite_toast_announce:
 * @toast: one that onsite_toast_new() made
 * @window: the one that is about to show it
 *
 * Has a screen reader say it, makes its lines as long as @window has room for,
 * shows it above what has the class "foot" there, and leaves time to come to its
 * button, if it has one.
 */
void onsite_toast_announce (AdwToast *toast, GtkWidget *window);

/**
 * onsite_toast_show_in_preferences:
 * @toast: (transfer full): one that onsite_toast_new() made
 * @widget: what it comes from
 *
 * Announces it and shows it in the preferences window that @widget is or is in; if
 * that is gone, there is nobody to tell.
 */
void onsite_toast_show_in_preferences (AdwToast *toast, GtkWidget *widget);

G_END_DECLS
