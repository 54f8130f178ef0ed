/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-shrink-layout.h"

#include <math.h>

/* Fine enough for a step not to be seen, few enough to be measured at once. */
#define N_STEPS 10

struct _OnsiteShrinkLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (OnsiteShrinkLayout, onsite_shrink_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
find_child (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_should_layout (child) ? child : NULL;
}

static int
get_least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static int
get_height (GtkWidget *child, int width, double scale)
{
  const int own_width = MAX ((int) floor (width / scale), get_least_width (child));
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, own_width, NULL, &height, NULL, NULL);

  return (int) ceil (height * scale);
}

/* The largest at which it fits into the width, and into the height if there is one. */
static double
find_scale (GtkWidget *child, int width, int height)
{
  const double least_width = get_least_width (child);

  for (int i = 0; i < N_STEPS; i++)
    {
      const double scale = 1 - i * (1 - ONSITE_SHRINK_LEAST) / N_STEPS;

      if (least_width * scale <= width &&
          (height < 0 || get_height (child, width, scale) <= height))
        return scale;
    }

  return ONSITE_SHRINK_LEAST;
}

static GtkSizeRequestMode
onsite_shrink_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  *minimum = (int) ceil (*minimum * ONSITE_SHRINK_LEAST);
}

static void
measure_height (GtkWidget *child, int width, int *minimum, int *natural)
{
  if (width < 0)
    measure_width (child, &(int){ 0 }, &width);

  *minimum = get_height (child, width, ONSITE_SHRINK_LEAST);
  *natural = MAX (*minimum, get_height (child, width, find_scale (child, width, -1)));
}

static void
onsite_shrink_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *child = find_child (widget);

  *minimum = *natural = 0;
  if (child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (child, minimum, natural);
  else
    measure_height (child, for_size, minimum, natural);
}

static void
onsite_shrink_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  GtkWidget *child = find_child (widget);
  double scale;

  if (child == NULL)
    return;

  scale = find_scale (child, width, height);
  gtk_widget_allocate (child,
                       MAX ((int) floor (width / scale), get_least_width (child)),
                       MAX ((int) floor (height / scale), 0),
                       -1,
                       gsk_transform_scale (NULL, (float) scale, (float) scale));
}

static void
onsite_shrink_layout_class_init (OnsiteShrinkLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = onsite_shrink_layout_get_request_mode;
  manager_class->measure = onsite_shrink_layout_measure;
  manager_class->allocate = onsite_shrink_layout_allocate;
}

static void
onsite_shrink_layout_init (OnsiteShrinkLayout *self)
{
}
