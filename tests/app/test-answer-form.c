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
} Desk;

static void
set_up (Desk *desk, gconstpointer unused)
{
  OnsiteTake *take;

  study_set_up (&desk->study, NULL);
  desk->answer = study_get_answer (desk->study.loop, ANSWER);
  take = onsite_answer_get_current_take (desk->answer);
  g_ptr_array_set_size (take->ratings, 0);
  g_ptr_array_set_size (take->evidence, 0);
  desk->editor = onsite_answer_editor_new (onsite_context_get_scribe (desk->study.context),
                                           desk->study.pack,
                                           desk->answer);
  desk->form = ONSITE_ANSWER_FORM (
      onsite_answer_form_new (desk->study.context, desk->editor, "L6"));
  g_object_ref_sink (desk->form);
  desk->window = g_object_ref (GTK_WINDOW (gtk_window_new ()));
  gtk_window_set_child (desk->window, GTK_WIDGET (desk->form));
  gtk_window_present (desk->window);
}

static gboolean
may_be_finalized (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  if (gtk_widget_get_visible (GTK_WIDGET (desk->window)))
    gtk_window_destroy (desk->window);
  g_object_unref (desk->window);
  fixture_wait_until (may_be_finalized, desk->form);
  g_assert_finalize_object (desk->form);
  fixture_wait_until (may_be_finalized, desk->editor);
  g_assert_finalize_object (desk->editor);
  study_tear_down (&desk->study, NULL);
}

static OnsiteRatingRow *
get_row (Desk *desk, guint index)
{
  g_autoptr (GPtrArray) rows = study_find_all (desk->form, ONSITE_TYPE_RATING_ROW);

  return g_ptr_array_index (rows, index);
}

static gboolean
is_current (Desk *desk, guint index)
{
  gboolean current;

  g_object_get (get_row (desk, index), "current", &current, NULL);

  return current;
}

static void
rate (Desk *desk, guint score)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->form), "form.rate", "u", score);
}

static const OnsiteTake *
load_take (Desk *desk, OnsiteLoop **loop)
{
  study_settle (&desk->study);
  *loop = study_load (&desk->study);

  return onsite_answer_get_current_take (study_get_answer (*loop, ANSWER));
}

static void
keys_rate_one_dimension_after_the_other (Desk *desk, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteTake *take;

  g_assert_true (is_current (desk, 0));
  gtk_widget_grab_focus (GTK_WIDGET (desk->form));
  for (guint i = 0; i < 6; i++)
    rate (desk, 1 + i % 5);

  g_assert_true (is_current (desk, 5));
  take = load_take (desk, &loop);
  g_assert_cmpuint (onsite_take_get_score (take, "structure"), ==, 1);
  g_assert_cmpuint (onsite_take_get_score (take, "clarity"), ==, 1);
  g_assert_cmpuint (take->ratings->len, ==, 6);
}

static void
only_the_current_dimension_shows_its_anchors (Desk *desk, gconstpointer unused)
{
  rate (desk, 3);

  for (guint i = 0; i < 6; i++)
    {
      GtkWidget *revealer = study_find (get_row (desk, i), GTK_TYPE_REVEALER);

      g_assert_cmpint (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)), ==, i == 1);
    }
  g_assert_nonnull (study_find_text (get_row (desk, 1), "Closed a gap that belonged to no team"));
}

static void
undo_goes_back_to_the_dimension (Desk *desk, gconstpointer unused)
{
  rate (desk, 3);
  rate (desk, 4);
  gtk_widget_activate_action (GTK_WIDGET (desk->form), "form.undo", NULL);

  g_assert_true (is_current (desk, 1));
  g_assert_cmpuint (onsite_rating_row_get_score (get_row (desk, 1)), ==, 0);
  g_assert_cmpuint (onsite_answer_editor_get_score (desk->editor, "ownership"), ==, 0);
  g_assert_cmpuint (onsite_answer_editor_get_score (desk->editor, "structure"), ==, 3);
}

static void
a_second_click_takes_a_rating_back (Desk *desk, gconstpointer unused)
{
  g_autoptr (GPtrArray) dots = study_find_all (get_row (desk, 2), GTK_TYPE_TOGGLE_BUTTON);
  GtkButton *third = g_ptr_array_index (dots, 2);

  g_signal_emit_by_name (third, "clicked");
  g_assert_true (is_current (desk, 2));
  g_assert_cmpuint (onsite_answer_editor_get_score (desk->editor, "depth"), ==, 3);
  gtk_test_accessible_assert_property (third,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Technical depth: 3 of 5");

  g_signal_emit_by_name (third, "clicked");
  g_assert_cmpuint (onsite_answer_editor_get_score (desk->editor, "depth"), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (third)));
}

static GtkWidget *
find_chip (Desk *desk, const char *name)
{
  GtkWidget *claims = study_find (desk->form, ONSITE_TYPE_CLAIMS_VIEW);
  g_autoptr (GPtrArray) labels = study_find_all (claims, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), name))
      return gtk_widget_get_ancestor (g_ptr_array_index (labels, i), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_not_reached ();
}

static void
what_is_asked_for_is_offered_and_kept (Desk *desk, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteQuestion *question = onsite_pack_find_question (desk->study.pack,
                                                              desk->answer->question);
  const OnsitePrinciple *asked = onsite_pack_find_principle (desk->study.pack,
                                                             question->principles[0]);
  GtkWidget *chip = find_chip (desk, asked->name);
  const OnsiteEvidence *evidence;

  g_assert_true (gtk_widget_get_visible (chip));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);

  evidence = g_ptr_array_index (load_take (desk, &loop)->evidence, 0);
  g_assert_cmpstr (evidence->target, ==, asked->id);
  g_assert_cmpint (evidence->source, ==, ONSITE_SOURCE_CLAIMED);
}

static void
a_claim_of_something_else_gets_a_toggle_that_stays (Desk *desk, gconstpointer unused)
{
  const OnsiteQuestion *question = onsite_pack_find_question (desk->study.pack,
                                                              desk->answer->question);
  GtkWidget *chip = find_chip (desk, "Frugality");

  g_assert_false (g_strv_contains ((const char *const *) question->principles, "frugality"));
  g_assert_false (gtk_widget_get_visible (chip));

  onsite_answer_editor_set_claimed (desk->editor, ONSITE_TARGET_PRINCIPLE, "frugality", TRUE);
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));

  gtk_widget_activate_action (GTK_WIDGET (desk->form), "form.undo", NULL);
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
}

static void
story_is_kept_as_soon_as_its_field_is_left (Desk *desk, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  GtkWidget *story = study_find (desk->form, GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (story);
  gtk_editable_set_text (GTK_EDITABLE (story), "Order migration");
  gtk_widget_grab_focus (study_find (desk->form, GTK_TYPE_TEXT_VIEW));

  load_take (desk, &loop);
  g_assert_cmpstr (study_get_answer (loop, ANSWER)->story, ==, "Order migration");
}

static void
story_and_note_are_kept_where_the_window_is_closed_at_once (Desk *desk, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  GtkWidget *story = study_find (desk->form, GTK_TYPE_ENTRY);
  GtkWidget *note = study_find (desk->form, GTK_TYPE_TEXT_VIEW);
  const OnsiteAnswer *answer;

  gtk_editable_set_text (GTK_EDITABLE (story), "Order migration");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Say the cost", -1);
  gtk_window_destroy (desk->window);

  load_take (desk, &loop);
  answer = study_get_answer (loop, ANSWER);
  g_assert_cmpstr (answer->story, ==, "Order migration");
  g_assert_cmpstr (answer->note, ==, "Say the cost");
}

#define add(name, test) g_test_add ("/answer-form/" name, Desk, NULL, set_up, test, tear_down)

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
