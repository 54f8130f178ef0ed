/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-reviews.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-format.h"
#include "onsite-cli-table.h"

static void
print_lines (const char *text, const char *indent, GString *out)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line; line++)
    g_string_append_printf (out, "%s%s\n", indent, *line);
}

static void
print_heading (const OnsiteDebrief *debrief, const OnsiteReview *review, GString *out)
{
  g_autofree char *id = onsite_cli_format_id (review->id);
  g_autofree char *time = onsite_cli_format_time (review->merged_at_us);
  const OnsiteVote *vote = review->vote ? onsite_pack_find_vote (debrief->pack, review->vote)
                                        : NULL;

  /* Translators: an id, who wrote it, which revision, when it was imported. */
  g_string_append_printf (out,
                          C_ ("review", "%s by %s, revision %u, imported %s"),
                          id,
                          onsite_cli_reviews_get_coach (review),
                          review->revision,
                          time);
  if (vote)
    g_string_append_printf (out, C_ ("review", ". Vote: %s"), vote->name);
  g_string_append_c (out, '\n');
  if (*review->summary)
    print_lines (review->summary, "  ", out);
}

static char *
format_kappa (const OnsiteKappa *kappa)
{
  return kappa->state == ONSITE_KAPPA_DEFINED ? g_strdup_printf ("%.2f", kappa->value)
                                              : g_strdup ("–");
}

static void
add_kappa (OnsiteCliTable *table, const char *name, const OnsiteKappa *kappa)
{
  g_autofree char *n = g_strdup_printf ("%u", kappa->n);
  g_autofree char *bias = kappa->n > 0 ? g_strdup_printf ("%+.1f", kappa->bias) : g_strdup ("–");
  g_autofree char *value = format_kappa (kappa);

  onsite_cli_table_add (table, name, n, bias, value);
}

static void
print_agreement (const OnsiteAgreement *agreement, GString *out)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (2, "lrrr");

  if (agreement->all.n == 0)
    return;

  g_string_append_c (out, '\n');
  onsite_cli_table_add (table,
                        C_ ("heading", "DIMENSION"),
                        C_ ("heading", "BOTH RATED"),
                        C_ ("heading", "YOU − COACH"),
                        C_ ("heading", "KAPPA"));
  for (guint i = 0; i < agreement->dimensions->len; i++)
    {
      const OnsiteDimensionAgreement *dimension = g_ptr_array_index (agreement->dimensions, i);

      if (dimension->kappa.n > 0)
        add_kappa (table, dimension->name, &dimension->kappa);
    }
  add_kappa (table, C_ ("review", "All"), &agreement->all);
  onsite_cli_table_print (table, out);
}

static guint
get_number (const OnsiteAnswer *answer, const OnsiteTake *take)
{
  guint index = 0;

  g_ptr_array_find (answer->takes, take, &index);

  return index + 1;
}

static void
print_tour (const OnsiteAgreement *agreement, GString *out)
{
  if (agreement->tour->len == 0)
    return;

  g_string_append_printf (out, "\n  %s\n", C_ ("review", "Where you differ most:"));
  for (guint i = 0; i < agreement->tour->len; i++)
    {
      const OnsiteTourStop *stop = g_ptr_array_index (agreement->tour, i);

      /* Translators: an answer's and its take's number, a dimension, two scores. */
      g_string_append_printf (out,
                              C_ ("review", "  Answer %u, take %u: %s: you %u, coach %u\n"),
                              stop->answer->index + 1,
                              get_number (stop->answer->answer, stop->take),
                              stop->name,
                              stop->scores.self,
                              stop->scores.coach);
    }
}

static void
print_gaps (const OnsiteAgreement *agreement, GString *out)
{
  if (agreement->gaps->len == 0)
    return;

  g_string_append_printf (out, "\n  %s", C_ ("review", "Asked for, and not found by the coach:"));
  for (guint i = 0; i < agreement->gaps->len; i++)
    g_string_append_printf (out,
                            "%s %s",
                            i > 0 ? " ·" : "",
                            ((OnsiteCoverageRow *) agreement->gaps->pdata[i])->name);
  g_string_append_c (out, '\n');
}

static guint
find_turn (const OnsiteTake *take, const char *clip)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip && g_str_equal (turn->clip->id, clip))
        return i;
    }

  return 0;
}

static void
print_comment (const OnsiteReview *review,
               const OnsiteTake *take,
               const OnsiteReviewComment *comment,
               GString *out)
{
  const OnsiteReviewReply *reply = onsite_review_find_reply (review, comment->id);
  g_autofree char *from = onsite_cli_format_duration (comment->from_ms);
  g_autofree char *to = onsite_cli_format_duration (MAX (0, comment->to_ms));

  g_string_append_printf (out,
                          C_ ("review", "    Turn %u, %s%s%s"),
                          find_turn (take, comment->clip) + 1,
                          from,
                          comment->to_ms >= 0 ? "–" : "",
                          comment->to_ms >= 0 ? to : "");
  g_string_append (out, reply && reply->done ? C_ ("review", ", done\n") : "\n");
  print_lines (comment->text, "      ", out);
  if (reply && *reply->text)
    {
      g_string_append_printf (out, "      %s\n", C_ ("review", "You:"));
      print_lines (reply->text, "        ", out);
    }
}

static void
print_comments (const OnsiteDebrief *debrief, const OnsiteReview *review, GString *out)
{
  for (guint i = 0; i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *answer = g_ptr_array_index (debrief->answers, i);

      for (guint j = 0; j < answer->answer->takes->len; j++)
        {
          const OnsiteTake *take = g_ptr_array_index (answer->answer->takes, j);
          const OnsiteReviewTake *said = onsite_review_find_take (review, take->id);

          if (!said || said->comments->len == 0)
            continue;
          g_string_append_printf (out,
                                  C_ ("review", "\n  Answer %u, take %u: %s\n"),
                                  i + 1,
                                  j + 1,
                                  answer->question ? answer->question->text
                                                   : answer->answer->question);
          for (guint k = 0; k < said->comments->len; k++)
            print_comment (review, take, said->comments->pdata[k], out);
        }
    }
}

void
onsite_cli_reviews_print (const OnsiteDebrief *debrief,
                          const OnsiteAgreement *agreement,
                          GString *out)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  print_heading (debrief, agreement->review, out);
  print_agreement (agreement, out);
  print_tour (agreement, out);
  print_gaps (agreement, out);
  print_comments (debrief, agreement->review, out);
}
