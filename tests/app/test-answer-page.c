/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-answer-form.h"
#include "app/onsite-answer-page.h"
#include "app/onsite-application.h"
#include "app/onsite-clip-view.h"
#include "app/onsite-mark-list.h"
#include "app/onsite-waveform-view.h"
#include "library-fixture.h"
#include "study.h"

typedef struct
{
  OnsiteDebriefModel *model;
  GError *error;
} Loading;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = user_data;

  loading->model = onsite_debrief_model_load_finish (result, &loading->error);
}

static gboolean
is_loaded (gpointer data)
{
  return ((Loading *) data)->model != NULL || ((Loading *) data)->error != NULL;
}

static GtkWidget *
open_answer (Study *study, guint answer)
{
  Loading loading = { NULL, NULL };
  GtkWidget *page;

  onsite_debrief_model_load_async (onsite_context_get_library (study->desk.context),
                                   study->loop->id,
                                   NULL,
                                   loaded_cb,
                                   &loading);
  fixture_wait_until (is_loaded, &loading);
  g_assert_no_error (loading.error);
  page = onsite_answer_page_new (study->desk.context, loading.model, answer);
  g_object_unref (loading.model);
  onsite_window_push (study->desk.window, ONSITE_PAGE (page));

  return study_wait_for_page (study, ONSITE_TYPE_ANSWER_PAGE);
}

/* The marks of the answer's first clip, as the library has them. */
static GPtrArray *
load_marks (Study *study, guint answer, OnsiteLoop **loop)
{
  const OnsiteTake *take;

  *loop = study_load (study);
  take = onsite_answer_get_current_take (study_get_answer (*loop, answer));

  return ((OnsiteTurn *) g_ptr_array_index (take->turns, 0))->clip->marks;
}

static void
question_turns_and_guide_are_there (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 1);
  const OnsiteAnswer *answer = study_get_answer (study->loop, 1);
  const OnsiteQuestion *question = onsite_pack_find_question (study->pack, answer->question);
  g_autoptr (GPtrArray) expanders = desk_find_all (page, GTK_TYPE_EXPANDER);
  g_autoptr (GPtrArray) turns = desk_find_all (page, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < expanders->len; i++)
    gtk_expander_set_expanded (expanders->pdata[i], TRUE);
  g_assert_nonnull (desk_find_text (page, "Not known: there are no figures of it"));
  g_assert_nonnull (desk_find_text (page, question->text));
  g_assert_nonnull (desk_find_text (page, question->follow_ups[0]));
  g_assert_nonnull (desk_find_text (page, question->weak));
  g_assert_nonnull (desk_find_text (page, question->strong));
  g_assert_nonnull (desk_find_text (page, question->why));
  g_assert_cmpuint (turns->len, ==, 2);
  g_assert_nonnull (desk_find_text (turns->pdata[0], "0:02"));
}

static void
next_goes_on_to_the_last_answer (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 16);
  g_autofree char *title = NULL;

  g_assert_nonnull (desk_find_text (page, "Not rated yet"));
  gtk_widget_activate_action (page, "answer.next", NULL);

  title = onsite_page_dup_title (ONSITE_PAGE (page));
  g_assert_cmpstr (title, ==, "Question 18");
  gtk_widget_activate_action (page, "answer.next", NULL);
  g_clear_pointer (&title, g_free);
  title = onsite_page_dup_title (ONSITE_PAGE (page));
  g_assert_cmpstr (title, ==, "Question 18");
}

static void
what_was_not_asked_has_no_form_and_says_so (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 17);
  g_autoptr (GPtrArray) forms = desk_find_all (page, ONSITE_TYPE_ANSWER_FORM);

  g_assert_cmpuint (forms->len, ==, 0);
  g_assert_nonnull (desk_find_text (page, "Not asked"));
  g_assert_nonnull (desk_find_text (page, "Nothing was recorded here."));
  g_assert_false (gtk_widget_get_mapped (desk_find (page, ONSITE_TYPE_WAVEFORM_VIEW)));
}

static void
a_mark_is_set_noted_and_kept (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 0);
  GtkWidget *marks = desk_find (page, ONSITE_TYPE_MARK_LIST);
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteMark *mark;

  g_assert_false (gtk_widget_get_visible (marks));
  gtk_widget_activate_action (desk_find (page, ONSITE_TYPE_CLIP_VIEW), "clip.mark", NULL);
  g_assert_true (gtk_widget_get_visible (marks));
  gtk_editable_set_text (GTK_EDITABLE (desk_find (marks, GTK_TYPE_ENTRY)), "Say the cost");

  mark = g_ptr_array_index (load_marks (study, 0, &loop), 0);
  g_assert_cmpstr (mark->note, ==, "Say the cost");
  g_assert_cmpint (mark->from_ms, ==, 0);
}

/* A key that the page has a binding for, at whatever has the focus. */
static void
press (GtkWidget *page, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                            0,
                                            page,
                                            gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }

  g_assert_not_reached ();
}

static void
space_is_for_what_has_the_focus_before_it_is_for_the_player (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 0);
  g_autoptr (GPtrArray) expanders = desk_find_all (page, GTK_TYPE_EXPANDER);

  for (guint i = 0; i < expanders->len; i++)
    {
      GtkExpander *expander = g_ptr_array_index (expanders, i);

      if (!gtk_widget_get_mapped (GTK_WIDGET (expander)))
        continue;

      g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (expander)));
      press (page, GDK_KEY_space);
      g_assert_true (gtk_expander_get_expanded (expander));
    }
}

static GtkWidget *
find_undo (Study *study)
{
  GtkWidget *label = desk_find_text (study->desk.window, "Mark deleted");
  GtkWidget *toast = gtk_widget_get_parent (label);

  while (!g_str_equal (G_OBJECT_TYPE_NAME (toast), "AdwToastWidget"))
    toast = gtk_widget_get_parent (toast);

  return desk_find (toast, GTK_TYPE_BUTTON);
}

static void
a_deleted_mark_comes_back_by_undo (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 0);
  GtkWidget *marks = desk_find (page, ONSITE_TYPE_MARK_LIST);
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (OnsiteLoop) without = NULL;
  g_autoptr (OnsiteLoop) with = NULL;
  const OnsiteMark *mark;

  gtk_widget_activate_action (desk_find (page, ONSITE_TYPE_CLIP_VIEW), "clip.mark", NULL);
  gtk_editable_set_text (GTK_EDITABLE (desk_find (marks, GTK_TYPE_ENTRY)), "Here");
  buttons = desk_find_all (marks, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (buttons->pdata[1], "clicked");
  g_assert_cmpuint (load_marks (study, 0, &without)->len, ==, 0);

  g_signal_emit_by_name (find_undo (study), "clicked");
  mark = g_ptr_array_index (load_marks (study, 0, &with), 0);
  g_assert_cmpstr (mark->note, ==, "Here");
}

static void
undo_goes_with_its_clip (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 0);
  GtkWidget *marks = desk_find (page, ONSITE_TYPE_MARK_LIST);
  g_autoptr (GPtrArray) buttons = NULL;

  gtk_widget_activate_action (desk_find (page, ONSITE_TYPE_CLIP_VIEW), "clip.mark", NULL);
  buttons = desk_find_all (marks, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (buttons->pdata[1], "clicked");
  g_assert_nonnull (desk_find_text (study->desk.window, "Mark deleted"));

  gtk_widget_activate_action (page, "answer.next", NULL);
  g_assert_null (desk_find_text (study->desk.window, "Mark deleted"));
}

static void
speed_and_silences_are_remembered (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 0);
  OnsiteClipView *clip = ONSITE_CLIP_VIEW (desk_find (page, ONSITE_TYPE_CLIP_VIEW));
  double speed;

  g_settings_reset (study->desk.settings, "playback-rate");
  onsite_clip_view_change_speed (clip, 1);
  g_assert_cmpfloat (g_settings_get_double (study->desk.settings, "playback-rate"), ==, 1.25);
  onsite_clip_view_change_speed (clip, 100);
  g_object_get (clip, "speed", &speed, NULL);
  g_assert_cmpfloat (speed, ==, 2);
  onsite_clip_view_change_speed (clip, -100);
  g_object_get (clip, "speed", &speed, NULL);
  g_assert_cmpfloat (speed, ==, 0.75);

  gtk_widget_activate_action (GTK_WIDGET (clip), "clip.skip-silence", NULL);
  g_assert_true (g_settings_get_boolean (study->desk.settings, "skip-silence"));
  g_settings_reset (study->desk.settings, "skip-silence");
  g_settings_reset (study->desk.settings, "playback-rate");
}

static void
the_form_edits_this_answer (Study *study, gconstpointer unused)
{
  GtkWidget *page = open_answer (study, 16);
  OnsiteAnswerForm *form = ONSITE_ANSWER_FORM (desk_find (page, ONSITE_TYPE_ANSWER_FORM));
  g_autoptr (OnsiteLoop) loop = NULL;
  const OnsiteTake *take;

  g_assert_nonnull (desk_find_text (page, "Not rated yet"));
  for (guint i = 0; i < 6; i++)
    onsite_answer_form_rate (form, 2);
  g_assert_null (desk_find_text (page, "Not rated yet"));

  loop = study_load (study);
  take = onsite_answer_get_current_take (study_get_answer (loop, 16));
  g_assert_cmpuint (onsite_take_get_score (take, "structure"), ==, 2);
}

#define ADD(name, test) \
  g_test_add ("/answer-page/" name, Study, NULL, study_set_up, test, study_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  adw_init ();
  onsite_application_register_resources ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("question-turns-and-guide-are-there", question_turns_and_guide_are_there);
  ADD ("next-goes-on-to-the-last-answer", next_goes_on_to_the_last_answer);
  ADD ("what-was-not-asked-has-no-form-and-says-so", what_was_not_asked_has_no_form_and_says_so);
  ADD ("space-is-for-what-has-the-focus-before-it-is-for-the-player",
       space_is_for_what_has_the_focus_before_it_is_for_the_player);
  ADD ("a-mark-is-set-noted-and-kept", a_mark_is_set_noted_and_kept);
  ADD ("a-deleted-mark-comes-back-by-undo", a_deleted_mark_comes_back_by_undo);
  ADD ("undo-goes-with-its-clip", undo_goes_with_its_clip);
  ADD ("speed-and-silences-are-remembered", speed_and_silences_are_remembered);
  ADD ("the-form-edits-this-answer", the_form_edits_this_answer);

  return g_test_run ();
}
