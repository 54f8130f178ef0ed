/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-first-fit-layout.h"

struct _OnsiteFirstFitLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (OnsiteFirstFitLayout, onsite_first_fit_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
onsite_first_fit_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* (nullable): the one that is shown at @width, or the first at a negative one. */
static GtkWidget *
find_child (GtkWidget *widget, int width)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;

      found = child;
      if (width < 0 || get_least_width (child) <= width)
        break;
    }

  return found;
}

static int
find_least_width (GtkWidget *widget)
{
  int least = -1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      least = least < 0 ? get_least_width (child) : MIN (least, get_least_width (child));

  return MAX (least, 0);
}

static void
onsite_first_fit_layout_measure (GtkLayoutManager *manager,
                                 GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  const gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;
  GtkWidget *child = find_child (widget, is_width ? -1 : for_size);

  *minimum = *natural = 0;
  if (child == NULL)
    return;

  if (!is_width && for_size >= 0)
    for_size = MAX (for_size, get_least_width (child));
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (is_width)
    *minimum = find_least_width (widget);
}

static void
show_only (GtkWidget *widget, GtkWidget *shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_child_visible (child, child == shown);
}

/* Until there is a width none is seen, for what is seen makes what is in it. */
static void
onsite_first_fit_layout_root (GtkLayoutManager *manager)
{
  show_only (gtk_layout_manager_get_widget (manager), NULL);
}

static void
onsite_first_fit_layout_allocate (GtkLayoutManager *manager,
                                  GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  GtkWidget *shown = find_child (widget, width);

  show_only (widget, shown);
  if (shown != NULL)
    gtk_widget_allocate (shown, MAX (width, get_least_width (shown)), height, baseline, NULL);
}

static void
onsite_first_fit_layout_class_init (OnsiteFirstFitLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = onsite_first_fit_layout_get_request_mode;
  manager_class->measure = onsite_first_fit_layout_measure;
  manager_class->allocate = onsite_first_fit_layout_allocate;
  manager_class->root = onsite_first_fit_layout_root;
}

static void
onsite_first_fit_layout_init (OnsiteFirstFitLayout *self)
{
}

GtkLayoutManager *
onsite_first_fit_layout_new (void)
{
  return g_object_new (ONSITE_TYPE_FIRST_FIT_LAYOUT, NULL);
}
