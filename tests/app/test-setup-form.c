/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-choice.h"
#include "app/onsite-setup-form.h"
#include "desk.h"
#include "pack/onsite-builtin-packs.h"

/* The choices of the form, from the top. */
enum
{
  LEVEL,
  KIND,
  MODE,
  N_CHOICES
};

typedef struct
{
  OnsitePack *pack;
  OnsiteSetup *setup;
  GtkWindow *window;
  OnsiteSetupForm *form;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();
  g_autoptr (GError) error = NULL;

  fixture->pack = onsite_pack_load (file, NULL, &error);
  g_assert_no_error (error);
  fixture->setup = onsite_setup_new (fixture->pack, 1);
  fixture->form = g_object_new (ONSITE_TYPE_SETUP_FORM, NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->form));
  onsite_setup_form_connect (fixture->form, fixture->setup, fixture->pack);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->setup);
  onsite_pack_unref (fixture->pack);
}

static OnsiteChoice *
get_choice (Fixture *fixture, guint index)
{
  g_autoptr (GPtrArray) choices = desk_find_all (fixture->form, ONSITE_TYPE_CHOICE);

  g_assert_cmpuint (choices->len, ==, N_CHOICES);

  return g_ptr_array_index (choices, index);
}

static const char *
get_chosen (Fixture *fixture, guint index)
{
  return onsite_choice_get_selected (get_choice (fixture, index));
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) rows = desk_find_all (fixture->form, ADW_TYPE_PREFERENCES_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  g_assert_not_reached ();
}

static gboolean
shows_row (Fixture *fixture, const char *title)
{
  return gtk_widget_get_visible (find_row (fixture, title));
}

static void
form_shows_what_the_setup_has (Fixture *fixture, gconstpointer unused)
{
  onsite_setup_set_level (fixture->setup, "L6");
  onsite_setup_set_kind (fixture->setup, ONSITE_LOOP_KIND_DRILL);
  onsite_setup_set_mode (fixture->setup, ONSITE_MODE_PRACTICE);

  g_assert_cmpstr (get_chosen (fixture, LEVEL), ==, "L6");
  g_assert_cmpstr (get_chosen (fixture, KIND), ==, "drill");
  g_assert_cmpstr (get_chosen (fixture, MODE), ==, "practice");
}

static void
setup_has_what_is_chosen_in_the_form (Fixture *fixture, gconstpointer unused)
{
  onsite_choice_set_selected (get_choice (fixture, LEVEL), "L6");
  onsite_choice_set_selected (get_choice (fixture, KIND), "round");
  onsite_choice_set_selected (get_choice (fixture, MODE), "practice");

  g_assert_cmpstr (onsite_setup_get_level (fixture->setup), ==, "L6");
  g_assert_cmpint (onsite_setup_get_kind (fixture->setup), ==, ONSITE_LOOP_KIND_ROUND);
  g_assert_cmpint (onsite_setup_get_mode (fixture->setup), ==, ONSITE_MODE_PRACTICE);
}

static void
only_what_belongs_to_the_kind_is_asked_for (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    OnsiteLoopKind kind;
    gboolean screens, round, drill;
  } kinds[] = {
    { ONSITE_LOOP_KIND_ROUND, FALSE, TRUE, FALSE },
    { ONSITE_LOOP_KIND_DRILL, FALSE, FALSE, TRUE },
    { ONSITE_LOOP_KIND_WHOLE, TRUE, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      onsite_setup_set_kind (fixture->setup, kinds[i].kind);
      g_assert_cmpint (shows_row (fixture, "Begin With the Screens"), ==, kinds[i].screens);
      g_assert_cmpint (shows_row (fixture, "Round"), ==, kinds[i].round);
      g_assert_cmpint (shows_row (fixture, "Questions On"), ==, kinds[i].drill);
    }
}

static void
screens_are_switched_both_ways (Fixture *fixture, gconstpointer unused)
{
  GtkSwitch *screens = GTK_SWITCH (desk_find (fixture->form, GTK_TYPE_SWITCH));

  g_assert_true (gtk_switch_get_active (screens));
  gtk_switch_set_active (screens, FALSE);
  g_assert_false (onsite_setup_get_screens (fixture->setup));
  onsite_setup_set_screens (fixture->setup, TRUE);
  g_assert_true (gtk_switch_get_active (screens));
}

static void
round_is_one_of_the_level (Fixture *fixture, gconstpointer unused)
{
  const OnsiteLevel *level = onsite_pack_find_level (fixture->pack,
                                                     onsite_setup_get_level (fixture->setup));
  AdwComboRow *row = ADW_COMBO_ROW (find_row (fixture, "Round"));

  onsite_setup_set_kind (fixture->setup, ONSITE_LOOP_KIND_ROUND);
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (onsite_setup_get_round (fixture->setup), ==, level->rounds[2]);

  onsite_setup_set_round (fixture->setup, level->rounds[1]);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
}

static void
drill_is_of_what_is_chosen (Fixture *fixture, gconstpointer unused)
{
  const OnsitePrinciple *principle = g_ptr_array_index (onsite_pack_get_principles (fixture->pack),
                                                        0);
  AdwComboRow *row = ADW_COMBO_ROW (find_row (fixture, "Questions On"));
  guint selected;

  onsite_setup_set_kind (fixture->setup, ONSITE_LOOP_KIND_DRILL);
  onsite_setup_set_drill (fixture->setup, ONSITE_DRILL_PRINCIPLE, principle->id);
  selected = adw_combo_row_get_selected (row);
  g_assert_cmpuint (selected, >, 0);

  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (onsite_setup_get_drill (fixture->setup), ==, ONSITE_DRILL_GAPS);
  adw_combo_row_set_selected (row, selected);
  g_assert_cmpstr (onsite_setup_get_drill_target (fixture->setup), ==, principle->id);
}

static void
setup_that_was_left_stays_as_it_is (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteSetup) other = onsite_setup_new (fixture->pack, 2);
  g_autofree char *level = g_strdup (onsite_setup_get_level (fixture->setup));

  onsite_setup_form_connect (fixture->form, other, fixture->pack);
  onsite_choice_set_selected (get_choice (fixture, LEVEL), "L7");
  g_assert_cmpstr (onsite_setup_get_level (other), ==, "L7");
  g_assert_cmpstr (onsite_setup_get_level (fixture->setup), ==, level);

  onsite_setup_set_level (fixture->setup, "L6");
  g_assert_cmpstr (get_chosen (fixture, LEVEL), ==, "L7");
  g_clear_pointer (&fixture->window, gtk_window_destroy);
}

static void
count_change (guint *n)
{
  (*n)++;
}

static void
setup_is_not_changed_as_the_form_goes (Fixture *fixture, gconstpointer unused)
{
  guint n_changes = 0;

  onsite_setup_set_kind (fixture->setup, ONSITE_LOOP_KIND_ROUND);
  g_signal_connect_swapped (fixture->setup, "changed", G_CALLBACK (count_change), &n_changes);
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  g_assert_cmpuint (n_changes, ==, 0);
}

#define ADD(test) g_test_add ("/app/setup-form/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);

  ADD (form_shows_what_the_setup_has);
  ADD (setup_has_what_is_chosen_in_the_form);
  ADD (only_what_belongs_to_the_kind_is_asked_for);
  ADD (screens_are_switched_both_ways);
  ADD (round_is_one_of_the_level);
  ADD (drill_is_of_what_is_chosen);
  ADD (setup_that_was_left_stays_as_it_is);
  ADD (setup_is_not_changed_as_the_form_goes);

  return g_test_run ();
}
