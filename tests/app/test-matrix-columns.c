/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-matrix-columns.h"

#define PITCH 28
#define SPACE 14

/* A loop whose rounds have so many answers. */
static OnsiteLoop *
make_loop (const guint *n_answers, gsize n_rounds)
{
  OnsiteLoop *loop = onsite_loop_new ();

  for (gsize i = 0; i < n_rounds; i++)
    {
      OnsiteRound *round = onsite_round_new ("people");

      for (guint j = 0; j < n_answers[i]; j++)
        g_ptr_array_add (round->answers, onsite_answer_new ("ship"));
      g_ptr_array_add (loop->rounds, round);
    }

  return loop;
}

static void
rounds_are_set_apart (void)
{
  const guint n_answers[] = { 2, 0, 1 };
  g_autoptr (OnsiteLoop) loop = make_loop (n_answers, G_N_ELEMENTS (n_answers));
  g_autoptr (OnsiteMatrixColumns) columns = onsite_matrix_columns_new (loop, PITCH, SPACE);
  int from, to;

  g_assert_cmpuint (onsite_matrix_columns_get_n (columns), ==, 3);
  g_assert_cmpint (onsite_matrix_columns_get_x (columns, 1), ==, PITCH);
  g_assert_cmpint (onsite_matrix_columns_get_x (columns, 2), ==, 2 * PITCH + SPACE);
  g_assert_cmpint (onsite_matrix_columns_get_least_width (columns), ==, 3 * PITCH + SPACE);

  g_assert_true (onsite_matrix_columns_get_round (columns, 0, &from, &to));
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (to, ==, 2 * PITCH);
  g_assert_false (onsite_matrix_columns_get_round (columns, 1, &from, &to));
  g_assert_true (onsite_matrix_columns_get_round (columns, 2, &from, &to));
  g_assert_cmpint (from, ==, 2 * PITCH + SPACE);
  g_assert_cmpint (to, ==, 3 * PITCH + SPACE);
}

static void
columns_spread_over_a_width_and_not_too_far (void)
{
  static const struct
  {
    int width;
    int pitch;
  } cases[] = {
    { 0, PITCH },
    { 3 * PITCH + SPACE + 2, PITCH },
    { 3 * PITCH + SPACE + 3, PITCH + 1 },
    { 3 * 2 * PITCH + SPACE, 2 * PITCH },
    { 1000, 2 * PITCH },
    { 0, PITCH },
  };
  const guint n_answers[] = { 2, 1 };
  g_autoptr (OnsiteLoop) loop = make_loop (n_answers, G_N_ELEMENTS (n_answers));
  g_autoptr (OnsiteMatrixColumns) columns = onsite_matrix_columns_new (loop, PITCH, SPACE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int pitch = cases[i].pitch;

      onsite_matrix_columns_stretch (columns, cases[i].width, 2 * PITCH);
      g_assert_cmpint (onsite_matrix_columns_get_pitch (columns), ==, pitch);
      g_assert_cmpint (onsite_matrix_columns_get_x (columns, 1), ==, pitch);
      g_assert_cmpint (onsite_matrix_columns_get_x (columns, 2), ==, 2 * pitch + SPACE);
      g_assert_cmpint (onsite_matrix_columns_get_least_width (columns), ==, 3 * PITCH + SPACE);
    }
}

static void
a_place_is_in_a_column_or_between_rounds (void)
{
  const guint n_answers[] = { 2, 1 };
  g_autoptr (OnsiteLoop) loop = make_loop (n_answers, G_N_ELEMENTS (n_answers));
  g_autoptr (OnsiteMatrixColumns) columns = onsite_matrix_columns_new (loop, PITCH, SPACE);
  const struct
  {
    int x;
    int column;
  } cases[] = {
    { -1, -1 },
    { 0, 0 },
    { PITCH - 1, 0 },
    { PITCH, 1 },
    { 2 * PITCH - 1, 1 },
    { 2 * PITCH, -1 },
    { 2 * PITCH + SPACE - 1, -1 },
    { 2 * PITCH + SPACE, 2 },
    { 3 * PITCH + SPACE - 1, 2 },
    { 3 * PITCH + SPACE, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (onsite_matrix_columns_find (columns, cases[i].x), ==, cases[i].column);
}

static void
every_column_is_found_where_it_is (void)
{
  const guint n_answers[] = { 1, 7, 0, 0, 30, 2 };
  g_autoptr (OnsiteLoop) loop = make_loop (n_answers, G_N_ELEMENTS (n_answers));
  g_autoptr (OnsiteMatrixColumns) columns = onsite_matrix_columns_new (loop, PITCH, SPACE);

  for (guint i = 0; i < 40; i++)
    for (int x = 0; x < PITCH; x++)
      g_assert_cmpint (
          onsite_matrix_columns_find (columns, onsite_matrix_columns_get_x (columns, i) + x),
          ==,
          (int) i);
}

/* What is named between two places, with strokes between the columns. */
static char *
name_all (const OnsiteMatrixColumns *columns, int from, int to)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < onsite_matrix_columns_get_n (columns); i++)
    g_ptr_array_add (names, onsite_matrix_columns_name (columns, i, from, to));
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("|", (char **) names->pdata);
}

static void
dots_tell_that_columns_go_on_out_of_sight (void)
{
  const guint n_answers[] = { 2, 2 };
  g_autoptr (OnsiteLoop) loop = make_loop (n_answers, G_N_ELEMENTS (n_answers));
  g_autoptr (OnsiteMatrixColumns) columns = onsite_matrix_columns_new (loop, PITCH, SPACE);
  const int width = onsite_matrix_columns_get_least_width (columns);
  const struct
  {
    int from;
    int to;
    const char *names;
  } cases[] = {
    { 0, width, "1|2|3|4" },
    { 0, 2 * PITCH, "1|2…||" },
    { 0, 2 * PITCH + SPACE + PITCH / 2, "1|2…||" },
    { 0, 2 * PITCH + SPACE + PITCH / 2 + 1, "1|2|…|" },
    { 0, width - 1, "1|2|3|…" },
    { 1, width, "…|2|3|4" },
    { PITCH, width, "|…2|3|4" },
    { PITCH, 2 * PITCH, "|…2…||" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = name_all (columns, cases[i].from, cases[i].to);

      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

static void
a_loop_without_answers_has_no_columns (void)
{
  g_autoptr (OnsiteLoop) loop = onsite_loop_new ();
  g_autoptr (OnsiteMatrixColumns) columns = onsite_matrix_columns_new (loop, PITCH, SPACE);

  g_assert_cmpuint (onsite_matrix_columns_get_n (columns), ==, 0);
  g_assert_cmpint (onsite_matrix_columns_get_least_width (columns), ==, 0);
  g_assert_cmpint (onsite_matrix_columns_find (columns, 0), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix-columns/rounds-are-set-apart", rounds_are_set_apart);
  g_test_add_func ("/matrix-columns/columns-spread-over-a-width-and-not-too-far",
                   columns_spread_over_a_width_and_not_too_far);
  g_test_add_func ("/matrix-columns/a-place-is-in-a-column-or-between-rounds",
                   a_place_is_in_a_column_or_between_rounds);
  g_test_add_func ("/matrix-columns/every-column-is-found-where-it-is",
                   every_column_is_found_where_it_is);
  g_test_add_func ("/matrix-columns/dots-tell-that-columns-go-on-out-of-sight",
                   dots_tell_that_columns_go_on_out_of_sight);
  g_test_add_func ("/matrix-columns/a-loop-without-answers-has-no-columns",
                   a_loop_without_answers_has_no_columns);

  return g_test_run ();
}
