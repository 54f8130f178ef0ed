/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rehearsed.h"

/* What holds for any loop, whatever is in it. */

#define N_LOOPS 1000

typedef void (*Property) (const OnsiteDebrief *debrief);

static void
assert_trace (const OnsiteDebrief *debrief, GPtrArray *trace, gboolean asked)
{
  for (guint i = 0; i < trace->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (trace, i);

      g_assert_true (g_ptr_array_index (debrief->answers, answer->index) == answer);
      if (asked)
        g_assert_true (answer->asked);
      if (i > 0)
        g_assert_cmpuint (((OnsiteAnswerSummary *) trace->pdata[i - 1])->index, <, answer->index);
    }
}

static void
check_row (const OnsiteDebrief *debrief, const OnsiteCoverageRow *row)
{
  guint n_covered = 0;

  g_assert_cmpuint (row->cells->len, ==, debrief->answers->len);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const OnsiteCell *cell = onsite_coverage_row_get_cell (row, i);

      n_covered += (cell->sources & ONSITE_SOURCES_COVERING) != 0;
      g_assert_cmpfloat (cell->strength, >=, 0.0);
      g_assert_cmpfloat (cell->strength, <=, 1.0);
    }

  g_assert_cmpuint (row->covered_by->len, ==, n_covered);
  if (!row->fed_by_loops)
    g_assert_cmpuint (row->n_covered, ==, n_covered);
  g_assert_cmpuint (row->n_asked, ==, row->asked_by->len);
  g_assert_cmpint (row->gap, ==, row->n_covered == 0);
  assert_trace (debrief, row->covered_by, TRUE);
  assert_trace (debrief, row->asked_by, TRUE);
}

static void
check_coverage (const OnsiteDebrief *debrief)
{
  guint n_gaps = 0;

  for (guint i = 0; i < debrief->principles->len; i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (debrief->principles, i);

      check_row (debrief, row);
      n_gaps += row->gap;
    }
  for (guint i = 0; i < debrief->checklist->len; i++)
    check_row (debrief, g_ptr_array_index (debrief->checklist, i));

  g_assert_cmpuint (debrief->n_principles_covered + n_gaps, ==, debrief->principles->len);
}

static void
check_mix (const OnsiteDebrief *debrief)
{
  guint planned = 0, asked = 0, aim_percent = 0;

  for (guint i = 0; i < debrief->mix->len; i++)
    {
      const OnsiteShare *share = g_ptr_array_index (debrief->mix, i);

      g_assert_cmpuint (share->asked, <=, share->planned);
      g_assert_cmpuint (share->planned, ==, share->answers->len);
      assert_trace (debrief, share->answers, FALSE);
      planned += share->planned;
      asked += share->asked;
      aim_percent += share->aim_percent;
    }

  g_assert_cmpuint (planned, ==, debrief->answers->len);
  g_assert_cmpuint (asked, ==, debrief->n_asked);
  g_assert_cmpuint (aim_percent, ==, 100);
}

static void
check_ratings (const OnsiteDebrief *debrief)
{
  guint n_by_dimension = 0, n_by_answer = 0;

  for (guint i = 0; i < debrief->dimensions->len; i++)
    {
      const OnsiteDimensionSummary *dimension = g_ptr_array_index (debrief->dimensions, i);

      g_assert_cmpuint (dimension->n, ==, dimension->answers->len);
      g_assert_true (dimension->n == 0 ? dimension->mean == 0.0
                                       : dimension->mean >= 1.0 && dimension->mean <= 5.0);
      assert_trace (debrief, dimension->answers, TRUE);
      n_by_dimension += dimension->n;
    }
  for (guint i = 0; i < debrief->answers->len; i++)
    n_by_answer += ((OnsiteAnswerSummary *) debrief->answers->pdata[i])->n_rated;

  g_assert_cmpuint (n_by_dimension, ==, n_by_answer);
}

static void
check_talk (const OnsiteDebrief *debrief)
{
  gint64 by_answer_ms = 0, by_round_ms = 0;

  for (guint i = 0; i < debrief->answers->len; i++)
    by_answer_ms += ((OnsiteAnswerSummary *) debrief->answers->pdata[i])->talk_ms;
  for (guint i = 0; i < debrief->rounds->len; i++)
    by_round_ms += ((OnsiteRoundSummary *) debrief->rounds->pdata[i])->talk_ms;

  g_assert_cmpint (by_answer_ms, ==, debrief->talk_ms);
  g_assert_cmpint (by_round_ms, ==, debrief->talk_ms);
}

static void
test_property (gconstpointer data)
{
  Property property = (Property) data;
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();

  for (int i = 0; i < N_LOOPS; i++)
    {
      g_autoptr (OnsiteDebrief) debrief = onsite_debrief_new (rehearsed_loop_new_random (pack),
                                                              pack,
                                                              0);

      property (debrief);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/debrief/any-loop/only-what-was-asked-is-covered",
                        check_coverage,
                        test_property);
  g_test_add_data_func ("/debrief/any-loop/the-mix-adds-up", check_mix, test_property);
  g_test_add_data_func ("/debrief/any-loop/ratings-stay-in-range", check_ratings, test_property);
  g_test_add_data_func ("/debrief/any-loop/talk-adds-up", check_talk, test_property);

  return g_test_run ();
}
