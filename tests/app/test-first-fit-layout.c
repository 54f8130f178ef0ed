/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-first-fit-layout.h"

#define WIDE   300
#define NARROW 120

#define WORDS "Words that wrap where there is no room for them in a line"

typedef struct
{
  GtkWidget *box;
  GtkWidget *wide;
  GtkWidget *narrow;
} Choice;

static void
set_up (Choice *choice, gconstpointer unused)
{
  choice->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  choice->wide = gtk_label_new ("");
  choice->narrow = gtk_label_new (WORDS);
  gtk_widget_set_layout_manager (choice->box, onsite_first_fit_layout_new ());
  gtk_widget_set_size_request (choice->wide, WIDE, -1);
  gtk_label_set_wrap (GTK_LABEL (choice->narrow), TRUE);
  gtk_box_append (GTK_BOX (choice->box), choice->wide);
  gtk_box_append (GTK_BOX (choice->box), choice->narrow);
}

static void
tear_down (Choice *choice, gconstpointer unused)
{
  g_assert_finalize_object (choice->box);
}

/* Returns how high it asks to be at that width. */
static int
lay_out (Choice *choice, int width)
{
  int height;

  gtk_widget_measure (choice->box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (choice->box, width, height, -1, NULL);

  return height;
}

static void
the_first_is_shown_where_it_fits (Choice *choice, gconstpointer unused)
{
  lay_out (choice, WIDE);

  g_assert_true (gtk_widget_get_child_visible (choice->wide));
  g_assert_false (gtk_widget_get_child_visible (choice->narrow));
}

static void
the_last_is_shown_where_none_fits (Choice *choice, gconstpointer unused)
{
  lay_out (choice, WIDE - 1);

  g_assert_false (gtk_widget_get_child_visible (choice->wide));
  g_assert_true (gtk_widget_get_child_visible (choice->narrow));
}

/* AdwSqueezer asks for the height of what it showed before. */
static void
it_is_as_high_as_what_it_is_about_to_show (Choice *choice, gconstpointer unused)
{
  int height;

  lay_out (choice, WIDE);
  gtk_widget_measure (choice->narrow, GTK_ORIENTATION_VERTICAL, NARROW, &height, NULL, NULL, NULL);

  g_assert_cmpint (lay_out (choice, NARROW), ==, height);
}

static void
it_is_no_wider_than_the_least_that_it_can_show (Choice *choice, gconstpointer unused)
{
  int least, least_of_narrow;

  gtk_widget_measure (choice->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (choice->narrow,
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      &least_of_narrow,
                      NULL,
                      NULL,
                      NULL);

  g_assert_cmpint (least, ==, least_of_narrow);
}

static void
none_is_seen_before_there_is_a_width (Choice *choice, gconstpointer unused)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), choice->box);

  g_assert_false (gtk_widget_get_child_visible (choice->wide));
  g_assert_false (gtk_widget_get_child_visible (choice->narrow));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/first-fit-layout/" name, Choice, NULL, set_up, test, tear_down)

  ADD ("the-first-is-shown-where-it-fits", the_first_is_shown_where_it_fits);
  ADD ("the-last-is-shown-where-none-fits", the_last_is_shown_where_none_fits);
  ADD ("it-is-as-high-as-what-it-is-about-to-show", it_is_as_high_as_what_it_is_about_to_show);
  ADD ("it-is-no-wider-than-the-least-that-it-can-show",
       it_is_no_wider_than_the_least_that_it_can_show);
  ADD ("none-is-seen-before-there-is-a-width", none_is_seen_before_there_is_a_width);

  return g_test_run ();
}
