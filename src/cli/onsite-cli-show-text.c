/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-show.h"

#include <glib/gi18n-lib.h>

#include "debrief/onsite-headline.h"
#include "onsite-cli-format.h"
#include "onsite-cli-show-receipt.h"
#include "onsite-cli-table.h"

/* By weight: the last that is there is shown, as in the window. */
static const char *const signs[] = { "○", "◐", "●", "◆" };
static const char *const plain_signs[] = { "a", "c", "h", "C" };

static const char *const *
get_signs (void)
{
  return g_get_charset (NULL) ? signs : plain_signs;
}

static const char *
get_sign (const OnsiteCell *cell)
{
  for (int source = ONSITE_SOURCE_COACH; source >= ONSITE_SOURCE_ASKED; source--)
    if (cell->sources & ONSITE_SOURCE_BIT (source))
      return get_signs ()[source];

  return g_get_charset (NULL) ? "·" : ".";
}

static void
print_heading (const OnsiteDebrief *debrief, GString *out)
{
  const OnsiteLoop *loop = debrief->loop;
  g_autofree char *time = onsite_cli_format_time (loop->created_at_us);

  g_string_append_printf (
      out,
      "%s, %s, %s, %s, %s\n",
      loop->level,
      loop->kind == ONSITE_LOOP_KIND_DRILL ? onsite_cli_get_drill_name (loop->drill)
                                           : onsite_cli_get_kind_name (loop->kind),
      onsite_cli_get_mode_name (loop->mode),
      loop->sample ? C_ ("loop", "sample") : onsite_cli_get_state_name (loop->state),
      time);
  g_string_append_printf (out, "%s\n\n", loop->id);
}

static void
print_gaps (GPtrArray *gaps, GString *out)
{
  const char *separator = " ";

  if (gaps->len == 0)
    return;

  g_string_append (out, C_ ("debrief", "Nothing on:"));
  for (guint i = 0; i < gaps->len; i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (gaps, i);

      g_string_append_printf (out, "%s%s", separator, row->name);
      separator = " · ";
    }
  g_string_append_c (out, '\n');
}

static void
print_headline (const OnsiteDebrief *debrief, GString *out)
{
  g_autoptr (OnsiteHeadline) headline = onsite_headline_new (debrief);
  g_autofree char *talk = onsite_cli_format_duration (debrief->talk_ms);
  g_autofree char *suggested = onsite_cli_format_duration (debrief->suggested_ms);

  g_string_append_printf (out,
                          C_ ("debrief", "%u of %u principles, %u of %u checklist items."),
                          debrief->n_principles_covered,
                          debrief->principles->len,
                          debrief->n_checklist_covered,
                          debrief->checklist->len);
  g_string_append_c (out, '\n');
  print_gaps (headline->gaps, out);
  g_string_append_printf (out,
                          C_ ("debrief", "Asked %u of %u questions; talked %s of %s suggested."),
                          debrief->n_asked,
                          debrief->answers->len,
                          talk,
                          suggested);
  g_string_append_c (out, '\n');
  if (headline->n_interruptions > 0)
    {
      g_string_append_printf (out,
                              g_dngettext (GETTEXT_PACKAGE,
                                           "Interrupted once.",
                                           "Interrupted %u times.",
                                           headline->n_interruptions),
                              headline->n_interruptions);
      g_string_append_c (out, '\n');
    }
}

static void
add_curveballs (OnsiteCliTable *table, const OnsiteTake *take)
{
  for (guint i = 0; take && i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);
      g_autofree char *text = g_strdup_printf (C_ ("debrief", "Curveball: %s"), turn->prompt);

      if (turn->kind == ONSITE_TURN_CURVEBALL)
        onsite_cli_table_add (table, "", "", "", "", text);
    }
}

static void
add_answer (OnsiteCliTable *table, const OnsiteAnswerSummary *answer)
{
  g_autofree char *id = onsite_cli_format_id (answer->answer->id);
  g_autofree char *talk = onsite_cli_format_duration (answer->talk_ms);
  g_autofree char *suggested = onsite_cli_format_duration (answer->suggested_ms);
  g_autofree char *score = onsite_cli_format_score (answer->mean_score);

  onsite_cli_table_add (table,
                        id,
                        answer->has_clip ? talk : "–",
                        suggested,
                        score,
                        answer->question ? answer->question->text : answer->answer->question);
  add_curveballs (table, onsite_answer_get_current_take (answer->answer));
}

static void
print_round (const OnsiteRoundSummary *summary, GString *out)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "lrrrl");
  const OnsiteRound *round = summary->round;

  g_string_append_printf (out,
                          C_ ("debrief", "\nRound %u: %s, with: %s"),
                          summary->index + 1,
                          summary->kind ? summary->kind->name : round->kind,
                          round->interviewer);
  if (round->bar_raiser)
    g_string_append (out, C_ ("debrief", ", bar raiser"));
  if (summary->vote)
    g_string_append_printf (out, C_ ("debrief", ". Your vote: %s"), summary->vote->name);
  if (round->ended_early)
    g_string_append (out, C_ ("debrief", ". Ended early"));
  g_string_append_c (out, '\n');

  onsite_cli_table_add (table,
                        C_ ("heading", "ANSWER"),
                        C_ ("heading", "TALK"),
                        C_ ("heading", "OF"),
                        C_ ("heading", "RATING"),
                        C_ ("heading", "QUESTION"));
  for (guint i = 0; i < summary->answers->len; i++)
    add_answer (table, g_ptr_array_index (summary->answers, i));
  onsite_cli_table_print (table, out);
}

static char *
draw_row (const OnsiteDebrief *debrief, const OnsiteCoverageRow *row)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < debrief->rounds->len; i++)
    {
      const OnsiteRoundSummary *round = g_ptr_array_index (debrief->rounds, i);

      if (i > 0)
        g_string_append (line, "  ");
      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswerSummary *answer = g_ptr_array_index (round->answers, j);

          g_string_append (line, get_sign (onsite_coverage_row_get_cell (row, answer->index)));
        }
    }

  return g_string_free (line, FALSE);
}

static char *
describe_row (const OnsiteCoverageRow *row)
{
  if (row->gap)
    return g_strdup (C_ ("debrief", "gap"));
  if (row->fed_by_loops)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u finished loop", "%u finished loops", row->n_covered),
        row->n_covered);

  return g_strdup ("");
}

static void
add_rows (OnsiteCliTable *table, const OnsiteDebrief *debrief, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const OnsiteCoverageRow *row = g_ptr_array_index (rows, i);
      g_autofree char *cells = draw_row (debrief, row);
      g_autofree char *words = describe_row (row);

      onsite_cli_table_add (table, row->name, cells, words);
    }
}

static void
print_coverage (const OnsiteDebrief *debrief, GString *out)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "lll");
  const char *const *all = get_signs ();

  g_string_append_printf (out,
                          C_ ("debrief", "\nCoverage: %s asked, %s claimed, %s heard, %s coach\n"),
                          all[ONSITE_SOURCE_ASKED],
                          all[ONSITE_SOURCE_CLAIMED],
                          all[ONSITE_SOURCE_HEARD],
                          all[ONSITE_SOURCE_COACH]);
  add_rows (table, debrief, debrief->principles);
  onsite_cli_table_add (table, "", "", "");
  add_rows (table, debrief, debrief->checklist);
  onsite_cli_table_print (table, out);
}

static void
print_mix (const OnsiteDebrief *debrief, GString *out)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "lrrr");

  g_string_append (out, C_ ("debrief", "\nQuestions\n"));
  onsite_cli_table_add (table,
                        C_ ("heading", "CATEGORY"),
                        C_ ("heading", "ASKED"),
                        C_ ("heading", "PLANNED"),
                        C_ ("heading", "AIM"));
  for (guint i = 0; i < debrief->mix->len; i++)
    {
      const OnsiteShare *share = g_ptr_array_index (debrief->mix, i);
      g_autofree char *asked = g_strdup_printf ("%u", share->asked);
      g_autofree char *planned = g_strdup_printf ("%u", share->planned);
      g_autofree char *aim = g_strdup_printf (C_ ("debrief", "%u%%"), share->aim_percent);

      onsite_cli_table_add (table, share->name, asked, planned, aim);
    }
  onsite_cli_table_print (table, out);
}

static void
print_ratings (const OnsiteDebrief *debrief, GString *out)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "lrr");

  g_string_append (out, C_ ("debrief", "\nRatings\n"));
  onsite_cli_table_add (table,
                        C_ ("heading", "DIMENSION"),
                        C_ ("heading", "MEAN"),
                        C_ ("heading", "ANSWERS"));
  for (guint i = 0; i < debrief->dimensions->len; i++)
    {
      const OnsiteDimensionSummary *dimension = g_ptr_array_index (debrief->dimensions, i);
      g_autofree char *mean = onsite_cli_format_score (dimension->mean);
      g_autofree char *n = g_strdup_printf ("%u", dimension->n);

      onsite_cli_table_add (table, dimension->name, mean, n);
    }
  onsite_cli_table_print (table, out);
}

void
onsite_cli_show_print (const OnsiteDebrief *debrief, GString *out)
{
  print_heading (debrief, out);
  print_headline (debrief, out);
  for (guint i = 0; i < debrief->rounds->len; i++)
    print_round (g_ptr_array_index (debrief->rounds, i), out);
  print_coverage (debrief, out);
  print_mix (debrief, out);
  print_ratings (debrief, out);
  onsite_cli_show_receipt_print (debrief, out);
}
