/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-even-layout.h"

struct _OnsiteEvenLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteEvenLayout, onsite_even_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
onsite_even_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The most that any child needs; returns how many there are. */
static int
measure_children (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural)
{
  int n = 0;

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, most;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, for_size, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
      n++;
    }

  return n;
}

static int
span (OnsiteEvenLayout *self, int n, int size)
{
  return n * size + MAX (n - 1, 0) * self->spacing;
}

static int
count_columns (OnsiteEvenLayout *self, int n, int natural, int width)
{
  for (int columns = n; columns > 1; columns--)
    if (n % columns == 0 && span (self, columns, natural) <= width)
      return columns;

  return 1;
}

/* Where a column begins; the one after the last begins beyond a gap. */
static int
get_column_x (OnsiteEvenLayout *self, int column, int n_columns, int width)
{
  return column * (width + self->spacing) / n_columns;
}

static int
measure_cell_height (OnsiteEvenLayout *self, GtkWidget *widget, int n_columns, int width)
{
  /* The narrowest: some are a pixel wider, where the width leaves a rest. */
  const int cell = (width + self->spacing) / n_columns - self->spacing;
  int minimum, natural;

  measure_children (widget, GTK_ORIENTATION_VERTICAL, cell, &minimum, &natural);

  return natural;
}

static void
onsite_even_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  OnsiteEvenLayout *self = ONSITE_EVEN_LAYOUT (manager);
  int least, most, width, n, n_columns;

  n = measure_children (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = span (self, n, most);
      return;
    }

  width = for_size >= 0 ? MAX (for_size, least) : span (self, n, most);
  n_columns = count_columns (self, n, most, width);
  *minimum = span (self, n / n_columns, measure_cell_height (self, widget, n_columns, width));
  *natural = *minimum;
}

static void
onsite_even_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  OnsiteEvenLayout *self = ONSITE_EVEN_LAYOUT (manager);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least, most;
  const int n = measure_children (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most);
  const int n_columns = count_columns (self, n, most, width);
  const int cell_height = measure_cell_height (self, widget, n_columns, width);
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation cell = { .height = cell_height };
      int end;

      if (!gtk_widget_should_layout (child))
        continue;

      cell.x = get_column_x (self, i % n_columns, n_columns, width);
      end = get_column_x (self, i % n_columns + 1, n_columns, width) - self->spacing;
      cell.y = i / n_columns * (cell_height + self->spacing);
      cell.width = end - cell.x;
      if (mirrored)
        cell.x = width - end;
      gtk_widget_size_allocate (child, &cell, -1);
      i++;
    }
}

static void
onsite_even_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, ONSITE_EVEN_LAYOUT (object)->spacing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_even_layout_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      ONSITE_EVEN_LAYOUT (object)->spacing = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_even_layout_class_init (OnsiteEvenLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = onsite_even_layout_get_property;
  object_class->set_property = onsite_even_layout_set_property;
  manager_class->get_request_mode = onsite_even_layout_get_request_mode;
  manager_class->measure = onsite_even_layout_measure;
  manager_class->allocate = onsite_even_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing",
                                          NULL,
                                          NULL,
                                          0,
                                          G_MAXINT,
                                          1,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                              G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
onsite_even_layout_init (OnsiteEvenLayout *self)
{
}
