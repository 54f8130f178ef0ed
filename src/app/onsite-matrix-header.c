/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-matrix-header.h"

#include <glib/gi18n-lib.h>

#define SPACING 2
/* Farther apart, and the eye loses the row. */
#define MOST_PITCH 72

struct _OnsiteMatrixHeader
{
  GtkWidget parent_instance;

  OnsiteMatrixColumns *columns;
  GtkAdjustment *scroll;
};

G_DEFINE_FINAL_TYPE (OnsiteMatrixHeader, onsite_matrix_header, GTK_TYPE_WIDGET)

static int
get_line_height (OnsiteMatrixHeader *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "R0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* Draws @text in the middle of what lies between two places of the columns. */
static void
draw_text (OnsiteMatrixHeader *self,
           GtkSnapshot *snapshot,
           const char *text,
           int from,
           int to,
           int top)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int middle = (from + to) / 2 - (int) gtk_adjustment_get_value (self->scroll);
  int text_width;
  GdkRGBA rgba;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    middle = width - middle;
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  if (middle + text_width / 2 < 0 || middle - text_width / 2 > width)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &rgba);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (middle - text_width / 2, top));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
draw_rounds (OnsiteMatrixHeader *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < onsite_matrix_columns_get_n_rounds (self->columns); i++)
    {
      /* Translators: the number of a round, as short as can be. */
      g_autofree char *text = g_strdup_printf (C_ ("matrix", "R%u"), i + 1);
      int from, to;

      if (onsite_matrix_columns_get_round (self->columns, i, &from, &to))
        draw_text (self, snapshot, text, from, to, 0);
    }
}

static void
draw_numbers (OnsiteMatrixHeader *self, GtkSnapshot *snapshot)
{
  int pitch = onsite_matrix_columns_get_pitch (self->columns);
  int top = get_line_height (self) + SPACING;
  int from = (int) gtk_adjustment_get_value (self->scroll);
  int to = from + gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < onsite_matrix_columns_get_n (self->columns); i++)
    {
      g_autofree char *text = onsite_matrix_columns_name (self->columns, i, from, to);
      int x = onsite_matrix_columns_get_x (self->columns, i);

      draw_text (self, snapshot, text, x, x + pitch, top);
    }
}

static void
onsite_matrix_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OnsiteMatrixHeader *self = ONSITE_MATRIX_HEADER (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_rounds (self, snapshot);
  draw_numbers (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
onsite_matrix_header_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  OnsiteMatrixHeader *self = ONSITE_MATRIX_HEADER (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = onsite_matrix_columns_get_least_pitch (self->columns);
      *natural = onsite_matrix_columns_get_least_width (self->columns);
    }
  else
    {
      *minimum = 2 * get_line_height (self) + SPACING;
      *natural = *minimum;
    }
}

/* The header is as wide as each row of cells, so that it knows how wide the
 * columns can be, and what there is to scroll. */
static void
onsite_matrix_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnsiteMatrixHeader *self = ONSITE_MATRIX_HEADER (widget);
  int upper = MAX (width, onsite_matrix_columns_get_least_width (self->columns));

  onsite_matrix_columns_stretch (self->columns, width, MOST_PITCH);
  gtk_adjustment_configure (self->scroll,
                            CLAMP (gtk_adjustment_get_value (self->scroll), 0, upper - width),
                            0,
                            upper,
                            onsite_matrix_columns_get_pitch (self->columns),
                            width,
                            width);
}

static void
onsite_matrix_header_dispose (GObject *object)
{
  onsite_matrix_header_set_scroll (ONSITE_MATRIX_HEADER (object), NULL);

  G_OBJECT_CLASS (onsite_matrix_header_parent_class)->dispose (object);
}

static void
onsite_matrix_header_class_init (OnsiteMatrixHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_matrix_header_dispose;
  widget_class->measure = onsite_matrix_header_measure;
  widget_class->size_allocate = onsite_matrix_header_size_allocate;
  widget_class->snapshot = onsite_matrix_header_snapshot;

  /* Each cell says which question it's about. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
onsite_matrix_header_init (OnsiteMatrixHeader *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

GtkWidget *
onsite_matrix_header_new (OnsiteMatrixColumns *columns, GtkAdjustment *scroll)
{
  OnsiteMatrixHeader *self = g_object_new (ONSITE_TYPE_MATRIX_HEADER, NULL);

  self->columns = columns;
  onsite_matrix_header_set_scroll (self, scroll);

  return GTK_WIDGET (self);
}

void
onsite_matrix_header_set_scroll (OnsiteMatrixHeader *self, GtkAdjustment *scroll)
{
  g_return_if_fail (ONSITE_IS_MATRIX_HEADER (self));

  if (self->scroll == scroll)
    return;

  if (self->scroll != NULL)
    g_signal_handlers_disconnect_by_func (self->scroll, gtk_widget_queue_draw, self);
  g_set_object (&self->scroll, scroll);
  if (scroll != NULL)
    g_signal_connect_object (scroll,
                             "value-changed",
                             G_CALLBACK (gtk_widget_queue_draw),
                             self,
                             G_CONNECT_SWAPPED);
}
