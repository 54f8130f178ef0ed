/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-answer-form.h"
#include "app/onsite-application.h"
#include "app/onsite-claims-view.h"
#include "app/onsite-rating-row.h"
#include "library-fixture.h"
#include "study.h"

/* Its question asks for two principles or more, and nothing is rated. */
#define ANSWER 0

typedef struct
{
  Study study;
  OnsiteAnswer *answer;
  OnsiteAnswerEditor *editor;
  GtkWindow *window;
  OnsiteAnswerForm *form;
} Sheet;

static void
set_up (Sheet *sheet, gconstpointer unused)
{
  OnsiteTake *take;

  study_set_up (&sheet->study, NULL);
  sheet->answer = study_get_answer (sheet->study.loop, ANSWER);
  take = onsite_answer_get_current_take (sheet->answer);
  g_ptr_array_set_size (take->ratings, 0);
  g_ptr_array_set_size (take->evidence, 0);
  sheet->editor = onsite_answer_editor_new (onsite_context_get_scribe (sheet->study.desk.context),
                                            sheet->study.pack,
                                            sheet->answer);
  sheet->form = ONSITE_ANSWER_FORM (
      onsite_answer_form_new (sheet->study.desk.context, sheet->editor, "L6"));
  g_object_ref_sink (sheet->form);
  sheet->window = g_object_ref (GTK_WINDOW (gtk_window_new ()));
  gtk_window_set_child (sheet->window, GTK_WIDGET (sheet->form));
  gtk_window_present (sheet->window);
}

static gboolean
may_be_finalized (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Sheet *sheet, gconstpointer unused)
{
  if (gtk_widget_get_visible (GTK_WIDGET (sheet->window)))
    gtk_window_destroy (sheet->window);
  g_object_unref (sheet->window);
  fixture_wait_until (may_be_finalized, sheet->form);
  g_assert_finalize_object (sheet->form);
  fixture_wait_until (may_be_finalized, sheet->editor);
  g_assert_finalize_object (sheet->editor);
  study_tear_down (&sheet->study, NULL);
}

static OnsiteRatingRow *
get_row (Sheet *sheet, guint index)
{
  g_autoptr (GPtrArray) rows = desk_find_all (sheet->form, ONSITE_TYPE_RATING_ROW);

  return g_ptr_array_index (rows, index);
}

static gboolean
is_current (Sheet *sheet, guint index)
{
  gboolean current;

  g_object_get (get_row (sheet, index), "current", &current, NULL);

  return current;
}

static void
rate (Sheet *sheet, guint score)
{
  gtk_widget_activate_action (GTK_WIDGET (sheet->form), "form.rate", "u", score);
}

static const OnsiteTake *
load_take (Sheet *sheet, OnsiteLoop **loop)
{
  desk_settle (&sheet->study.desk);
  *loop = study_load (&sheet->study);

  return onsite_answer_get_current_take (study_get_answer (*loop, ANSWER));
}

static void
keys_rate_one_dimension_after_the_other (Sheet *sheet, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteTake *take;

  g_assert_true (is_current (sheet, 0));
  g_assert_true (onsite_answer_form_enter (sheet->form));
  for (guint i = 0; i < 6; i++)
    rate (sheet, 1 + i % 5);

  g_assert_true (is_current (sheet, 5));
  take = load_take (sheet, &loop);
  g_assert_cmpuint (onsite_take_get_score (take, "structure"), ==, 1);
  g_assert_cmpuint (onsite_take_get_score (take, "clarity"), ==, 1);
  g_assert_cmpuint (take->ratings->len, ==, 6);
}

static void
only_the_current_dimension_shows_its_anchors (Sheet *sheet, gconstpointer unused)
{
  rate (sheet, 3);

  for (guint i = 0; i < 6; i++)
    {
      GtkWidget *revealer = desk_find (get_row (sheet, i), GTK_TYPE_REVEALER);

      g_assert_cmpint (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)), ==, i == 1);
    }
  g_assert_nonnull (desk_find_text (get_row (sheet, 1), "Closed a gap that belonged to no team"));
}

static void
undo_goes_back_to_the_dimension (Sheet *sheet, gconstpointer unused)
{
  rate (sheet, 3);
  rate (sheet, 4);
  gtk_widget_activate_action (GTK_WIDGET (sheet->form), "form.undo", NULL);

  g_assert_true (is_current (sheet, 1));
  g_assert_cmpuint (onsite_rating_row_get_score (get_row (sheet, 1)), ==, 0);
  g_assert_cmpuint (onsite_answer_editor_get_score (sheet->editor, "ownership"), ==, 0);
  g_assert_cmpuint (onsite_answer_editor_get_score (sheet->editor, "structure"), ==, 3);
}

static void
a_second_click_takes_a_rating_back (Sheet *sheet, gconstpointer unused)
{
  g_autoptr (GPtrArray) dots = desk_find_all (get_row (sheet, 2), GTK_TYPE_TOGGLE_BUTTON);
  GtkButton *third = g_ptr_array_index (dots, 2);

  g_signal_emit_by_name (third, "clicked");
  g_assert_true (is_current (sheet, 2));
  g_assert_cmpuint (onsite_answer_editor_get_score (sheet->editor, "depth"), ==, 3);
  gtk_test_accessible_assert_property (third,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Technical depth: 3 of 5");

  g_signal_emit_by_name (third, "clicked");
  g_assert_cmpuint (onsite_answer_editor_get_score (sheet->editor, "depth"), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (third)));
}

static GtkWidget *
find_chip (Sheet *sheet, const char *name)
{
  GtkWidget *claims = desk_find (sheet->form, ONSITE_TYPE_CLAIMS_VIEW);
  g_autoptr (GPtrArray) labels = desk_find_all (claims, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), name))
      return gtk_widget_get_ancestor (g_ptr_array_index (labels, i), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_not_reached ();
}

static void
what_is_asked_for_is_offered_and_kept (Sheet *sheet, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteQuestion *question = onsite_pack_find_question (sheet->study.pack,
                                                              sheet->answer->question);
  const OnsitePrinciple *asked = onsite_pack_find_principle (sheet->study.pack,
                                                             question->principles[0]);
  GtkWidget *chip = find_chip (sheet, asked->name);
  const OnsiteEvidence *evidence;

  g_assert_true (gtk_widget_get_visible (chip));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);

  evidence = g_ptr_array_index (load_take (sheet, &loop)->evidence, 0);
  g_assert_cmpstr (evidence->target, ==, asked->id);
  g_assert_cmpint (evidence->source, ==, ONSITE_SOURCE_CLAIMED);
}

static void
a_claim_of_something_else_gets_a_toggle_that_stays (Sheet *sheet, gconstpointer unused)
{
  const OnsiteQuestion *question = onsite_pack_find_question (sheet->study.pack,
                                                              sheet->answer->question);
  GtkWidget *chip = find_chip (sheet, "Frugality");

  g_assert_false (g_strv_contains ((const char *const *) question->principles, "frugality"));
  g_assert_false (gtk_widget_get_visible (chip));

  onsite_answer_editor_set_claimed (sheet->editor, ONSITE_TARGET_PRINCIPLE, "frugality", TRUE);
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));

  gtk_widget_activate_action (GTK_WIDGET (sheet->form), "form.undo", NULL);
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
}

static void
story_is_kept_as_soon_as_its_field_is_left (Sheet *sheet, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  GtkWidget *story = desk_find (sheet->form, GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (story);
  gtk_editable_set_text (GTK_EDITABLE (story), "Order migration");
  gtk_widget_grab_focus (desk_find (sheet->form, GTK_TYPE_TEXT_VIEW));

  load_take (sheet, &loop);
  g_assert_cmpstr (study_get_answer (loop, ANSWER)->story, ==, "Order migration");
}

static void
story_and_note_are_kept_where_the_window_is_closed_at_once (Sheet *sheet, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  GtkWidget *story = desk_find (sheet->form, GTK_TYPE_ENTRY);
  GtkWidget *note = desk_find (sheet->form, GTK_TYPE_TEXT_VIEW);
  const OnsiteAnswer *answer;

  gtk_editable_set_text (GTK_EDITABLE (story), "Order migration");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Say the cost", -1);
  gtk_window_destroy (sheet->window);

  load_take (sheet, &loop);
  answer = study_get_answer (loop, ANSWER);
  g_assert_cmpstr (answer->story, ==, "Order migration");
  g_assert_cmpstr (answer->note, ==, "Say the cost");
}

#define add(name, test) g_test_add ("/answer-form/" name, Sheet, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  onsite_application_register_resources ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("keys-rate-one-dimension-after-the-other", keys_rate_one_dimension_after_the_other);
  add ("only-the-current-dimension-shows-its-anchors",
       only_the_current_dimension_shows_its_anchors);
  add ("undo-goes-back-to-the-dimension", undo_goes_back_to_the_dimension);
  add ("a-second-click-takes-a-rating-back", a_second_click_takes_a_rating_back);
  add ("what-is-asked-for-is-offered-and-kept", what_is_asked_for_is_offered_and_kept);
  add ("a-claim-of-something-else-gets-a-toggle-that-stays",
       a_claim_of_something_else_gets_a_toggle_that_stays);
  add ("story-is-kept-as-soon-as-its-field-is-left", story_is_kept_as_soon_as_its_field_is_left);
  add ("story-and-note-are-kept-where-the-window-is-closed-at-once",
       story_and_note_are_kept_where_the_window_is_closed_at_once);

  return g_test_run ();
}
