/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-line.h"

#include <math.h>

/* In em. */
#define STROKE    0.11
#define ROUND     0.4 /* a bend */
#define HEAD      0.7
#define HEAD_HALF 0.32

static void
set_dashes (cairo_t *cr, OnsiteArrowKind kind, double em)
{
  const double dashes[] = { 0.5 * em, 0.3 * em };
  const double dots[] = { 0, 0.32 * em };

  if (kind == ONSITE_ARROW_EVENT)
    cairo_set_dash (cr, dashes, 2, 0);
  else if (kind == ONSITE_ARROW_COPY)
    cairo_set_dash (cr, dots, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

/* A point on the way from one to another, at most half of it away. */
static OnsiteExhibitPoint
go_towards (const OnsiteExhibitPoint *from, const OnsiteExhibitPoint *to, double distance)
{
  double length = hypot (to->x - from->x, to->y - from->y);
  double share = length > 0 ? MIN (0.5, distance / length) : 0;

  return (OnsiteExhibitPoint){ from->x + share * (to->x - from->x),
                               from->y + share * (to->y - from->y) };
}

static void
trace (cairo_t *cr, double em, const OnsiteExhibitPoint *points, gsize n_points)
{
  cairo_new_path (cr);
  cairo_move_to (cr, points[0].x, points[0].y);
  for (gsize i = 1; i + 1 < n_points; i++)
    {
      OnsiteExhibitPoint before = go_towards (points + i, points + i - 1, ROUND * em);
      OnsiteExhibitPoint behind = go_towards (points + i, points + i + 1, ROUND * em);

      cairo_line_to (cr, before.x, before.y);
      cairo_curve_to (cr, points[i].x, points[i].y, points[i].x, points[i].y, behind.x, behind.y);
    }
  cairo_line_to (cr, points[n_points - 1].x, points[n_points - 1].y);
}

static void
draw_head (cairo_t *cr, OnsiteArrowKind kind, double em)
{
  cairo_new_path (cr);
  cairo_move_to (cr, -HEAD * em, -HEAD_HALF * em);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, -HEAD * em, HEAD_HALF * em);
  if (kind == ONSITE_ARROW_COPY)
    cairo_close_path (cr);

  if (kind == ONSITE_ARROW_CALL)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

void
onsite_exhibit_line_draw (cairo_t *cr,
                          OnsiteArrowKind kind,
                          double em,
                          const OnsiteExhibitPoint *points,
                          gsize n_points,
                          const OnsiteColour *colour)
{
  g_autofree OnsiteExhibitPoint *shaft = g_memdup2 (points, n_points * sizeof *points);
  OnsiteExhibitPoint *end = shaft + n_points - 1;
  const OnsiteExhibitPoint *tip = points + n_points - 1;
  double angle = atan2 (tip[0].y - tip[-1].y, tip[0].x - tip[-1].x);
  double head = kind == ONSITE_ARROW_EVENT ? STROKE * em : HEAD * em;

  /* So that the shaft shows neither in the head nor before it. */
  end->x -= head * cos (angle);
  end->y -= head * sin (angle);

  cairo_save (cr);
  onsite_colour_set_source (colour, cr);
  cairo_set_line_width (cr, kind == ONSITE_ARROW_COPY ? 1.3 * STROKE * em : STROKE * em);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_dashes (cr, kind, em);
  trace (cr, em, shaft, n_points);
  cairo_stroke (cr);

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, STROKE * em);
  cairo_translate (cr, tip->x, tip->y);
  cairo_rotate (cr, angle);
  draw_head (cr, kind, em);
  cairo_restore (cr);
}
