/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-compare.h"
#include "library-fixture.h"

static void
set_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static OnsiteTake *
make_take (const char *claimed, guint score)
{
  OnsiteTake *take = onsite_take_new ();
  OnsiteEvidence *evidence;

  take->created_at_us = g_get_real_time ();
  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, "Tell me."));
  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_FOLLOW_UP, "And “then”? — …"));
  g_ptr_array_add (take->ratings, onsite_rating_new ("structure", score));
  g_ptr_array_add (take->ratings, onsite_rating_new ("depth", score));
  g_ptr_array_add (take->evidence,
                   onsite_evidence_new (ONSITE_TARGET_PRINCIPLE, claimed, ONSITE_SOURCE_CLAIMED));
  evidence = onsite_evidence_new (ONSITE_TARGET_CHECKLIST, "stories", ONSITE_SOURCE_HEARD);
  evidence->turn = 1;
  evidence->from_ms = 1500;
  evidence->to_ms = 2500;
  evidence->strength = 0.25;
  g_ptr_array_add (take->evidence, evidence);

  return take;
}

static void
test_a_loop_comes_back_as_it_was_given (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (3, 2);
  g_autoptr (GBytes) pack = fixture_make_pack ();
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteRound *round = g_ptr_array_index (loop->rounds, 1);
  OnsiteAnswer *answer = fixture_get_answer (loop, 2, 1);

  loop->kind = ONSITE_LOOP_KIND_DRILL;
  loop->drill = ONSITE_DRILL_PRINCIPLE;
  set_string (&loop->target, "frugality");
  loop->mode = ONSITE_MODE_PRACTICE;
  loop->state = ONSITE_LOOP_STATE_FINISHED;
  loop->sample = TRUE;
  loop->finished_at_us = loop->created_at_us + 7;
  round->started_at_us = 11;
  round->ended_at_us = 12;
  round->ended_early = TRUE;
  round->interruptions = 3;
  round->vote = g_strdup ("hire");
  answer->curveball_ms = 61234;
  answer->skipped = TRUE;
  set_string (&answer->story, "Migration of the ledger");
  set_string (&answer->note, "40 %; ask for Jörg’s figure");
  g_ptr_array_add (answer->takes, make_take ("ownership", 2));
  g_ptr_array_add (answer->takes, make_take ("dive-deep", 5));
  fixture_add_loop (fixture, loop);
  fixture_reopen (fixture);

  stored = fixture_load (fixture, loop->id);
  compare_loops (stored->loop, loop);
  g_assert_true (g_bytes_equal (stored->pack, pack));
  g_assert_null (stored->session);
}

static void
test_a_loop_without_rounds_is_a_loop_too (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (0, 0);
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  fixture_add_loop (fixture, loop);
  stored = fixture_load (fixture, loop->id);
  compare_loops (stored->loop, loop);
}

static void
test_a_pack_is_stored_once (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);

      fixture_add_loop (fixture, loop);
    }

  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM pack"), ==, 1);
}

static void
test_a_pack_that_is_not_the_loops_own_is_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);
  g_autoptr (GBytes) other = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_loop (change, loop, other);
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_REFUSED);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM pack"), ==, 0);
}

static void
test_a_change_is_committed_whole_or_not_at_all (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteTurn) turn = onsite_turn_new (ONSITE_TURN_FOLLOW_UP, "Why?");
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, loop->id, "{\"remains\": 1}");
  onsite_change_add_turn (change, fixture_get_take (loop)->id, 1, turn);
  onsite_change_set_loop_state (change, "no-loop", ONSITE_LOOP_STATE_RUNNING, 0);
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "no-loop"));

  stored = fixture_load (fixture, loop->id);
  g_assert_null (stored->session);
  compare_loops (stored->loop, loop);
}

static void
change_nothing_that_is_there (OnsiteChange *change, guint what)
{
  g_autoptr (OnsiteRound) round = onsite_round_new ("behavioral");
  g_autoptr (OnsiteAnswer) answer = onsite_answer_new ("q");
  g_autoptr (OnsiteTake) take = onsite_take_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  switch (what)
    {
    case 0:
      onsite_change_set_session (change, "none", NULL);
      break;
    case 1:
      onsite_change_update_round (change, round);
      break;
    case 2:
      onsite_change_update_answer (change, answer);
      break;
    case 3:
      onsite_change_add_take (change, "none", take);
      break;
    case 4:
      onsite_change_set_ratings (change, "none", nothing);
      break;
    case 5:
      onsite_change_set_claims (change, "none", nothing);
      break;
    case 6:
      onsite_change_set_marks (change, "none", nothing);
      break;
    case 7:
      onsite_change_delete_loop (change, "none", 1);
      break;
    case 8:
      onsite_change_restore_loop (change, "none");
      break;
    default:
      onsite_change_purge_loop (change, "none");
    }
}

static void
test_a_change_of_what_is_not_there_is_refused (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GError) error = NULL;
      OnsiteChange *change = onsite_change_new ();

      change_nothing_that_is_there (change, i);
      g_assert_false (onsite_library_commit (fixture->library, change, &error));
      g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
    }
}

static void
test_the_session_is_kept_until_it_ends (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) running = NULL;
  g_autoptr (OnsiteStoredLoop) finished = NULL;
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, loop->id, "{\"remains\": 1}");
  onsite_change_set_loop_state (change, loop->id, ONSITE_LOOP_STATE_RUNNING, 0);
  fixture_commit (fixture, change);
  fixture_reopen (fixture);
  running = fixture_load (fixture, loop->id);
  g_assert_cmpstr (running->session, ==, "{\"remains\": 1}");
  g_assert_cmpint (running->loop->state, ==, ONSITE_LOOP_STATE_RUNNING);

  change = onsite_change_new ();
  onsite_change_set_session (change, loop->id, NULL);
  onsite_change_set_loop_state (change, loop->id, ONSITE_LOOP_STATE_FINISHED, 99);
  fixture_commit (fixture, change);
  finished = fixture_load (fixture, loop->id);
  g_assert_null (finished->session);
  g_assert_cmpint (finished->loop->state, ==, ONSITE_LOOP_STATE_FINISHED);
  g_assert_cmpint (finished->loop->finished_at_us, ==, 99);
}

static void
test_a_round_and_an_answer_are_updated (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (2, 2);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteRound *round = g_ptr_array_index (loop->rounds, 1);
  OnsiteAnswer *answer = fixture_get_answer (loop, 1, 0);
  OnsiteChange *change = onsite_change_new ();

  fixture_add_loop (fixture, loop);
  round->started_at_us = 5;
  round->ended_at_us = 6;
  round->ended_early = TRUE;
  round->interruptions = 2;
  round->vote = g_strdup ("no-hire");
  answer->skipped = TRUE;
  set_string (&answer->story, "Ledger");
  set_string (&answer->note, "n");
  onsite_change_update_round (change, round);
  onsite_change_update_answer (change, answer);
  g_ptr_array_add (answer->takes, make_take ("ownership", 1));
  onsite_change_add_take (change, answer->id, answer->takes->pdata[0]);
  g_ptr_array_add (answer->takes, make_take ("ownership", 4));
  onsite_change_add_take (change, answer->id, answer->takes->pdata[1]);
  fixture_commit (fixture, change);

  stored = fixture_load (fixture, loop->id);
  compare_loops (stored->loop, loop);
}

static void
test_a_turn_is_added_to_a_take (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteTake *take = fixture_get_take (loop);
  OnsiteTurn *turn = onsite_turn_new (ONSITE_TURN_CURVEBALL, "You have half the time.");
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_turn (change, take->id, 1, turn);
  fixture_commit (fixture, change);
  g_ptr_array_add (take->turns, turn);

  stored = fixture_load (fixture, loop->id);
  compare_loops (stored->loop, loop);
}

static void
test_ratings_and_claims_are_replaced_whole (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_rating_free);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_evidence_free);
  OnsiteTake *take = make_take ("ownership", 2);
  OnsiteChange *change = onsite_change_new ();
  OnsiteEvidence *kept;

  g_ptr_array_add (fixture_get_answer (loop, 0, 0)->takes, take);
  fixture_add_loop (fixture, loop);
  g_ptr_array_add (ratings, onsite_rating_new ("clarity", 3));
  g_ptr_array_add (
      claims,
      onsite_evidence_new (ONSITE_TARGET_PRINCIPLE, "think-big", ONSITE_SOURCE_CLAIMED));
  onsite_change_set_ratings (change, take->id, ratings);
  onsite_change_set_claims (change, take->id, claims);
  fixture_commit (fixture, change);

  stored = fixture_load (fixture, loop->id);
  take = fixture_get_take (stored->loop);
  g_assert_cmpuint (take->ratings->len, ==, 1);
  g_assert_cmpuint (onsite_take_get_score (take, "clarity"), ==, 3);
  g_assert_cmpuint (take->evidence->len, ==, 2);
  kept = g_ptr_array_index (take->evidence, 0);
  g_assert_cmpint (kept->source, ==, ONSITE_SOURCE_HEARD);
  g_assert_cmpstr (((OnsiteEvidence *) take->evidence->pdata[1])->target, ==, "think-big");
}

static void
test_evidence_keeps_the_hash_of_its_pack (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);

  g_ptr_array_add (fixture_get_answer (loop, 0, 0)->takes, make_take ("ownership", 2));
  fixture_add_loop (fixture, loop);

  g_assert_cmpint (
      fixture_query_int64 (fixture->path,
                           "SELECT count (*) FROM evidence JOIN pack ON pack.hash = pack_hash"),
      ==,
      2);
}

static void
test_a_loop_that_is_unknown_is_not_found (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_library_load_loop (fixture->library, "none", &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/library/loops/a-loop-comes-back-as-it-was-given", test_a_loop_comes_back_as_it_was_given);
  add ("/library/loops/a-loop-without-rounds-is-a-loop-too",
       test_a_loop_without_rounds_is_a_loop_too);
  add ("/library/loops/a-pack-is-stored-once", test_a_pack_is_stored_once);
  add ("/library/loops/a-pack-that-is-not-the-loops-own-is-refused",
       test_a_pack_that_is_not_the_loops_own_is_refused);
  add ("/library/loops/a-change-is-committed-whole-or-not-at-all",
       test_a_change_is_committed_whole_or_not_at_all);
  add ("/library/loops/a-change-of-what-is-not-there-is-refused",
       test_a_change_of_what_is_not_there_is_refused);
  add ("/library/loops/the-session-is-kept-until-it-ends", test_the_session_is_kept_until_it_ends);
  add ("/library/loops/a-round-and-an-answer-are-updated", test_a_round_and_an_answer_are_updated);
  add ("/library/loops/a-turn-is-added-to-a-take", test_a_turn_is_added_to_a_take);
  add ("/library/loops/ratings-and-claims-are-replaced-whole",
       test_ratings_and_claims_are_replaced_whole);
  add ("/library/loops/evidence-keeps-the-hash-of-its-pack",
       test_evidence_keeps_the_hash_of_its_pack);
  add ("/library/loops/a-loop-that-is-unknown-is-not-found",
       test_a_loop_that_is_unknown_is_not_found);

  return g_test_run ();
}
