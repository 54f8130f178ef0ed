/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * onsite_announce:
 * @widget: anything on the display
 * @text: what has changed, in words
 *
 * Has a screen reader say what nobody has asked for, in whichever window of the
 * program is active. GTK 4.8 has no call for that: of a label that comes or
 * changes it tells the bus nothing that Orca would say, whatever its role. What
 * it does tell is that what has the focus is described anew, and Orca says so.
 * The words stay there for a moment; what is announced at the same time is said
 * together.
 */
void onsite_announce (GtkWidget *widget, const char *text);

/**
 * onsite_announce_describe:
 * @widget: what can have the focus
 * @description: what a screen reader says of it beside its name
 *
 * Describes a widget, so that it is described like this again after something
 * was announced while it had the focus. A tooltip needs no such word.
 */
void onsite_announce_describe (GtkWidget *widget, const char *description);

G_END_DECLS
