/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-style-colour.h"

#include <adwaita.h>

OnsiteColour
onsite_style_colour_look_up (GtkWidget *widget, const char *name, double alpha)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA rgba;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &rgba))
    gtk_style_context_get_color (style, &rgba);

  return (OnsiteColour){ rgba.red, rgba.green, rgba.blue, rgba.alpha * alpha };
}

float
onsite_style_colour_soften (GtkWidget *widget, float alpha)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return adw_style_manager_get_high_contrast (style) ? (1 + alpha) / 2 : alpha;
}
