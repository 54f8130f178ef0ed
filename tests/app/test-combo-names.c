/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-combo-names.h"
#include "desk.h"
#include "library-fixture.h"

static const char *const names[] = {
  "Built-in Audio, analog, at the front",
  "Built-in Audio, analog, at the back",
  NULL,
};

typedef struct
{
  GtkWidget *window;
  AdwComboRow *row;
} Stand;

static void
set_up (Stand *stand, gconstpointer unused)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *list = gtk_list_box_new ();

  stand->row = ADW_COMBO_ROW (adw_combo_row_new ());
  onsite_combo_names_show (stand->row);
  adw_combo_row_set_model (stand->row, G_LIST_MODEL (model));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (stand->row));
  stand->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (stand->window), list);
  gtk_window_present (GTK_WINDOW (stand->window));
}

static void
tear_down (Stand *stand, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (stand->window));
}

/* Where a name is listed: its label; NULL while it is not. */
static GtkWidget *
find_listed (Stand *stand, const char *name)
{
  g_autoptr (GPtrArray) labels = desk_find_all (stand->row, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), name) &&
          gtk_widget_get_ancestor (label, GTK_TYPE_POPOVER) && gtk_widget_get_mapped (label))
        return label;
    }

  return NULL;
}

static gboolean
is_listed (gpointer data)
{
  return find_listed (data, names[0]) && find_listed (data, names[1]);
}

static void
open_list (Stand *stand)
{
  adw_action_row_activate (ADW_ACTION_ROW (stand->row));
  fixture_wait_until (is_listed, stand);
}

static void
names_are_listed_whole (Stand *stand, gconstpointer unused)
{
  open_list (stand);

  for (guint i = 0; names[i]; i++)
    {
      GtkWidget *label = find_listed (stand, names[i]);
      GtkWidget *item = gtk_widget_get_parent (gtk_widget_get_parent (label));

      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
      gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);
    }
}

/* By a sign, and not by colour alone. */
static void
assert_chosen (Stand *stand, guint chosen)
{
  for (guint i = 0; names[i]; i++)
    {
      GtkWidget *mark = gtk_widget_get_next_sibling (find_listed (stand, names[i]));

      g_assert_cmpfloat (gtk_widget_get_opacity (mark), ==, i == chosen ? 1 : 0);
    }
}

static void
what_is_chosen_is_told_by_a_sign (Stand *stand, gconstpointer unused)
{
  open_list (stand);
  assert_chosen (stand, 0);

  adw_combo_row_set_selected (stand->row, 1);
  assert_chosen (stand, 1);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);

  g_test_add ("/combo-names/names-are-listed-whole",
              Stand,
              NULL,
              set_up,
              names_are_listed_whole,
              tear_down);
  g_test_add ("/combo-names/what-is-chosen-is-told-by-a-sign",
              Stand,
              NULL,
              set_up,
              what_is_chosen_is_told_by_a_sign,
              tear_down);

  return g_test_run ();
}
