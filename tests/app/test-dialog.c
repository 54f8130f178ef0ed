/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-dialog.h"
#include "library-fixture.h"

#define NARROW 360
#define WIDE   1000

typedef struct
{
  GtkWidget *window;
  GtkWindow *dialog;
} Question;

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static gboolean
is_focused (gpointer dialog)
{
  return gtk_window_get_focus (dialog) != NULL && gtk_widget_get_mapped (dialog) &&
         gtk_widget_get_width (gtk_window_get_focus (dialog)) > 0;
}

/* What can do harm is named last, or first. */
static void
ask (Question *question, int width, const char *harm, gboolean harm_first)
{
  AdwMessageDialog *dialog;

  question->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (question->window), width, NARROW);
  gtk_window_present (GTK_WINDOW (question->window));
  fixture_wait_until (is_mapped, question->window);

  question->dialog = GTK_WINDOW (
      adw_message_dialog_new (GTK_WINDOW (question->window), "Sure?", NULL));
  dialog = ADW_MESSAGE_DIALOG (question->dialog);
  if (harm_first)
    adw_message_dialog_add_responses (dialog, "harm", harm, "safe", "_Keep", NULL);
  else
    adw_message_dialog_add_responses (dialog, "safe", "_Keep", "harm", harm, NULL);
  onsite_dialog_ask (dialog, "safe");
  fixture_wait_until (is_focused, question->dialog);
}

static gboolean
is_answered (gpointer answer)
{
  return *(char **) answer != NULL;
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, char **answer)
{
  *answer = g_strdup (response);
}

/* As Enter does it. */
static void
assert_is_safe (Question *question)
{
  g_autofree char *answer = NULL;
  GtkWidget *focus = gtk_window_get_focus (question->dialog);

  g_signal_connect (question->dialog, "response", G_CALLBACK (answered_cb), &answer);
  g_assert_true (gtk_widget_activate (focus));
  fixture_wait_until (is_answered, &answer);
  g_assert_cmpstr (answer, ==, "safe");
  gtk_window_destroy (GTK_WINDOW (question->window));
}

static void
enter_is_safe_beside_one_another (void)
{
  Question question;

  ask (&question, WIDE, "_Delete", FALSE);
  assert_is_safe (&question);
}

static void
enter_is_safe_where_the_other_stands_first (void)
{
  Question question;

  ask (&question, WIDE, "_Delete", TRUE);
  assert_is_safe (&question);
}

/* The last is at the top there. */
static void
enter_is_safe_above_one_another (void)
{
  Question question;

  ask (&question, NARROW, "_Delete It and Everything That Belongs to It for Good", FALSE);
  assert_is_safe (&question);
}

static void
escape_is_safe (void)
{
  g_autofree char *answer = NULL;
  Question question;

  ask (&question, WIDE, "_Delete", FALSE);
  g_signal_connect (question.dialog, "response", G_CALLBACK (answered_cb), &answer);
  gtk_window_close (question.dialog);
  g_assert_cmpstr (answer, ==, "safe");
  gtk_window_destroy (GTK_WINDOW (question.window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(test) g_test_add_func ("/dialog/" #test, test)

  ADD (enter_is_safe_beside_one_another);
  ADD (enter_is_safe_where_the_other_stands_first);
  ADD (enter_is_safe_above_one_another);
  ADD (escape_is_safe);

  return g_test_run ();
}
