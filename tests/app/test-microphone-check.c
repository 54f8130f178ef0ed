/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-microphone-check.h"
#include "library-fixture.h"

static GstElement *
make_tone (gpointer volume)
{
  GstElement *source = gst_element_factory_make ("audiotestsrc", NULL);

  g_object_set (source, "is-live", TRUE, "volume", *(double *) volume, NULL);

  return source;
}

static GstElement *
make_unplugged (gpointer unused)
{
  GstElement *source = gst_element_factory_make ("pulsesrc", NULL);

  g_object_set (source, "server", "unix:/nonexistent/socket", NULL);

  return source;
}

static gboolean
is_ready (gpointer data)
{
  return onsite_microphone_check_get_ready (data);
}

static gboolean
has_failed (gpointer data)
{
  return onsite_microphone_check_get_failed (data);
}

static gboolean
hears (gpointer data)
{
  return g_strcmp0 (onsite_microphone_check_get_words (data), "We hear you") == 0;
}

static gboolean
asks_whether_muted (gpointer data)
{
  const char *words = onsite_microphone_check_get_words (data);

  return words != NULL && g_str_has_suffix (words, "Is the microphone muted?");
}

/* What it began may still be letting go of it. */
static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
let_go (OnsiteMicrophoneCheck *check)
{
  g_object_add_weak_pointer (G_OBJECT (check), (gpointer *) &check);
  g_object_unref (check);
  fixture_wait_until (is_gone, &check);
}

static void
voice_is_heard_and_a_loop_can_begin (void)
{
  double volume = 0.3;
  OnsiteMicrophoneCheck *check = onsite_microphone_check_new (make_tone, &volume, NULL, NULL);

  onsite_microphone_check_start (check);
  g_assert_false (onsite_microphone_check_get_ready (check));
  fixture_wait_until (is_ready, check);
  fixture_wait_until (hears, check);

  onsite_microphone_check_stop (check);
  g_assert_false (onsite_microphone_check_get_ready (check));
  let_go (check);
}

static void
silence_is_asked_about (void)
{
  double volume = 0;
  OnsiteMicrophoneCheck *check = onsite_microphone_check_new (make_tone, &volume, NULL, NULL);

  onsite_microphone_check_start (check);
  fixture_wait_until (asks_whether_muted, check);

  g_assert_true (onsite_microphone_check_get_ready (check));
  let_go (check);
}

static void
missing_sound_server_is_told_and_can_be_tried_again (void)
{
  OnsiteMicrophoneCheck *check = onsite_microphone_check_new (make_unplugged, NULL, NULL, NULL);

  onsite_microphone_check_start (check);
  fixture_wait_until (has_failed, check);
  g_assert_false (onsite_microphone_check_get_ready (check));
  g_assert_nonnull (strstr (onsite_microphone_check_get_words (check), "try again"));

  onsite_microphone_check_start (check);
  g_assert_false (onsite_microphone_check_get_failed (check));
  fixture_wait_until (has_failed, check);
  let_go (check);
}

/* Takes as long as it is told to, as where a sound server hangs. */
typedef struct
{
  gint n_refs;  /* atomic */
  gint making;  /* atomic */
  gint may_end; /* atomic */
} Slow;

static gpointer
slow_ref (gpointer data)
{
  g_atomic_int_inc (&((Slow *) data)->n_refs);

  return data;
}

static void
slow_unref (gpointer data)
{
  g_atomic_int_add (&((Slow *) data)->n_refs, -1);
}

static GstElement *
make_slowly (gpointer data)
{
  Slow *slow = data;

  g_atomic_int_set (&slow->making, TRUE);
  while (!g_atomic_int_get (&slow->may_end))
    g_thread_yield ();

  return make_unplugged (NULL);
}

static gboolean
is_making (gpointer slow)
{
  return g_atomic_int_get (&((Slow *) slow)->making);
}

static gboolean
is_let_go (gpointer slow)
{
  return g_atomic_int_get (&((Slow *) slow)->n_refs) == 0;
}

static void
what_is_still_made_keeps_what_it_is_made_of (void)
{
  Slow slow = { 0 };
  OnsiteMicrophoneCheck *check = onsite_microphone_check_new (make_slowly,
                                                              &slow,
                                                              slow_ref,
                                                              slow_unref);

  onsite_microphone_check_start (check);
  fixture_wait_until (is_making, &slow);
  onsite_microphone_check_stop (check);
  let_go (check);
  g_assert_cmpint (g_atomic_int_get (&slow.n_refs), ==, 1);

  g_atomic_int_set (&slow.may_end, TRUE);
  fixture_wait_until (is_let_go, &slow);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);

  g_test_add_func ("/microphone-check/voice-is-heard-and-a-loop-can-begin",
                   voice_is_heard_and_a_loop_can_begin);
  g_test_add_func ("/microphone-check/silence-is-asked-about", silence_is_asked_about);
  g_test_add_func ("/microphone-check/missing-sound-server-is-told-and-can-be-tried-again",
                   missing_sound_server_is_told_and_can_be_tried_again);

  g_test_add_func ("/microphone-check/what-is-still-made-keeps-what-it-is-made-of",
                   what_is_still_made_keeps_what_it_is_made_of);

  return g_test_run ();
}
