/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf-next.h"

#include <glib/gi18n-lib.h>

#include "onsite-capsule-coverage.h"
#include "onsite-manifest.h"
#include "onsite-pdf-matrix.h"
#include "onsite-pdf-ratings.h"
#include "onsite-pdf-text.h"

/* In points. */
#define SPACE    10.0
#define KEEP     60.0
#define MANIFEST 140.0

/* More than these nobody takes up at once. */
#define MOST_DRILLS  5
#define MOST_RETAKES 2

#define SUMMARY_LINES 7

/* What nothing shows, of both kinds of targets. */
typedef struct
{
  GPtrArray *principles;
  GPtrArray *checklist;
  GPtrArray *missed;  /* (element-type OnsiteCapsuleRow): that was asked for */
  GPtrArray *unasked; /* (element-type OnsiteCapsuleRow) */
  guint n_covered;
} Gaps;

static void
sort_rows (Gaps *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OnsiteCapsuleRow *row = g_ptr_array_index (rows, i);

      if (row->covered_by->len > 0)
        self->n_covered++;
      else
        g_ptr_array_add (row->asked_by->len > 0 ? self->missed : self->unasked, row);
    }
}

static void
gaps_init (Gaps *self, const OnsiteCapsule *capsule)
{
  self->principles = onsite_capsule_coverage_new (capsule, ONSITE_TARGET_PRINCIPLE);
  self->checklist = onsite_capsule_coverage_new (capsule, ONSITE_TARGET_CHECKLIST);
  self->missed = g_ptr_array_new ();
  self->unasked = g_ptr_array_new ();
  self->n_covered = 0;
  sort_rows (self, self->principles);
  sort_rows (self, self->checklist);
  /* Who hears it blind says so himself; it isn't known of anything as yet. */
  if (capsule->blind && self->n_covered == 0)
    g_ptr_array_set_size (self->missed, 0);
}

static void
gaps_clear (Gaps *self)
{
  g_ptr_array_unref (self->missed);
  g_ptr_array_unref (self->unasked);
  g_ptr_array_unref (self->principles);
  g_ptr_array_unref (self->checklist);
}

static void
write_label (OnsitePdf *pdf, const char *title)
{
  OnsitePdfText label = { .type = ONSITE_PDF_LABEL, .tag = "H2" };

  onsite_pdf_skip (pdf, SPACE);
  onsite_pdf_need (pdf, KEEP);
  onsite_pdf_write (pdf, &label, title);
}

/* "Answers 3, 7". */
static char *
list_numbers (const GPtrArray *answers)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (answers, i);

      if (i > 0)
        g_string_append (numbers, C_ ("list", ", "));
      g_string_append_printf (numbers, "%u", answer->number);
    }

  /* Translators: numbers of answers, with commas between them. */
  return g_strdup_printf (ngettext ("answer %s", "answers %s", answers->len), numbers->str);
}

static void
write_missed (OnsitePdf *pdf, const Gaps *gaps)
{
  OnsitePdfText how = { .type = ONSITE_PDF_BODY, .is_pinned = TRUE };

  if (gaps->missed->len == 0)
    return;
  write_label (pdf, C_ ("paper", "Asked for, and nothing shows it yet"));
  for (guint i = 0; i < gaps->missed->len; i++)
    {
      const OnsiteCapsuleRow *row = g_ptr_array_index (gaps->missed, i);
      g_autofree char *numbers = list_numbers (row->asked_by);
      g_autofree char *text = g_strdup_printf ("%s · %s", row->target->name, numbers);

      onsite_pdf_write (pdf, &how, text);
    }
}

static void
write_unasked (OnsitePdf *pdf, const Gaps *gaps)
{
  OnsitePdfText how = { .type = ONSITE_PDF_BODY, .is_pinned = TRUE };
  g_autoptr (GString) names = g_string_new (NULL);

  if (gaps->unasked->len == 0)
    return;
  for (guint i = 0; i < gaps->unasked->len; i++)
    {
      const OnsiteCapsuleRow *row = g_ptr_array_index (gaps->unasked, i);

      g_string_append_printf (names, "%s%s", i == 0 ? "" : " · ", row->target->name);
    }
  write_label (pdf, C_ ("paper", "Asked for in none of these answers"));
  onsite_pdf_write (pdf, &how, names->str);
}

static void
write_gaps (OnsitePdf *pdf, const OnsiteCapsule *capsule, const Gaps *gaps)
{
  OnsitePdfText heading = { .type = ONSITE_PDF_HEADING, .tag = "H1" };
  OnsitePdfText how = { .type = ONSITE_PDF_BODY };

  if (!onsite_pdf_is_at_top (pdf))
    onsite_pdf_break (pdf);
  onsite_pdf_add_anchor (pdf, "next");
  onsite_pdf_write (pdf, &heading, C_ ("paper", "Gaps and next steps"));
  if (capsule->blind)
    onsite_pdf_write (
        pdf,
        &how,
        C_ ("report",
            "What the candidate thinks of the answers is left out on purpose, so that you "
            "hear them for yourself."));
  else if (gaps->missed->len == 0)
    onsite_pdf_write (pdf,
                      &how,
                      C_ ("report", "Everything that was asked for is shown somewhere."));
  write_missed (pdf, gaps);
  write_unasked (pdf, gaps);
}

static void
write_choice (OnsitePdf *pdf, const char *text)
{
  onsite_pdf_need (pdf, 2 * onsite_pdf_get_pitch (ONSITE_PDF_BODY));
  onsite_pdf_choice_write (pdf, 0, pdf->width, text, FALSE, FALSE);
  pdf->y += onsite_pdf_get_pitch (ONSITE_PDF_BODY) + 3;
}

static guint
write_drills (OnsitePdf *pdf, const GPtrArray *rows, guint n_most)
{
  guint n = MIN (rows->len, n_most);

  for (guint i = 0; i < n; i++)
    {
      const OnsiteCapsuleRow *row = g_ptr_array_index (rows, i);
      /* Translators: a principle or an item of the checklist to be practised. */
      g_autofree char *text = g_strdup_printf (C_ ("paper", "Drill “%s”"), row->target->name);

      write_choice (pdf, text);
    }

  return n;
}

static double
get_mean (const OnsiteCapsuleAnswer *answer)
{
  const OnsiteCapsuleTake *take = onsite_capsule_get_current_take (answer);
  double sum = 0;

  if (!take || !take->ratings || take->ratings->len == 0)
    return 0;
  for (guint i = 0; i < take->ratings->len; i++)
    sum += ((OnsiteRating *) g_ptr_array_index (take->ratings, i))->score;

  return sum / take->ratings->len;
}

static int
compare_means (gconstpointer a, gconstpointer b)
{
  double difference = get_mean (*(OnsiteCapsuleAnswer *const *) a) -
                      get_mean (*(OnsiteCapsuleAnswer *const *) b);

  return difference < 0 ? -1 : difference > 0;
}

/* The lowest of those that are rated, where some are rated lower than others. */
static void
write_retakes (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  g_autoptr (GPtrArray) rated = g_ptr_array_new ();

  for (guint i = 0; i < capsule->answers->len; i++)
    if (get_mean (g_ptr_array_index (capsule->answers, i)) > 0)
      g_ptr_array_add (rated, g_ptr_array_index (capsule->answers, i));
  g_ptr_array_sort (rated, compare_means);
  for (guint i = 0; i < MIN (MOST_RETAKES, rated->len); i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (rated, i);
      g_autofree char *text = NULL;

      if (get_mean (answer) >= get_mean (g_ptr_array_index (rated, rated->len - 1)))
        return;
      /* Translators: the number of an answer, and the mean of its ratings. */
      text = g_strdup_printf (C_ ("paper", "Give answer %u again: it is rated %.1f on average"),
                              answer->number,
                              get_mean (answer));
      write_choice (pdf, text);
    }
}

static void
write_steps (OnsitePdf *pdf, const OnsiteCapsule *capsule, const Gaps *gaps)
{
  guint n;

  write_label (pdf, C_ ("paper", "Next steps"));
  n = write_drills (pdf, gaps->missed, MOST_DRILLS);
  write_drills (pdf, gaps->unasked, MOST_DRILLS - n);
  write_retakes (pdf, capsule);
  onsite_pdf_draw_lines (pdf, 2);
}

static void
write_vote (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  double width;

  if (capsule->votes->len == 0)
    return;
  write_label (pdf, C_ ("report", "Your vote"));
  onsite_pdf_skip (pdf, 2);
  width = pdf->width / capsule->votes->len;
  for (guint i = 0; i < capsule->votes->len; i++)
    {
      const OnsiteCapsuleName *vote = g_ptr_array_index (capsule->votes, i);

      onsite_pdf_choice_write (pdf, i * width, width, vote->name, FALSE, TRUE);
    }
  pdf->y += 2 * onsite_pdf_get_pitch (ONSITE_PDF_BODY);
}

typedef struct
{
  const char *title;
  GStrv sentences;
} Column;

static OnsitePdfText
set_sentence (OnsitePdf *pdf, guint column)
{
  double width = pdf->width / 2;

  return (OnsitePdfText){ .type = ONSITE_PDF_TINY,
                          .start = column * width,
                          .width = width - SPACE,
                          .is_pinned = TRUE };
}

static double
write_column (OnsitePdf *pdf, guint index, const Column *column)
{
  OnsitePdfText how = set_sentence (pdf, index);
  OnsitePdfText label = how;
  double y = pdf->y;

  label.type = ONSITE_PDF_SMALL;
  label.tag = "H2";
  onsite_pdf_put (pdf, &label, y, column->title);
  y += onsite_pdf_measure (pdf, &label, column->title);
  for (guint i = 0; column->sentences[i]; i++)
    {
      onsite_pdf_put (pdf, &how, y, column->sentences[i]);
      y += onsite_pdf_measure (pdf, &how, column->sentences[i]);
    }

  return y;
}

/* Side by side, and so on one page. */
static void
write_manifest (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  g_auto (GStrv) leaving = onsite_manifest_list_leaving (capsule);
  g_auto (GStrv) staying = onsite_manifest_list_staying (capsule);
  const Column columns[] = {
    { C_ ("report", "What this file holds"), leaving },
    { C_ ("paper", "What stayed with the candidate"), staying },
  };
  double end = pdf->y;

  onsite_pdf_skip (pdf, SPACE);
  onsite_pdf_need (pdf, MANIFEST);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      double column = write_column (pdf, i, &columns[i]);

      end = MAX (end, column);
    }
  pdf->y = end;
}

void
onsite_pdf_next_write (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  Gaps gaps;

  gaps_init (&gaps, capsule);
  write_gaps (pdf, capsule, &gaps);
  write_steps (pdf, capsule, &gaps);
  write_vote (pdf, capsule);
  write_label (pdf, C_ ("report", "In summary"));
  onsite_pdf_draw_lines (pdf, SUMMARY_LINES);
  write_manifest (pdf, capsule);
  gaps_clear (&gaps);
}
