/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * onsite_text_direction_follow:
 * @widget: what a text is to be read in
 * @text: some of that text
 *
 * Has @widget and all that is in it now begin where @text begins, on the left or
 * on the right: what a pack says is read as its own language is, whatever that
 * of the program.
 */
void onsite_text_direction_follow (GtkWidget *widget, const char *text);

G_END_DECLS
