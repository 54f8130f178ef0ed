/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rehearsed.h"

OnsitePack *
rehearsed_pack_load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  OnsitePack *pack = onsite_pack_load (file, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

OnsiteRound *
rehearsed_add_round (OnsiteLoop *loop, const char *kind)
{
  OnsiteRound *round = onsite_round_new (kind);

  g_ptr_array_add (loop->rounds, round);

  return round;
}

void
rehearsed_add_turn (OnsiteTake *take, gint64 talk_ms)
{
  OnsiteTurn *turn = onsite_turn_new (ONSITE_TURN_QUESTION, "What did you decide?");

  if (talk_ms > 0)
    {
      turn->clip = onsite_clip_new ();
      turn->clip->n_samples = talk_ms * 48;
    }
  g_ptr_array_add (take->turns, turn);
}

OnsiteTake *
rehearsed_add_take (OnsiteAnswer *answer, gint64 talk_ms)
{
  OnsiteTake *take = onsite_take_new ();

  rehearsed_add_turn (take, talk_ms);
  g_ptr_array_add (answer->takes, take);

  return take;
}

OnsiteAnswer *
rehearsed_add_answer (OnsiteRound *round, const char *question, gint64 talk_ms)
{
  OnsiteAnswer *answer = onsite_answer_new (question);

  if (talk_ms != NOT_ASKED)
    rehearsed_add_take (answer, talk_ms);
  g_ptr_array_add (round->answers, answer);

  return answer;
}

void
rehearsed_rate (OnsiteAnswer *answer, const char *dimension, guint score)
{
  OnsiteTake *take = onsite_answer_get_current_take (answer);

  g_ptr_array_add (take->ratings, onsite_rating_new (dimension, score));
}

OnsiteEvidence *
rehearsed_add_evidence (OnsiteAnswer *answer,
                        OnsiteTargetKind kind,
                        const char *target,
                        OnsiteSource source)
{
  OnsiteTake *take = onsite_answer_get_current_take (answer);
  OnsiteEvidence *evidence = onsite_evidence_new (kind, target, source);

  g_ptr_array_add (take->evidence, evidence);

  return evidence;
}

static void
add_random_evidence (OnsiteAnswer *answer, OnsitePack *pack)
{
  OnsiteTargetKind kind = (OnsiteTargetKind) g_test_rand_int_range (0, 2);
  OnsiteSource source = (OnsiteSource) g_test_rand_int_range (0, 4);
  const char *target = "not-in-the-pack";
  OnsiteEvidence *evidence;

  if (g_test_rand_int_range (0, 8) > 0 && kind == ONSITE_TARGET_PRINCIPLE)
    {
      GPtrArray *principles = onsite_pack_get_principles (pack);
      const OnsitePrinciple *principle = g_ptr_array_index (
          principles,
          g_test_rand_int_range (0, (gint32) principles->len));

      target = principle->id;
    }
  else if (g_test_rand_int_range (0, 8) > 0)
    {
      GPtrArray *checklist = onsite_pack_get_checklist (pack);
      const OnsiteChecklistItem *item = g_ptr_array_index (
          checklist,
          g_test_rand_int_range (0, (gint32) checklist->len));

      target = item->id;
    }

  evidence = rehearsed_add_evidence (answer, kind, target, source);
  evidence->strength = g_test_rand_double_range (0.0, 1.0);
}

static void
add_random_answer (OnsiteRound *round, OnsitePack *pack)
{
  GPtrArray *questions = onsite_pack_get_questions (pack);
  GPtrArray *dimensions = onsite_pack_get_dimensions (pack);
  const OnsiteQuestion *question = g_ptr_array_index (
      questions,
      g_test_rand_int_range (0, (gint32) questions->len));
  OnsiteAnswer *answer = rehearsed_add_answer (round, question->id, NOT_ASKED);
  int n_takes = g_test_rand_int_range (0, 3);

  for (int i = 0; i < n_takes; i++)
    {
      OnsiteTake *take = rehearsed_add_take (answer, g_test_rand_int_range (0, 9999));
      int n_evidence = g_test_rand_int_range (0, 5);

      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        rehearsed_add_turn (take, g_test_rand_int_range (0, 9999));
      for (int j = 0; j < n_evidence; j++)
        add_random_evidence (answer, pack);
      for (guint j = (guint) g_test_rand_int_range (0, 7); j < dimensions->len; j++)
        {
          const OnsiteDimension *dimension = g_ptr_array_index (dimensions, j);

          rehearsed_rate (answer, dimension->id, (guint) g_test_rand_int_range (1, 6));
        }
    }
  answer->skipped = g_test_rand_int_range (0, 5) == 0;
}

OnsiteLoop *
rehearsed_loop_new_random (OnsitePack *pack)
{
  GPtrArray *kinds = onsite_pack_get_round_kinds (pack);
  OnsiteLoop *loop = onsite_loop_new ();

  loop->state = (OnsiteLoopState) g_test_rand_int_range (0, 3);
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      const OnsiteRoundKind *kind = g_ptr_array_index (
          kinds,
          g_test_rand_int_range (0, (gint32) kinds->len));
      OnsiteRound *round = rehearsed_add_round (loop, kind->id);

      for (int j = g_test_rand_int_range (0, 5); j > 0; j--)
        add_random_answer (round, pack);
    }

  return loop;
}

const OnsiteCoverageRow *
rehearsed_find_row (GPtrArray *rows, const char *target)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->target, target))
        return row;
    }

  g_assert_not_reached ();
}
