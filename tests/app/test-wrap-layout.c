/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-wrap-layout.h"
#include "app/onsite-wrap.h"

#define CHILD   100
#define HEIGHT  20
#define SPACING 10
#define WIDTH   250 /* room for two children, and 40 are left */
#define LEFT    40

/* A box with three children, of which two fit into a line. */
static GtkWidget *
make_box (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, onsite_wrap_layout_new (SPACING));
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, CHILD, HEIGHT);
      gtk_box_append (GTK_BOX (box), child);
    }

  return box;
}

static int
lay_out (GtkWidget *box)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, WIDTH, height }, -1);

  return height;
}

static void
assert_place (GtkWidget *box, int index, int x, int y)
{
  GtkWidget *child = gtk_widget_get_first_child (box);
  graphene_rect_t place;

  for (int i = 0; i < index; i++)
    child = gtk_widget_get_next_sibling (child);

  g_assert_true (gtk_widget_compute_bounds (child, box, &place));
  g_assert_cmpfloat (place.origin.x, ==, x);
  g_assert_cmpfloat (place.origin.y, ==, y);
  g_assert_cmpfloat (place.size.width, ==, CHILD);
  g_assert_cmpfloat (place.size.height, ==, HEIGHT);
}

static void
children_that_do_not_fit_begin_a_line (void)
{
  g_autoptr (GtkWidget) box = make_box ();

  g_assert_cmpint (lay_out (box), ==, 2 * HEIGHT + SPACING);
  assert_place (box, 0, 0, 0);
  assert_place (box, 1, CHILD + SPACING, 0);
  assert_place (box, 2, 0, HEIGHT + SPACING);
}

static void
lines_stand_in_the_middle_if_asked_to (void)
{
  g_autoptr (GtkWidget) box = make_box ();

  g_object_set (gtk_widget_get_layout_manager (box), "centered", TRUE, NULL);
  g_assert_cmpint (lay_out (box), ==, 2 * HEIGHT + SPACING);
  assert_place (box, 0, LEFT / 2, 0);
  assert_place (box, 1, LEFT / 2 + CHILD + SPACING, 0);
  assert_place (box, 2, (WIDTH - CHILD) / 2, HEIGHT + SPACING);
}

static void
lines_begin_where_reading_begins (void)
{
  g_autoptr (GtkWidget) box = make_box ();

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  lay_out (box);
  assert_place (box, 0, WIDTH - CHILD, 0);
  assert_place (box, 1, WIDTH - 2 * CHILD - SPACING, 0);
  assert_place (box, 2, WIDTH - CHILD, HEIGHT + SPACING);
}

static void
hidden_children_take_no_room (void)
{
  g_autoptr (GtkWidget) box = make_box ();

  gtk_widget_hide (gtk_widget_get_first_child (box));
  g_assert_cmpint (lay_out (box), ==, HEIGHT);
  assert_place (box, 1, 0, 0);
  assert_place (box, 2, CHILD + SPACING, 0);
}

static void
one_that_expands_has_the_rest_of_its_line (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  GtkWidget *first = gtk_widget_get_first_child (box);

  gtk_widget_set_hexpand (first, TRUE);
  g_assert_cmpint (lay_out (box), ==, 2 * HEIGHT + SPACING);
  g_assert_cmpint (gtk_widget_get_width (first), ==, CHILD + LEFT);
  assert_place (box, 1, CHILD + LEFT + SPACING, 0);
  assert_place (box, 2, 0, HEIGHT + SPACING);
}

static void
one_that_expands_keeps_room_for_some_characters (void)
{
  g_autoptr (GtkWidget) box = make_box ();
  GtkWidget *words = gtk_label_new ("Words that would wrap to a line for each of them");
  int height;

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_prepend (GTK_BOX (box), words);
  height = lay_out (box);
  g_object_set (gtk_widget_get_layout_manager (box), "least-chars", 1000, NULL);
  lay_out (box);

  g_assert_cmpint (gtk_widget_get_width (words), ==, WIDTH);
  g_object_set (gtk_widget_get_layout_manager (box), "least-chars", 0, NULL);
  g_assert_cmpint (lay_out (box), ==, height);
  g_assert_cmpint (gtk_widget_get_width (words), <, WIDTH);
}

static float
get_top (GtkWidget *widget, GtkWidget *row)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, row, &place));

  return place.origin.y;
}

static void
allocate (GtkWidget *row, int width)
{
  int height;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (row, width, height, -1, NULL);
}

static void
a_button_leaves_the_words_of_a_row_their_room (void)
{
  GtkWidget *row = g_object_ref_sink (adw_action_row_new ());
  GtkWidget *button = gtk_button_new_with_label ("Do something about all of these");
  float top;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Not Heard Yet");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  onsite_wrap_rows (row);
  allocate (row, 600);
  top = get_top (button, row);
  allocate (row, 260);

  g_assert_cmpfloat (get_top (button, row), >, top);
  g_assert_finalize_object (row);
}

/* Its lines are not all of the same height. */
#define ARABIC                                                                                                                                                         \
  "تُؤخذ السلاسل الجديدة من الحزمة المستخدمة؛ افتح غيرها لتغيير ذلك. تحتفظ السلاسل السابقة " \
  "بأسئلتها مهما أضفت أو أزلت هنا. ويمكنك أيضًا إفلات ملف حزمة هنا."

static void
words_of_a_group_stay_within_it (void)
{
  g_autoptr (GtkWidget) group = g_object_ref_sink (adw_preferences_group_new ());

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), "Packs");
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), ARABIC);
  onsite_wrap_rows (group);

  for (int width = 280; width < 600; width += 7)
    {
      GtkWidget *words = gtk_widget_get_first_child (group);
      graphene_rect_t place;
      int height;

      gtk_widget_measure (group, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (group, &(GtkAllocation){ 0, 0, width, height }, -1);
      while (!GTK_IS_LABEL (words))
        words = gtk_widget_get_first_child (words);
      g_assert_true (gtk_widget_compute_bounds (words, group, &place));
      g_assert_cmpfloat (place.size.width, <=, (float) width);
    }
}

static void
nothing_needs_no_room (void)
{
  g_autoptr (GtkWidget) box = make_box ();

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_hide (child);
  g_assert_cmpint (lay_out (box), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/wrap-layout/children-that-do-not-fit-begin-a-line",
                   children_that_do_not_fit_begin_a_line);
  g_test_add_func ("/wrap-layout/lines-stand-in-the-middle-if-asked-to",
                   lines_stand_in_the_middle_if_asked_to);
  g_test_add_func ("/wrap-layout/lines-begin-where-reading-begins",
                   lines_begin_where_reading_begins);
  g_test_add_func ("/wrap-layout/hidden-children-take-no-room", hidden_children_take_no_room);
  g_test_add_func ("/wrap-layout/one-that-expands-has-the-rest-of-its-line",
                   one_that_expands_has_the_rest_of_its_line);
  g_test_add_func ("/wrap-layout/one-that-expands-keeps-room-for-some-characters",
                   one_that_expands_keeps_room_for_some_characters);
  g_test_add_func ("/wrap-layout/a-button-leaves-the-words-of-a-row-their-room",
                   a_button_leaves_the_words_of_a_row_their_room);
  g_test_add_func ("/wrap-layout/words-of-a-group-stay-within-it", words_of_a_group_stay_within_it);
  g_test_add_func ("/wrap-layout/nothing-needs-no-room", nothing_needs_no_room);

  return g_test_run ();
}
