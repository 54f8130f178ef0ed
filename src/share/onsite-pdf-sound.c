/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-pdf-sound.h"

#include <glib/gi18n-lib.h>

#include "drawing/onsite-waveform.h"
#include "onsite-capsule-coverage.h"
#include "onsite-pdf-text.h"

/* In points. */
#define HEIGHT    24.0
#define BAND      3.0
#define TIMES     40.0
#define ABOVE     2.0
#define BELOW     4.0
#define HALF_SIZE 2.0

static GArray *
list_marks (const OnsiteCapsuleTake *take, guint turn)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (OnsiteWaveformSpan));

  for (guint i = 0; i < take->marks->len; i++)
    {
      const OnsiteCapsuleMark *mark = g_ptr_array_index (take->marks, i);
      OnsiteWaveformSpan span = { mark->from_ms, mark->to_ms };

      if (mark->turn == turn)
        g_array_append_val (spans, span);
    }

  return spans;
}

/* Where sound is missing, and where something was cut out, there is a seam. */
static GArray *
list_seams (const OnsiteCapsuleClip *clip)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (OnsiteWaveformSpan));

  for (guint i = 0; i < clip->gaps->len; i++)
    {
      const OnsiteCapsuleGap *gap = &g_array_index (clip->gaps, OnsiteCapsuleGap, i);
      OnsiteWaveformSpan span = { gap->at_ms, gap->at_ms };

      g_array_append_val (spans, span);
    }
  for (guint i = 0; i < clip->cuts->len; i++)
    {
      gint64 at_ms = g_array_index (clip->cuts, gint64, i);
      OnsiteWaveformSpan span = { at_ms, at_ms };

      g_array_append_val (spans, span);
    }

  return spans;
}

static double
get_x (const OnsiteCapsuleClip *clip, gboolean mirrored, gint64 at_ms, double width)
{
  double share = (double) CLAMP (at_ms, 0, clip->duration_ms) / (double) clip->duration_ms;

  return width * (mirrored ? 1 - share : share);
}

/* A line below what supports something. */
static void
draw_evidence (OnsitePdf *pdf, const OnsiteCapsuleTake *take, guint turn, double x, double width)
{
  const OnsiteCapsuleTurn *heard = g_ptr_array_index (take->turns, turn);
  double y = pdf->y + HEIGHT + BAND / 2;

  cairo_set_line_width (pdf->cr, 1.5);
  onsite_pdf_set_colour (pdf, &onsite_pdf_quiet);
  for (guint i = 0; i < take->evidence->len; i++)
    {
      const OnsiteCapsuleEvidence *evidence = g_ptr_array_index (take->evidence, i);

      if (evidence->from_ms < 0 || evidence->turn != turn)
        continue;
      cairo_move_to (pdf->cr, x + get_x (heard->clip, pdf->mirrored, evidence->from_ms, width), y);
      cairo_line_to (pdf->cr, x + get_x (heard->clip, pdf->mirrored, evidence->to_ms, width), y);
      cairo_stroke (pdf->cr);
    }
}

static void
draw_wave (OnsitePdf *pdf, const OnsiteCapsuleTake *take, guint turn, double x, double width)
{
  const OnsiteCapsuleTurn *heard = g_ptr_array_index (take->turns, turn);
  g_autoptr (GArray) marks = list_marks (take, turn);
  g_autoptr (GArray) seams = list_seams (heard->clip);
  OnsiteWaveform wave = {
    .duration_ms = heard->clip->duration_ms,
    .marks = (const OnsiteWaveformSpan *) (gpointer) marks->data,
    .n_marks = marks->len,
    .gaps = (const OnsiteWaveformSpan *) (gpointer) seams->data,
    .n_gaps = seams->len,
    .right_to_left = pdf->mirrored,
    .played = onsite_pdf_quiet,
    .ahead = onsite_pdf_quiet,
    .mark = onsite_pdf_ink,
  };

  wave.peaks = g_bytes_get_data (heard->clip->peaks, &wave.n_peaks);
  cairo_save (pdf->cr);
  cairo_translate (pdf->cr, x, pdf->y);
  /* Finer than on a screen, as paper can show. */
  cairo_scale (pdf->cr, 1 / HALF_SIZE, 1 / HALF_SIZE);
  onsite_waveform_draw (&wave, pdf->cr, HALF_SIZE * width, HALF_SIZE * HEIGHT);
  cairo_restore (pdf->cr);
}

static void
write_drawn (OnsitePdf *pdf, const OnsiteCapsuleTake *take, guint turn, const char *length)
{
  double width = pdf->width - TIMES;
  double x = onsite_pdf_get_x (pdf, 0, width);
  OnsitePdfText how = { .type = ONSITE_PDF_SMALL, .start = width + BELOW, .is_ended = TRUE };

  onsite_pdf_need (pdf, HEIGHT + BAND + BELOW);
  onsite_pdf_skip (pdf, ABOVE);
  onsite_pdf_begin (pdf, "Figure");
  draw_wave (pdf, take, turn, x, width);
  draw_evidence (pdf, take, turn, x, width);
  onsite_pdf_end_tag (pdf, "Figure");
  if (*length)
    onsite_pdf_put (pdf,
                    &how,
                    pdf->y + (HEIGHT - onsite_pdf_get_pitch (ONSITE_PDF_SMALL)) / 2,
                    length);
  pdf->y += HEIGHT + BAND + BELOW;
}

static void
write_length (OnsitePdf *pdf, const char *length)
{
  OnsitePdfText how = { .type = ONSITE_PDF_SMALL };
  /* Translators: how long a recording is, as in "2:41". */
  g_autofree char *words = g_strdup_printf (C_ ("paper", "Recorded: %s"), length);

  if (*length)
    onsite_pdf_write (pdf, &how, words);
}

void
onsite_pdf_sound_write (OnsitePdf *pdf, const OnsiteCapsuleTake *take, guint turn)
{
  const OnsiteCapsuleTurn *heard = g_ptr_array_index (take->turns, turn);
  g_autoptr (GString) length = g_string_new (NULL);

  if (take->has_delivery)
    onsite_capsule_append_time (length, heard->clip->duration_ms, -1);
  if (g_bytes_get_size (heard->clip->peaks) > 0 && heard->clip->duration_ms > 0)
    write_drawn (pdf, take, turn, length->str);
  else
    write_length (pdf, length->str);
}
