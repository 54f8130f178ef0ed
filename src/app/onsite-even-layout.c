/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-even-layout.h"

/* In logical pixels, between two cells. */
#define GAP 1

struct _OnsiteEvenLayout
{
  GtkLayoutManager parent_instance;
};

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
span (int n, int size)
{
  return n * size + MAX (n - 1, 0) * GAP;
}

static int
count_columns (int n, int natural, int width)
{
  for (int columns = n; columns > 1; columns--)
    if (n % columns == 0 && span (columns, natural) <= width)
      return columns;

  return 1;
}

/* Where a column begins; the one after the last begins beyond a gap. */
static int
get_column_x (int column, int n_columns, int width)
{
  return column * (width + GAP) / n_columns;
}

static int
measure_cell_height (GtkWidget *widget, int n_columns, int width)
{
  /* The narrowest: some are a pixel wider, where the width leaves a rest. */
  const int cell = (width + GAP) / n_columns - GAP;
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
  int least, most, width, n, n_columns;

  n = measure_children (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = span (n, most);
      return;
    }

  width = for_size >= 0 ? MAX (for_size, least) : span (n, most);
  n_columns = count_columns (n, most, width);
  *minimum = span (n / n_columns, measure_cell_height (widget, n_columns, width));
  *natural = *minimum;
}

static void
onsite_even_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least, most;
  const int n = measure_children (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most);
  const int n_columns = count_columns (n, most, width);
  const int cell_height = measure_cell_height (widget, n_columns, width);
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation cell = { .height = cell_height };
      int end;

      if (!gtk_widget_should_layout (child))
        continue;

      cell.x = get_column_x (i % n_columns, n_columns, width);
      end = get_column_x (i % n_columns + 1, n_columns, width) - GAP;
      cell.y = i / n_columns * (cell_height + GAP);
      cell.width = end - cell.x;
      if (mirrored)
        cell.x = width - end;
      gtk_widget_size_allocate (child, &cell, -1);
      i++;
    }
}

static void
onsite_even_layout_class_init (OnsiteEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = onsite_even_layout_get_request_mode;
  manager_class->measure = onsite_even_layout_measure;
  manager_class->allocate = onsite_even_layout_allocate;
}

static void
onsite_even_layout_init (OnsiteEvenLayout *self)
{
}

GtkLayoutManager *
onsite_even_layout_new (void)
{
  return g_object_new (ONSITE_TYPE_EVEN_LAYOUT, NULL);
}
