/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-debrief-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "onsite-format.h"
#include "onsite-sign-view.h"

/* A headline names no more gaps than one reads at a glance. */
#define MOST_GAPS 4

static char *
list_gaps (const OnsiteHeadline *headline)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < headline->gaps->len; i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (headline->gaps, i);

      g_strv_builder_add (builder, row->name);
    }
  names = g_strv_builder_end (builder);

  return onsite_format_titles ((const char *const *) names, MOST_GAPS);
}

char *
onsite_debrief_text_headline (const OnsiteDebrief *debrief, const OnsiteHeadline *headline)
{
  g_autofree char *gaps = list_gaps (headline);
  g_autofree char *counts = NULL;

  g_return_val_if_fail (debrief != NULL, NULL);

  /* Translators: how much of a loop's 16 principles and 7 checklist items was covered. */
  counts = g_strdup_printf (C_ ("debrief", "%u of %u principles, %u of %u checklist items."),
                            debrief->n_principles_covered,
                            debrief->principles->len,
                            debrief->n_checklist_covered,
                            debrief->checklist->len);
  if (gaps == NULL)
    return g_steal_pointer (&counts);

  /* Translators: the first is a sentence, the second are names. */
  return g_strdup_printf (C_ ("debrief", "%s Nothing on %s."), counts, gaps);
}

char *
onsite_debrief_text_time (const OnsiteDebrief *debrief)
{
  g_autofree char *talk = onsite_format_duration (debrief->talk_ms);
  g_autofree char *suggested = onsite_format_duration (debrief->suggested_ms);

  if (debrief->n_asked == 0)
    return g_strdup (C_ ("debrief", "No question was asked."));

  return g_strdup_printf (C_ ("debrief", "You spoke for %s; the questions suggest %s."),
                          talk,
                          suggested);
}

char *
onsite_debrief_text_unrated (const OnsiteHeadline *headline)
{
  guint n = headline->unrated->len;

  if (n == 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u answer is not rated yet.",
                                       "%u answers are not rated yet.",
                                       n),
                          n);
}

char *
onsite_debrief_text_cell (const OnsiteCoverageRow *row, guint answer)
{
  const OnsiteCell *cell = onsite_coverage_row_get_cell (row, answer);
  g_autofree char *sources = onsite_sign_describe (cell->sources);

  /* Translators: a principle, the number of a question, and who says that the
   * answer covers it: "Dive Deep, question 3: claimed". */
  return g_strdup_printf (C_ ("matrix", "%s, question %u: %s"),
                          row->name,
                          answer + 1,
                          cell->sources != 0 ? sources : C_ ("matrix", "nothing"));
}

static char *
list_questions (const OnsiteCoverageRow *row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < row->covered_by->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (row->covered_by, i);
      g_autofree char *number = g_strdup_printf ("%u", answer->index + 1);

      g_strv_builder_add (builder, number);
    }
  numbers = g_strv_builder_end (builder);

  return onsite_format_names ((const char *const *) numbers, row->covered_by->len);
}

char *
onsite_debrief_text_row (const OnsiteCoverageRow *row)
{
  g_autofree char *more = row->fed_by_loops ? onsite_debrief_text_loops (row)
                                            : list_questions (row);

  if (row->fed_by_loops)
    /* Translators: a checklist item, and the loops that feed it. */
    return g_strdup_printf (C_ ("matrix", "%s: %s"), row->name, more);
  if (more == NULL)
    return g_strdup_printf (C_ ("matrix", "%s: nothing yet"), row->name);

  /* Translators: a principle, and the numbers of the questions whose answers
   * cover it: "Dive Deep: questions 1, 5 and 14". */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: question %s", "%s: questions %s", row->covered_by->len),
      row->name,
      more);
}

char *
onsite_debrief_text_loops (const OnsiteCoverageRow *row)
{
  if (row->n_covered == 0)
    return g_strdup (C_ ("matrix", "A finished loop feeds it"));

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u finished loop", "%u finished loops", row->n_covered),
      row->n_covered);
}

char *
onsite_debrief_text_round (const OnsiteRoundSummary *round)
{
  const char *kind = round->kind != NULL ? round->kind->name : round->round->kind;
  const char *interviewer = round->round->interviewer;

  if (interviewer == NULL)
    return g_strdup (kind);
  if (round->round->bar_raiser)
    /* Translators: a kind of round, and the interviewer's role. */
    return g_strdup_printf (C_ ("debrief", "%s · %s, bar raiser"), kind, interviewer);

  return g_strdup_printf (C_ ("debrief", "%s · %s"), kind, interviewer);
}

static void
append (GString *text, const char *more)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, more);
}

static void
append_times (GString *text, const OnsiteRoundSummary *round)
{
  g_autofree char *talk = onsite_format_duration (round->talk_ms);
  g_autofree char *suggested = onsite_format_duration (round->suggested_ms);
  g_autofree char *times = NULL;

  if (round->n_asked == 0)
    {
      append (text, C_ ("debrief", "nothing was asked"));
      return;
    }

  times = g_strdup_printf (C_ ("debrief", "%s spoken, %s suggested"), talk, suggested);
  append (text, times);
}

static void
append_interruptions (GString *text, guint n)
{
  g_autofree char *words = NULL;

  if (n == 0)
    return;

  words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "interrupted %u time", "interrupted %u times", n),
      n);
  append (text, n == 1 ? C_ ("debrief", "interrupted once") : words);
}

char *
onsite_debrief_text_round_course (const OnsiteRoundSummary *round)
{
  GString *text = g_string_new (NULL);

  if (round->round->started_at_us == 0)
    {
      append (text, C_ ("debrief", "not held"));
      return g_string_free (text, FALSE);
    }

  append_times (text, round);
  if (round->round->ended_early)
    append (text, C_ ("debrief", "ended early"));
  append_interruptions (text, round->round->interruptions);

  return g_string_free (text, FALSE);
}

char *
onsite_debrief_text_share (const OnsiteShare *share)
{
  /* Translators: questions of one category, such as "7 asked of 8 planned". */
  return g_strdup_printf (C_ ("debrief", "%u asked of %u planned"), share->asked, share->planned);
}

char *
onsite_debrief_text_share_percent (const OnsiteShare *share, guint n_asked)
{
  guint percent = n_asked > 0 ? (guint) lround (100.0 * share->asked / n_asked) : 0;

  /* Translators: a category's share of the questions, and what it should be. */
  return g_strdup_printf (C_ ("debrief", "%u%%, aim %u%%"), percent, share->aim_percent);
}

char *
onsite_debrief_text_question (guint answer)
{
  return g_strdup_printf (C_ ("debrief", "Question %u"), answer + 1);
}

static guint
count_follow_ups (const OnsiteTake *take, guint up_to)
{
  guint n = 0;

  for (guint i = 0; i <= up_to; i++)
    n += ((const OnsiteTurn *) g_ptr_array_index (take->turns, i))->kind == ONSITE_TURN_FOLLOW_UP;

  return n;
}

char *
onsite_debrief_text_turn (const OnsiteTake *take, guint index)
{
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, index);

  switch (turn->kind)
    {
    case ONSITE_TURN_FOLLOW_UP:
      return g_strdup_printf (C_ ("answer", "Follow-up %u"), count_follow_ups (take, index));

    case ONSITE_TURN_CURVEBALL:
      return g_strdup (C_ ("answer", "Curveball"));

    case ONSITE_TURN_QUESTION:
    default:
      return NULL;
    }
}

const char *
onsite_debrief_text_state (const OnsiteAnswerSummary *answer, guint n_dimensions)
{
  if (answer->answer->skipped)
    return C_ ("answer", "Skipped");
  if (!answer->asked)
    return C_ ("answer", "Not asked");
  if (!answer->has_clip)
    return C_ ("answer", "No recording");
  if (answer->n_rated < n_dimensions)
    return C_ ("answer", "Not rated yet");

  return NULL;
}
