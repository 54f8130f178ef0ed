/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gst/gst.h>

#include "app/onsite-level-meter.h"
#include "app/onsite-microphone-bar.h"
#include "desk.h"
#include "library-fixture.h"

/* A microphone that a test plugs in and out. */
typedef struct
{
  gint plugged; /* atomic: a recorder makes its source in a thread of its own */
  OnsiteMicrophoneCheck *check;
  GtkWidget *window;
  OnsiteMicrophoneBar *bar;
} Stand;

static GstElement *
make_microphone (gpointer data)
{
  Stand *stand = data;
  const gboolean plugged = g_atomic_int_get (&stand->plugged);
  GstElement *source = gst_element_factory_make (plugged ? "audiotestsrc" : "pulsesrc", NULL);

  if (plugged)
    g_object_set (source, "is-live", TRUE, "volume", 0.3, NULL);
  else
    g_object_set (source, "server", "unix:/nonexistent/socket", NULL);

  return source;
}

static void
set_up (Stand *stand, gconstpointer plugged)
{
  g_atomic_int_set (&stand->plugged, GPOINTER_TO_INT (plugged));
  stand->check = onsite_microphone_check_new (make_microphone, stand, NULL, NULL);
  stand->bar = g_object_new (ONSITE_TYPE_MICROPHONE_BAR, NULL);
  onsite_microphone_bar_set_check (stand->bar, stand->check);
  stand->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (stand->window), GTK_WIDGET (stand->bar));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Stand *stand, gconstpointer unused)
{
  gpointer check = stand->check;

  gtk_window_destroy (GTK_WINDOW (stand->window));
  g_object_add_weak_pointer (G_OBJECT (stand->check), &check);
  g_object_unref (stand->check);
  /* What it began may still be letting go of it. */
  fixture_wait_until (is_gone, &check);
}

static gboolean
is_ready (gpointer data)
{
  return onsite_microphone_check_get_ready (((Stand *) data)->check);
}

static gboolean
has_failed (gpointer data)
{
  return onsite_microphone_check_get_failed (((Stand *) data)->check);
}

static gboolean
says_that_it_hears (gpointer data)
{
  return desk_find_text (((Stand *) data)->bar, "We hear you") != NULL;
}

/* Whether what there is one of in a bar is there to be seen. */
static gboolean
shows (Stand *stand, GType type)
{
  g_autoptr (GPtrArray) found = desk_find_all (stand->bar, type);

  g_assert_cmpuint (found->len, ==, 1);

  return gtk_widget_get_visible (g_ptr_array_index (found, 0));
}

static gboolean
has_level (gpointer data)
{
  double level;

  g_object_get (desk_find (((Stand *) data)->bar, ONSITE_TYPE_LEVEL_METER), "level", &level, NULL);

  return level > -40;
}

static void
a_voice_is_told_in_words_and_by_the_meter (Stand *stand, gconstpointer unused)
{
  gtk_window_present (GTK_WINDOW (stand->window));
  fixture_wait_until (says_that_it_hears, stand);
  fixture_wait_until (has_level, stand);
  g_assert_true (shows (stand, ONSITE_TYPE_LEVEL_METER));
  g_assert_false (shows (stand, GTK_TYPE_BUTTON));
}

static void
nothing_listens_while_it_is_not_seen (Stand *stand, gconstpointer unused)
{
  onsite_microphone_bar_listen_anew (stand->bar);
  g_assert_null (onsite_microphone_check_get_words (stand->check));

  gtk_window_present (GTK_WINDOW (stand->window));
  fixture_wait_until (is_ready, stand);
  gtk_widget_set_visible (stand->window, FALSE);
  g_assert_false (is_ready (stand));
}

static void
plug_in_cb (Stand *stand)
{
  g_atomic_int_set (&stand->plugged, TRUE);
}

static void
what_failed_can_be_tried_again_with_what_is_there_by_then (Stand *stand, gconstpointer unused)
{
  g_signal_connect_swapped (stand->bar, "trying-again", G_CALLBACK (plug_in_cb), stand);
  gtk_window_present (GTK_WINDOW (stand->window));
  fixture_wait_until (has_failed, stand);
  g_assert_false (shows (stand, ONSITE_TYPE_LEVEL_METER));
  g_assert_true (shows (stand, GTK_TYPE_BUTTON));

  g_signal_emit_by_name (desk_find (stand->bar, GTK_TYPE_BUTTON), "clicked");
  fixture_wait_until (is_ready, stand);
  g_assert_true (shows (stand, ONSITE_TYPE_LEVEL_METER));
  g_assert_false (shows (stand, GTK_TYPE_BUTTON));
}

#define ADD(test, plugged)                  \
  g_test_add ("/app/microphone-bar/" #test, \
              Stand,                        \
              GINT_TO_POINTER (plugged),    \
              set_up,                       \
              test,                         \
              tear_down)

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  gst_init (NULL, NULL);

  ADD (a_voice_is_told_in_words_and_by_the_meter, TRUE);
  ADD (nothing_listens_while_it_is_not_seen, TRUE);
  ADD (what_failed_can_be_tried_again_with_what_is_there_by_then, FALSE);

  return g_test_run ();
}
