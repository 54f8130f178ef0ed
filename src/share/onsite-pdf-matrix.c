/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf-matrix.h"

#include <glib/gi18n-lib.h>

#include "drawing/onsite-sign.h"
#include "onsite-capsule-coverage.h"
#include "onsite-pdf-text.h"

/* In points. Columns are as wide as two figures and a sign want, and no wider than the
 * eye can follow. */
#define NAMES       150.0
#define LEAST_PITCH 15.0
#define MOST_PITCH  30.0
#define ROUND_SPACE 8.0
#define ROW_PADDING 3.0
#define HEAD        30.0
#define TITLE       19.0
#define LEAST_ROWS  80.0
#define LEGEND_STEP 14.0

/* Columns that fit beside one another: answers from @first to before @end. */
typedef struct
{
  OnsitePdf *pdf;
  const OnsiteCapsule *capsule;
  guint first;
  guint end;
  double pitch;
} Block;

static const OnsiteCapsuleAnswer *
get_answer (const OnsiteCapsule *capsule, guint index)
{
  return g_ptr_array_index (capsule->answers, index);
}

static gboolean
begins_round (const Block *self, guint index)
{
  return index == self->first ||
         get_answer (self->capsule, index)->round != get_answer (self->capsule, index - 1)->round;
}

static guint
count_rounds (const Block *self)
{
  guint n = 0;

  for (guint i = self->first; i < self->end; i++)
    n += begins_round (self, i) ? 1 : 0;

  return n;
}

/* As many columns as there is room for. */
static void
fit_block (Block *self)
{
  double room = self->pdf->width - NAMES;

  for (self->end = self->first + 1; self->end < self->capsule->answers->len; self->end++)
    {
      Block more = *self;

      more.end++;
      if ((more.end - more.first) * LEAST_PITCH + count_rounds (&more) * ROUND_SPACE > room)
        break;
    }
  self->pitch = (room - count_rounds (self) * ROUND_SPACE) / (self->end - self->first);
  self->pitch = CLAMP (self->pitch, LEAST_PITCH, MOST_PITCH);
}

/* Where a column begins. */
static double
get_column (const Block *self, guint index)
{
  double start = NAMES;

  for (guint i = self->first; i <= index; i++)
    {
      start += begins_round (self, i) ? ROUND_SPACE : 0;
      start += i < index ? self->pitch : 0;
    }

  return start;
}

static guint
find_round_end (const Block *self, guint first)
{
  guint end = first + 1;

  while (end < self->end && !begins_round (self, end))
    end++;

  return end;
}

/* "Round 2", or "2" where that is all that there is room for. */
static void
write_round_head (const Block *self, guint first)
{
  OnsitePdf *pdf = self->pdf;
  guint end = find_round_end (self, first);
  double start = get_column (self, first);
  double width = get_column (self, end - 1) + self->pitch - start;
  OnsitePdfText how = { .type = ONSITE_PDF_TINY,
                        .tag = "TH",
                        .start = start,
                        .width = width,
                        .is_centred = TRUE,
                        .is_one_line = TRUE };
  g_autofree char *number = g_strdup_printf ("%u", get_answer (self->capsule, first)->round + 1);
  /* Translators: the number of a round. */
  g_autofree char *name = g_strdup_printf (C_ ("paper", "Round %s"), number);
  double x = onsite_pdf_get_x (pdf, start, width);

  onsite_pdf_put (pdf, &how, pdf->y, width > 3 * LEAST_PITCH ? name : number);
  onsite_pdf_set_colour (pdf, &onsite_pdf_line);
  cairo_move_to (pdf->cr, x + 1, pdf->y + 12);
  cairo_line_to (pdf->cr, x + width - 1, pdf->y + 12);
  cairo_stroke (pdf->cr);
}

static void
write_head (const Block *self)
{
  OnsitePdf *pdf = self->pdf;

  onsite_pdf_begin (pdf, "TR");
  for (guint i = self->first; i < self->end; i = find_round_end (self, i))
    write_round_head (self, i);
  onsite_pdf_end_tag (pdf, "TR");

  onsite_pdf_begin (pdf, "TR");
  for (guint i = self->first; i < self->end; i++)
    {
      g_autofree char *anchor = onsite_pdf_make_anchor (get_answer (self->capsule, i));
      g_autofree char *number = g_strdup_printf ("%u", get_answer (self->capsule, i)->number);
      OnsitePdfText how = { .type = ONSITE_PDF_SMALL,
                            .link = anchor,
                            .start = get_column (self, i),
                            .width = self->pitch,
                            .is_centred = TRUE };

      onsite_pdf_begin (pdf, "TH");
      onsite_pdf_put (pdf, &how, pdf->y + 14, number);
      onsite_pdf_end_tag (pdf, "TH");
    }
  onsite_pdf_end_tag (pdf, "TR");
  pdf->y += HEAD;
}

static void
write_cells (const Block *self, OnsiteTargetKind kind, const OnsiteCapsuleName *target, double y)
{
  for (guint i = self->first; i < self->end; i++)
    {
      OnsiteCell cell = onsite_capsule_get_cell (get_answer (self->capsule, i), kind, target->id);
      double start = get_column (self, i) + (self->pitch - ONSITE_PDF_SIGN) / 2;

      /* Also where there is none, or the next one would be in its column. */
      onsite_pdf_begin (self->pdf, "TD");
      onsite_pdf_draw_sign (self->pdf, cell.sources, cell.strength, start, y);
      onsite_pdf_end_tag (self->pdf, "TD");
    }
}

static void
begin_table (const Block *self)
{
  onsite_pdf_begin (self->pdf, "Table");
  write_head (self);
}

/* A table on each page, or else a row would be of two. */
static void
break_table (const Block *self)
{
  onsite_pdf_end_tag (self->pdf, "Table");
  onsite_pdf_break (self->pdf);
  begin_table (self);
}

static OnsitePdfText
set_name (void)
{
  return (OnsitePdfText){ .type = ONSITE_PDF_SMALL,
                          .tag = "TH",
                          .width = NAMES,
                          .is_theirs = TRUE,
                          .is_pinned = TRUE };
}

static double
measure_row (OnsitePdf *pdf, const OnsiteCapsuleName *target)
{
  OnsitePdfText how = set_name ();

  return onsite_pdf_measure (pdf, &how, target->name) + 2 * ROW_PADDING;
}

static void
write_row (const Block *self, OnsiteTargetKind kind, const OnsiteCapsuleName *target)
{
  OnsitePdf *pdf = self->pdf;
  OnsitePdfText how = set_name ();
  double height = measure_row (pdf, target);

  if (onsite_pdf_get_room (pdf) < height)
    break_table (self);
  onsite_pdf_draw_rule (pdf, pdf->y);
  onsite_pdf_begin (pdf, "TR");
  onsite_pdf_put (pdf, &how, pdf->y + ROW_PADDING, target->name);
  write_cells (self, kind, target, pdf->y + (height - ONSITE_PDF_SIGN) / 2);
  onsite_pdf_end_tag (pdf, "TR");
  pdf->y += height;
}

static void
write_rows (const Block *self, OnsiteTargetKind kind, const char *title, const GPtrArray *targets)
{
  OnsitePdf *pdf = self->pdf;
  OnsitePdfText how = { .type = ONSITE_PDF_LABEL, .tag = "TH", .is_pinned = TRUE };

  if (targets->len == 0)
    return;
  if (onsite_pdf_get_room (pdf) < 2 * TITLE)
    break_table (self);
  onsite_pdf_begin (pdf, "TR");
  onsite_pdf_put (pdf, &how, pdf->y + ROW_PADDING, title);
  onsite_pdf_end_tag (pdf, "TR");
  pdf->y += TITLE;
  for (guint i = 0; i < targets->len && !onsite_pdf_is_over (pdf); i++)
    write_row (self, kind, g_ptr_array_index (targets, i));
  onsite_pdf_draw_rule (pdf, pdf->y);
  onsite_pdf_skip (pdf, ROW_PADDING);
}

static void
write_block (const Block *self)
{
  onsite_pdf_need (self->pdf, HEAD + LEAST_ROWS);
  begin_table (self);
  write_rows (self,
              ONSITE_TARGET_PRINCIPLE,
              C_ ("report", "Principles"),
              self->capsule->principles);
  write_rows (self, ONSITE_TARGET_CHECKLIST, C_ ("report", "Checklist"), self->capsule->checklist);
  onsite_pdf_end_tag (self->pdf, "Table");
  onsite_pdf_skip (self->pdf, 2 * LEGEND_STEP);
}

/* All of them also where a coach has still to draw his own. */
static void
write_legend (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  double step = pdf->width / 4;
  double start = 0;

  for (int i = ONSITE_SOURCE_ASKED; i <= ONSITE_SOURCE_COACH; i++)
    {
      OnsitePdfText how = { .type = ONSITE_PDF_SMALL,
                            .start = start + LEGEND_STEP,
                            .width = step - LEGEND_STEP,
                            .is_pinned = TRUE };

      if (i == ONSITE_SOURCE_CLAIMED && capsule->blind)
        continue;
      onsite_pdf_draw_sign (pdf, ONSITE_SOURCE_BIT (i), 1, start, pdf->y + 1);
      onsite_pdf_put (pdf, &how, pdf->y, onsite_pdf_name_source ((OnsiteSource) i));
      start += step;
    }
  pdf->y += 2 * LEGEND_STEP;
}

/* With one block of columns, and the legend. */
static double
measure_matrix (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  double height = 2 * HEAD + 2 * LEGEND_STEP + 2 * TITLE;

  for (guint i = 0; i < capsule->principles->len; i++)
    height += measure_row (pdf, g_ptr_array_index (capsule->principles, i));
  for (guint i = 0; i < capsule->checklist->len; i++)
    height += measure_row (pdf, g_ptr_array_index (capsule->checklist, i));

  return height;
}

void
onsite_pdf_matrix_write (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  Block block = { pdf, capsule, 0, 0, 0 };
  OnsitePdfText heading = { .type = ONSITE_PDF_HEADING, .tag = "H1" };

  onsite_pdf_skip (pdf, 2 * LEGEND_STEP);
  onsite_pdf_need (pdf, measure_matrix (pdf, capsule));
  onsite_pdf_add_anchor (pdf, "matrix");
  onsite_pdf_write (pdf, &heading, C_ ("report", "What the answers show"));
  onsite_pdf_skip (pdf, LEGEND_STEP / 2);
  write_legend (pdf, capsule);
  while (block.first < capsule->answers->len && !onsite_pdf_is_over (pdf))
    {
      fit_block (&block);
      write_block (&block);
      block.first = block.end;
    }
}

char *
onsite_pdf_make_anchor (const OnsiteCapsuleAnswer *answer)
{
  return g_strdup_printf ("answer-%u", answer->number);
}

void
onsite_pdf_draw_sign (OnsitePdf *pdf, guint sources, double strength, double start, double y)
{
  cairo_save (pdf->cr);
  cairo_translate (pdf->cr, onsite_pdf_get_x (pdf, start, ONSITE_PDF_SIGN), y);
  onsite_sign_draw (pdf->cr, sources, strength, ONSITE_PDF_SIGN, &onsite_pdf_ink);
  cairo_restore (pdf->cr);
}

const char *
onsite_pdf_name_source (OnsiteSource source)
{
  switch (source)
    {
    case ONSITE_SOURCE_CLAIMED:
      return C_ ("report", "claimed by the candidate");
    case ONSITE_SOURCE_HEARD:
      return C_ ("report", "heard");
    case ONSITE_SOURCE_COACH:
      return C_ ("paper", "marked by a coach");
    case ONSITE_SOURCE_ASKED:
    default:
      return C_ ("report", "asked");
    }
}
