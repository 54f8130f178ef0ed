/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/onsite-share-format.h"
#include "shared.h"

static const char *
get_proposed (GPtrArray *proposed, guint index)
{
  const OnsiteAnswerSummary *summary = g_ptr_array_index (proposed, index);

  return summary->answer->id;
}

static void
test_worst (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  OnsiteLoop *loop = onsite_loop_new ();
  OnsiteRound *round = rehearsed_add_round (loop, "people");
  OnsiteAnswer *good = rehearsed_add_answer (round, "own", 1000);
  OnsiteAnswer *unasked = rehearsed_add_answer (round, "own", NOT_ASKED);
  OnsiteAnswer *unrated = rehearsed_add_answer (round, "own", 1000);
  OnsiteAnswer *worst = rehearsed_add_answer (round, "own", 1000);
  OnsiteAnswer *silent = rehearsed_add_answer (round, "own", 0);
  OnsiteAnswer *uncovered = rehearsed_add_answer (round, "own", 1000);
  const OnsiteQuestion *question = onsite_pack_find_question (pack, "own");
  OnsiteAnswer *covered[] = { good, unrated, worst };
  g_autoptr (OnsiteDebrief) debrief = NULL;
  g_autoptr (GPtrArray) proposed = NULL;

  g_assert_nonnull (question);
  for (guint i = 0; i < G_N_ELEMENTS (covered); i++)
    for (guint j = 0; question->principles[j]; j++)
      rehearsed_add_evidence (covered[i],
                              ONSITE_TARGET_PRINCIPLE,
                              question->principles[j],
                              ONSITE_SOURCE_CLAIMED);
  rehearsed_rate (good, "structure", 4);
  rehearsed_rate (worst, "structure", 1);
  rehearsed_rate (uncovered, "structure", 4);
  rehearsed_rate (silent, "structure", 1);
  g_assert_nonnull (unasked);

  debrief = onsite_debrief_new (loop, pack, 0);
  proposed = onsite_selection_propose (debrief);
  g_assert_cmpuint (proposed->len, ==, 3);
  g_assert_cmpstr (get_proposed (proposed, 0), ==, unrated->id);
  g_assert_cmpstr (get_proposed (proposed, 1), ==, worst->id);
  g_assert_cmpstr (get_proposed (proposed, 2), ==, uncovered->id);
}

static void
test_few (void)
{
  g_autoptr (OnsitePack) pack = rehearsed_pack_load ();
  OnsiteLoop *loop = onsite_loop_new ();
  OnsiteRound *round = rehearsed_add_round (loop, "people");
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  g_autoptr (OnsiteDebrief) debrief = NULL;
  g_autoptr (GPtrArray) proposed = NULL;

  rehearsed_add_answer (round, "own", 1000);
  rehearsed_add_answer (round, "own", NOT_ASKED);
  onsite_selection_add_all (selection, loop);
  onsite_selection_add_all (selection, loop);
  g_assert_cmpuint (selection->answers->len, ==, 1);

  debrief = onsite_debrief_new (loop, pack, 0);
  proposed = onsite_selection_propose (debrief);
  g_assert_cmpuint (proposed->len, ==, 1);
}

static void
test_answered (void)
{
  g_autoptr (OnsiteLoop) loop = onsite_loop_new ();
  OnsiteRound *round = rehearsed_add_round (loop, "people");
  OnsiteAnswer *plain = rehearsed_add_answer (round, "own", 1000);
  OnsiteAnswer *answered = rehearsed_add_answer (round, "own", 1000);
  const OnsiteTake *about = onsite_answer_get_current_take (answered);
  OnsiteTake *between = rehearsed_add_take (answered, 1000);
  OnsiteTake *take = rehearsed_add_take (answered, 1000);
  OnsiteReview *review = onsite_review_new ("a-review", "an-export");
  OnsiteReviewTake *said = onsite_review_take_new (answered->id, about->id);
  const OnsiteTurn *turn = g_ptr_array_index (about->turns, 0);
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  const OnsiteSelectedAnswer *selected;

  g_assert_nonnull (between);
  g_ptr_array_add (loop->reviews, review);
  g_ptr_array_add (review->takes, said);
  g_ptr_array_add (said->comments,
                   onsite_review_comment_new ("a-comment", turn->clip->id, 0, -1, "Why?"));
  take->review = g_strdup ("a-review");
  take->comment = g_strdup ("a-comment");
  onsite_selection_add_all (selection, loop);
  onsite_selection_add_answered (selection, loop);

  selected = onsite_selection_find_answer (selection, plain->id);
  g_assert_cmpuint (selected->takes->len, ==, 0);
  selected = onsite_selection_find_answer (selection, answered->id);
  g_assert_cmpuint (selected->takes->len, ==, 2);
  g_assert_cmpstr (selected->takes->pdata[0], ==, about->id);
  g_assert_cmpstr (selected->takes->pdata[1], ==, take->id);
}

static void
test_usual (void)
{
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();

  g_assert_true (selection->blind);
  g_assert_null (selection->candidate);
  g_assert_false (selection->includes & ONSITE_INCLUDE_NOTES);
}

static void
test_copy (void)
{
  const OnsiteSpan span = { 20, 40, ONSITE_SPAN_CUT };
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  g_autoptr (OnsiteSelection) copy = NULL;
  const OnsiteSelectedAnswer *answer;

  onsite_selected_answer_add_take (onsite_selection_add_answer (selection, "a"), "t1");
  onsite_selected_answer_add_take (onsite_selection_add_answer (selection, "a"), "t2");
  onsite_selection_add_span (selection, "c", &span);
  onsite_selection_add_span (selection, "c", &span);
  selection->candidate = g_strdup ("Ada");
  selection->includes = ONSITE_INCLUDE_NOTES;
  selection->blind = FALSE;

  copy = onsite_selection_copy (selection);
  onsite_selected_answer_remove_take (onsite_selection_find_answer (selection, "a"), "t1");
  onsite_selection_remove_span (selection, "c", 0);
  g_assert_cmpuint (onsite_selection_get_spans (selection, "c")->len, ==, 1);
  onsite_selection_remove_span (selection, "c", 0);
  g_assert_null (onsite_selection_get_spans (selection, "c"));

  answer = onsite_selection_find_answer (copy, "a");
  g_assert_cmpuint (answer->takes->len, ==, 2);
  g_assert_cmpuint (onsite_selection_get_spans (copy, "c")->len, ==, 2);
  g_assert_cmpstr (copy->candidate, ==, "Ada");
  g_assert_cmpint (copy->includes, ==, ONSITE_INCLUDE_NOTES);
  g_assert_false (copy->blind);
}

static void
test_spans_in_order (void)
{
  const OnsiteSpan spans[] = { { 20, 40, ONSITE_SPAN_CUT },
                               { 60, 80, ONSITE_SPAN_CUT },
                               { 0, 90, ONSITE_SPAN_CUT },
                               { 20, 30, ONSITE_SPAN_MUTE } };
  const gint64 ends_ms[] = { 90, 40, 30, 80 };
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  GArray *kept;

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    onsite_selection_add_span (selection, "c", &spans[i]);
  kept = onsite_selection_get_spans (selection, "c");
  g_assert_cmpuint (kept->len, ==, G_N_ELEMENTS (ends_ms));
  for (guint i = 0; i < kept->len; i++)
    g_assert_cmpint (g_array_index (kept, OnsiteSpan, i).to_ms, ==, ends_ms[i]);
}

static void
test_formats (void)
{
  guint n_formats;
  const OnsiteShareFormat *formats = onsite_share_formats_get (&n_formats);

  g_assert_cmpstr (formats[0].name, ==, "html");
  for (guint i = 0; i < n_formats; i++)
    {
      g_assert_nonnull (formats[i].title);
      g_assert_nonnull (formats[i].summary);
      g_assert_true (onsite_share_format_find (formats[i].name) == &formats[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/the-worst-three-are-proposed", test_worst);
  g_test_add_func ("/selection/what-was-not-recorded-is-never-proposed-or-chosen", test_few);
  g_test_add_func ("/selection/an-answer-to-a-comment-goes-with-what-the-comment-is-about",
                   test_answered);
  g_test_add_func ("/selection/it-is-blind-nameless-and-without-notes-at-first", test_usual);
  g_test_add_func ("/selection/spans-are-in-the-order-in-which-they-begin", test_spans_in_order);
  g_test_add_func ("/selection/a-copy-goes-its-own-way", test_copy);
  g_test_add_func ("/selection/each-format-is-told-in-words-and-a-coachs-comes-first",
                   test_formats);

  return g_test_run ();
}
