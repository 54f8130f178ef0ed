/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-wrap.h"

#include "onsite-wrap-layout.h"

/* What a row's words have beside a button at least, in characters. */
#define LEAST_CHARS 18
/* As the library has it there. */
#define SPACING 6

typedef void (*Wrap) (GtkWidget *widget);

static void
wrap_each (GtkWidget *widget, Wrap wrap)
{
  wrap (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_each (child, wrap);
}

static void
wrap_pill (GtkWidget *widget)
{
  GtkWidget *label = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "pill"))
    label = gtk_button_get_child (GTK_BUTTON (widget));
  if (!GTK_IS_LABEL (label))
    return;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

/* (nullable): the library puts words and what stands beside them into a box of its own.
 * That of a group asks its words how wide they want to be at a height, and in a script
 * whose lines aren't all of the same height they want more than there is. */
static GtkWidget *
find_box (GtkWidget *widget)
{
  GtkWidget *box = NULL;

  if (ADW_IS_ACTION_ROW (widget))
    box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    box = gtk_widget_get_first_child (gtk_widget_get_first_child (widget));

  return GTK_IS_BOX (box) && gtk_widget_has_css_class (box, "header") ? box : NULL;
}

static void
wrap_row (GtkWidget *widget)
{
  GtkWidget *box = find_box (widget);

  if (box == NULL)
    return;

  gtk_widget_set_layout_manager (
      box,
      g_object_new (ONSITE_TYPE_WRAP_LAYOUT, "spacing", SPACING, "least-chars", LEAST_CHARS, NULL));
  gtk_widget_add_css_class (box, "wrapping");
}

void
onsite_wrap_pills (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  wrap_each (widget, wrap_pill);
}

void
onsite_wrap_rows (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  wrap_each (widget, wrap_row);
}
