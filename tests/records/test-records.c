/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/onsite-records.h"

static void
test_the_last_take_counts (void)
{
  g_autoptr (OnsiteAnswer) answer = onsite_answer_new ("incomplete-requirements");
  OnsiteTake *last = onsite_take_new ();

  g_assert_null (onsite_answer_get_current_take (answer));

  g_ptr_array_add (answer->takes, onsite_take_new ());
  g_ptr_array_add (answer->takes, last);
  g_assert_true (onsite_answer_get_current_take (answer) == last);
}

static void
test_a_score_is_found_by_its_dimension (void)
{
  g_autoptr (OnsiteTake) take = onsite_take_new ();

  g_ptr_array_add (take->ratings, onsite_rating_new ("structure", 2));
  g_ptr_array_add (take->ratings, onsite_rating_new ("depth", 5));

  g_assert_cmpuint (onsite_take_get_score (take, "depth"), ==, 5);
  g_assert_cmpuint (onsite_take_get_score (take, "structure"), ==, 2);
  g_assert_cmpuint (onsite_take_get_score (take, "clarity"), ==, 0);
}

static void
test_a_copy_outlives_what_it_was_made_from (void)
{
  OnsiteMark *mark = onsite_mark_new ();
  OnsiteEvidence *evidence = onsite_evidence_new (ONSITE_TARGET_CHECKLIST,
                                                  "trade-offs",
                                                  ONSITE_SOURCE_COACH);
  g_autofree char *mark_id = g_strdup (mark->id);
  g_autofree char *evidence_id = g_strdup (evidence->id);
  g_autoptr (OnsiteMark) mark_copy = NULL;
  g_autoptr (OnsiteEvidence) evidence_copy = NULL;

  mark->from_ms = 1200;
  mark->to_ms = 3400;
  evidence->from_ms = 5;
  evidence->strength = 0.5;
  mark_copy = onsite_mark_copy (mark);
  evidence_copy = onsite_evidence_copy (evidence);
  onsite_mark_free (mark);
  onsite_evidence_free (evidence);

  g_assert_cmpstr (mark_copy->id, ==, mark_id);
  g_assert_cmpint (mark_copy->from_ms, ==, 1200);
  g_assert_cmpint (mark_copy->to_ms, ==, 3400);
  g_assert_cmpstr (mark_copy->note, ==, "");
  g_assert_cmpstr (evidence_copy->id, ==, evidence_id);
  g_assert_cmpstr (evidence_copy->target, ==, "trade-offs");
  g_assert_cmpint (evidence_copy->kind, ==, ONSITE_TARGET_CHECKLIST);
  g_assert_cmpint (evidence_copy->source, ==, ONSITE_SOURCE_COACH);
  g_assert_cmpint (evidence_copy->from_ms, ==, 5);
  g_assert_cmpint (evidence_copy->to_ms, ==, -1);
  g_assert_cmpfloat (evidence_copy->strength, ==, 0.5);
}

static void
test_a_loop_owns_all_that_is_in_it (void)
{
  const char *covered[] = { "dive-deep", NULL };
  g_autoptr (OnsiteHistoryItem) item = onsite_history_item_new ("q", 7, covered);
  g_autoptr (OnsiteLoop) loop = onsite_loop_new ();
  OnsiteRound *round = onsite_round_new ("behavioral");
  OnsiteAnswer *answer = onsite_answer_new ("q");
  OnsiteTake *take = onsite_take_new ();
  OnsiteTurn *turn = onsite_turn_new (ONSITE_TURN_FOLLOW_UP, "Why?");

  turn->clip = onsite_clip_new ();
  g_ptr_array_add (turn->clip->segments, onsite_segment_new (0, 4800, 0));
  g_ptr_array_add (turn->clip->marks, onsite_mark_new ());
  g_ptr_array_add (take->turns, turn);
  g_ptr_array_add (take->evidence,
                   onsite_evidence_new (ONSITE_TARGET_PRINCIPLE, "p", ONSITE_SOURCE_CLAIMED));
  g_ptr_array_add (answer->takes, take);
  g_ptr_array_add (round->answers, answer);
  g_ptr_array_add (loop->rounds, round);

  g_assert_true (g_uuid_string_is_valid (loop->id));
  g_assert_cmpstr (loop->target, ==, "");
  g_assert_cmpstr (item->covered[0], ==, "dive-deep");
  /* What the loop owns is freed with it: the leak checker is the judge. */
}

static void
test_states_have_names_to_be_written_down (void)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ONSITE_TYPE_LOOP_KIND);
  g_autoptr (GEnumClass) sources = g_type_class_ref (ONSITE_TYPE_SOURCE);

  g_assert_cmpint (g_enum_get_value_by_nick (kinds, "drill")->value, ==, ONSITE_LOOP_KIND_DRILL);
  g_assert_cmpstr (g_enum_get_value (sources, ONSITE_SOURCE_COACH)->value_nick, ==, "coach");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/the-last-take-counts", test_the_last_take_counts);
  g_test_add_func ("/records/a-score-is-found-by-its-dimension",
                   test_a_score_is_found_by_its_dimension);
  g_test_add_func ("/records/a-copy-outlives-what-it-was-made-from",
                   test_a_copy_outlives_what_it_was_made_from);
  g_test_add_func ("/records/a-loop-owns-all-that-is-in-it", test_a_loop_owns_all_that_is_in_it);
  g_test_add_func ("/records/states-have-names-to-be-written-down",
                   test_states_have_names_to_be_written_down);

  return g_test_run ();
}
