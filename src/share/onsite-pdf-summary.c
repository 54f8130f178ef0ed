/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf-summary.h"

#include <glib/gi18n-lib.h>

#include "onsite-capsule-coverage.h"
#include "onsite-pdf-matrix.h"
#include "onsite-pdf-text.h"

/* In points. */
#define SPACE       12.0
#define SMALL_SPACE 4.0
#define NUMBERS     22.0
#define PAGES       30.0
#define VALUES      110.0
#define FIGURES     46.0
#define N_FIGURES   4

char *
onsite_pdf_summary_make_title (const OnsiteCapsule *capsule)
{
  if (!capsule->candidate)
    return g_strdup (C_ ("paper", "Debrief of a rehearsed interview"));

  /* Translators: the name of a candidate. */
  return g_strdup_printf (C_ ("paper", "%s: debrief of a rehearsed interview"), capsule->candidate);
}

static void
write_heading (OnsitePdf *pdf, const char *title)
{
  OnsitePdfText label = { .type = ONSITE_PDF_LABEL, .tag = "H2" };

  onsite_pdf_skip (pdf, SPACE);
  onsite_pdf_need (pdf, 4 * onsite_pdf_get_pitch (ONSITE_PDF_LABEL));
  onsite_pdf_write (pdf, &label, title);
  onsite_pdf_draw_rule (pdf, pdf->y + 1);
  onsite_pdf_skip (pdf, SMALL_SPACE);
}

static void
write_fact (OnsitePdf *pdf, const char *name, const char *value)
{
  OnsitePdfText label = { .type = ONSITE_PDF_SMALL, .width = VALUES - 8, .is_pinned = TRUE };
  OnsitePdfText how = { .type = ONSITE_PDF_BODY,
                        .start = VALUES,
                        .is_theirs = TRUE,
                        .is_pinned = TRUE };

  if (*value == '\0')
    return;
  onsite_pdf_need (pdf, 2 * onsite_pdf_get_pitch (ONSITE_PDF_BODY));
  onsite_pdf_put (pdf, &label, pdf->y + 1, name);
  onsite_pdf_write (pdf, &how, value);
}

static const char *
name_kind (const OnsiteCapsule *capsule)
{
  switch (capsule->kind)
    {
    case ONSITE_LOOP_KIND_ROUND:
      return C_ ("paper", "One round");
    case ONSITE_LOOP_KIND_DRILL:
      return C_ ("paper", "A drill");
    case ONSITE_LOOP_KIND_WHOLE:
    default:
      return C_ ("paper", "A whole loop");
    }
}

static void
write_facts (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  g_autofree char *pack = g_strdup_printf ("%s (%s)", capsule->pack_title, capsule->pack_version);

  onsite_pdf_skip (pdf, SPACE);
  if (capsule->candidate)
    write_fact (pdf, C_ ("paper", "Candidate"), capsule->candidate);
  write_fact (pdf, C_ ("setup", "Level"), capsule->level_name);
  write_fact (pdf, C_ ("paper", "Questions from"), pack);
  write_fact (pdf, C_ ("paper", "Rehearsed"), name_kind (capsule));
  write_fact (pdf,
              C_ ("setup", "Mode"),
              capsule->mode == ONSITE_MODE_ONSITE
                  ? C_ ("paper", "As in earnest: without a pause or a second try")
                  : C_ ("paper", "Practice: with pauses, hints and second tries"));
  if (capsule->sample)
    write_fact (pdf, C_ ("paper", "Sample"), C_ ("paper", "Made up by the program"));
}

static void
write_figure (OnsitePdf *pdf, guint column, const char *value, const char *name)
{
  double width = pdf->width / N_FIGURES;
  OnsitePdfText figure = { .type = ONSITE_PDF_FIGURE,
                           .start = column * width,
                           .width = width - SMALL_SPACE,
                           .is_pinned = TRUE };
  OnsitePdfText label = { .type = ONSITE_PDF_SMALL,
                          .start = column * width,
                          .width = width - SMALL_SPACE,
                          .is_pinned = TRUE };

  onsite_pdf_put (pdf, &figure, pdf->y, value);
  onsite_pdf_put (pdf, &label, pdf->y + onsite_pdf_get_pitch (ONSITE_PDF_FIGURE), name);
}

/* Whoever hears it blind may be the first to say what is shown. */
static gboolean
is_told (const OnsiteCapsule *capsule)
{
  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleTake *take = onsite_capsule_get_current_take (
          g_ptr_array_index (capsule->answers, i));

      if (take && take->evidence->len > 0)
        return TRUE;
    }

  return !capsule->blind;
}

/* Of how many targets somebody says that they are shown, or else how many are asked for. */
static void
write_coverage (OnsitePdf *pdf,
                const OnsiteCapsule *capsule,
                guint column,
                OnsiteTargetKind kind,
                const char *shown,
                const char *asked)
{
  g_autoptr (GPtrArray) rows = onsite_capsule_coverage_new (capsule, kind);
  g_autofree char *value = NULL;
  guint n_shown = 0;
  guint n_asked = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const OnsiteCapsuleRow *row = g_ptr_array_index (rows, i);

      n_shown += row->covered_by->len > 0 ? 1 : 0;
      n_asked += row->asked_by->len > 0 ? 1 : 0;
    }
  /* Translators: so many of so many. */
  value = g_strdup_printf (C_ ("paper", "%u of %u"),
                           is_told (capsule) ? n_shown : n_asked,
                           rows->len);
  if (rows->len > 0)
    write_figure (pdf, column, value, is_told (capsule) ? shown : asked);
}

static gint64
get_recorded_ms (const OnsiteCapsule *capsule)
{
  gint64 recorded_ms = 0;

  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleTake *take = onsite_capsule_get_current_take (
          g_ptr_array_index (capsule->answers, i));

      recorded_ms += take ? take->talk_ms : 0;
    }

  return recorded_ms;
}

static void
write_figures (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  g_autofree char *n_answers = g_strdup_printf ("%u", capsule->answers->len);
  g_autoptr (GString) recorded = g_string_new (NULL);

  onsite_pdf_skip (pdf, SPACE);
  write_figure (pdf, 0, n_answers, C_ ("report", "Answers"));
  write_coverage (pdf,
                  capsule,
                  1,
                  ONSITE_TARGET_PRINCIPLE,
                  C_ ("paper", "Principles shown"),
                  C_ ("paper", "Principles asked for"));
  write_coverage (pdf,
                  capsule,
                  2,
                  ONSITE_TARGET_CHECKLIST,
                  C_ ("paper", "Checklist items shown"),
                  C_ ("paper", "Checklist items asked for"));
  if (capsule->includes & ONSITE_INCLUDE_DELIVERY)
    {
      onsite_capsule_append_time (recorded, get_recorded_ms (capsule), -1);
      write_figure (pdf, 3, recorded->str, C_ ("paper", "Minutes recorded"));
    }
  pdf->y += FIGURES;
}

static const char *
find_vote (const OnsiteCapsule *capsule, const char *id)
{
  for (guint i = 0; id && i < capsule->votes->len; i++)
    {
      const OnsiteCapsuleName *vote = g_ptr_array_index (capsule->votes, i);

      if (g_str_equal (vote->id, id))
        return vote->name;
    }

  return "";
}

static char *
describe_round (const OnsiteCapsuleRound *round)
{
  GString *text = g_string_new (round->title);

  if (*round->interviewer)
    g_string_append_printf (text, " · %s", round->interviewer);
  if (round->bar_raiser)
    g_string_append_printf (text, " · %s", C_ ("paper", "bar raiser"));

  return g_string_free (text, FALSE);
}

static void
write_round (OnsitePdf *pdf, const OnsiteCapsule *capsule, guint index)
{
  const OnsiteCapsuleRound *round = g_ptr_array_index (capsule->rounds, index);
  OnsitePdfText number = { .type = ONSITE_PDF_BODY, .width = NUMBERS, .is_pinned = TRUE };
  OnsitePdfText name = { .type = ONSITE_PDF_BODY,
                         .start = NUMBERS,
                         .width = pdf->width - NUMBERS - VALUES,
                         .is_theirs = TRUE,
                         .is_pinned = TRUE };
  OnsitePdfText vote = { .type = ONSITE_PDF_SMALL,
                         .start = pdf->width - VALUES + SMALL_SPACE,
                         .is_theirs = TRUE,
                         .is_pinned = TRUE };
  g_autofree char *text = describe_round (round);
  g_autofree char *place = g_strdup_printf ("%u", index + 1);

  onsite_pdf_need (pdf, 2 * onsite_pdf_get_pitch (ONSITE_PDF_BODY));
  onsite_pdf_put (pdf, &number, pdf->y, place);
  if (round->vote)
    onsite_pdf_put (pdf, &vote, pdf->y + 1, find_vote (capsule, round->vote));
  onsite_pdf_write (pdf, &name, text);
}

static void
write_rounds (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  write_heading (pdf,
                 capsule->blind ? C_ ("debrief", "Rounds")
                                : C_ ("paper", "Rounds, and the candidate’s own votes"));
  for (guint i = 0; i < capsule->rounds->len && !onsite_pdf_is_over (pdf); i++)
    write_round (pdf, capsule, i);
}

/* From 1 to 5, of the current takes; 0 where none is rated. */
static double
get_mean (const OnsiteCapsule *capsule, const char *dimension, guint *n)
{
  guint sum = 0;

  *n = 0;
  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleTake *take = onsite_capsule_get_current_take (
          g_ptr_array_index (capsule->answers, i));

      for (guint j = 0; take && take->ratings && j < take->ratings->len; j++)
        {
          const OnsiteRating *rating = g_ptr_array_index (take->ratings, j);

          if (!g_str_equal (rating->dimension, dimension))
            continue;
          sum += rating->score;
          (*n)++;
        }
    }

  return *n > 0 ? (double) sum / *n : 0;
}

static void
write_mean (OnsitePdf *pdf, const OnsiteCapsule *capsule, const OnsiteCapsuleDimension *dimension)
{
  guint n;
  double mean = get_mean (capsule, dimension->id, &n);
  /* Translators: the mean of some ratings, and of how many answers. */
  g_autofree char *text = n > 0 ? g_strdup_printf (
                                      ngettext ("%.1f, of %u answer", "%.1f, of %u answers", n),
                                      mean,
                                      n)
                                : g_strdup (C_ ("paper", "not rated"));

  write_fact (pdf, dimension->name, text);
}

static void
write_means (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  guint n_rated = 0;

  for (guint i = 0; i < capsule->dimensions->len; i++)
    {
      const OnsiteCapsuleDimension *dimension = g_ptr_array_index (capsule->dimensions, i);
      guint n;

      get_mean (capsule, dimension->id, &n);
      n_rated += n;
    }
  if (n_rated == 0)
    return;
  write_heading (pdf, C_ ("paper", "The candidate’s own ratings, from 1 to 5"));
  for (guint i = 0; i < capsule->dimensions->len && !onsite_pdf_is_over (pdf); i++)
    write_mean (pdf, capsule, g_ptr_array_index (capsule->dimensions, i));
}

static void
write_entry (OnsitePdf *pdf, const OnsiteCapsuleAnswer *answer)
{
  g_autofree char *anchor = onsite_pdf_make_anchor (answer);
  g_autofree char *number = g_strdup_printf ("%u", answer->number);
  g_autofree char *page = g_strdup_printf ("%u", onsite_pdf_find_page (pdf, anchor));
  OnsitePdfText how = { .type = ONSITE_PDF_BODY, .width = NUMBERS, .is_pinned = TRUE };
  double pitch = onsite_pdf_get_pitch (ONSITE_PDF_BODY);

  onsite_pdf_need (pdf, pitch);
  onsite_pdf_begin (pdf, "TOCI");
  onsite_pdf_put (pdf, &how, pdf->y, number);
  how.is_one_line = TRUE;
  how.start = pdf->width - PAGES;
  how.width = PAGES;
  how.is_ended = TRUE;
  onsite_pdf_put (pdf, &how, pdf->y, page);
  how.is_ended = FALSE;
  how.link = anchor;
  how.is_theirs = TRUE;
  how.start = NUMBERS;
  how.width = pdf->width - NUMBERS - PAGES - SPACE;
  onsite_pdf_put (pdf, &how, pdf->y, answer->text);
  onsite_pdf_end_tag (pdf, "TOCI");
  pdf->y += pitch + 1;
}

static void
write_contents (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  write_heading (pdf, C_ ("paper", "Answers and their pages"));
  for (guint i = 0; i < capsule->answers->len && !onsite_pdf_is_over (pdf); i++)
    write_entry (pdf, g_ptr_array_index (capsule->answers, i));
}

void
onsite_pdf_summary_write (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  OnsitePdfText title = { .type = ONSITE_PDF_TITLE, .tag = "H1", .is_pinned = TRUE };
  g_autofree char *name = onsite_pdf_summary_make_title (capsule);

  onsite_pdf_add_anchor (pdf, "summary");
  onsite_pdf_write (pdf, &title, name);
  write_facts (pdf, capsule);
  write_figures (pdf, capsule);
  write_rounds (pdf, capsule);
  write_means (pdf, capsule);
  write_contents (pdf, capsule);
}
