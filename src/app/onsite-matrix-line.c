/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-matrix-line.h"

/* In logical pixels. */
#define SPACING 12

struct _OnsiteMatrixLine
{
  GtkWidget parent_instance;

  GtkWidget *name;
  GtkWidget *cells;
  GtkWidget *end; /* (nullable) */
  int name_width;
  int end_width;
};

G_DEFINE_FINAL_TYPE (OnsiteMatrixLine, onsite_matrix_line, GTK_TYPE_WIDGET)

static int
get_width_without_cells (OnsiteMatrixLine *self)
{
  return self->name_width + SPACING + (self->end_width > 0 ? self->end_width + SPACING : 0);
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

static int
measure_width (GtkWidget *child)
{
  int natural = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
onsite_matrix_line_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  OnsiteMatrixLine *self = ONSITE_MATRIX_LINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->cells, orientation, -1, minimum, natural, NULL, NULL);
      *minimum += get_width_without_cells (self);
      *natural += get_width_without_cells (self);
    }
  else
    {
      *minimum = MAX (measure_height (self->name, self->name_width),
                      MAX (measure_height (self->cells, -1), measure_height (self->end, -1)));
      *natural = *minimum;
    }
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int width, int height)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
onsite_matrix_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OnsiteMatrixLine *self = ONSITE_MATRIX_LINE (widget);

  place (widget, self->name, 0, self->name_width, height);
  place (widget,
         self->cells,
         self->name_width + SPACING,
         width - get_width_without_cells (self),
         height);
  if (self->end != NULL)
    place (widget, self->end, width - self->end_width, self->end_width, height);
}

static void
onsite_matrix_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (onsite_matrix_line_parent_class)->dispose (object);
}

static void
onsite_matrix_line_class_init (OnsiteMatrixLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = onsite_matrix_line_dispose;
  widget_class->measure = onsite_matrix_line_measure;
  widget_class->size_allocate = onsite_matrix_line_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_set_css_name (widget_class, "line");
}

static void
onsite_matrix_line_init (OnsiteMatrixLine *self)
{
}

GtkWidget *
onsite_matrix_line_new (GtkWidget *name, GtkWidget *cells, GtkWidget *end)
{
  OnsiteMatrixLine *self = g_object_new (ONSITE_TYPE_MATRIX_LINE, NULL);

  self->name = name;
  self->cells = cells;
  self->end = end;
  gtk_widget_set_parent (name, GTK_WIDGET (self));
  gtk_widget_set_parent (cells, GTK_WIDGET (self));
  if (end != NULL)
    gtk_widget_set_parent (end, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
onsite_matrix_line_get_widths (OnsiteMatrixLine *self, int *name, int *end)
{
  g_return_if_fail (ONSITE_IS_MATRIX_LINE (self));

  *name = measure_width (self->name);
  *end = measure_width (self->end);
}

void
onsite_matrix_line_set_widths (OnsiteMatrixLine *self, int name, int end)
{
  g_return_if_fail (ONSITE_IS_MATRIX_LINE (self));

  self->name_width = name;
  self->end_width = end;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
