/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf-ratings.h"

#include <glib/gi18n-lib.h>

#include "onsite-pdf-text.h"

/* In points. Boxes are as large as a pen wants them. */
#define NAMES     92.0
#define N_SCORES  5
#define N_ANCHORS 3
#define BOX       9.0
#define GUTTER    8.0
#define PADDING   3.0
#define BOX_ROW   12.0

typedef struct
{
  OnsitePdf *pdf;
  const OnsiteCapsuleDimension *dimension;
  guint score; /* 0 for none */
} Row;

static double
get_column_width (OnsitePdf *pdf)
{
  return (pdf->width - NAMES) / N_ANCHORS;
}

static OnsitePdfText
set_anchor (OnsitePdf *pdf, guint index)
{
  return (OnsitePdfText){ .type = ONSITE_PDF_TINY,
                          .tag = "TD",
                          .start = NAMES + index * get_column_width (pdf),
                          .width = get_column_width (pdf) - GUTTER,
                          .is_theirs = TRUE,
                          .is_pinned = TRUE };
}

static OnsitePdfText
set_name (void)
{
  return (OnsitePdfText){ .type = ONSITE_PDF_SMALL,
                          .tag = "TH",
                          .width = NAMES - GUTTER,
                          .is_theirs = TRUE,
                          .is_pinned = TRUE };
}

static double
measure_row (const Row *self)
{
  OnsitePdfText name = set_name ();
  double height = onsite_pdf_measure (self->pdf, &name, self->dimension->name);

  for (guint i = 0; i < N_ANCHORS; i++)
    {
      OnsitePdfText anchor = set_anchor (self->pdf, i);
      double anchored = onsite_pdf_measure (self->pdf, &anchor, self->dimension->anchors[i]);

      height = MAX (height, BOX_ROW + anchored);
    }

  return height + 2 * PADDING;
}

/* 1, 3 and 5 stand over their anchors, and 2 and 4 between them. */
static void
write_boxes (const Row *self, double y)
{
  double step = get_column_width (self->pdf) / 2;

  for (guint i = 0; i < N_SCORES; i++)
    {
      double start = NAMES + i * step;
      OnsitePdfText how = { .type = ONSITE_PDF_SMALL,
                            .tag = "TD",
                            .start = start + BOX + 3,
                            .width = 20,
                            .is_pinned = TRUE };
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      onsite_pdf_draw_box (self->pdf,
                           onsite_pdf_get_x (self->pdf, start, BOX),
                           y + 1,
                           BOX,
                           self->score == i + 1);
      onsite_pdf_put (self->pdf, &how, y, number);
    }
}

static void
write_row (const Row *self)
{
  OnsitePdf *pdf = self->pdf;
  OnsitePdfText name = set_name ();
  double height = measure_row (self);
  double y;

  if (onsite_pdf_get_room (pdf) < height)
    {
      onsite_pdf_end_tag (pdf, "Table");
      onsite_pdf_need (pdf, height);
      onsite_pdf_begin (pdf, "Table");
    }
  onsite_pdf_draw_rule (pdf, pdf->y);
  y = pdf->y + PADDING;
  onsite_pdf_begin (pdf, "TR");
  onsite_pdf_put (pdf, &name, y, self->dimension->name);
  write_boxes (self, y);
  for (guint i = 0; i < N_ANCHORS; i++)
    {
      OnsitePdfText anchor = set_anchor (pdf, i);

      onsite_pdf_put (pdf, &anchor, y + BOX_ROW, self->dimension->anchors[i]);
    }
  onsite_pdf_end_tag (pdf, "TR");
  pdf->y += height;
}

static guint
find_score (const OnsiteCapsuleTake *take, const char *dimension)
{
  for (guint i = 0; take && take->ratings && i < take->ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (take->ratings, i);

      if (g_str_equal (rating->dimension, dimension))
        return rating->score;
    }

  return 0;
}

double
onsite_pdf_ratings_measure (OnsitePdf *pdf, const OnsiteCapsule *capsule)
{
  double height = 2 * onsite_pdf_get_pitch (ONSITE_PDF_LABEL) + GUTTER;

  for (guint i = 0; i < capsule->dimensions->len; i++)
    {
      Row row = { pdf, g_ptr_array_index (capsule->dimensions, i), 0 };

      height += measure_row (&row);
    }

  return capsule->dimensions->len > 0 ? height : 0;
}

void
onsite_pdf_ratings_write (OnsitePdf *pdf,
                          const OnsiteCapsule *capsule,
                          const OnsiteCapsuleTake *take)
{
  gboolean is_own = take && take->ratings && take->ratings->len > 0;
  OnsitePdfText label = { .type = ONSITE_PDF_LABEL, .tag = "H2" };

  if (capsule->dimensions->len == 0)
    return;
  onsite_pdf_skip (pdf, GUTTER);
  onsite_pdf_need (pdf, onsite_pdf_ratings_measure (pdf, capsule));
  onsite_pdf_write (pdf,
                    &label,
                    is_own ? C_ ("paper", "The candidate’s own rating")
                           : C_ ("report", "Your rating"));
  onsite_pdf_skip (pdf, PADDING);
  onsite_pdf_begin (pdf, "Table");
  for (guint i = 0; i < capsule->dimensions->len && !onsite_pdf_is_over (pdf); i++)
    {
      const OnsiteCapsuleDimension *dimension = g_ptr_array_index (capsule->dimensions, i);
      Row row = { pdf, dimension, find_score (take, dimension->id) };

      write_row (&row);
    }
  onsite_pdf_end_tag (pdf, "Table");
  onsite_pdf_draw_rule (pdf, pdf->y);
  onsite_pdf_skip (pdf, GUTTER);
}

void
onsite_pdf_choice_write (OnsitePdf *pdf,
                         double start,
                         double width,
                         const char *text,
                         gboolean is_chosen,
                         gboolean is_theirs)
{
  OnsitePdfText how = { .type = ONSITE_PDF_BODY,
                        .start = start + BOX + 6,
                        .width = width - BOX - 6,
                        .is_theirs = is_theirs,
                        .is_pinned = TRUE };

  onsite_pdf_draw_box (pdf, onsite_pdf_get_x (pdf, start, BOX), pdf->y + 2, BOX, is_chosen);
  onsite_pdf_put (pdf, &how, pdf->y, text);
}
