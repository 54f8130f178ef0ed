/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-shrink-layout.h"

#define WIDTH 320

#define SHORT_TEXT "When did you last say no?"
#define LONG_TEXT                                                                           \
  "A partner team tells you, a fortnight before a launch that two thousand customers have " \
  "been promised in writing, that the service on which all of it depends will be a month "  \
  "late. What do you do today, what do you do tomorrow, and whom do you tell?"

/* A box with type of twice the usual size in it. */
static GtkWidget *
make_box (const char *text)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (2));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_layout_manager (box, g_object_new (ONSITE_TYPE_SHRINK_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
measure (GtkWidget *box, int width, int *least, int *wanted)
{
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, least, wanted, NULL, NULL);
}

/* The scale that the type is shown at, once the box has this height. */
static double
lay_out (GtkWidget *box, int width, int height)
{
  GtkWidget *label = gtk_widget_get_first_child (box);
  graphene_rect_t place;

  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, width, height }, -1);
  g_assert_true (gtk_widget_compute_bounds (label, box, &place));
  g_assert_cmpfloat (place.size.width, <=, width);
  g_assert_cmpfloat (place.size.height, <=, height);

  return place.size.width / gtk_widget_get_width (label);
}

static void
type_that_fits_is_as_large_as_it_is (void)
{
  g_autoptr (GtkWidget) box = make_box (SHORT_TEXT);
  int least, wanted;

  measure (box, WIDTH, &least, &wanted);
  g_assert_cmpfloat_with_epsilon (lay_out (box, WIDTH, wanted), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (lay_out (box, WIDTH, 10 * wanted), 1, 0.001);
}

static void
type_shrinks_with_its_room_and_no_further_than_by_half (void)
{
  g_autoptr (GtkWidget) box = make_box (LONG_TEXT);
  double before = 1;
  int least, wanted;

  measure (box, WIDTH, &least, &wanted);
  g_assert_cmpint (least, <, wanted / 2);
  for (int height = wanted; height >= least; height -= 10)
    {
      const double scale = lay_out (box, WIDTH, height);

      g_assert_cmpfloat (scale, <=, before + 0.001);
      before = scale;
    }
  g_assert_cmpfloat_with_epsilon (lay_out (box, WIDTH, least), ONSITE_SHRINK_LEAST, 0.001);
}

static void
word_that_is_wider_than_the_room_shrinks (void)
{
  g_autoptr (GtkWidget) box = make_box ("Donaudampfschifffahrtsgesellschaft");
  int least_width, least, wanted;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  measure (box, least_width, &least, &wanted);
  g_assert_cmpfloat_with_epsilon (lay_out (box, least_width, 10 * wanted),
                                  ONSITE_SHRINK_LEAST,
                                  0.001);
}

static void
hidden_child_takes_no_room (void)
{
  g_autoptr (GtkWidget) box = make_box (LONG_TEXT);
  int least, wanted;

  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  measure (box, WIDTH, &least, &wanted);
  g_assert_cmpint (wanted, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shrink-layout/type-that-fits-is-as-large-as-it-is",
                   type_that_fits_is_as_large_as_it_is);
  g_test_add_func ("/shrink-layout/type-shrinks-with-its-room-and-no-further-than-by-half",
                   type_shrinks_with_its_room_and_no_further_than_by_half);
  g_test_add_func ("/shrink-layout/word-that-is-wider-than-the-room-shrinks",
                   word_that_is_wider_than_the_room_shrinks);
  g_test_add_func ("/shrink-layout/hidden-child-takes-no-room", hidden_child_takes_no_room);

  return g_test_run ();
}
