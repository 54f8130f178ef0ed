/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-beside-layout.h"

#define TEXT "An input was wrong, and far more servers were removed than were meant to be."

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (TEXT);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

static GtkWidget *
make_box (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, g_object_new (ONSITE_TYPE_BESIDE_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (box), make_label ());
  gtk_box_append (GTK_BOX (box), make_label ());

  return box;
}

/* With the height that it wants at this width. */
static void
lay_out (GtkWidget *box, int width, graphene_rect_t *first, graphene_rect_t *second)
{
  int least;
  int wanted;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &least, &wanted, NULL, NULL);
  g_assert_cmpint (least, <=, wanted);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, width, wanted }, -1);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (box), box, first));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (box), box, second));
  g_assert_cmpfloat (second->origin.y + second->size.height, <=, wanted);
}

static void
two_are_side_by_side_where_there_is_room (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  graphene_rect_t first, second;

  lay_out (box, ONSITE_BESIDE_LEAST_WIDTH, &first, &second);
  g_assert_cmpfloat (first.size.width, ==, second.size.width);
  g_assert_cmpfloat (first.origin.x + first.size.width, <, second.origin.x);
  g_assert_cmpfloat (first.origin.y, ==, second.origin.y);
}

static void
both_begin_at_the_top_where_there_is_more_room (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  graphene_rect_t bounds;

  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, ONSITE_BESIDE_LEAST_WIDTH, 2000 }, -1);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (box), box, &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, 0);
  g_assert_cmpfloat (bounds.size.height, <, 2000);
}

static void
the_first_is_where_reading_begins (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  graphene_rect_t first, second;

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  lay_out (box, ONSITE_BESIDE_LEAST_WIDTH, &first, &second);
  g_assert_cmpfloat (second.origin.x + second.size.width, <, first.origin.x);
}

static void
where_it_is_narrow_the_second_is_below (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  graphene_rect_t first, second;

  lay_out (box, ONSITE_BESIDE_LEAST_WIDTH - 1, &first, &second);
  g_assert_cmpfloat (first.origin.y + first.size.height, <, second.origin.y);
  g_assert_cmpfloat (first.origin.x, ==, second.origin.x);

  lay_out (box, 324, &first, &second);
  g_assert_cmpfloat (first.origin.y + first.size.height, <, second.origin.y);
  g_assert_cmpfloat (second.size.width, ==, 324);
}

static void
what_scrolls_does_so_only_beside_the_first (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_widget_get_last_child (box);
  graphene_rect_t first, second;
  int least;
  int height;

  g_object_ref (label);
  gtk_box_remove (GTK_BOX (box), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_label_set_text (GTK_LABEL (label), TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_box_append (GTK_BOX (box), scroller);

  lay_out (box, 324, &first, &second);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 324, NULL, &height, NULL, NULL);
  g_assert_cmpfloat (second.size.height, ==, height);

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 900, &least, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 438, NULL, &height, NULL, NULL);
  g_assert_cmpint (least, <, height);
  g_object_unref (label);
}

static void
one_that_is_alone_has_all_the_room (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  graphene_rect_t first, second;

  gtk_widget_set_visible (gtk_widget_get_last_child (box), FALSE);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 900, 100 }, -1);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (box), box, &first));
  g_assert_cmpfloat (first.size.width, ==, 900);

  gtk_widget_set_visible (gtk_widget_get_last_child (box), TRUE);
  lay_out (box, 900, &first, &second);
  g_assert_cmpfloat (first.size.width, <, 450);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/beside-layout/two-are-side-by-side-where-there-is-room",
                   two_are_side_by_side_where_there_is_room);
  g_test_add_func ("/beside-layout/both-begin-at-the-top-where-there-is-more-room",
                   both_begin_at_the_top_where_there_is_more_room);
  g_test_add_func ("/beside-layout/the-first-is-where-reading-begins",
                   the_first_is_where_reading_begins);
  g_test_add_func ("/beside-layout/where-it-is-narrow-the-second-is-below",
                   where_it_is_narrow_the_second_is_below);
  g_test_add_func ("/beside-layout/what-scrolls-does-so-only-beside-the-first",
                   what_scrolls_does_so_only_beside_the_first);
  g_test_add_func ("/beside-layout/one-that-is-alone-has-all-the-room",
                   one_that_is_alone_has_all_the_room);

  return g_test_run ();
}
