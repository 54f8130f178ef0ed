/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-clip-player.h"
#include "onsite-clip-library.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

#define SECOND    ONSITE_AUDIO_RATE
#define LENGTH_MS 60000 /* longer than anything is waited for */

typedef struct
{
  OnsiteClipLibrary *clips;
  char *clip;
  OnsiteClipPlayer *player;
  guint n_ended;
  GError *failure;
  gint is_broken;   /* atomic: the loudspeaker that is made next can't be opened */
  GstElement *sink; /* (unowned): the one that was made last */
} Desk;

/* A loudspeaker that takes its time, and is heard by nobody. */
static GstElement *
make_sink (gpointer data)
{
  Desk *desk = data;

  desk->sink = gst_element_factory_make ("fakesink", NULL);
  g_object_set (desk->sink, "sync", TRUE, NULL);
  if (g_atomic_int_get (&desk->is_broken))
    gst_util_set_object_arg (G_OBJECT (desk->sink), "state-error", "null-to-ready");

  return desk->sink;
}

static void
ended_cb (Desk *desk)
{
  desk->n_ended++;
}

static void
failed_cb (Desk *desk, const GError *error)
{
  g_assert_no_error (desk->failure);
  desk->failure = g_error_copy (error);
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  g_autoptr (GArray) sound = onsite_signal_make_babble (SECOND, ONSITE_AUDIO_RATE, 3);
  g_autoptr (OnsitePlayer) player = onsite_player_new (make_sink, desk, NULL);

  desk->clips = onsite_clip_library_new ();
  desk->clip = onsite_clip_library_add_repeated (desk->clips,
                                                 (const gint16 *) sound->data,
                                                 sound->len,
                                                 LENGTH_MS / 1000);
  desk->player = onsite_clip_player_new (player);
  g_signal_connect_swapped (desk->player, "ended", G_CALLBACK (ended_cb), desk);
  g_signal_connect_swapped (desk->player, "failed", G_CALLBACK (failed_cb), desk);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  onsite_clip_player_unload (desk->player);
  onsite_wait_finalize (g_steal_pointer (&desk->player));
  g_clear_pointer (&desk->clips, onsite_clip_library_free);
  g_clear_pointer (&desk->clip, g_free);
  g_clear_error (&desk->failure);
}

static void
load (Desk *desk)
{
  onsite_clip_player_load (desk->player, desk->clips->library, desk->clip);
  onsite_wait_for (onsite_clip_player_get_loaded (desk->player));
}

static gboolean
is_playing (Desk *desk)
{
  return onsite_player_get_playing (onsite_clip_player_get_player (desk->player));
}

static gint64
get_position_ms (Desk *desk)
{
  return onsite_player_get_position_ms (onsite_clip_player_get_player (desk->player));
}

static void
a_span_ends_where_it_ends_and_nothing_follows (Desk *desk, gconstpointer unused)
{
  load (desk);
  onsite_clip_player_play_span (desk->player, 1000, 1200);
  g_assert_true (is_playing (desk));
  onsite_wait_for (!is_playing (desk));

  g_assert_cmpint (get_position_ms (desk), >=, 1200);
  g_assert_cmpint (get_position_ms (desk), <, LENGTH_MS);
  g_assert_cmpuint (desk->n_ended, ==, 0);
}

/* It ends as its clip does, which nobody is told. */
static void
a_span_may_end_with_its_clip (Desk *desk, gconstpointer unused)
{
  load (desk);
  onsite_clip_player_play_span (desk->player, LENGTH_MS - 200, LENGTH_MS + 1000);
  onsite_wait_for (!is_playing (desk));
  g_assert_cmpuint (desk->n_ended, ==, 0);

  onsite_clip_player_play_span (desk->player, LENGTH_MS - 200, -1);
  onsite_wait_for (desk->n_ended == 1);
}

static void
going_elsewhere_plays_on_to_the_clip_s_end (Desk *desk, gconstpointer unused)
{
  load (desk);
  onsite_clip_player_play_span (desk->player, 1000, 5000);
  onsite_clip_player_seek (desk->player, LENGTH_MS - 200);

  onsite_wait_for (desk->n_ended == 1);
}

static void
what_is_asked_for_before_plays_as_soon_as_it_is_loaded (Desk *desk, gconstpointer unused)
{
  onsite_clip_player_toggle (desk->player);
  onsite_clip_player_seek (desk->player, 100);
  onsite_clip_player_play_span (desk->player, 2000, 2200);
  load (desk);
  onsite_wait_for (!is_playing (desk));

  g_assert_cmpint (get_position_ms (desk), >=, 2200);
  g_assert_cmpuint (desk->n_ended, ==, 0);
}

static void
what_was_asked_for_before_is_forgotten_by_a_pause (Desk *desk, gconstpointer unused)
{
  onsite_clip_player_play_span (desk->player, 2000, -1);
  onsite_clip_player_pause (desk->player);
  load (desk);

  g_assert_false (is_playing (desk));
  g_assert_cmpint (get_position_ms (desk), ==, 0);
}

static void
it_plays_and_pauses (Desk *desk, gconstpointer unused)
{
  load (desk);
  onsite_clip_player_toggle (desk->player);
  g_assert_true (is_playing (desk));
  onsite_wait_for (get_position_ms (desk) > 0);
  onsite_clip_player_toggle (desk->player);
  g_assert_false (is_playing (desk));

  onsite_clip_player_play_span (desk->player, 1000, 5000);
  onsite_clip_player_pause (desk->player);
  g_assert_false (is_playing (desk));
  g_assert_cmpuint (desk->n_ended, ==, 0);
}

static GArray *
cut (gint64 from_ms, gint64 to_ms)
{
  const OnsiteOmission omission = { from_ms, to_ms, TRUE };
  GArray *omissions = g_array_new (FALSE, FALSE, sizeof omission);

  g_array_append_val (omissions, omission);

  return omissions;
}

/* A copy is leapt through in no time, and the clip itself takes its own. */
static void
a_copy_is_heard_without_what_the_original_is_heard_with (Desk *desk, gconstpointer unused)
{
  g_autoptr (GArray) omissions = cut (1000, LENGTH_MS - 1000);

  load (desk);
  onsite_clip_player_set_omissions (desk->player, omissions);
  onsite_clip_player_play_original (desk->player, 2000, 2200);
  onsite_wait_for (!is_playing (desk));
  g_assert_cmpint (get_position_ms (desk), >=, 2200);
  g_assert_cmpint (get_position_ms (desk), <, LENGTH_MS - 1000);

  onsite_clip_player_play_span (desk->player, 2000, -1);
  onsite_wait_for (get_position_ms (desk) >= LENGTH_MS - 1000);
}

static void
the_next_clip_is_no_copy (Desk *desk, gconstpointer unused)
{
  g_autoptr (GArray) omissions = cut (1000, LENGTH_MS - 1000);

  load (desk);
  onsite_clip_player_set_omissions (desk->player, omissions);
  onsite_clip_player_unload (desk->player);
  g_assert_false (onsite_clip_player_get_loaded (desk->player));

  load (desk);
  onsite_clip_player_play_span (desk->player, 2000, 2200);
  onsite_wait_for (!is_playing (desk));
  g_assert_cmpint (get_position_ms (desk), <, LENGTH_MS - 1000);
}

static void
a_clip_that_is_not_there_is_told (Desk *desk, gconstpointer unused)
{
  onsite_clip_player_load (desk->player, desk->clips->library, "none");
  onsite_wait_for (desk->failure != NULL);

  g_assert_false (onsite_clip_player_get_loaded (desk->player));
}

static void
a_clip_that_is_given_up_is_not_told (Desk *desk, gconstpointer unused)
{
  onsite_clip_player_load (desk->player, desk->clips->library, desk->clip);
  onsite_clip_player_unload (desk->player);
  onsite_clip_player_play_span (desk->player, 2000, 2200);
  onsite_clip_player_unload (desk->player);
  load (desk);

  g_assert_false (is_playing (desk));
  g_assert_no_error (desk->failure);
}

static void
wait_for_failure (Desk *desk)
{
  onsite_wait_for (desk->failure != NULL);
  g_assert_error (desk->failure, ONSITE_AUDIO_ERROR, desk->failure->code);
  g_clear_error (&desk->failure);
  g_assert_false (onsite_clip_player_get_loaded (desk->player));
}

static void
what_stopped_playing_goes_on_where_it_was (Desk *desk, gconstpointer unused)
{
  load (desk);
  onsite_clip_player_play_span (desk->player, 20000, -1);
  onsite_wait_for (get_position_ms (desk) > 20100);
  GST_ELEMENT_ERROR (desk->sink, RESOURCE, WRITE, ("pulled out"), (NULL));
  wait_for_failure (desk);

  onsite_clip_player_toggle (desk->player);
  onsite_wait_for (is_playing (desk) && get_position_ms (desk) > 20100);
  g_assert_true (onsite_clip_player_get_loaded (desk->player));
}

static void
what_could_not_be_played_is_tried_again (Desk *desk, gconstpointer unused)
{
  g_atomic_int_set (&desk->is_broken, TRUE);
  onsite_clip_player_load (desk->player, desk->clips->library, desk->clip);
  wait_for_failure (desk);
  onsite_clip_player_toggle (desk->player);
  wait_for_failure (desk);

  g_atomic_int_set (&desk->is_broken, FALSE);
  onsite_clip_player_play_span (desk->player, 1000, 1200);
  onsite_wait_for (is_playing (desk));
  onsite_wait_for (!is_playing (desk));
  g_assert_cmpint (get_position_ms (desk), >=, 1200);
  g_assert_cmpint (get_position_ms (desk), <, LENGTH_MS);
}

#define ADD(test) g_test_add ("/app/clip-player/" #test, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  ADD (a_span_ends_where_it_ends_and_nothing_follows);
  ADD (a_span_may_end_with_its_clip);
  ADD (going_elsewhere_plays_on_to_the_clip_s_end);
  ADD (what_is_asked_for_before_plays_as_soon_as_it_is_loaded);
  ADD (what_was_asked_for_before_is_forgotten_by_a_pause);
  ADD (it_plays_and_pauses);
  ADD (a_copy_is_heard_without_what_the_original_is_heard_with);
  ADD (the_next_clip_is_no_copy);
  ADD (a_clip_that_is_not_there_is_told);
  ADD (a_clip_that_is_given_up_is_not_told);
  ADD (what_stopped_playing_goes_on_where_it_was);
  ADD (what_could_not_be_played_is_tried_again);

  return g_test_run ();
}
