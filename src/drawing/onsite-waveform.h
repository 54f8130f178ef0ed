/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A colour as cairo takes it: 0–1 each. */
typedef struct
{
  double red, green, blue, alpha;
} OnsiteColour;

typedef struct
{
  gint64 from_ms;
  gint64 to_ms; /* -1 for a point */
} OnsiteWaveformSpan;

/**
 * OnsiteWaveform:
 * @peaks: one byte per 20 ms: 255 · √(peak of full scale)
 * @duration_ms: of the clip
 * @position_ms: what lies before is drawn as played
 * @marks: where the person set marks
 * @gaps: where nothing could be recorded
 * @right_to_left: time runs from the right
 */
typedef struct
{
  const guint8 *peaks;
  gsize n_peaks;
  gint64 duration_ms;
  gint64 position_ms;
  const OnsiteWaveformSpan *marks;
  gsize n_marks;
  const OnsiteWaveformSpan *gaps;
  gsize n_gaps;
  gboolean right_to_left;
  OnsiteColour played;
  OnsiteColour ahead;
  OnsiteColour mark;
} OnsiteWaveform;

void onsite_waveform_draw (const OnsiteWaveform *self, cairo_t *cr, double width, double height);
/* Loudest peaks per bar, 0–1, so that a test can see what is drawn. Free with g_free(). */
double *onsite_waveform_bars (const OnsiteWaveform *self, guint n_bars);

G_END_DECLS
