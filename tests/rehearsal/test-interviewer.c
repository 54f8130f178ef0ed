/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "onsite-wait.h"
#include "rehearsal/onsite-interviewer.h"

static GstElement *
make_silent_sink (gpointer data)
{
  return gst_element_factory_make ("fakesink", NULL);
}

static void
count_when_speaking (OnsiteInterviewer *interviewer, GParamSpec *pspec, guint *n)
{
  if (onsite_interviewer_get_speaking (interviewer))
    (*n)++;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_lines_that_are_read_are_said_at_once_but_never_at_the_call (void)
{
  g_autoptr (OnsiteInterviewer) interviewer = onsite_interviewer_new (NULL, "en");
  guint n_spoken = 0;

  g_signal_connect_swapped (interviewer, "spoken", G_CALLBACK (count), &n_spoken);
  onsite_interviewer_say (interviewer, "Hello.", 0, TRUE);
  onsite_interviewer_say (interviewer, "What did you do?", 0, TRUE);
  g_assert_cmpuint (n_spoken, ==, 0);
  drain ();

  g_assert_cmpuint (n_spoken, ==, 1);
}

static void
test_a_line_beside_the_answer_is_not_awaited (void)
{
  g_autoptr (OnsiteInterviewer) interviewer = onsite_interviewer_new (NULL, "en");
  guint n_spoken = 0;

  g_signal_connect_swapped (interviewer, "spoken", G_CALLBACK (count), &n_spoken);
  onsite_interviewer_say (interviewer, "Five minutes.", 0, FALSE);
  drain ();

  g_assert_cmpuint (n_spoken, ==, 0);
}

static void
test_nothing_follows_once_hushed (void)
{
  g_autoptr (OnsiteInterviewer) interviewer = onsite_interviewer_new (NULL, "en");
  guint n_spoken = 0;

  g_signal_connect_swapped (interviewer, "spoken", G_CALLBACK (count), &n_spoken);
  onsite_interviewer_say (interviewer, "What did you do?", 0, TRUE);
  onsite_interviewer_hush (interviewer);
  drain ();

  g_assert_cmpuint (n_spoken, ==, 0);
}

static void
test_lines_that_waited_when_it_was_hushed_are_forgotten (void)
{
  g_autoptr (OnsiteVoice) voice = onsite_voice_new (make_silent_sink, NULL, NULL);
  g_autoptr (OnsiteInterviewer) interviewer = onsite_interviewer_new (voice, "en");
  guint n_lines = 0, n_spoken = 0;

  g_signal_connect (interviewer, "notify::speaking", G_CALLBACK (count_when_speaking), &n_lines);
  g_signal_connect_swapped (interviewer, "spoken", G_CALLBACK (count), &n_spoken);
  onsite_interviewer_say (interviewer, "What did you do?", 0, TRUE);
  onsite_interviewer_say (interviewer, "And who was against it?", 0, TRUE);
  onsite_wait_for (n_lines == 1);
  onsite_interviewer_hush (interviewer);
  onsite_interviewer_say (interviewer, "Thank you.", 0, TRUE);
  onsite_wait_for (n_spoken == 1);

  g_assert_cmpuint (n_lines, ==, 2);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interviewer/lines-that-are-read-are-said-at-once-but-never-at-the-call",
                   test_lines_that_are_read_are_said_at_once_but_never_at_the_call);
  g_test_add_func ("/interviewer/a-line-beside-the-answer-is-not-awaited",
                   test_a_line_beside_the_answer_is_not_awaited);
  g_test_add_func ("/interviewer/nothing-follows-once-hushed", test_nothing_follows_once_hushed);
  g_test_add_func ("/interviewer/lines-that-waited-when-it-was-hushed-are-forgotten",
                   test_lines_that_waited_when_it_was_hushed_are_forgotten);

  return g_test_run ();
}
