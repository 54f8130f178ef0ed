/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-colour.h"

G_BEGIN_DECLS

/**
 * OnsiteWaveformSpan:
 * @from_ms: where it begins in the clip
 * @to_ms: where it ends, -1 for a point
 */
typedef struct
{
  gint64 from_ms;
  gint64 to_ms;
} OnsiteWaveformSpan;

/**
 * OnsiteWaveform:
 * @peaks: (nullable): one byte per 20 ms: 255 · √(peak of full scale)
 * @n_peaks: how many there are
 * @duration_ms: of the clip; 0 for as long as @peaks last
 * @position_ms: what lies before is drawn as played
 * @marks: (nullable): where the person set marks: a point is drawn as a pin, a
 *   span as a band
 * @n_marks: how many there are
 * @comments: (nullable): where a coach says something: a point is drawn as a diamond on
 *   a stem, a span with a line under it
 * @n_comments: how many there are
 * @gaps: (nullable): where nothing could be recorded: drawn hatched. A gap takes
 *   up no samples, so that it is often a point
 * @n_gaps: how many there are
 * @muted: (nullable): where a copy is silent: drawn as a line between two edges, in
 *   place of bars
 * @n_muted: how many there are
 * @cuts: (nullable): what a copy leaves out: drawn crossed out, in place of bars
 * @n_cuts: how many there are
 * @selection: (nullable): what is chosen: drawn as a band between two edges; of an end
 *   that is -1 nothing is drawn
 * @right_to_left: time runs from the right
 * @played: of bars before @position_ms
 * @ahead: of the other bars, and of gaps
 * @mark: of marks
 * @comment: of comments
 * @removed: of what a copy is without
 *
 * What is to be drawn of a clip. Owns nothing.
 */
typedef struct
{
  const guint8 *peaks;
  gsize n_peaks;
  gint64 duration_ms;
  gint64 position_ms;
  const OnsiteWaveformSpan *marks;
  gsize n_marks;
  const OnsiteWaveformSpan *comments;
  gsize n_comments;
  const OnsiteWaveformSpan *gaps;
  gsize n_gaps;
  const OnsiteWaveformSpan *muted;
  gsize n_muted;
  const OnsiteWaveformSpan *cuts;
  gsize n_cuts;
  const OnsiteWaveformSpan *selection;
  gboolean right_to_left;
  OnsiteColour played;
  OnsiteColour ahead;
  OnsiteColour mark;
  OnsiteColour comment;
  OnsiteColour removed;
} OnsiteWaveform;

/**
 * onsite_waveform_draw:
 * @self: what to draw
 * @cr: where to draw; the waveform fills from (0, 0) to (@width, @height)
 * @width: in units of @cr
 * @height: in units of @cr
 *
 * Draws a clip as bars with rounded ends, as many as fit, each as high as the
 * loudest peak that it stands for. Leaves the state of @cr as it was.
 */
void onsite_waveform_draw (const OnsiteWaveform *self, cairo_t *cr, double width, double height);

/**
 * onsite_waveform_count_bars:
 * @width: in units of the surface
 *
 * Returns: how many bars onsite_waveform_draw() fits into @width
 */
guint onsite_waveform_count_bars (double width);

/**
 * onsite_waveform_bars:
 * @self: what to draw
 * @n_bars: over how many bars
 *
 * The height of each bar as a share of the room there is, from 0 to 1, in
 * order of time. It is the square root of the loudest peak, as #OnsiteWaveform
 * keeps it, so that quiet speech shows.
 *
 * Returns: (transfer full) (array length=n_bars): heights; free with g_free()
 */
double *onsite_waveform_bars (const OnsiteWaveform *self, guint n_bars);

/**
 * onsite_waveform_time_at:
 * @self: what was drawn
 * @x: where a pointer is, in units of the surface
 * @width: the width that it was drawn with
 *
 * Returns: the time in the clip that lies there, in milliseconds, never
 *   outside of the clip
 */
gint64 onsite_waveform_time_at (const OnsiteWaveform *self, double x, double width);

G_END_DECLS
