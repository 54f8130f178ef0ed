/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-column-layout.h"

struct _OnsiteColumnLayout
{
  GtkLayoutManager parent_instance;

  int chars;
  int most;
  int spacing;
};

/* How wide the columns are, and how many. */
typedef struct
{
  int n;
  int width;
} Columns;

G_DEFINE_FINAL_TYPE (OnsiteColumnLayout, onsite_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
onsite_column_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The next child that is laid out, @child itself among them. */
static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
get_column_width (OnsiteColumnLayout *self, GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * self->chars / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return MAX (width, 1);
}

static Columns
get_columns (OnsiteColumnLayout *self, GtkWidget *widget, int width)
{
  int narrowest = get_column_width (self, widget);
  Columns columns;

  columns.n = CLAMP ((width + self->spacing) / (narrowest + self->spacing), 1, self->most);
  columns.width = (width - self->spacing * (columns.n - 1)) / columns.n;

  return columns;
}

static int
measure_line (GtkWidget *first, const Columns *columns, GtkWidget **end)
{
  GtkWidget *child = first;
  int line_height = 0;

  for (int i = 0; i < columns->n && child != NULL; i++)
    {
      int height;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_VERTICAL,
                          columns->width,
                          &height,
                          NULL,
                          NULL,
                          NULL);
      line_height = MAX (line_height, height);
      child = skip_hidden (gtk_widget_get_next_sibling (child));
    }
  *end = child;

  return line_height;
}

static void
place_line (OnsiteColumnLayout *self,
            GtkWidget *widget,
            GtkWidget *first,
            GtkWidget *end,
            const Columns *columns,
            GtkAllocation *place,
            int width)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      place->x = mirrored ? width - x - columns->width : x;
      gtk_widget_size_allocate (child, place, -1);
      x += columns->width + self->spacing;
    }
}

/* Goes through the lines and places the children, or only measures them.
 * Returns the height that they need. */
static int
lay_out (OnsiteColumnLayout *self, GtkWidget *widget, int width, gboolean place)
{
  Columns columns = get_columns (self, widget, width);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *end;
      int height = measure_line (child, &columns, &end);
      GtkAllocation line = { 0, y, columns.width, height };

      if (place)
        place_line (self, widget, child, end, &columns, &line, width);
      y += height + (end != NULL ? self->spacing : 0);
      child = end;
    }

  return y;
}

static int
measure_widest (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }

  return widest;
}

static void
onsite_column_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  OnsiteColumnLayout *self = ONSITE_COLUMN_LAYOUT (manager);
  int widest = measure_widest (widget);
  int all = (get_column_width (self, widget) + self->spacing) * self->most - self->spacing;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, all);
      return;
    }

  *minimum = lay_out (self, widget, for_size >= 0 ? MAX (for_size, widest) : all, FALSE);
  *natural = *minimum;
}

static void
onsite_column_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  lay_out (ONSITE_COLUMN_LAYOUT (manager), widget, width, TRUE);
}

static void
onsite_column_layout_class_init (OnsiteColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = onsite_column_layout_get_request_mode;
  manager_class->measure = onsite_column_layout_measure;
  manager_class->allocate = onsite_column_layout_allocate;
}

static void
onsite_column_layout_init (OnsiteColumnLayout *self)
{
}

GtkLayoutManager *
onsite_column_layout_new (int chars, int most, int spacing)
{
  OnsiteColumnLayout *self;

  g_return_val_if_fail (chars > 0 && most > 0 && spacing >= 0, NULL);

  self = g_object_new (ONSITE_TYPE_COLUMN_LAYOUT, NULL);
  self->chars = chars;
  self->most = most;
  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
