/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "stage.h"

#define TALK_MS 4000

static OnsiteAnswer *
get_answer (OnsiteStoredLoop *stored, guint round, guint answer)
{
  const OnsiteRound *item = g_ptr_array_index (stored->loop->rounds, round);

  return g_ptr_array_index (item->answers, answer);
}

static void
begin (Stage *stage)
{
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
  stage_wait (stage, stage_level_moves, "the level to move");
}

/* Answers whatever is asked until the round is over. */
static void
answer_round (Stage *stage)
{
  begin (stage);

  while (onsite_rehearsal_get_phase (stage->rehearsal) != ONSITE_PHASE_BREAK)
    {
      stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
      stage_pass (stage, TALK_MS);
      onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_DONE);
      onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_NEXT);
    }
}

static guint
count_complete_clips (const OnsiteTake *take)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      g_assert_nonnull (turn->clip);
      g_assert_cmpint (turn->clip->state, ==, ONSITE_CLIP_COMPLETE);
    }

  return take->turns->len;
}

static void
assert_asked_answers_have_clips (OnsiteStoredLoop *stored)
{
  guint n_clips = 0;

  for (guint r = 0; r < stored->loop->rounds->len; r++)
    {
      const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, r);

      for (guint a = 0; a < round->answers->len; a++)
        {
          const OnsiteTake *take = onsite_answer_get_current_take (get_answer (stored, r, a));

          if (take != NULL)
            n_clips += count_complete_clips (take);
        }
    }

  g_assert_cmpuint (n_clips, >=, stored->loop->rounds->len);
}

static void
test_a_whole_loop_runs_without_a_display (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);

  while (!onsite_rehearsal_accepts (stage.rehearsal, ONSITE_EVENT_FINISH))
    answer_round (&stage);

  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_FINISH);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_FINISHED);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (stored->loop->state, ==, ONSITE_LOOP_STATE_FINISHED);
  g_assert_null (stored->session);
  assert_asked_answers_have_clips (stored);
  stage_clear (&stage);
}

static void
test_a_round_does_not_begin_without_a_microphone (void)
{
  Stage stage;
  gint64 before, after;

  stage_set (&stage, ONSITE_MODE_ONSITE, TRUE);
  g_object_get (stage.rehearsal, "remaining-ms", &before, NULL);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait (&stage, stage_in_trouble, "the trouble to be told");
  stage_assert_trouble (&stage, "There is no sound server to record from.");

  g_object_get (stage.rehearsal, "remaining-ms", &after, NULL);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_LOBBY);
  g_assert_cmpint (before, ==, after);
  g_assert_true (onsite_rehearsal_accepts (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND));
  stage_clear (&stage);
}

static void
test_an_answer_that_is_interrupted_is_kept_and_gone_on_with (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  const OnsiteRound *round;
  const OnsiteTake *take;
  gint64 remaining_before, remaining_after;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  stage_pass (&stage, TALK_MS);
  g_object_get (stage.rehearsal, "remaining-ms", &remaining_before, NULL);
  stage_stop (&stage);

  stage.boot_ms += 3600000;
  stage.awake_ms += 3600000;
  stage_go_on (&stage);
  g_assert_true (onsite_rehearsal_is_interrupted (stage.rehearsal));
  begin (&stage);
  g_object_get (stage.rehearsal, "remaining-ms", &remaining_after, NULL);
  g_assert_cmpint (remaining_after, ==, remaining_before);
  stage_stop (&stage);

  stored = stage_load (&stage);
  round = g_ptr_array_index (stored->loop->rounds, 0);
  g_assert_cmpuint (round->interruptions, ==, 1);
  take = onsite_answer_get_current_take (get_answer (stored, 0, 0));
  g_assert_cmpuint (take->turns->len, ==, 2);
  assert_asked_answers_have_clips (stored);
  stage_clear (&stage);
}

static void
test_time_asleep_does_not_count_and_is_told (void)
{
  Stage stage;
  gint64 before, after;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  g_object_get (stage.rehearsal, "remaining-ms", &before, NULL);
  stage_sleep (&stage, 3600000);
  g_object_get (stage.rehearsal, "remaining-ms", &after, NULL);

  g_assert_cmpint (after, ==, before);
  g_assert_cmpstr (stage.told, ==, "The computer was asleep. That time does not count.");
  stage_clear (&stage);
}

static void
test_sleep_in_a_break_interrupts_no_round (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_END_ROUND);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_BREAK);
  stage_sleep (&stage, 3600000);
  g_assert_cmpstr (stage.told, ==, "The computer was asleep. That time does not count.");
  stage_stop (&stage);

  stored = stage_load (&stage);
  for (guint i = 0; i < stored->loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, i);

      g_assert_cmpuint (round->interruptions, ==, 0);
    }
  stage_clear (&stage);
}

static void
test_notes_are_kept_with_the_answer_that_runs (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  onsite_rehearsal_set_note (stage.rehearsal, "say the number");
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpstr (get_answer (stored, 0, 0)->note, ==, "say the number");
  stage_clear (&stage);
}

static gint64
get_first_clip_ms (Stage *stage)
{
  g_autoptr (OnsiteStoredLoop) stored = stage_load (stage);
  const OnsiteTake *take = onsite_answer_get_current_take (get_answer (stored, 0, 0));
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, 0);

  return turn->clip->n_samples / 48;
}

static void
test_keep_talking_goes_on_in_the_same_clip (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  stage_hum (&stage, 300);
  g_assert_true (onsite_rehearsal_accepts (stage.rehearsal, ONSITE_EVENT_KEEP_TALKING));
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_KEEP_TALKING);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_ANSWERING);
  stage_hum (&stage, 300);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpuint (
      count_complete_clips (onsite_answer_get_current_take (get_answer (stored, 0, 0))),
      ==,
      1);
  g_assert_cmpint (get_first_clip_ms (&stage), >=, 550);
  stage_clear (&stage);
}

static void
test_an_answer_ends_where_it_was_done (void)
{
  Stage stage;
  gint64 began_us, done_ms;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  began_us = g_get_monotonic_time ();
  begin (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  done_ms = (g_get_monotonic_time () - began_us) / 1000;
  stage_hum (&stage, 600);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_NEXT);
  stage_stop (&stage);

  /* A clip begins 100 ms early, see onsite_recorder_begin_clip(). */
  g_assert_cmpint (get_first_clip_ms (&stage), <=, done_ms + 200);
  stage_clear (&stage);
}

static void
test_a_pause_is_not_kept (void)
{
  Stage stage;
  gint64 began_us, spoken_ms;

  stage_set (&stage, ONSITE_MODE_PRACTICE, FALSE);
  began_us = g_get_monotonic_time ();
  begin (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_PAUSE);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_PAUSED);
  spoken_ms = (g_get_monotonic_time () - began_us) / 1000;
  stage_hum (&stage, 600);
  stage_pass (&stage, 3600000);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_GO_ON);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage.rehearsal), ==, ONSITE_PHASE_ANSWERING);
  stage_stop (&stage);

  g_assert_cmpint (get_first_clip_ms (&stage), <=, spoken_ms + 300);
  stage_clear (&stage);
}

static void
test_onsite_mode_has_no_pause (void)
{
  Stage stage;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  g_assert_false (onsite_rehearsal_accepts (stage.rehearsal, ONSITE_EVENT_PAUSE));
  stage_clear (&stage);
}

static gboolean
is_speaking (Stage *stage)
{
  gboolean speaking;

  g_object_get (stage->rehearsal, "speaking", &speaking, NULL);
  return speaking;
}

static void
test_an_interviewer_who_is_cut_off_falls_silent (void)
{
  static const OnsiteEventKind cuts[] = { ONSITE_EVENT_PAUSE, ONSITE_EVENT_SPOKEN };

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      Stage stage;

      stage_set_spoken (&stage, ONSITE_MODE_PRACTICE);
      onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
      stage_wait (&stage, is_speaking, "the interviewer to speak");
      onsite_rehearsal_send (stage.rehearsal, cuts[i]);
      g_assert_false (is_speaking (&stage));
      stage_clear (&stage);
    }
}

static gboolean
source_is_gone (Stage *stage)
{
  g_autoptr (GstElement) source = g_weak_ref_get (&stage->source);

  return source == NULL;
}

static void
test_nobody_listens_in_a_break (void)
{
  Stage stage;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  g_assert_false (source_is_gone (&stage));
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_END_ROUND);
  stage_wait (&stage, source_is_gone, "the microphone to be let go of");
  stage_clear (&stage);
}

static gboolean
is_let_go (Stage *stage)
{
  return stage->rehearsal == NULL;
}

static void
test_the_rehearsal_may_be_let_go_of_while_it_ticks (void)
{
  Stage stage;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  /* The round is over at the next tick, of which nobody has told it yet. */
  stage.boot_ms += 24 * 3600000;
  stage.awake_ms += 24 * 3600000;
  g_object_add_weak_pointer (G_OBJECT (stage.rehearsal), (gpointer *) &stage.rehearsal);
  g_signal_connect (stage.rehearsal, "notify::phase", G_CALLBACK (g_object_unref), NULL);
  stage_wait (&stage, is_let_go, "the rehearsal to be gone");
  stage_clear (&stage);
}

static void
test_a_break_that_is_over_is_told (void)
{
  Stage stage;
  gint64 break_ms;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_END_ROUND);
  g_object_get (stage.rehearsal, "break-remaining-ms", &break_ms, NULL);
  stage_pass (&stage, break_ms - 1);
  g_assert_null (stage.told);
  stage_pass (&stage, 1);
  g_assert_cmpstr (stage.told, ==, "Your next interviewer is waiting.");
  stage_clear (&stage);
}

static gboolean
was_told (Stage *stage)
{
  return stage->told != NULL;
}

static void
test_a_question_that_cannot_be_spoken_is_there_to_read (void)
{
  Stage stage;

  stage_set_mute (&stage, ONSITE_MODE_ONSITE);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait (&stage, was_told, "it to be told");
  g_assert_true (g_str_has_prefix (stage.told,
                                   "The question can't be spoken, please read it. "
                                   "There is no sound server to play to."));
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehearsal/a-whole-loop-runs-without-a-display",
                   test_a_whole_loop_runs_without_a_display);
  g_test_add_func ("/rehearsal/a-round-does-not-begin-without-a-microphone",
                   test_a_round_does_not_begin_without_a_microphone);
  g_test_add_func ("/rehearsal/an-answer-that-is-interrupted-is-kept-and-gone-on-with",
                   test_an_answer_that_is_interrupted_is_kept_and_gone_on_with);
  g_test_add_func ("/rehearsal/time-asleep-does-not-count-and-is-told",
                   test_time_asleep_does_not_count_and_is_told);
  g_test_add_func ("/rehearsal/sleep-in-a-break-interrupts-no-round",
                   test_sleep_in_a_break_interrupts_no_round);
  g_test_add_func ("/rehearsal/notes-are-kept-with-the-answer-that-runs",
                   test_notes_are_kept_with_the_answer_that_runs);
  g_test_add_func ("/rehearsal/keep-talking-goes-on-in-the-same-clip",
                   test_keep_talking_goes_on_in_the_same_clip);
  g_test_add_func ("/rehearsal/an-answer-ends-where-it-was-done",
                   test_an_answer_ends_where_it_was_done);
  g_test_add_func ("/rehearsal/a-pause-is-not-kept", test_a_pause_is_not_kept);
  g_test_add_func ("/rehearsal/onsite-mode-has-no-pause", test_onsite_mode_has_no_pause);
  g_test_add_func ("/rehearsal/an-interviewer-who-is-cut-off-falls-silent",
                   test_an_interviewer_who_is_cut_off_falls_silent);
  g_test_add_func ("/rehearsal/nobody-listens-in-a-break", test_nobody_listens_in_a_break);
  g_test_add_func ("/rehearsal/may-be-let-go-of-while-it-ticks",
                   test_the_rehearsal_may_be_let_go_of_while_it_ticks);
  g_test_add_func ("/rehearsal/a-break-that-is-over-is-told", test_a_break_that_is_over_is_told);
  g_test_add_func ("/rehearsal/a-question-that-cannot-be-spoken-is-there-to-read",
                   test_a_question_that_cannot_be_spoken_is_there_to_read);

  return g_test_run ();
}
