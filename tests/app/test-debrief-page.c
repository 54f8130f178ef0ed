/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-answer-form.h"
#include "app/onsite-answer-page.h"
#include "app/onsite-answers-page.h"
#include "app/onsite-application.h"
#include "app/onsite-cell-strip.h"
#include "app/onsite-coverage-list.h"
#include "app/onsite-coverage-matrix.h"
#include "app/onsite-debrief-page.h"
#include "library-fixture.h"
#include "loop/onsite-plan.h"
#include "study.h"

/* The rows of the matrix, but for the one that loops feed. */
#define N_STRIPS 22

static gboolean
has_strips (gpointer data)
{
  g_autoptr (GPtrArray) strips = desk_find_all (data, ONSITE_TYPE_CELL_STRIP);

  return strips->len > 0;
}

static GtkWidget *
open_debrief (Study *study)
{
  GtkWidget *page = onsite_debrief_page_new (study->desk.context, study->loop->id);

  onsite_window_push (study->desk.window, ONSITE_PAGE (page));
  study_wait_for_page (study, ONSITE_TYPE_DEBRIEF_PAGE);
  fixture_wait_until (has_strips, page);

  return page;
}

static OnsiteCellStrip *
get_strip (gpointer page, guint row)
{
  g_autoptr (GPtrArray) strips = desk_find_all (page, ONSITE_TYPE_CELL_STRIP);

  g_assert_cmpuint (strips->len, ==, N_STRIPS);

  return g_ptr_array_index (strips, row);
}

static gboolean
press (gpointer page, guint keyval)
{
  GtkWidget *matrix = desk_find (page, ONSITE_TYPE_COVERAGE_MATRIX);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (matrix);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

static void
assert_cursor (gpointer page, guint row, const char *name)
{
  OnsiteCellStrip *strip = get_strip (page, row);

  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (strip)));
  gtk_test_accessible_assert_property (strip, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
cells_are_gone_through_by_arrow_keys (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);

  gtk_widget_grab_focus (GTK_WIDGET (get_strip (page, 0)));
  assert_cursor (page, 0, "Customer Obsession, question 1: claimed, asked");

  g_assert_true (press (page, GDK_KEY_Right));
  assert_cursor (page, 0, "Customer Obsession, question 2: nothing");
  g_assert_true (press (page, GDK_KEY_Down));
  assert_cursor (page, 1, "Ownership, question 2: claimed, asked");
  g_assert_true (press (page, GDK_KEY_Home));
  assert_cursor (page, 1, "Ownership, question 1: nothing");
  g_assert_true (press (page, GDK_KEY_Left));
  assert_cursor (page, 1, "Ownership, question 1: nothing");
  g_assert_true (press (page, GDK_KEY_Up));
  g_assert_true (press (page, GDK_KEY_Up));
  assert_cursor (page, 0, "Customer Obsession, question 1: claimed, asked");
  g_assert_true (press (page, GDK_KEY_End));
  assert_cursor (page, 0, "Customer Obsession, question 18: nothing");
}

static void
arrow_keys_follow_the_direction_of_reading (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);
  GtkWidget *matrix = desk_find (page, ONSITE_TYPE_COVERAGE_MATRIX);

  gtk_widget_set_direction (matrix, GTK_TEXT_DIR_RTL);
  gtk_widget_grab_focus (GTK_WIDGET (get_strip (page, 0)));
  g_assert_true (press (page, GDK_KEY_Left));

  assert_cursor (page, 0, "Customer Obsession, question 2: nothing");
}

static void
only_the_row_of_the_cursor_is_a_stop_of_tab (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);

  gtk_widget_grab_focus (GTK_WIDGET (get_strip (page, 0)));
  g_assert_true (press (page, GDK_KEY_Down));

  for (guint i = 0; i < N_STRIPS; i++)
    g_assert_cmpint (gtk_widget_get_focusable (GTK_WIDGET (get_strip (page, i))), ==, i == 1);
}

static void
enter_opens_the_answer_of_a_cell (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);
  const OnsiteAnswer *answer = study_get_answer (study->loop, 1);
  const OnsiteQuestion *question = onsite_pack_find_question (study->pack, answer->question);

  gtk_widget_grab_focus (GTK_WIDGET (get_strip (page, 0)));
  g_assert_true (press (page, GDK_KEY_Right));
  g_assert_true (press (page, GDK_KEY_Return));

  page = study_wait_for_page (study, ONSITE_TYPE_ANSWER_PAGE);
  g_assert_nonnull (desk_find_text (page, question->text));
}

static void
a_click_opens_the_answer_of_a_cell (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);
  g_autofree char *title = NULL;

  g_signal_emit_by_name (get_strip (page, 3), "activated", 4u);

  page = study_wait_for_page (study, ONSITE_TYPE_ANSWER_PAGE);
  title = onsite_page_dup_title (ONSITE_PAGE (page));
  g_assert_cmpstr (title, ==, "Question 5");
}

static void
a_gap_can_be_drilled (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);
  GtkWidget *matrix = desk_find (page, ONSITE_TYPE_COVERAGE_MATRIX);
  g_autoptr (GPtrArray) buttons = desk_find_all (matrix, GTK_TYPE_BUTTON);
  GtkWidget *button;
  g_autoptr (GVariant) wanted = g_variant_ref_sink (
      g_variant_new ("(us)", (guint) ONSITE_DRILL_PRINCIPLE, "learn-and-be-curious"));

  g_assert_cmpuint (buttons->len, ==, 2);
  button = g_ptr_array_index (buttons, 0);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.drill");
  g_assert_true (
      g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), wanted));
  gtk_test_accessible_assert_property (button,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Drill Learn and Be Curious");
}

static void
a_figure_leads_to_the_answers_behind_it (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);
  g_autoptr (GPtrArray) rows = NULL;

  gtk_widget_activate_action (page, "debrief.trace", "(uu)", (guint) ONSITE_FIGURE_ROUND, 1u);
  page = study_wait_for_page (study, ONSITE_TYPE_ANSWERS_PAGE);
  rows = desk_find_all (page, ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, 3);

  g_signal_emit_by_name (rows->pdata[0], "activate");
  page = study_wait_for_page (study, ONSITE_TYPE_ANSWER_PAGE);
  g_assert_nonnull (desk_find_text (page, "Question 4"));
}

/* Among the answers behind a figure, the last is opened twice. */
static void
the_way_back_leads_to_the_answer_that_was_opened (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);

  gtk_widget_activate_action (page, "debrief.trace", "(uu)", (guint) ONSITE_FIGURE_ROUND, 1u);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      page = study_wait_for_page (study, ONSITE_TYPE_ANSWERS_PAGE);
      rows = desk_find_all (page, ADW_TYPE_ACTION_ROW);
      g_signal_emit_by_name (rows->pdata[rows->len - 1], "activate");
      study_wait_for_page (study, ONSITE_TYPE_ANSWER_PAGE);
      onsite_window_back (study->desk.window);
      page = study_wait_for_page (study, ONSITE_TYPE_ANSWERS_PAGE);
      g_assert_true (gtk_widget_is_focus (rows->pdata[rows->len - 1]));
    }
}

static void
what_was_edited_shows_on_the_way_back (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);
  OnsiteAnswerForm *form;

  g_assert_nonnull (desk_find_text (page, "1 answer is not rated yet."));
  gtk_widget_activate_action (page, "debrief.rate", NULL);
  page = study_wait_for_page (study, ONSITE_TYPE_ANSWER_PAGE);
  g_assert_nonnull (desk_find_text (page, "Question 17"));
  form = ONSITE_ANSWER_FORM (desk_find (page, ONSITE_TYPE_ANSWER_FORM));
  for (guint i = 0; i < 6; i++)
    onsite_answer_form_rate (form, 4);
  onsite_answer_editor_set_claimed (onsite_answer_form_get_editor (form),
                                    ONSITE_TARGET_PRINCIPLE,
                                    "learn-and-be-curious",
                                    TRUE);

  onsite_window_back (study->desk.window);
  page = study_wait_for_page (study, ONSITE_TYPE_DEBRIEF_PAGE);
  g_assert_null (desk_find_text (page, "1 answer is not rated yet."));
  g_assert_nonnull (desk_find_text (page, "16 of 16 principles"));
}

static gboolean
list_is_seen (gpointer page)
{
  g_autoptr (GPtrArray) lists = desk_find_all (page, ONSITE_TYPE_COVERAGE_LIST);

  return gtk_widget_get_mapped (g_ptr_array_index (lists, 0));
}

static gboolean
matrix_is_seen (gpointer page)
{
  g_autoptr (GPtrArray) matrices = desk_find_all (page, ONSITE_TYPE_COVERAGE_MATRIX);

  return gtk_widget_get_mapped (g_ptr_array_index (matrices, 0));
}

/* In a window of its own: without a window manager one that is seen already
 * keeps its size. */
static GtkWindow *
open_window (Study *study, int width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_set_child (GTK_WINDOW (window),
                        onsite_debrief_page_new (study->desk.context, study->loop->id));
  gtk_window_present (GTK_WINDOW (window));

  return GTK_WINDOW (window);
}

static void
a_narrow_window_shows_a_list (Study *study, gconstpointer unused)
{
  GtkWindow *narrow = open_window (study, 400);
  GtkWindow *wide = open_window (study, 800);
  GtkWidget *page = gtk_window_get_child (narrow);

  fixture_wait_until (list_is_seen, page);
  g_assert_false (matrix_is_seen (page));
  g_assert_nonnull (desk_find_text (desk_find (page, ONSITE_TYPE_COVERAGE_LIST),
                                    "Asked, and nothing said to it"));
  fixture_wait_until (matrix_is_seen, gtk_window_get_child (wide));
  g_assert_false (list_is_seen (gtk_window_get_child (wide)));

  gtk_window_destroy (narrow);
  gtk_window_destroy (wide);
}

/* The bound is that of 23 rows, each with a name, a strip and a button. */
static void
many_answers_take_no_more_widgets (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_debrief (study);
  GtkWidget *matrix = desk_find (page, ONSITE_TYPE_COVERAGE_MATRIX);
  g_autoptr (GPtrArray) widgets = desk_find_all (matrix, GTK_TYPE_WIDGET);

  g_assert_cmpuint (widgets->len, <=, 5 * (N_STRIPS + 4));
  gtk_widget_grab_focus (GTK_WIDGET (get_strip (page, 0)));
  g_assert_true (press (page, GDK_KEY_End));
  gtk_test_accessible_assert_property (get_strip (page, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ownership, question 300: nothing");
}

static gboolean
tells_trouble (gpointer page)
{
  return desk_find_text (page, "This Loop Can’t Be Shown") != NULL &&
         gtk_widget_get_mapped (desk_find_text (page, "This Loop Can’t Be Shown"));
}

static void
a_loop_that_is_gone_is_told_of (Study *study, gconstpointer unused)
{
  GtkWidget *page = onsite_debrief_page_new (study->desk.context,
                                             "00000000-0000-4000-8000-000000000000");

  onsite_window_push (study->desk.window, ONSITE_PAGE (page));
  fixture_wait_until (tells_trouble, page);
}

#define ADD(name, n, test)           \
  g_test_add ("/debrief-page/" name, \
              Study,                 \
              GUINT_TO_POINTER (n),  \
              study_set_up,          \
              test,                  \
              study_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  adw_init ();
  onsite_application_register_resources ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("cells-are-gone-through-by-arrow-keys", 0, cells_are_gone_through_by_arrow_keys);
  ADD ("arrow-keys-follow-the-direction-of-reading", 0, arrow_keys_follow_the_direction_of_reading);
  ADD ("only-the-row-of-the-cursor-is-a-stop-of-tab",
       0,
       only_the_row_of_the_cursor_is_a_stop_of_tab);
  ADD ("enter-opens-the-answer-of-a-cell", 0, enter_opens_the_answer_of_a_cell);
  ADD ("a-click-opens-the-answer-of-a-cell", 0, a_click_opens_the_answer_of_a_cell);
  ADD ("a-gap-can-be-drilled", 0, a_gap_can_be_drilled);
  ADD ("a-figure-leads-to-the-answers-behind-it", 0, a_figure_leads_to_the_answers_behind_it);
  ADD ("the-way-back-leads-to-the-answer-that-was-opened",
       0,
       the_way_back_leads_to_the_answer_that_was_opened);
  ADD ("what-was-edited-shows-on-the-way-back", 0, what_was_edited_shows_on_the_way_back);
  ADD ("a-narrow-window-shows-a-list", 0, a_narrow_window_shows_a_list);
  ADD ("many-answers-take-no-more-widgets", 300, many_answers_take_no_more_widgets);
  ADD ("a-loop-that-is-gone-is-told-of", 0, a_loop_that_is_gone_is_told_of);

  return g_test_run ();
}
