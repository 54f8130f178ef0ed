/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-application.h"
#include "app/onsite-exhibit-canvas.h"
#include "app/onsite-exhibit-view.h"
#include "app/onsite-exhibit-window.h"

typedef struct
{
  OnsitePack *pack;
  const OnsiteExhibit *exhibit;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "exhibits.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  self->pack = onsite_pack_load (file, NULL, &error);
  g_assert_no_error (error);
  self->exhibit = onsite_pack_find_exhibit (self->pack, "payments");
  self->view = g_object_ref_sink (onsite_exhibit_view_new (self->pack, self->exhibit));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->view);
  onsite_pack_unref (self->pack);
}

/* The first widget of a type, or a label with the words in it, that can be seen. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *words)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (words == NULL || strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, words);

  return found;
}

static gboolean
says (Fixture *self, const char *words)
{
  return find (self->view, GTK_TYPE_LABEL, words) != NULL;
}

static void
test_given (Fixture *self, gconstpointer data)
{
  g_assert_true (says (self, self->exhibit->title));
  g_assert_true (says (self, self->exhibit->situation));
  for (guint i = 0; self->exhibit->constraints[i] != NULL; i++)
    g_assert_true (says (self, self->exhibit->constraints[i]));
}

static void
test_risks (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < self->exhibit->risks->len; i++)
    {
      const OnsiteExhibitRisk *risk = g_ptr_array_index (self->exhibit->risks, i);

      g_assert_false (says (self, risk->text));
    }

  onsite_exhibit_view_reveal (ONSITE_EXHIBIT_VIEW (self->view), "L5");
  for (guint i = 0; i < self->exhibit->risks->len; i++)
    {
      const OnsiteExhibitRisk *risk = g_ptr_array_index (self->exhibit->risks, i);

      g_assert_true (says (self, risk->text));
    }
  g_assert_true (says (self, "L6 · at Payment queue, Card network, Order store"));
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  GtkWidget *canvas = find (self->view, ONSITE_TYPE_EXHIBIT_CANVAS, NULL);
  int least;

  gtk_widget_measure (canvas, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360 - 2 * 18);
  /* Columns become rows, so that it is read at nearly the same size. */
  g_assert_cmpint (measure (canvas, GTK_ORIENTATION_VERTICAL, 320),
                   >,
                   measure (canvas, GTK_ORIENTATION_VERTICAL, 900));
}

static void
test_zoom (Fixture *self, gconstpointer data)
{
  GtkWindow *window = onsite_exhibit_window_new (NULL, self->pack, self->exhibit);
  GtkWidget *canvas = find (gtk_window_get_child (window), ONSITE_TYPE_EXHIBIT_CANVAS, NULL);
  int width = measure (canvas, GTK_ORIENTATION_HORIZONTAL, -1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "exhibit.larger", NULL));
  g_assert_cmpint (measure (canvas, GTK_ORIENTATION_HORIZONTAL, -1), >, width);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "exhibit.smaller", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "exhibit.smaller", NULL));
  g_assert_cmpint (measure (canvas, GTK_ORIENTATION_HORIZONTAL, -1), <, width);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "exhibit.own-size", NULL));
  g_assert_cmpint (measure (canvas, GTK_ORIENTATION_HORIZONTAL, -1), ==, width);
  gtk_window_destroy (window);
}

#define add(name, test) g_test_add ("/exhibit-view/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  onsite_application_register_resources ();

  add ("what-is-proposed-and-given-is-told", test_given);
  add ("risks-are-told-only-when-they-may-be", test_risks);
  add ("where-it-is-narrow-columns-become-rows", test_narrow);
  add ("a-window-of-its-own-shows-it-larger-and-smaller", test_zoom);

  return g_test_run ();
}
