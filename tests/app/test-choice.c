/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-choice.h"

#define GAP 1 /* the layout's, between two buttons */

static const char *const ids[] = { "best", "good", "poor", "worst" };

/* How often something was chosen, or nothing any more. */
static guint n_chosen;

static void
chosen_cb (void)
{
  n_chosen++;
}

static OnsiteChoice *
make_choice (gboolean optional)
{
  GtkWidget *window = gtk_window_new ();
  OnsiteChoice *choice = g_object_new (ONSITE_TYPE_CHOICE, "optional", optional, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    onsite_choice_add (choice, ids[i], ids[i]);
  n_chosen = 0;
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (choice));

  return choice;
}

static void
end_choice (OnsiteChoice *choice)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (choice))));
}

static GtkWidget *
get_button (OnsiteChoice *choice, int index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (choice));

  for (int i = 0; i < index; i++)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
press (OnsiteChoice *choice, int index)
{
  g_signal_emit_by_name (get_button (choice, index), "clicked");
}

static void
assert_chosen (OnsiteChoice *choice, int index)
{
  g_assert_cmpstr (onsite_choice_get_selected (choice), ==, index < 0 ? NULL : ids[index]);
  for (int i = 0; i < (int) G_N_ELEMENTS (ids); i++)
    g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (choice, i))) ==
                   (i == index));
}

static void
one_is_chosen_at_most (void)
{
  OnsiteChoice *choice = make_choice (FALSE);

  assert_chosen (choice, -1);
  onsite_choice_set_selected (choice, "good");
  assert_chosen (choice, 1);
  press (choice, 3);
  assert_chosen (choice, 3);
  g_assert_cmpuint (n_chosen, ==, 2);
  onsite_choice_set_selected (choice, "of another pack");
  assert_chosen (choice, -1);
  end_choice (choice);
}

static void
a_choice_that_has_to_be_made_stays (void)
{
  OnsiteChoice *choice = make_choice (FALSE);

  press (choice, 0);
  press (choice, 0);
  assert_chosen (choice, 0);
  g_assert_cmpuint (n_chosen, ==, 1);
  end_choice (choice);
}

static void
a_choice_that_may_be_made_is_taken_back_by_a_second_press (void)
{
  OnsiteChoice *choice = make_choice (TRUE);

  press (choice, 0);
  press (choice, 0);
  assert_chosen (choice, -1);
  g_assert_cmpuint (n_chosen, ==, 2);
  end_choice (choice);
}

/* What Tab does, and Shift+Tab. */
static gboolean
go (OnsiteChoice *choice, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (choice), direction);
}

static GtkWidget *
get_focus (OnsiteChoice *choice)
{
  return gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (choice)));
}

static void
it_is_one_stop_at_what_is_chosen (void)
{
  OnsiteChoice *choice = make_choice (FALSE);

  g_assert_true (go (choice, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focus (choice) == get_button (choice, 0));
  assert_chosen (choice, -1);
  g_assert_false (go (choice, GTK_DIR_TAB_FORWARD));

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (choice)), NULL);
  onsite_choice_set_selected (choice, "poor");
  g_assert_true (go (choice, GTK_DIR_TAB_BACKWARD));
  g_assert_true (get_focus (choice) == get_button (choice, 2));
  g_assert_false (go (choice, GTK_DIR_TAB_BACKWARD));
  end_choice (choice);
}

static int
get_narrowest (OnsiteChoice *choice)
{
  int most = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (ids); i++)
    {
      int natural;

      gtk_widget_measure (get_button (choice, i),
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          NULL,
                          &natural,
                          NULL,
                          NULL);
      most = MAX (most, natural);
    }

  return most;
}

static graphene_rect_t
get_place (OnsiteChoice *choice, int index)
{
  graphene_rect_t place;

  g_assert_true (
      gtk_widget_compute_bounds (get_button (choice, index), GTK_WIDGET (choice), &place));

  return place;
}

/* The buttons fill lines of so many, from the side where reading begins. */
static void
assert_columns (OnsiteChoice *choice, int width, int n_columns)
{
  const graphene_rect_t first = get_place (choice, 0);

  for (int i = 1; i < (int) G_N_ELEMENTS (ids); i++)
    {
      const graphene_rect_t place = get_place (choice, i);
      const float column = i % n_columns * (first.size.width + GAP);

      g_assert_cmpfloat_with_epsilon (ABS (place.origin.x - first.origin.x), column, n_columns);
      g_assert_cmpfloat (place.origin.y, ==, i / n_columns * (first.size.height + GAP));
    }
  g_assert_cmpfloat_with_epsilon (n_columns * (first.size.width + GAP) - GAP, width, n_columns);
}

static void
lay_out (OnsiteChoice *choice, int width)
{
  GtkWidget *widget = GTK_WIDGET (choice);
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
lines_hold_equally_many (void)
{
  OnsiteChoice *choice = make_choice (FALSE);
  const int cell = get_narrowest (choice);

  lay_out (choice, 4 * cell + 3 * GAP);
  assert_columns (choice, 4 * cell + 3 * GAP, 4);
  lay_out (choice, 4 * cell + 2 * GAP);
  assert_columns (choice, 4 * cell + 2 * GAP, 2);
  lay_out (choice, 2 * cell + GAP);
  assert_columns (choice, 2 * cell + GAP, 2);
  lay_out (choice, 2 * cell);
  assert_columns (choice, 2 * cell, 1);
  end_choice (choice);
}

static void
lines_begin_where_reading_begins (void)
{
  OnsiteChoice *choice = make_choice (FALSE);
  const int cell = get_narrowest (choice);
  graphene_rect_t first;

  gtk_widget_set_direction (GTK_WIDGET (choice), GTK_TEXT_DIR_RTL);
  lay_out (choice, 4 * cell + 3 * GAP);
  first = get_place (choice, 0);
  g_assert_cmpfloat (first.origin.x, ==, 3 * (cell + GAP));
  assert_columns (choice, 4 * cell + 3 * GAP, 4);
  end_choice (choice);
}

static void
nothing_needs_no_room (void)
{
  OnsiteChoice *choice = make_choice (FALSE);
  int height;

  onsite_choice_clear (choice);
  gtk_widget_measure (GTK_WIDGET (choice), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 0);
  g_assert_false (go (choice, GTK_DIR_TAB_FORWARD));
  end_choice (choice);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/choice/one-is-chosen-at-most", one_is_chosen_at_most);
  g_test_add_func ("/choice/a-choice-that-has-to-be-made-stays",
                   a_choice_that_has_to_be_made_stays);
  g_test_add_func ("/choice/a-choice-that-may-be-made-is-taken-back-by-a-second-press",
                   a_choice_that_may_be_made_is_taken_back_by_a_second_press);
  g_test_add_func ("/choice/it-is-one-stop-at-what-is-chosen", it_is_one_stop_at_what_is_chosen);
  g_test_add_func ("/choice/lines-hold-equally-many", lines_hold_equally_many);
  g_test_add_func ("/choice/lines-begin-where-reading-begins", lines_begin_where_reading_begins);
  g_test_add_func ("/choice/nothing-needs-no-room", nothing_needs_no_room);

  return g_test_run ();
}
