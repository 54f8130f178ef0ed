/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "stage.h"

/* What happens to an answer when the microphone goes away, and comes back. */

#define TALK_MS 4000

static const OnsiteTake *
get_take (OnsiteStoredLoop *stored, guint answer)
{
  const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, 0);

  return onsite_answer_get_current_take (g_ptr_array_index (round->answers, answer));
}

static const OnsiteClip *
get_clip (OnsiteStoredLoop *stored, guint turn)
{
  const OnsiteTurn *item = g_ptr_array_index (get_take (stored, 0)->turns, turn);

  g_assert_nonnull (item->clip);
  g_assert_cmpint (item->clip->state, ==, ONSITE_CLIP_COMPLETE);
  return item->clip;
}

static gboolean
can_retake (Stage *stage)
{
  return onsite_rehearsal_accepts (stage->rehearsal, ONSITE_EVENT_RETAKE);
}

static gboolean
is_heard_again (Stage *stage)
{
  return !stage_in_trouble (stage) && stage_level_moves (stage);
}

static void
begin (Stage *stage, OnsiteMode mode)
{
  stage_set (stage, mode, FALSE);
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
  stage_wait (stage, stage_level_moves, "the level to move");
}

static void
lose (Stage *stage)
{
  stage_unplug (stage);
  stage_wait (stage, stage_in_trouble, "the loss to be told");
}

static void
come_back (Stage *stage)
{
  stage_plug_in (stage);
  stage_wait (stage, is_heard_again, "the microphone to be back");
}

static void
test_an_answer_goes_on_when_the_microphone_is_back (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  const OnsiteSegment *segment;

  begin (&stage, ONSITE_MODE_ONSITE);
  lose (&stage);
  come_back (&stage);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpuint (get_clip (stored, 0)->segments->len, ==, 2);
  segment = g_ptr_array_index (get_clip (stored, 0)->segments, 1);
  g_assert_cmpint (segment->n_samples, >, 0);
  /* It is looked for after a second. */
  g_assert_cmpint (segment->gap_us, >, 900 * G_TIME_SPAN_MILLISECOND);
  stage_clear (&stage);
}

static void
test_an_answer_that_ends_unheard_keeps_what_was_heard (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  begin (&stage, ONSITE_MODE_ONSITE);
  lose (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_NEXT);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (get_clip (stored, 0)->n_samples, >, 0);
  stage_clear (&stage);
}

static void
test_a_pause_that_the_microphone_comes_back_in_does_not_hide_it (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  begin (&stage, ONSITE_MODE_PRACTICE);
  lose (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_NEXT);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_PAUSE);
  come_back (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_GO_ON);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (get_clip (stored, 1)->n_samples, >, 0);
  stage_clear (&stage);
}

static gboolean
is_below_floor (Stage *stage)
{
  g_autofree char *quiet = NULL;

  g_object_get (stage->rehearsal, "quiet", &quiet, NULL);
  return quiet != NULL && strstr (quiet, "less than your room") != NULL;
}

static gboolean
is_whispering (Stage *stage)
{
  double level;

  g_object_get (stage->rehearsal, "level", &level, NULL);
  return level < -20;
}

static void
whisper (Stage *stage)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&stage->source);

  g_object_set (source, "volume", 0.05, NULL);
  stage_wait (stage, is_whispering, "the level to sink");
  /* What was loudest before is looked at. */
  stage_pass (stage, 100);
}

static void
test_a_room_that_is_not_known_any_more_is_compared_with_nothing (void)
{
  Stage stage;

  begin (&stage, ONSITE_MODE_ONSITE);
  whisper (&stage);
  onsite_rehearsal_set_floor (stage.rehearsal, -10);
  stage_pass (&stage, 5000);
  g_assert_true (is_below_floor (&stage));
  onsite_rehearsal_set_floor (stage.rehearsal, -100);
  stage_pass (&stage, 100);
  g_assert_false (is_below_floor (&stage));
  onsite_rehearsal_set_floor (stage.rehearsal, -10);
  stage_pass (&stage, 5000);
  g_assert_true (is_below_floor (&stage));
  stage_stop (&stage);
  stage_clear (&stage);
}

static void
test_a_loss_offers_a_retake_at_once_and_credits_its_time (void)
{
  Stage stage;
  gint64 before_ms, after_ms, length_ms;
  const OnsiteRound *round;
  guint n_steps;

  begin (&stage, ONSITE_MODE_ONSITE);
  round = onsite_rehearsal_get_round (stage.rehearsal);
  length_ms = round->seconds * G_GINT64_CONSTANT (1000);
  stage_pass (&stage, TALK_MS);
  g_assert_false (can_retake (&stage));
  g_object_get (stage.rehearsal, "remaining-ms", &before_ms, NULL);
  g_assert_cmpint (before_ms, ==, length_ms - TALK_MS);

  n_steps = stage.n_steps;
  stage_unplug (&stage);
  stage_wait (&stage, can_retake, "a retake to be offered");
  g_assert_cmpuint (stage.n_steps, >, n_steps);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_RETAKE);
  g_object_get (stage.rehearsal, "remaining-ms", &after_ms, NULL);
  g_assert_cmpint (after_ms, ==, length_ms);
  stage_clear (&stage);
}

static void
test_a_sound_server_that_hangs_offers_a_retake_and_credits_its_time (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  gint64 before_ms, after_ms;

  begin (&stage, ONSITE_MODE_ONSITE);
  g_object_get (stage.rehearsal, "remaining-ms", &before_ms, NULL);
  stage_pass (&stage, TALK_MS);
  stage_hang (&stage);
  stage_wait (&stage, can_retake, "a retake to be offered");
  stage_assert_trouble (&stage, "No sound comes from the microphone any more.");
  stage_unhang (&stage);
  stage_wait (&stage, is_heard_again, "there to be sound again");
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_RETAKE);
  g_object_get (stage.rehearsal, "remaining-ms", &after_ms, NULL);
  g_assert_cmpint (after_ms, ==, before_ms);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  stage_wait (&stage, is_heard_again, "the level to move");
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpuint (get_take (stored, 0)->turns->len, ==, 1);
  g_assert_cmpint (get_clip (stored, 0)->n_samples, >, 0);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehearsal/microphone/an-answer-goes-on-when-the-microphone-is-back",
                   test_an_answer_goes_on_when_the_microphone_is_back);
  g_test_add_func ("/rehearsal/microphone/an-answer-that-ends-unheard-keeps-what-was-heard",
                   test_an_answer_that_ends_unheard_keeps_what_was_heard);
  g_test_add_func ("/rehearsal/microphone/"
                   "a-pause-that-the-microphone-comes-back-in-does-not-hide-it",
                   test_a_pause_that_the_microphone_comes_back_in_does_not_hide_it);
  g_test_add_func ("/rehearsal/microphone/"
                   "a-room-that-is-not-known-any-more-is-compared-with-nothing",
                   test_a_room_that_is_not_known_any_more_is_compared_with_nothing);
  g_test_add_func ("/rehearsal/microphone/a-loss-offers-a-retake-at-once-and-credits-its-time",
                   test_a_loss_offers_a_retake_at_once_and_credits_its_time);
  g_test_add_func ("/rehearsal/microphone/"
                   "a-sound-server-that-hangs-offers-a-retake-and-credits-its-time",
                   test_a_sound_server_that_hangs_offers_a_retake_and_credits_its_time);

  return g_test_run ();
}
