/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-beside-layout.h"

#define SPACING 24

/* The children that can be seen; both are the same if one alone can. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *second;
} Pair;

typedef struct
{
  int minimum;
  int natural;
} Size;

struct _OnsiteBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (OnsiteBesideLayout, onsite_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static Pair
find_pair (GtkWidget *widget)
{
  Pair pair = { NULL, NULL };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        if (pair.first == NULL)
          pair.first = child;
        pair.second = child;
      }

  return pair;
}

static gboolean
is_two (const Pair *pair)
{
  return pair->first != pair->second;
}

static int
get_column (int width)
{
  return (width - SPACING) / 2;
}

static Size
measure (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  Size size;

  gtk_widget_measure (child, orientation, for_size, &size.minimum, &size.natural, NULL, NULL);
  /* GTK 4.8 has it want what its content would at another width. */
  if (orientation == GTK_ORIENTATION_VERTICAL && GTK_IS_SCROLLED_WINDOW (child))
    gtk_widget_measure (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child)),
                        orientation,
                        for_size,
                        NULL,
                        &size.natural,
                        NULL,
                        NULL);

  return size;
}

static gboolean
is_wide (const Pair *pair, int width)
{
  const int least = MAX (measure (pair->first, GTK_ORIENTATION_HORIZONTAL, -1).minimum,
                         measure (pair->second, GTK_ORIENTATION_HORIZONTAL, -1).minimum);

  return width >= ONSITE_BESIDE_LEAST_WIDTH && get_column (width) >= least;
}

static Size
measure_width (const Pair *pair)
{
  const Size first = measure (pair->first, GTK_ORIENTATION_HORIZONTAL, -1);
  const Size second = measure (pair->second, GTK_ORIENTATION_HORIZONTAL, -1);

  if (!is_two (pair))
    return first;

  return (Size){ MAX (first.minimum, second.minimum),
                 2 * MAX (first.natural, second.natural) + SPACING };
}

static Size
measure_height (const Pair *pair, int width)
{
  const gboolean wide = is_two (pair) && width >= 0 && is_wide (pair, width);
  const int column = wide ? get_column (width) : width;
  const Size first = measure (pair->first, GTK_ORIENTATION_VERTICAL, column);
  const Size second = measure (pair->second, GTK_ORIENTATION_VERTICAL, column);

  if (!is_two (pair))
    return first;
  if (wide)
    return (Size){ MAX (first.minimum, second.minimum), MAX (first.natural, second.natural) };

  return (Size){ first.minimum + SPACING + second.natural,
                 first.natural + SPACING + second.natural };
}

static GtkSizeRequestMode
onsite_beside_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
onsite_beside_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  const Pair pair = find_pair (widget);
  Size size = { 0, 0 };

  if (pair.first != NULL)
    size = orientation == GTK_ORIENTATION_HORIZONTAL ? measure_width (&pair)
                                                     : measure_height (&pair, for_size);
  *minimum = size.minimum;
  *natural = size.natural;
}

static void
allocate_columns (const Pair *pair, GtkWidget *widget, int width, int height)
{
  const int column = get_column (width);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int wanted = measure (pair->second, GTK_ORIENTATION_VERTICAL, column).natural;
  const int second_height = MIN (height, wanted);
  const int x = width - column;

  gtk_widget_size_allocate (pair->first, &(GtkAllocation){ rtl ? x : 0, 0, column, height }, -1);
  gtk_widget_size_allocate (pair->second,
                            &(GtkAllocation){ rtl ? 0 : x, 0, column, second_height },
                            -1);
}

static void
allocate_rows (const Pair *pair, int width, int height)
{
  const Size first = measure (pair->first, GTK_ORIENTATION_VERTICAL, width);
  const int second_height = measure (pair->second, GTK_ORIENTATION_VERTICAL, width).natural;
  const int first_height = CLAMP (height - SPACING - second_height, first.minimum, first.natural);
  const int y = MAX (0, (height - first_height - SPACING - second_height) / 2);

  gtk_widget_size_allocate (pair->first, &(GtkAllocation){ 0, y, width, first_height }, -1);
  gtk_widget_size_allocate (pair->second,
                            &(GtkAllocation){ 0, y + first_height + SPACING, width, second_height },
                            -1);
}

static void
onsite_beside_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  const Pair pair = find_pair (widget);

  if (pair.first == NULL)
    return;

  if (!is_two (&pair))
    gtk_widget_size_allocate (pair.first, &(GtkAllocation){ 0, 0, width, height }, -1);
  else if (is_wide (&pair, width))
    allocate_columns (&pair, widget, width, height);
  else
    allocate_rows (&pair, width, height);
}

static void
onsite_beside_layout_class_init (OnsiteBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = onsite_beside_layout_get_request_mode;
  manager_class->measure = onsite_beside_layout_measure;
  manager_class->allocate = onsite_beside_layout_allocate;
}

static void
onsite_beside_layout_init (OnsiteBesideLayout *self)
{
}
