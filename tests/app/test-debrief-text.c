/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-debrief-text.h"
#include "debriefed.h"

typedef struct
{
  OnsitePack *pack;
  OnsiteDebrief *debrief;
  OnsiteHeadline *headline;
} Desk;

static void
sum_up (Desk *desk, OnsiteLoop *loop)
{
  desk->debrief = onsite_debrief_new (loop, desk->pack, 0);
  desk->headline = onsite_headline_new (desk->debrief);
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->pack = debriefed_load_pack ();
  sum_up (desk, debriefed_make_loop (desk->pack));
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  onsite_headline_free (desk->headline);
  onsite_debrief_free (desk->debrief);
  onsite_pack_unref (desk->pack);
}

static const OnsiteRoundSummary *
get_round (Desk *desk, guint index)
{
  return g_ptr_array_index (desk->debrief->rounds, index);
}

static OnsiteRound *
edit_round (Desk *desk, guint index)
{
  return g_ptr_array_index (desk->debrief->loop->rounds, index);
}

static void
headline_counts_and_names_what_is_missing (Desk *desk, gconstpointer unused)
{
  g_autofree char *text = onsite_debrief_text_headline (desk->debrief, desk->headline);

  g_assert_cmpstr (text,
                   ==,
                   "15 of 16 principles, 6 of 7 checklist items. "
                   "Nothing on “Learn and Be Curious” and “Ambiguity”.");
}

static void
headline_of_a_loop_without_gaps_names_nothing (Desk *desk, gconstpointer unused)
{
  g_autofree char *text = NULL;

  g_ptr_array_set_size (desk->headline->gaps, 0);
  text = onsite_debrief_text_headline (desk->debrief, desk->headline);

  g_assert_true (g_str_has_suffix (text, " checklist items."));
}

static void
headline_names_four_gaps_at_most (Desk *desk, gconstpointer unused)
{
  g_autofree char *text = NULL;

  onsite_headline_free (desk->headline);
  onsite_debrief_free (desk->debrief);
  sum_up (desk, onsite_loop_new ());
  text = onsite_debrief_text_headline (desk->debrief, desk->headline);

  g_assert_cmpstr (text,
                   ==,
                   "0 of 16 principles, 0 of 7 checklist items. Nothing on “Customer Obsession”, "
                   "“Ownership”, “Invent and Simplify”, “Are Right, A Lot” and 19 more.");
}

static void
a_cell_says_whose_question_it_is_and_who_says_so (Desk *desk, gconstpointer unused)
{
  const OnsiteCoverageRow *row = g_ptr_array_index (desk->debrief->principles, 0);
  g_autofree char *claimed = onsite_debrief_text_cell (row, 0);
  g_autofree char *nothing = onsite_debrief_text_cell (row, 1);

  g_assert_cmpstr (claimed, ==, "Customer Obsession, question 1: claimed, asked");
  g_assert_cmpstr (nothing, ==, "Customer Obsession, question 2: nothing");
}

static void
a_row_names_the_questions_that_cover_it (Desk *desk, gconstpointer unused)
{
  const struct
  {
    GPtrArray *rows;
    guint index;
    const char *text;
  } cases[] = {
    { desk->debrief->principles, 0, "Customer Obsession: questions 1, 10 and 14" },
    { desk->debrief->principles, 4, "Learn and Be Curious: nothing yet" },
    { desk->debrief->principles, 14, "Strive to be Earth’s Best Employer: question 7" },
    { desk->debrief->checklist, 4, "A structured system: 1 finished loop" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = onsite_debrief_text_row (
          g_ptr_array_index (cases[i].rows, cases[i].index));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
a_round_tells_how_it_went (Desk *desk, gconstpointer unused)
{
  OnsiteRound *round = edit_round (desk, 1);
  g_autofree char *twice = onsite_debrief_text_round_course (get_round (desk, 1));
  g_autofree char *once = NULL;
  g_autofree char *never = NULL;

  g_assert_cmpstr (
      twice,
      ==,
      "under a minute spoken, 53\u00a0min suggested · ended early · interrupted 2 times");

  round->interruptions = 1;
  round->ended_early = FALSE;
  once = onsite_debrief_text_round_course (get_round (desk, 1));
  g_assert_cmpstr (once, ==, "under a minute spoken, 53\u00a0min suggested · interrupted once");

  round->started_at_us = 0;
  never = onsite_debrief_text_round_course (get_round (desk, 1));
  g_assert_cmpstr (never, ==, "not held");
}

static void
the_bar_raiser_is_named (Desk *desk, gconstpointer unused)
{
  OnsiteRound *round = edit_round (desk, 0);
  g_autofree char *plain = NULL;
  g_autofree char *raiser = NULL;

  g_free (round->interviewer);
  round->interviewer = g_strdup ("Technical recruiter");
  plain = onsite_debrief_text_round (get_round (desk, 0));
  round->bar_raiser = TRUE;
  raiser = onsite_debrief_text_round (get_round (desk, 0));

  g_assert_cmpstr (plain, ==, "Recruiter screen · Technical recruiter");
  g_assert_cmpstr (raiser, ==, "Recruiter screen · Technical recruiter, bar raiser");
}

static void
a_share_is_told_of_what_was_asked (Desk *desk, gconstpointer unused)
{
  const OnsiteShare share = { .planned = 9, .asked = 8, .aim_percent = 50 };
  g_autofree char *counts = onsite_debrief_text_share (&share);
  g_autofree char *percent = onsite_debrief_text_share_percent (&share, 17);
  g_autofree char *none = onsite_debrief_text_share_percent (&share, 0);

  g_assert_cmpstr (counts, ==, "8 asked of 9 planned");
  g_assert_cmpstr (percent, ==, "47%, aim 50%");
  g_assert_cmpstr (none, ==, "0%, aim 50%");
}

static void
an_answer_tells_what_is_missing_of_it (Desk *desk, gconstpointer unused)
{
  const OnsiteAnswer skipped = { .skipped = TRUE };
  const OnsiteAnswer plain = { .skipped = FALSE };
  const struct
  {
    OnsiteAnswerSummary answer;
    const char *state;
  } cases[] = {
    { { .answer = &skipped }, "Skipped" },
    { { .answer = &plain }, "Not asked" },
    { { .answer = &plain, .asked = TRUE }, "No recording" },
    { { .answer = &plain, .asked = TRUE, .has_clip = TRUE, .n_rated = 5 }, "Not rated yet" },
    { { .answer = &plain, .asked = TRUE, .has_clip = TRUE, .n_rated = 6 }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (onsite_debrief_text_state (&cases[i].answer, 6), ==, cases[i].state);
}

static void
answers_without_a_rating_are_counted (Desk *desk, gconstpointer unused)
{
  g_autofree char *one = onsite_debrief_text_unrated (desk->headline);

  g_assert_cmpstr (one, ==, "1 answer is not rated yet.");
  g_ptr_array_set_size (desk->headline->unrated, 0);
  g_assert_null (onsite_debrief_text_unrated (desk->headline));
}

#define add(name, test) g_test_add ("/debrief-text/" name, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("headline-counts-and-names-what-is-missing", headline_counts_and_names_what_is_missing);
  add ("headline-of-a-loop-without-gaps-names-nothing",
       headline_of_a_loop_without_gaps_names_nothing);
  add ("headline-names-four-gaps-at-most", headline_names_four_gaps_at_most);
  add ("a-cell-says-whose-question-it-is-and-who-says-so",
       a_cell_says_whose_question_it_is_and_who_says_so);
  add ("a-row-names-the-questions-that-cover-it", a_row_names_the_questions_that_cover_it);
  add ("a-round-tells-how-it-went", a_round_tells_how_it_went);
  add ("the-bar-raiser-is-named", the_bar_raiser_is_named);
  add ("a-share-is-told-of-what-was-asked", a_share_is_told_of_what_was_asked);
  add ("an-answer-tells-what-is-missing-of-it", an_answer_tells_what_is_missing_of_it);
  add ("answers-without-a-rating-are-counted", answers_without_a_rating_are_counted);

  return g_test_run ();
}
