/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-text-direction.h"

/* A widget hands its direction to no child. */
static void
set_direction (GtkWidget *widget, GtkTextDirection direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_direction (child, direction);
}

void
onsite_text_direction_follow (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  gboolean rtl;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  layout = gtk_widget_create_pango_layout (widget, text);
  rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  set_direction (widget, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}
