/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sign.h"

#include <math.h>

/* Of what was hardly heard: still a dot and not a speck. */
#define LEAST_AREA 0.2

/* A line thinner than this turns grey. */
#define LEAST_LINE 1.0

/* In a ring a diamond reaches out to it and a disc keeps well away, since at
 * 12 px the same small room would make the same blot of both. */
#define DISC_IN_RING 0.5
#define DIAMOND_GAP  0.8

static gboolean
has_source (guint sources, OnsiteSource source)
{
  return (sources & ONSITE_SOURCE_BIT (source)) != 0;
}

static double
get_line_width (double size)
{
  return MAX (LEAST_LINE, round (size / 5) / 2);
}

static void
draw_ring (cairo_t *cr, double centre, double radius, double line)
{
  cairo_new_path (cr);
  cairo_arc (cr, centre, centre, radius - line / 2, 0, 2 * G_PI);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_half_disc (cairo_t *cr, double centre, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, centre, centre, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_disc (cairo_t *cr, double centre, double radius, double strength)
{
  double area = LEAST_AREA + (1.0 - LEAST_AREA) * CLAMP (strength, 0.0, 1.0);

  cairo_new_path (cr);
  cairo_arc (cr, centre, centre, radius * sqrt (area), 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_diamond (cairo_t *cr, double centre, double radius)
{
  cairo_new_path (cr);
  cairo_move_to (cr, centre, centre - radius);
  cairo_line_to (cr, centre + radius, centre);
  cairo_line_to (cr, centre, centre + radius);
  cairo_line_to (cr, centre - radius, centre);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
onsite_sign_draw (cairo_t *cr,
                  guint sources,
                  double strength,
                  double size,
                  const OnsiteColour *colour)
{
  gboolean asked = has_source (sources, ONSITE_SOURCE_ASKED);
  double centre = size / 2;
  double radius = centre;
  double line = get_line_width (size);

  g_return_if_fail (cr != NULL);
  g_return_if_fail (colour != NULL);

  cairo_save (cr);
  onsite_colour_set_source (colour, cr);

  if (asked)
    draw_ring (cr, centre, radius, line);

  if (has_source (sources, ONSITE_SOURCE_COACH))
    draw_diamond (cr, centre, asked ? radius - DIAMOND_GAP * line : radius);
  else if (has_source (sources, ONSITE_SOURCE_HEARD))
    draw_disc (cr, centre, asked ? radius * DISC_IN_RING : radius, strength);
  else if (has_source (sources, ONSITE_SOURCE_CLAIMED))
    draw_half_disc (cr, centre, asked ? radius - line / 2 : radius);

  cairo_restore (cr);
}
