/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A computer that sleeps in the middle of an answer: its lid was closed. CLOCK_BOOTTIME
 * goes on meanwhile, and CLOCK_MONOTONIC does not; the linker puts this program's clock in
 * front of the system's, for the rooms alone. */
#include <gst/gst.h>
#include <time.h>

#include "stage.h"

#define SLEEP_S 3600
/* How much of it is said before and after. */
#define TALK_MS 400
/* Of the clock of a round, by the end: what the machine itself may take. */
#define MOST_TAKEN_MS 15000

static gint slept_s; /* atomic */

int __wrap_clock_gettime (clockid_t id, struct timespec *now);
int __real_clock_gettime (clockid_t id, struct timespec *now);

int
__wrap_clock_gettime (clockid_t id, struct timespec *now)
{
  const int result = __real_clock_gettime (id, now);

  if (id == CLOCK_BOOTTIME)
    now->tv_sec += g_atomic_int_get (&slept_s);
  return result;
}

static void
begin (Stage *stage)
{
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
  stage_wait (stage, stage_level_moves, "the level to move");
}

static gboolean
is_told_that_it_slept (Stage *stage)
{
  return g_strcmp0 (stage->told, "The computer was asleep. That time does not count.") == 0;
}

static gboolean
all_is_well (Stage *stage)
{
  return !stage_in_trouble (stage) && stage_level_moves (stage);
}

static gint64
get_remaining_ms (Stage *stage)
{
  gint64 remaining_ms;

  g_object_get (stage->rehearsal, "remaining-ms", &remaining_ms, NULL);
  return remaining_ms;
}

/* The microphone stands still too, and nothing runs that could notice. */
static void
sleep_in_an_answer (Stage *stage)
{
  stage_hum (stage, TALK_MS);
  stage_hang (stage);
  g_atomic_int_set (&slept_s, SLEEP_S);
  stage_unhang (stage);
}

static const OnsiteClip *
get_first_clip (OnsiteStoredLoop *stored)
{
  const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, 0);
  const OnsiteAnswer *answer = g_ptr_array_index (round->answers, 0);
  const OnsiteTake *take = g_ptr_array_index (answer->takes, 0);
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, 0);

  g_assert_nonnull (turn->clip);
  return turn->clip;
}

static void
assert_slept_once (Stage *stage)
{
  g_autoptr (OnsiteStoredLoop) stored = stage_load (stage);
  const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, 0);
  const OnsiteClip *clip = get_first_clip (stored);

  g_assert_cmpuint (round->interruptions, ==, 1);
  g_assert_cmpint (clip->state, ==, ONSITE_CLIP_COMPLETE);
  g_assert_cmpint (clip->n_samples / 48, >=, 2 * TALK_MS);
  g_assert_cmpuint (clip->receipt->n_gaps, ==, 1);
  /* Of its true length, but for what waited on the way. */
  g_assert_cmpint (clip->receipt->gap_us, >, (SLEEP_S - 2) * G_TIME_SPAN_SECOND);
  g_assert_cmpint (clip->receipt->gap_us, <, (SLEEP_S + 10) * G_TIME_SPAN_SECOND);
}

static void
test_an_answer_goes_on_after_the_lid_was_closed_in_it (void)
{
  Stage stage;
  gint64 before_ms;

  g_atomic_int_set (&slept_s, 0);
  stage_set_in_time (&stage, ONSITE_MODE_ONSITE);
  begin (&stage);
  before_ms = get_remaining_ms (&stage);
  sleep_in_an_answer (&stage);
  stage_wait (&stage, is_told_that_it_slept, "it to be told");
  stage_wait (&stage, all_is_well, "the microphone to be heard again");
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_ANSWERING);
  g_assert_cmpint (before_ms - get_remaining_ms (&stage), <, MOST_TAKEN_MS);
  stage_hum (&stage, TALK_MS);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  stage_stop (&stage);
  assert_slept_once (&stage);
  stage_clear (&stage);
}

static void
test_a_loop_can_be_gone_on_with_that_ended_while_it_slept (void)
{
  Stage stage;

  g_atomic_int_set (&slept_s, 0);
  stage_set_in_time (&stage, ONSITE_MODE_ONSITE);
  begin (&stage);
  sleep_in_an_answer (&stage);
  stage_stop (&stage);

  stage_go_on (&stage);
  g_assert_true (onsite_rehearsal_is_interrupted (stage.rehearsal));
  begin (&stage);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_ANSWERING);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehearsal/asleep/an-answer-goes-on-after-the-lid-was-closed-in-it",
                   test_an_answer_goes_on_after_the_lid_was_closed_in_it);
  g_test_add_func ("/rehearsal/asleep/a-loop-can-be-gone-on-with-that-ended-while-it-slept",
                   test_a_loop_can_be_gone_on_with_that_ended_while_it_slept);

  return g_test_run ();
}
