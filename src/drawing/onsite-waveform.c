/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-waveform.h"

#include <math.h>

#include "onsite-sign.h"

#define PEAK_MS 20

/* In units of the surface. */
#define BAR_WIDTH     3.0
#define BAR_SPACING   2.0
#define BAR_STEP      (BAR_WIDTH + BAR_SPACING)
#define GAP_MIN_WIDTH 8.0
#define HATCH_STEP    4.0
#define HATCH_LINE    1.0
#define PIN_LINE      1.5
#define PIN_RADIUS    3.0
#define DIAMOND       12.0
#define UNDERLINE     2.0

#define BAND_ALPHA 0.25

typedef struct
{
  double from;
  double to;
} Extent;

static gint64
get_duration_ms (const OnsiteWaveform *self)
{
  return self->duration_ms > 0 ? self->duration_ms : (gint64) self->n_peaks * PEAK_MS;
}

static double
get_x (const OnsiteWaveform *self, gint64 time_ms, double width)
{
  gint64 duration_ms = get_duration_ms (self);

  if (duration_ms == 0)
    return 0.0;

  return width * (double) CLAMP (time_ms, 0, duration_ms) / (double) duration_ms;
}

static Extent
get_gap_extent (const OnsiteWaveform *self, const OnsiteWaveformSpan *gap, double width)
{
  double from = get_x (self, gap->from_ms, width);
  double to = get_x (self, MAX (gap->from_ms, gap->to_ms), width);
  double missing = MAX (0.0, GAP_MIN_WIDTH - (to - from));

  return (Extent){ from - missing / 2, to + missing / 2 };
}

static gboolean
touches_gap (const OnsiteWaveform *self, double from, double to, double width)
{
  for (gsize i = 0; i < self->n_gaps; i++)
    {
      Extent gap = get_gap_extent (self, &self->gaps[i], width);

      if (to + BAR_SPACING > gap.from && from - BAR_SPACING < gap.to)
        return TRUE;
    }

  return FALSE;
}

static gboolean
lies_in (const OnsiteWaveform *self,
         const OnsiteWaveformSpan *spans,
         gsize n_spans,
         double x,
         double width)
{
  for (gsize i = 0; i < n_spans; i++)
    if (x >= get_x (self, spans[i].from_ms, width) && x <= get_x (self, spans[i].to_ms, width))
      return TRUE;

  return FALSE;
}

static void
set_source (cairo_t *cr, const OnsiteColour *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
trace_bars (const OnsiteWaveform *self, cairo_t *cr, double width, double height)
{
  guint n_bars = onsite_waveform_count_bars (width);
  g_autofree double *bars = onsite_waveform_bars (self, n_bars);
  double margin = (width - n_bars * BAR_STEP + BAR_SPACING) / 2;
  /* Round ends reach out by half the bar's width: what is silent is a dot. */
  double room = MAX (0.0, height - BAR_WIDTH) / 2;

  for (guint i = 0; i < n_bars; i++)
    {
      double left = margin + i * BAR_STEP;
      double x = left + BAR_WIDTH / 2;

      if (touches_gap (self, left, left + BAR_WIDTH, width) ||
          lies_in (self, self->muted, self->n_muted, x, width) ||
          lies_in (self, self->cuts, self->n_cuts, x, width))
        continue;

      cairo_move_to (cr, x, height / 2 - bars[i] * room);
      cairo_line_to (cr, x, height / 2 + bars[i] * room);
    }
}

static void
stroke_between (cairo_t *cr,
                const cairo_path_t *path,
                const OnsiteColour *colour,
                Extent extent,
                double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, extent.from, 0, extent.to - extent.from, height);
  cairo_clip (cr);
  cairo_append_path (cr, path);
  set_source (cr, colour, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bars (const OnsiteWaveform *self, cairo_t *cr, double width, double height)
{
  double position = get_x (self, self->position_ms, width);
  cairo_path_t *path;

  cairo_set_line_width (cr, BAR_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  trace_bars (self, cr, width, height);
  path = cairo_copy_path (cr);
  cairo_new_path (cr);

  stroke_between (cr, path, &self->played, (Extent){ 0, position }, height);
  stroke_between (cr, path, &self->ahead, (Extent){ position, width }, height);

  cairo_path_destroy (path);
}

static void
draw_gap (const OnsiteWaveform *self, cairo_t *cr, Extent extent, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, extent.from, 0, extent.to - extent.from, height);
  cairo_clip (cr);

  for (double x = extent.from - height; x < extent.to; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_set_line_width (cr, HATCH_LINE);
  set_source (cr, &self->ahead, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Seen whole at either end, too. */
static void
trace_edge (cairo_t *cr, double x, double width, double height)
{
  double inside = CLAMP (x, PIN_LINE / 2, MAX (PIN_LINE / 2, width - PIN_LINE / 2));

  cairo_move_to (cr, inside, 0);
  cairo_line_to (cr, inside, height);
}

static Extent
get_extent (const OnsiteWaveform *self, const OnsiteWaveformSpan *span, double width)
{
  return (Extent){ get_x (self, span->from_ms, width), get_x (self, span->to_ms, width) };
}

static void
draw_removed (const OnsiteWaveform *self,
              cairo_t *cr,
              const OnsiteWaveformSpan *span,
              gboolean is_cut,
              double width,
              double height)
{
  Extent extent = get_extent (self, span, width);

  trace_edge (cr, extent.from, width, height);
  trace_edge (cr, extent.to, width, height);
  cairo_move_to (cr, extent.from, is_cut ? 0 : height / 2);
  cairo_line_to (cr, extent.to, is_cut ? height : height / 2);
  if (is_cut)
    {
      cairo_move_to (cr, extent.from, height);
      cairo_line_to (cr, extent.to, 0);
    }
  cairo_set_line_width (cr, PIN_LINE);
  set_source (cr, &self->removed, 1.0);
  cairo_stroke (cr);
}

static void
draw_selection (const OnsiteWaveform *self, cairo_t *cr, double width, double height)
{
  const OnsiteWaveformSpan *selection = self->selection;
  Extent extent = get_extent (self, selection, width);

  if (selection->from_ms >= 0 && selection->to_ms > selection->from_ms)
    {
      set_source (cr, &self->played, BAND_ALPHA);
      cairo_rectangle (cr, extent.from, 0, extent.to - extent.from, height);
      cairo_fill (cr);
    }
  if (selection->from_ms >= 0)
    trace_edge (cr, extent.from, width, height);
  if (selection->to_ms >= 0)
    trace_edge (cr, extent.to, width, height);
  cairo_set_line_width (cr, PIN_LINE);
  set_source (cr, &self->played, 1.0);
  cairo_stroke (cr);
}

static void
draw_pin (cairo_t *cr, double x, double width, double height)
{
  /* So that a mark at either end is seen whole. */
  double inside = CLAMP (x, PIN_RADIUS, MAX (PIN_RADIUS, width - PIN_RADIUS));

  cairo_rectangle (cr, inside - PIN_LINE / 2, PIN_RADIUS, PIN_LINE, height - PIN_RADIUS);
  cairo_fill (cr);
  cairo_arc (cr, inside, PIN_RADIUS, PIN_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_mark (const OnsiteWaveform *self,
           cairo_t *cr,
           const OnsiteWaveformSpan *mark,
           double width,
           double height)
{
  double from = get_x (self, mark->from_ms, width);

  if (mark->to_ms > mark->from_ms)
    {
      double to = get_x (self, mark->to_ms, width);

      set_source (cr, &self->mark, BAND_ALPHA);
      cairo_rectangle (cr, from, 0, to - from, height);
      cairo_fill (cr);
    }

  set_source (cr, &self->mark, 1.0);
  draw_pin (cr, from, width, height);
}

/* At the bottom, where no pin has its head, and below the bars that it would hide. */
static void
draw_comment (const OnsiteWaveform *self,
              cairo_t *cr,
              const OnsiteWaveformSpan *comment,
              double width,
              double height)
{
  double from = get_x (self, comment->from_ms, width);
  double inside = CLAMP (from, DIAMOND / 2, MAX (DIAMOND / 2, width - DIAMOND / 2));

  set_source (cr, &self->comment, 1.0);
  cairo_rectangle (cr, inside - PIN_LINE / 2, 0, PIN_LINE, height - DIAMOND);
  if (comment->to_ms > comment->from_ms)
    cairo_rectangle (cr,
                     inside,
                     height - (DIAMOND + UNDERLINE) / 2,
                     MAX (0, get_x (self, comment->to_ms, width) - inside),
                     UNDERLINE);
  cairo_fill (cr);

  cairo_save (cr);
  cairo_translate (cr, inside - DIAMOND / 2, height - DIAMOND);
  onsite_sign_draw (cr, ONSITE_SOURCE_BIT (ONSITE_SOURCE_COACH), 1.0, DIAMOND, &self->comment);
  cairo_restore (cr);
}

void
onsite_waveform_draw (const OnsiteWaveform *self, cairo_t *cr, double width, double height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  if (self->right_to_left)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }

  draw_bars (self, cr, width, height);
  for (gsize i = 0; i < self->n_gaps; i++)
    draw_gap (self, cr, get_gap_extent (self, &self->gaps[i], width), height);
  for (gsize i = 0; i < self->n_marks; i++)
    draw_mark (self, cr, &self->marks[i], width, height);
  for (gsize i = 0; i < self->n_muted; i++)
    draw_removed (self, cr, &self->muted[i], FALSE, width, height);
  for (gsize i = 0; i < self->n_cuts; i++)
    draw_removed (self, cr, &self->cuts[i], TRUE, width, height);
  if (self->selection != NULL)
    draw_selection (self, cr, width, height);
  for (gsize i = 0; i < self->n_comments; i++)
    draw_comment (self, cr, &self->comments[i], width, height);

  cairo_restore (cr);
}

guint
onsite_waveform_count_bars (double width)
{
  return (guint) MAX (0.0, floor ((width + BAR_SPACING) / BAR_STEP));
}

static guint8
find_loudest (const OnsiteWaveform *self, double from_ms, double to_ms)
{
  gsize first = (gsize) (from_ms / PEAK_MS);
  gsize end = MIN ((gsize) ceil (to_ms / PEAK_MS), self->n_peaks);
  guint8 loudest = 0;

  for (gsize i = first; i < end; i++)
    loudest = MAX (loudest, self->peaks[i]);

  return loudest;
}

double *
onsite_waveform_bars (const OnsiteWaveform *self, guint n_bars)
{
  double step_ms = n_bars > 0 ? (double) get_duration_ms (self) / n_bars : 0.0;
  double *bars = g_new0 (double, n_bars);

  for (guint i = 0; i < n_bars; i++)
    bars[i] = find_loudest (self, i * step_ms, (i + 1) * step_ms) / 255.0;

  return bars;
}

gint64
onsite_waveform_time_at (const OnsiteWaveform *self, double x, double width)
{
  gint64 duration_ms = get_duration_ms (self);
  double share = width > 0 ? CLAMP (x / width, 0.0, 1.0) : 0.0;

  if (self->right_to_left)
    share = 1.0 - share;

  return (gint64) (share * (double) duration_ms);
}
