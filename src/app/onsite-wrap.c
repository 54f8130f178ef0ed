/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-wrap.h"

#include "onsite-wrap-layout.h"

/* What a row's words have beside a button at least, in characters. */
#define LEAST_CHARS 18
/* As the library has it there. */
#define SPACING 6
/* Of a menu and of what is in it, on both sides, in pixels. */
#define MENU_BORDERS 72

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

/* Keys that do the same as an item of a menu. */
static gboolean
is_keys (GtkWidget *label)
{
  return g_str_equal (gtk_widget_get_css_name (label), "accelerator");
}

static void
collect_labels (GtkWidget *widget, GPtrArray *labels)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (labels, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, labels);
}

static int
measure_keys (GPtrArray *labels)
{
  int keys = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);
      int width = 0;

      if (is_keys (label))
        gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      keys = MAX (keys, width);
    }

  return keys;
}

static void
wrap_label (GtkWidget *label, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int char_width = pango_font_metrics_get_approximate_char_width (metrics);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX (width * PANGO_SCALE / char_width, 1));
  pango_font_metrics_unref (metrics);
}

static void
fit_menu_cb (GtkMenuButton *button, gpointer unused)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  int room;

  collect_labels (GTK_WIDGET (gtk_menu_button_get_popover (button)), labels);
  room = gtk_widget_get_width (window) - MENU_BORDERS - measure_keys (labels);
  for (guint i = 0; i < labels->len; i++)
    if (!is_keys (g_ptr_array_index (labels, i)))
      wrap_label (g_ptr_array_index (labels, i), room);
}

static void
wrap_menu (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) &&
      GTK_IS_POPOVER_MENU (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget))))
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (widget), fit_menu_cb, NULL, NULL);
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

void
onsite_wrap_menus (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  wrap_each (widget, wrap_menu);
}
