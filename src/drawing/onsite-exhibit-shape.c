/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-shape.h"

#include <math.h>

/* In em. */
#define PAD_X  0.7
#define PAD_Y  0.55
#define ROUND  0.35 /* a service's corners */
#define PILL   1.4  /* a client's */
#define CAP    0.5  /* half of the ellipse that closes a cylinder */
#define CUT    0.6  /* a cache's corners */
#define BAR    0.5  /* from a job's side to its bar */
#define TIP    0.8  /* how far what is somebody else's comes to a point */
#define STROKE 0.11

static double
get_radius (OnsiteBoxKind kind, double em, const cairo_rectangle_t *box)
{
  double wanted = (kind == ONSITE_BOX_CLIENT ? PILL : ROUND) * em;

  return MIN (wanted, MIN (box->width, box->height) / 2);
}

void
onsite_exhibit_shape_pad (OnsiteBoxKind kind, double em, cairo_rectangle_t *size)
{
  static const double more[ONSITE_BOX_N_KINDS][2] = {
    [ONSITE_BOX_CLIENT] = { 0.4, 0 },       [ONSITE_BOX_STORE] = { 0, 1.5 * CAP },
    [ONSITE_BOX_QUEUE] = { CAP, 0 },        [ONSITE_BOX_JOB] = { BAR, 0 },
    [ONSITE_BOX_EXTERNAL] = { TIP / 2, 0 },
  };

  size->width += 2 * (PAD_X + more[kind][0]) * em;
  size->height += 2 * (PAD_Y + more[kind][1]) * em;
}

static void
trace_rounded (cairo_t *cr, const cairo_rectangle_t *box, double radius)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_polygon (cairo_t *cr, const double (*points)[2], gsize n_points)
{
  cairo_new_sub_path (cr);
  for (gsize i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_close_path (cr);
}

static void
trace_cut (cairo_t *cr, const cairo_rectangle_t *box, double cut)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;
  const double points[][2] = {
    { box->x + cut, box->y }, { right - cut, box->y },  { right, box->y + cut },
    { right, bottom - cut },  { right - cut, bottom },  { box->x + cut, bottom },
    { box->x, bottom - cut }, { box->x, box->y + cut },
  };

  trace_polygon (cr, points, G_N_ELEMENTS (points));
}

static void
trace_pointed (cairo_t *cr, const cairo_rectangle_t *box, double tip)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;
  double middle = box->y + box->height / 2;
  const double points[][2] = {
    { box->x + tip, box->y }, { right - tip, box->y },  { right, middle },
    { right - tip, bottom },  { box->x + tip, bottom }, { box->x, middle },
  };

  trace_polygon (cr, points, G_N_ELEMENTS (points));
}

static void
trace_half_ellipse (cairo_t *cr,
                    double x,
                    double y,
                    double half_width,
                    double half_height,
                    double from)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, half_width, half_height);
  cairo_arc (cr, 0, 0, 1, from, from + G_PI);
  cairo_restore (cr);
}

static void
trace_standing (cairo_t *cr, const cairo_rectangle_t *box, double cap)
{
  double middle = box->x + box->width / 2;

  cairo_new_sub_path (cr);
  trace_half_ellipse (cr, middle, box->y + cap, box->width / 2, cap, G_PI);
  trace_half_ellipse (cr, middle, box->y + box->height - cap, box->width / 2, cap, 0);
  cairo_close_path (cr);
}

static void
trace_lying (cairo_t *cr, const cairo_rectangle_t *box, double cap)
{
  double middle = box->y + box->height / 2;

  cairo_new_sub_path (cr);
  trace_half_ellipse (cr, box->x + box->width - cap, middle, cap, box->height / 2, -G_PI / 2);
  trace_half_ellipse (cr, box->x + cap, middle, cap, box->height / 2, G_PI / 2);
  cairo_close_path (cr);
}

static void
trace (cairo_t *cr, OnsiteBoxKind kind, double em, const cairo_rectangle_t *box)
{
  switch (kind)
    {
    case ONSITE_BOX_STORE:
      trace_standing (cr, box, CAP * em);
      break;
    case ONSITE_BOX_QUEUE:
      trace_lying (cr, box, CAP * em);
      break;
    case ONSITE_BOX_CACHE:
      trace_cut (cr, box, CUT * em);
      break;
    case ONSITE_BOX_EXTERNAL:
      trace_pointed (cr, box, TIP * em);
      break;
    case ONSITE_BOX_CLIENT:
    case ONSITE_BOX_SERVICE:
    case ONSITE_BOX_JOB:
    default:
      trace_rounded (cr, box, get_radius (kind, em, box));
      break;
    }
}

/* What a shape has besides its outline. */
static void
trace_inside (cairo_t *cr, OnsiteBoxKind kind, double em, const cairo_rectangle_t *box)
{
  double right = box->x + box->width;

  cairo_new_path (cr);
  if (kind == ONSITE_BOX_STORE)
    {
      trace_half_ellipse (cr,
                          box->x + box->width / 2,
                          box->y + CAP * em,
                          box->width / 2,
                          CAP * em,
                          0);
    }
  else if (kind == ONSITE_BOX_QUEUE)
    {
      trace_half_ellipse (cr,
                          right - CAP * em,
                          box->y + box->height / 2,
                          CAP * em,
                          box->height / 2,
                          G_PI / 2);
    }
  else if (kind == ONSITE_BOX_JOB)
    {
      cairo_move_to (cr, box->x + BAR * em, box->y);
      cairo_line_to (cr, box->x + BAR * em, box->y + box->height);
      cairo_move_to (cr, right - BAR * em, box->y);
      cairo_line_to (cr, right - BAR * em, box->y + box->height);
    }
}

void
onsite_exhibit_shape_draw (cairo_t *cr,
                           OnsiteBoxKind kind,
                           double em,
                           const cairo_rectangle_t *box,
                           const OnsiteColour *fill,
                           const OnsiteColour *edge)
{
  cairo_save (cr);
  cairo_new_path (cr);
  trace (cr, kind, em, box);
  onsite_colour_set_source (fill, cr);
  cairo_fill_preserve (cr);
  onsite_colour_set_source (edge, cr);
  cairo_set_line_width (cr, STROKE * em);
  cairo_stroke (cr);
  trace_inside (cr, kind, em, box);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* How far an ellipse that reaches over a side is from it, at a distance from its middle. */
static double
get_bulge (double depth, double half, double off)
{
  double share = CLAMP (off / half, -1.0, 1.0);

  return depth * (1 - sqrt (1 - share * share));
}

double
onsite_exhibit_shape_inset (OnsiteBoxKind kind,
                            double em,
                            const cairo_rectangle_t *box,
                            gboolean vertical,
                            double at)
{
  double start = vertical ? box->x : box->y;
  double length = vertical ? box->width : box->height;
  double depth = vertical ? box->height : box->width;
  double off = at - start - length / 2;
  double to_corner = MAX (0.0, length / 2 - fabs (off));
  double radius = get_radius (kind, em, box);

  switch (kind)
    {
    case ONSITE_BOX_STORE:
      return vertical ? get_bulge (CAP * em, length / 2, off) : 0;
    case ONSITE_BOX_QUEUE:
      return vertical ? 0 : get_bulge (CAP * em, length / 2, off);
    case ONSITE_BOX_CACHE:
      return MAX (0.0, CUT * em - to_corner);
    case ONSITE_BOX_EXTERNAL:
      if (vertical)
        return MAX (0.0, depth / 2 * (1 - to_corner / (TIP * em)));
      return TIP * em * fabs (off) / (length / 2);
    case ONSITE_BOX_CLIENT:
    case ONSITE_BOX_SERVICE:
    case ONSITE_BOX_JOB:
    default:
      return to_corner < radius ? get_bulge (radius, radius, radius - to_corner) : 0;
    }
}
