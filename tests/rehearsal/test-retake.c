/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "library/onsite-change-review.h"
#include "stage.h"

#define REVIEW  "5a6b0c1d-0000-4000-8000-0000000e0001"
#define EXPORT  "5a6b0c1d-0000-4000-8000-0000000e0002"
#define COMMENT "5a6b0c1d-0000-4000-8000-0000000e0003"

#define TALK_MS 4000

typedef struct
{
  Stage stage;
  OnsiteStoredLoop *before;
} Fixture;

static OnsiteAnswer *
get_answer (const OnsiteStoredLoop *stored)
{
  const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, 0);

  return g_ptr_array_index (round->answers, 0);
}

static void
begin (Stage *stage)
{
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
  stage_wait (stage, stage_level_moves, "the level to move");
}

static void
send_review (Fixture *fixture)
{
  const OnsiteAnswer *answer = get_answer (fixture->before);
  const OnsiteTake *take = onsite_answer_get_current_take (answer);
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, 0);
  g_autoptr (OnsiteReview) review = onsite_review_new (REVIEW, EXPORT);
  OnsiteReviewTake *said = onsite_review_take_new (answer->id, take->id);
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (review->takes, said);
  g_ptr_array_add (said->comments,
                   onsite_review_comment_new (COMMENT, turn->clip->id, 0, -1, "Whose idea?"));
  onsite_change_put_review (change, fixture->before->loop->id, review);
  onsite_library_commit (fixture->stage.library, change, &error);
  g_assert_no_error (error);
}

/* A loop whose first round was ended in its first answer, and a comment on that. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  Stage *stage = &fixture->stage;

  stage_set (stage, ONSITE_MODE_ONSITE, FALSE);
  begin (stage);
  stage_pass (stage, TALK_MS);
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_END_ROUND);
  stage_stop (stage);
  fixture->before = stage_load (stage);
  send_review (fixture);
  stage_retake (stage, fixture->before, get_answer (fixture->before), REVIEW, COMMENT);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  stage_clear (&fixture->stage);
  onsite_stored_loop_free (fixture->before);
}

/* Answers whatever is asked until it's over. */
static void
answer_all (Stage *stage)
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

/* But for the first answer's takes and its note. */
static void
assert_untouched (const OnsiteStoredLoop *before, const OnsiteStoredLoop *after)
{
  const OnsiteRound *round = g_ptr_array_index (before->loop->rounds, 0);
  const OnsiteRound *round_after = g_ptr_array_index (after->loop->rounds, 0);

  g_assert_cmpint (after->loop->state, ==, before->loop->state);
  g_assert_cmpint (after->loop->finished_at_us, ==, before->loop->finished_at_us);
  g_assert_cmpstr (after->session, ==, before->session);
  g_assert_cmpint (round_after->started_at_us, ==, round->started_at_us);
  g_assert_cmpint (round_after->ended_at_us, ==, round->ended_at_us);
  g_assert_cmpint (round_after->ended_early, ==, round->ended_early);
  g_assert_cmpuint (round_after->interruptions, ==, round->interruptions);
  g_assert_cmpint (get_answer (after)->skipped, ==, get_answer (before)->skipped);
  g_assert_cmpuint (round_after->answers->len, ==, round->answers->len);
}

static void
test_what_is_said_becomes_another_take (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) after = NULL;
  const OnsiteTake *first, *take;

  g_assert_true (onsite_rehearsal_is_retake (fixture->stage.rehearsal));
  answer_all (&fixture->stage);
  stage_stop (&fixture->stage);

  after = stage_load (&fixture->stage);
  assert_untouched (fixture->before, after);
  g_assert_cmpuint (get_answer (after)->takes->len, ==, 2);
  first = g_ptr_array_index (get_answer (after)->takes, 0);
  take = g_ptr_array_index (get_answer (after)->takes, 1);
  g_assert_cmpstr (first->id,
                   ==,
                   onsite_answer_get_current_take (get_answer (fixture->before))->id);
  g_assert_null (first->comment);
  g_assert_cmpstr (take->review, ==, REVIEW);
  g_assert_cmpstr (take->comment, ==, COMMENT);
  g_assert_cmpuint (take->turns->len, >, 1);
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      g_assert_nonnull (turn->clip);
      g_assert_cmpint (turn->clip->state, ==, ONSITE_CLIP_COMPLETE);
    }
}

static void
test_one_that_is_left_before_a_word_leaves_no_take (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) after = NULL;
  Stage *stage = &fixture->stage;

  /* While it is asked, which takes a while where somebody speaks. */
  stage_stop (stage);
  stage->spoken = TRUE;
  stage_retake (stage, fixture->before, get_answer (fixture->before), REVIEW, COMMENT);
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ASKING);
  stage_stop (stage);

  after = stage_load (stage);
  assert_untouched (fixture->before, after);
  g_assert_cmpuint (get_answer (after)->takes->len, ==, 1);
}

static void
test_one_that_is_passed_over_changes_nothing_else (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) after = NULL;
  Stage *stage = &fixture->stage;

  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_SKIP);
  g_assert_cmpint (onsite_rehearsal_get_phase (stage->rehearsal), ==, ONSITE_PHASE_BREAK);
  stage_stop (stage);

  after = stage_load (stage);
  assert_untouched (fixture->before, after);
}

static void
test_one_that_is_left_in_the_middle_is_kept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) after = NULL;
  const OnsiteTake *take;
  const OnsiteTurn *turn;

  begin (&fixture->stage);
  stage_pass (&fixture->stage, TALK_MS);
  stage_stop (&fixture->stage);

  after = stage_load (&fixture->stage);
  assert_untouched (fixture->before, after);
  take = onsite_answer_get_current_take (get_answer (after));
  g_assert_cmpstr (take->comment, ==, COMMENT);
  turn = g_ptr_array_index (take->turns, 0);
  g_assert_nonnull (turn->clip);
  g_assert_cmpint (turn->clip->state, ==, ONSITE_CLIP_COMPLETE);
}

static void
test_it_can_be_given_twice_in_a_row (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) after = NULL;
  const OnsiteTake *take;

  begin (&fixture->stage);
  onsite_rehearsal_send (fixture->stage.rehearsal, ONSITE_EVENT_RETAKE);
  stage_wait_for_phase (&fixture->stage, ONSITE_PHASE_ANSWERING);
  stage_stop (&fixture->stage);

  after = stage_load (&fixture->stage);
  g_assert_cmpuint (get_answer (after)->takes->len, ==, 3);
  take = onsite_answer_get_current_take (get_answer (after));
  g_assert_cmpstr (take->comment, ==, COMMENT);
}

static void
test_a_note_is_the_answers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) after = NULL;

  begin (&fixture->stage);
  onsite_rehearsal_set_note (fixture->stage.rehearsal, "say the number");
  stage_stop (&fixture->stage);

  after = stage_load (&fixture->stage);
  g_assert_cmpstr (get_answer (after)->note, ==, "say the number");
}

/* The take stays, and only forgets what it was given in answer to. */
static void
test_it_outlives_the_review (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) after = NULL;
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;
  const OnsiteTake *take;

  begin (&fixture->stage);
  stage_stop (&fixture->stage);
  onsite_change_remove_review (change, fixture->before->loop->id, REVIEW);
  onsite_library_commit (fixture->stage.library, change, &error);
  g_assert_no_error (error);

  after = stage_load (&fixture->stage);
  g_assert_cmpuint (get_answer (after)->takes->len, ==, 2);
  take = onsite_answer_get_current_take (get_answer (after));
  g_assert_null (take->review);
  g_assert_null (take->comment);
}

#define add(name, test) g_test_add ("/retake/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  add ("what-is-said-becomes-another-take", test_what_is_said_becomes_another_take);
  add ("one-that-is-left-before-a-word-leaves-no-take",
       test_one_that_is_left_before_a_word_leaves_no_take);
  add ("one-that-is-passed-over-changes-nothing-else",
       test_one_that_is_passed_over_changes_nothing_else);
  add ("one-that-is-left-in-the-middle-is-kept", test_one_that_is_left_in_the_middle_is_kept);
  add ("it-can-be-given-twice-in-a-row", test_it_can_be_given_twice_in_a_row);
  add ("a-note-is-the-answers", test_a_note_is_the_answers);
  add ("it-outlives-the-review", test_it_outlives_the_review);

  return g_test_run ();
}
