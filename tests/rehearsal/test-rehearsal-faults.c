/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>
#include <sqlite3.h>

#include "fakes/fault-vfs.h"
#include "stage.h"

static gboolean
is_listening (Stage *stage)
{
  double level;

  g_object_get (stage->rehearsal, "level", &level, NULL);
  return level > -60;
}

static gboolean
is_unsaved (Stage *stage)
{
  gint64 unsaved_ms;

  g_object_get (stage->rehearsal, "unsaved-ms", &unsaved_ms, NULL);
  return unsaved_ms > 0;
}

static gboolean
is_in_trouble (Stage *stage)
{
  g_autofree char *trouble = NULL;

  g_object_get (stage->rehearsal, "trouble", &trouble, NULL);
  return trouble != NULL;
}

static gboolean
all_is_well (Stage *stage)
{
  return !is_in_trouble (stage) && !is_unsaved (stage);
}

static gboolean
is_told (Stage *stage)
{
  return stage->told != NULL;
}

static char *
get_reserve_path (Stage *stage)
{
  return g_strconcat (onsite_library_get_path (stage->library), "-reserve", NULL);
}

static gboolean
may_answer_again (Stage *stage)
{
  return onsite_rehearsal_accepts (stage->rehearsal, ONSITE_EVENT_RETAKE);
}

static void
begin (Stage *stage)
{
  onsite_rehearsal_send (stage->rehearsal, ONSITE_EVENT_BEGIN_ROUND);
  stage_wait_for_phase (stage, ONSITE_PHASE_ANSWERING);
  stage_wait (stage, is_listening, "the level to move");
}

static OnsiteAnswer *
get_first_answer (OnsiteStoredLoop *stored)
{
  const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, 0);

  return g_ptr_array_index (round->answers, 0);
}

static const OnsiteClip *
get_clip (const OnsiteAnswer *answer, guint take_index, guint turn_index)
{
  const OnsiteTake *take = g_ptr_array_index (answer->takes, take_index);
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, turn_index);

  g_assert_nonnull (turn->clip);
  return turn->clip;
}

static gint64
get_length_ms (const OnsiteClip *clip)
{
  return clip->n_samples / 48;
}

static void
test_what_is_said_while_the_disk_is_full_is_kept (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  gint64 began_us, said_ms;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  began_us = g_get_monotonic_time ();
  fault_vfs_set_full (TRUE);
  stage_wait (&stage, is_unsaved, "the page to say that it is not saved yet");
  stage_wait (&stage, is_in_trouble, "the page to say why");
  stage_assert_trouble (&stage, "There is no space left on the disk");
  fault_vfs_set_full (FALSE);
  stage_wait (&stage, all_is_well, "it to be saved");
  said_ms = (g_get_monotonic_time () - began_us) / 1000;
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (get_length_ms (get_clip (get_first_answer (stored), 0, 0)), >=, said_ms - 100);
  stage_clear (&stage);
}

static gboolean
has_set_aside (Stage *stage)
{
  g_autofree char *path = get_reserve_path (stage);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_a_disk_that_fills_is_told_and_the_answer_still_fits (void)
{
  Stage stage;
  g_autofree char *reserve = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  reserve = get_reserve_path (&stage);
  begin (&stage);
  stage_wait (&stage, has_set_aside, "room to be set aside");
  fault_vfs_set_filled_by (reserve);
  stage_wait (&stage, is_told, "it to be told");
  g_assert_nonnull (strstr (stage.told, "The disk is full. What was set aside holds about "));
  g_assert_false (has_set_aside (&stage));
  stage_hum (&stage, 300);
  g_assert_false (is_in_trouble (&stage));
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (get_length_ms (get_clip (get_first_answer (stored), 0, 0)), >=, 300);
  stage_clear (&stage);
}

static void
test_what_the_session_did_while_the_disk_was_full_is_kept (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  fault_vfs_set_full (TRUE);
  onsite_rehearsal_set_note (stage.rehearsal, "say the number");
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_NEXT);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  stage_wait (&stage, is_in_trouble, "the page to say so");
  fault_vfs_set_full (FALSE);
  stage_wait (&stage, all_is_well, "it to be saved");
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpstr (get_first_answer (stored)->note, ==, "say the number");
  g_assert_cmpint (get_clip (get_first_answer (stored), 0, 0)->state, ==, ONSITE_CLIP_COMPLETE);
  g_assert_cmpint (get_clip (get_first_answer (stored), 0, 1)->state, ==, ONSITE_CLIP_COMPLETE);
  stage_clear (&stage);
}

static void
test_an_answer_that_lost_its_microphone_is_kept_and_may_be_given_again (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  const OnsiteAnswer *answer;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  g_assert_false (may_answer_again (&stage));
  stage_unplug (&stage);
  stage_wait (&stage, may_answer_again, "another try to be offered");
  stage_assert_trouble (&stage, "The microphone went away. What was said until then is kept.");
  /* Long enough for the first attempt to find nothing. */
  stage_hum (&stage, 1500);
  stage_plug_in (&stage);
  stage_wait (&stage, all_is_well, "the microphone to come back");
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_RETAKE);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  stage_wait (&stage, is_listening, "the level to move");
  stage_stop (&stage);

  stored = stage_load (&stage);
  answer = get_first_answer (stored);
  g_assert_cmpuint (answer->takes->len, ==, 2);
  g_assert_cmpint (get_length_ms (get_clip (answer, 0, 0)), >, 0);
  g_assert_cmpint (get_length_ms (get_clip (answer, 1, 0)), >, 0);
  stage_clear (&stage);
}

static void
test_a_turn_that_began_unheard_is_kept_from_when_the_microphone_is_back (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  stage_unplug (&stage);
  stage_wait (&stage, may_answer_again, "the loss to be noticed");
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_NEXT);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  g_assert_true (is_in_trouble (&stage));
  stage_plug_in (&stage);
  stage_wait (&stage, all_is_well, "the microphone to come back");
  stage_wait (&stage, is_listening, "the level to move");
  stage_stop (&stage);

  stored = stage_load (&stage);
  g_assert_cmpint (get_length_ms (get_clip (get_first_answer (stored), 0, 1)), >, 0);
  stage_clear (&stage);
}

static void
spoil (Stage *stage, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (onsite_library_get_path (stage->library), &database),
                   ==,
                   SQLITE_OK);
  sqlite3_busy_timeout (database, 5000);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_what_the_library_refuses_holds_up_neither_sound_nor_session (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (GError) error = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  /* The follow-up's place is taken. */
  spoil (&stage, "INSERT INTO turn (take, ordinal, prompt) SELECT rowid, 1, 'spoiled' FROM take");
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_DONE);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_NEXT);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  stage_wait (&stage, is_in_trouble, "the page to say so");
  stage_assert_trouble (&stage, "Something could not be saved and was set aside");
  onsite_rehearsal_set_note (stage.rehearsal, "say the number");
  stage_hum (&stage, 300);
  stage_stop_with (&stage, &error);
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_REFUSED);

  stored = stage_load (&stage);
  g_assert_nonnull (stored->session);
  g_assert_cmpstr (get_first_answer (stored)->note, ==, "say the number");
  g_assert_cmpint (get_clip (get_first_answer (stored), 0, 0)->state, ==, ONSITE_CLIP_COMPLETE);
  g_assert_cmpint (get_length_ms (get_clip (get_first_answer (stored), 0, 1)), >=, 200);
  stage_clear (&stage);
}

static void
test_an_answer_whose_sound_is_refused_may_be_given_again (void)
{
  Stage stage;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  const OnsiteAnswer *answer;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  begin (&stage);
  g_assert_false (may_answer_again (&stage));
  spoil (&stage, "DELETE FROM clip");
  stage_wait (&stage, may_answer_again, "another try to be offered");
  stage_assert_trouble (&stage, "The sound of an answer can't be saved any more");
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_RETAKE);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  g_assert_true (all_is_well (&stage));
  stage_hum (&stage, 300);
  answer = onsite_rehearsal_get_answer (stage.rehearsal);
  g_assert_cmpint (get_length_ms (get_clip (answer, 0, 0)), ==, 0);
  stage_stop (&stage);

  stored = stage_load (&stage);
  answer = get_first_answer (stored);
  g_assert_cmpuint (answer->takes->len, ==, 2);
  g_assert_cmpint (get_length_ms (get_clip (answer, 1, 0)), >, 0);
  stage_clear (&stage);
}

static sqlite3 *
hold_up (Stage *stage)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (onsite_library_get_path (stage->library), &database),
                   ==,
                   SQLITE_OK);
  sqlite3_busy_timeout (database, 5000);
  g_assert_cmpint (sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  return database;
}

static void
test_sound_of_an_answer_before_that_is_refused_is_told (void)
{
  Stage stage;
  sqlite3 *database;

  stage_set (&stage, ONSITE_MODE_PRACTICE, FALSE);
  begin (&stage);
  database = hold_up (&stage);
  /* Long enough that there is sound of it, also on a machine that stands still. */
  stage_hum (&stage, 1000);
  onsite_rehearsal_send (stage.rehearsal, ONSITE_EVENT_SKIP);
  stage_wait_for_phase (&stage, ONSITE_PHASE_ANSWERING);
  g_assert_cmpint (sqlite3_exec (database, "DELETE FROM clip; COMMIT", NULL, NULL, NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_close (database);
  stage_wait (&stage, is_told, "it to be told");
  g_assert_nonnull (strstr (stage.told, "The sound of an answer can't be saved any more"));
  g_assert_false (is_in_trouble (&stage));
  stage_stop (&stage);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  g_test_add_func ("/rehearsal/faults/what-is-said-while-the-disk-is-full-is-kept",
                   test_what_is_said_while_the_disk_is_full_is_kept);
  g_test_add_func ("/rehearsal/faults/a-disk-that-fills-is-told-and-the-answer-still-fits",
                   test_a_disk_that_fills_is_told_and_the_answer_still_fits);
  g_test_add_func ("/rehearsal/faults/what-the-session-did-while-the-disk-was-full-is-kept",
                   test_what_the_session_did_while_the_disk_was_full_is_kept);
  g_test_add_func ("/rehearsal/faults/an-answer-that-lost-its-microphone-may-be-given-again",
                   test_an_answer_that_lost_its_microphone_is_kept_and_may_be_given_again);
  g_test_add_func ("/rehearsal/faults/a-turn-that-began-unheard-is-kept-once-it-is-heard",
                   test_a_turn_that_began_unheard_is_kept_from_when_the_microphone_is_back);
  g_test_add_func ("/rehearsal/faults/what-the-library-refuses-holds-up-neither-sound-nor-session",
                   test_what_the_library_refuses_holds_up_neither_sound_nor_session);
  g_test_add_func ("/rehearsal/faults/an-answer-whose-sound-is-refused-may-be-given-again",
                   test_an_answer_whose_sound_is_refused_may_be_given_again);
  g_test_add_func ("/rehearsal/faults/sound-of-an-answer-before-that-is-refused-is-told",
                   test_sound_of_an_answer_before_that_is_refused_is_told);

  return g_test_run ();
}
