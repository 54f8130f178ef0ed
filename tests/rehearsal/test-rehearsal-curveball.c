/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "stage.h"

#define CURVEBALL_MS   4000
#define SAMPLES_PER_MS 48
/* A clip has this much from before its beginning. */
#define PREROLL_MS 100
/* What a main loop takes to tell of what has happened. */
#define TOLD_LATE_MS 50

static gint64
now_ms (void)
{
  return g_get_monotonic_time () / 1000;
}

static OnsiteTake *
get_take (Stage *stage)
{
  return onsite_answer_get_current_take (onsite_rehearsal_get_answer (stage->rehearsal));
}

static const OnsiteTurn *
get_turn (const OnsiteLoop *loop, guint index)
{
  const OnsiteRound *round = g_ptr_array_index (loop->rounds, 0);
  const OnsiteTake *take = onsite_answer_get_current_take (g_ptr_array_index (round->answers, 0));

  g_assert_cmpuint (index, <, take->turns->len);

  return g_ptr_array_index (take->turns, index);
}

static gboolean
get_flag (Stage *stage, const char *property)
{
  gboolean value;

  g_object_get (stage->rehearsal, property, &value, NULL);

  return value;
}

static void
assert_prompt (Stage *stage, const char *expected)
{
  g_autofree char *prompt = NULL;

  g_object_get (stage->rehearsal, "prompt", &prompt, NULL);
  g_assert_cmpstr (prompt, ==, expected);
}

static gboolean
curveball_is_answered (Stage *stage)
{
  return onsite_rehearsal_get_phase (stage->rehearsal) == ONSITE_PHASE_ANSWERING &&
         get_flag (stage, "curveball");
}

/* The question is not heard out, so that the answer begins soon. */
static void
answer_question (Stage *stage)
{
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  if (stage->spoken)
    {
      stage_wait_for_phase (stage, ONSITE_PHASE_ASKING);
      stage_hum (stage, 2 * PREROLL_MS);
      onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_SPOKEN);
    }
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
}

static void
end_answer (Stage *stage)
{
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_DONE);
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_NEXT);
}

/* The clip in the library, once it's whole. */
static gint64
get_length_ms (const OnsiteTurn *turn)
{
  g_assert_nonnull (turn->clip);
  g_assert_cmpint (turn->clip->state, ==, ONSITE_CLIP_COMPLETE);
  /* Unbroken: a gap would begin another. */
  g_assert_cmpuint (turn->clip->segments->len, ==, 1);

  return turn->clip->n_samples / SAMPLES_PER_MS;
}

static void
test_no_word_is_lost_around_it (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  gint64 began_ms;
  gint64 talked_ms;
  gint64 kept_ms;

  stage_set_throwing (&stage, ONSITE_MODE_ONSITE, TRUE, CURVEBALL_MS);
  answer_question (&stage);
  began_ms = now_ms ();
  stage_hum (&stage, 300);
  stage_pass (&stage, CURVEBALL_MS);
  g_assert_true (get_flag (&stage, "interjecting"));
  assert_prompt (&stage, "You have half the time.");

  stage_wait (&stage, curveball_is_answered, "the curveball to have been said");
  g_assert_false (get_flag (&stage, "interjecting"));
  stage_hum (&stage, 300);
  talked_ms = now_ms () - began_ms;
  end_answer (&stage);
  stage_stop (&stage);

  /* It took its time to be said, and none of that is missing. */
  stored = stage_load (&stage);
  kept_ms = get_length_ms (get_turn (stored->loop, 0)) + get_length_ms (get_turn (stored->loop, 1));
  g_assert_cmpint (talked_ms, >, 1200);
  g_assert_cmpint (kept_ms, >=, talked_ms + 2 * PREROLL_MS - TOLD_LATE_MS);
  stage_clear (&stage);
}

static void
test_it_is_a_turn_of_its_own (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set_throwing (&stage, ONSITE_MODE_ONSITE, FALSE, CURVEBALL_MS);
  answer_question (&stage);
  stage_pass (&stage, CURVEBALL_MS);
  stage_wait (&stage, curveball_is_answered, "the curveball to be answered");
  stage_pass (&stage, 2000);
  end_answer (&stage);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  g_assert_false (get_flag (&stage, "curveball"));
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (get_turn (stored->loop, 0)->kind, ==, ONSITE_TURN_QUESTION);
  g_assert_cmpint (get_turn (stored->loop, 1)->kind, ==, ONSITE_TURN_CURVEBALL);
  g_assert_cmpstr (get_turn (stored->loop, 1)->prompt, ==, "You have half the time.");
  g_assert_cmpint (get_turn (stored->loop, 2)->kind, ==, ONSITE_TURN_FOLLOW_UP);
  stage_clear (&stage);
}

static void
test_done_ends_the_main_answer_and_hears_it_out (void)
{
  Stage stage;
  const OnsiteTurn *main_answer;

  stage_set_throwing (&stage, ONSITE_MODE_ONSITE, TRUE, CURVEBALL_MS);
  answer_question (&stage);
  stage_hum (&stage, 200);
  stage_pass (&stage, CURVEBALL_MS);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);

  main_answer = g_ptr_array_index (get_take (&stage)->turns, 0);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_ASKING);
  g_assert_false (get_flag (&stage, "interjecting"));
  assert_prompt (&stage, "You have half the time.");
  stage_wait (&stage, curveball_is_answered, "the curveball to have been said");
  g_assert_cmpint (main_answer->clip->state, ==, ONSITE_CLIP_COMPLETE);
  stage_clear (&stage);
}

static void
test_what_interrupts_it_lets_it_be_said_again (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set_throwing (&stage, ONSITE_MODE_ONSITE, TRUE, CURVEBALL_MS);
  answer_question (&stage);
  stage_hum (&stage, 200);
  stage_pass (&stage, CURVEBALL_MS);
  stage_stop (&stage);

  /* What was said up to then is kept. */
  stored = stage_load (&stage);
  g_assert_cmpint (get_length_ms (get_turn (stored->loop, 0)), >, 200);
  g_assert_null (get_turn (stored->loop, 1)->clip);

  stage_go_on (&stage);
  g_assert_true (onsite_rehearsal_is_interrupted (stage.rehearsal));
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ASKING);
  assert_prompt (&stage, "You have half the time.");
  g_assert_cmpuint (get_take (&stage)->turns->len, ==, 2);
  stage_clear (&stage);
}

static void
test_a_microphone_that_goes_meanwhile_costs_neither_turn (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set_throwing (&stage, ONSITE_MODE_ONSITE, TRUE, CURVEBALL_MS);
  answer_question (&stage);
  stage_hum (&stage, 200);
  stage_pass (&stage, CURVEBALL_MS);
  stage_unplug (&stage);
  stage_plug_in (&stage);
  stage_wait (&stage, curveball_is_answered, "the curveball to have been said");
  stage_hum (&stage, 300);
  end_answer (&stage);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (get_turn (stored->loop, 0)->clip->n_samples, >, 200 * SAMPLES_PER_MS);
  g_assert_cmpint (get_turn (stored->loop, 1)->clip->n_samples, >, 200 * SAMPLES_PER_MS);
  stage_clear (&stage);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehearsal/curveball/no-word-is-lost-around-it",
                   test_no_word_is_lost_around_it);
  g_test_add_func ("/rehearsal/curveball/it-is-a-turn-of-its-own", test_it_is_a_turn_of_its_own);
  g_test_add_func ("/rehearsal/curveball/done-ends-the-main-answer-and-hears-it-out",
                   test_done_ends_the_main_answer_and_hears_it_out);
  g_test_add_func ("/rehearsal/curveball/what-interrupts-it-lets-it-be-said-again",
                   test_what_interrupts_it_lets_it_be_said_again);
  g_test_add_func ("/rehearsal/curveball/a-microphone-that-goes-meanwhile-costs-neither-turn",
                   test_a_microphone_that_goes_meanwhile_costs_neither_turn);

  return g_test_run ();
}
