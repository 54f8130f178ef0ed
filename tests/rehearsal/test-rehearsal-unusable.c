/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "stage.h"

/* What becomes of an answer that nobody could use. */

#define TALK_MS   4000
#define ANSWER_MS 1400 /* in real time: long enough to be judged */

static gboolean
offers_retake (Stage *stage)
{
  return onsite_rehearsal_offers_retake (stage->rehearsal);
}

static gboolean
was_told (Stage *stage)
{
  return stage->told != NULL;
}

static gint64
get_remaining_ms (Stage *stage)
{
  gint64 remaining_ms;

  g_object_get (stage->rehearsal, "remaining-ms", &remaining_ms, NULL);
  return remaining_ms;
}

static void
answer (Stage *stage, OnsiteMode mode, StageWave wave)
{
  stage_set (stage, mode, FALSE);
  stage_give (stage, wave);
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
  stage_hum (stage, ANSWER_MS);
}

static void
send (Stage *stage, OnsiteEventKind event)
{
  onsite_rehearsal_send (stage->rehearsal, event);
}

static void
assert_can_be_given_again (Stage *stage, const char *words)
{
  const OnsiteRound *round = onsite_rehearsal_get_round (stage->rehearsal);
  const gint64 length_ms = round->seconds * G_GINT64_CONSTANT (1000);

  stage_pass (stage, TALK_MS);
  send (stage, ONSITE_EVENT_DONE);
  stage_wait (stage, offers_retake, "a retake to be offered");
  stage_assert_trouble (stage, words);
  stage_assert_trouble (stage, "You can answer again");

  /* Time to read it, none of which is lost. */
  stage_pass (stage, 19000);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage->rehearsal), ==, ONSITE_PHASE_GRACE);
  send (stage, ONSITE_EVENT_RETAKE);
  g_assert_cmpint (get_remaining_ms (stage), ==, length_ms);
  g_assert_false (stage_in_trouble (stage));

  /* The take that was given up is nobody's trouble any more. */
  stage_hum (stage, 300);
  g_assert_null (stage->told);
  g_assert_false (offers_retake (stage));
}

static void
test_silence_is_told_at_once_and_can_be_given_again (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_SILENCE);
  assert_can_be_given_again (&stage, "Nobody can be heard in this answer.");
  stage_clear (&stage);
}

static void
test_distortion_is_told_at_once_and_can_be_given_again (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_PRACTICE, STAGE_SQUARE);
  assert_can_be_given_again (&stage, "This answer is distorted");
  stage_clear (&stage);
}

static GstPadProbeReturn
drop (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  return GST_PAD_PROBE_DROP;
}

/* Too short for anybody to be told of it meanwhile. */
static void
lose_some (Stage *stage)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&stage->source);
  g_autoptr (GstPad) pad = gst_element_get_static_pad (source, "src");
  const gulong probe = gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, drop, NULL, NULL);

  stage_hum (stage, 600);
  gst_pad_remove_probe (pad, probe);
}

static void
test_a_hole_is_told_at_once_and_can_be_given_again (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_HUM);
  lose_some (&stage);
  stage_hum (&stage, 300);
  g_assert_false (offers_retake (&stage));
  assert_can_be_given_again (&stage, "Parts of this answer are missing");
  stage_clear (&stage);
}

static void
assert_left_alone (Stage *stage)
{
  send (stage, ONSITE_EVENT_DONE);
  stage_hum (stage, 200);
  g_assert_false (offers_retake (stage));
  send (stage, ONSITE_EVENT_NEXT);
  stage_hum (stage, 500);
  g_assert_false (offers_retake (stage));
  g_assert_false (stage_in_trouble (stage));
  g_assert_null (stage->told);
  stage_clear (stage);
}

static void
test_what_can_be_heard_is_left_alone (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_HUM);
  assert_left_alone (&stage);
}

static void
test_somebody_who_thinks_before_they_speak_is_left_alone (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_SILENCE);
  stage_give (&stage, STAGE_HUM);
  stage_hum (&stage, 500);
  assert_left_alone (&stage);
}

static void
test_who_does_not_wait_is_told_beside_the_follow_up (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_SILENCE);
  send (&stage, ONSITE_EVENT_DONE);
  send (&stage, ONSITE_EVENT_NEXT);
  stage_wait (&stage, offers_retake, "a retake to be offered");
  stage_assert_trouble (&stage, "Nobody can be heard in this answer.");
  g_assert_null (stage.told);
  stage_clear (&stage);
}

static void
test_what_cannot_be_given_again_is_told_without_an_offer (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_SILENCE);
  send (&stage, ONSITE_EVENT_END_ROUND);
  stage_wait (&stage, was_told, "it to be told");
  g_assert_nonnull (strstr (stage.told, "Nobody can be heard in this answer."));
  g_assert_null (strstr (stage.told, "again"));
  stage_clear (&stage);
}

static void
test_who_decides_against_it_is_told_once (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_SILENCE);
  send (&stage, ONSITE_EVENT_DONE);
  stage_wait (&stage, offers_retake, "a retake to be offered");
  send (&stage, ONSITE_EVENT_END_ROUND);
  stage_hum (&stage, 500);
  g_assert_null (stage.told);
  stage_clear (&stage);
}

static void
test_who_goes_on_talking_is_not_told_what_has_changed (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_ONSITE, STAGE_SILENCE);
  send (&stage, ONSITE_EVENT_DONE);
  stage_wait (&stage, offers_retake, "a retake to be offered");
  send (&stage, ONSITE_EVENT_KEEP_TALKING);
  g_assert_false (stage_in_trouble (&stage));
  stage_give (&stage, STAGE_HUM);
  stage_hum (&stage, 500);
  send (&stage, ONSITE_EVENT_DONE);
  stage_hum (&stage, 200);
  g_assert_false (stage_in_trouble (&stage));
  stage_clear (&stage);
}

static void
test_a_take_that_was_given_up_is_not_judged (void)
{
  Stage stage;

  answer (&stage, ONSITE_MODE_PRACTICE, STAGE_SILENCE);
  send (&stage, ONSITE_EVENT_RETAKE);
  stage_hum (&stage, 500);
  g_assert_false (stage_in_trouble (&stage));
  g_assert_null (stage.told);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehearsal/unusable/silence-is-told-at-once-and-can-be-given-again",
                   test_silence_is_told_at_once_and_can_be_given_again);
  g_test_add_func ("/rehearsal/unusable/distortion-is-told-at-once-and-can-be-given-again",
                   test_distortion_is_told_at_once_and_can_be_given_again);
  g_test_add_func ("/rehearsal/unusable/a-hole-is-told-at-once-and-can-be-given-again",
                   test_a_hole_is_told_at_once_and_can_be_given_again);
  g_test_add_func ("/rehearsal/unusable/what-can-be-heard-is-left-alone",
                   test_what_can_be_heard_is_left_alone);
  g_test_add_func ("/rehearsal/unusable/somebody-who-thinks-before-they-speak-is-left-alone",
                   test_somebody_who_thinks_before_they_speak_is_left_alone);
  g_test_add_func ("/rehearsal/unusable/who-does-not-wait-is-told-beside-the-follow-up",
                   test_who_does_not_wait_is_told_beside_the_follow_up);
  g_test_add_func ("/rehearsal/unusable/what-cannot-be-given-again-is-told-without-an-offer",
                   test_what_cannot_be_given_again_is_told_without_an_offer);
  g_test_add_func ("/rehearsal/unusable/who-decides-against-it-is-told-once",
                   test_who_decides_against_it_is_told_once);
  g_test_add_func ("/rehearsal/unusable/who-goes-on-talking-is-not-told-what-has-changed",
                   test_who_goes_on_talking_is_not_told_what_has_changed);
  g_test_add_func ("/rehearsal/unusable/a-take-that-was-given-up-is-not-judged",
                   test_a_take_that_was_given_up_is_not_judged);

  return g_test_run ();
}
