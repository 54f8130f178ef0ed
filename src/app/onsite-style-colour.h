/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "drawing/onsite-colour.h"

G_BEGIN_DECLS

/**
 * onsite_style_colour_look_up:
 * @widget: what is drawn
 * @name: (nullable): a colour of the style, or %NULL for that of its text
 * @alpha: how much of it, from 0 to 1
 *
 * Returns: the colour as the rooms below draw with it; that of the text where
 *   the style has none of the name
 */
OnsiteColour onsite_style_colour_look_up (GtkWidget *widget, const char *name, double alpha);

/**
 * onsite_style_colour_soften:
 * @widget: what is drawn
 * @alpha: how much of a colour is left of what should stay behind, from 0 to 1
 *
 * Returns: that, or half way from it to all of the colour in high contrast
 */
float onsite_style_colour_soften (GtkWidget *widget, float alpha);

G_END_DECLS
