/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-labels.h"

#include <math.h>

/* Distances, in em. */
#define GAP      0.25 /* between a label and what it must not touch */
#define END      0.6  /* of an arrow that shows at either end of its label */
#define HEAD     0.9  /* the same where the arrow has its head */
#define POSITION 0.25 /* between two places that are tried */

/* What a place costs. Above UNCLEAR it is not clear whose label it is. */
#define BESIDE       1.5
#define FRAME        4.0
#define UNCLEAR      100.0
#define OUT_OF_PLACE INFINITY

/* A straight part of an arrow that a label may belong to. */
typedef struct
{
  const OnsiteExhibitPoint *from;
  const OnsiteExhibitPoint *to;
  gboolean is_first;
  gboolean is_last;
} Stretch;

gboolean
onsite_exhibit_rectangles_overlap (const cairo_rectangle_t *one,
                                   const cairo_rectangle_t *other,
                                   double gap)
{
  return one->x < other->x + other->width + gap && other->x < one->x + one->width + gap &&
         one->y < other->y + other->height + gap && other->y < one->y + one->height + gap;
}

static cairo_rectangle_t
get_extent (const OnsiteExhibitPoint *a, const OnsiteExhibitPoint *b)
{
  return (cairo_rectangle_t){ MIN (a->x, b->x),
                              MIN (a->y, b->y),
                              fabs (b->x - a->x),
                              fabs (b->y - a->y) };
}

static gboolean
overlaps_any (const cairo_rectangle_t *place, GArray *rectangles, guint end, double gap)
{
  for (guint i = 0; i < end; i++)
    {
      const cairo_rectangle_t *other = &g_array_index (rectangles, cairo_rectangle_t, i);

      if (other->width > 0 && onsite_exhibit_rectangles_overlap (place, other, gap))
        return TRUE;
    }

  return FALSE;
}

static guint
count_crossings (GArray *way, const cairo_rectangle_t *place, double gap)
{
  const OnsiteExhibitPoint *points = (gpointer) way->data;
  guint count = 0;

  for (guint i = 0; i + 1 < way->len; i++)
    {
      cairo_rectangle_t extent = get_extent (points + i, points + i + 1);

      count += onsite_exhibit_rectangles_overlap (place, &extent, gap);
    }

  return count;
}

/* The frame is crossed, and not only what it holds. */
static gboolean
crosses_frame (const cairo_rectangle_t *place, const cairo_rectangle_t *frame)
{
  return onsite_exhibit_rectangles_overlap (place, frame, 0) &&
         !(place->x > frame->x && place->y > frame->y &&
           place->x + place->width < frame->x + frame->width &&
           place->y + place->height < frame->y + frame->height);
}

/* What a place costs for what is around it. */
static double
get_cost (OnsiteExhibitLayout *layout, const cairo_rectangle_t *place, guint arrow, double em)
{
  double cost = 0;

  if (place->x < 0 || place->y < 0 || place->x + place->width > layout->width ||
      place->y + place->height > layout->height ||
      overlaps_any (place, layout->boxes, layout->boxes->len, GAP * em) ||
      overlaps_any (place, layout->zone_labels, layout->zone_labels->len, GAP * em) ||
      overlaps_any (place, layout->labels, arrow, GAP * em))
    return OUT_OF_PLACE;

  for (guint i = 0; i < layout->ways->len; i++)
    {
      GArray *way = g_ptr_array_index (layout->ways, i);
      guint count = count_crossings (way, place, i == arrow ? 0 : GAP * em);

      if (i != arrow)
        cost += count * UNCLEAR;
      else if (count > 1)
        cost += UNCLEAR / 4;
    }
  for (guint i = 0; i < layout->zones->len; i++)
    if (crosses_frame (place, &g_array_index (layout->zones, cairo_rectangle_t, i)))
      cost += FRAME;

  return cost;
}

static void
try_place (OnsiteExhibitLayout *layout,
           guint arrow,
           double em,
           cairo_rectangle_t place,
           double extra,
           double *least)
{
  double cost;

  if (extra >= *least)
    return;

  cost = extra + get_cost (layout, &place, arrow, em);
  if (cost < *least)
    {
      *least = cost;
      g_array_index (layout->labels, cairo_rectangle_t, arrow) = place;
    }
}

/* On the arrow, which is interrupted for it, or beside an arrow that runs up or down. */
static void
try_at (OnsiteExhibitLayout *layout,
        guint arrow,
        double em,
        const OnsiteExhibitPoint *at,
        gboolean vertical,
        double extra,
        double *least)
{
  cairo_rectangle_t place = g_array_index (layout->labels, cairo_rectangle_t, arrow);

  place.x = at->x - place.width / 2;
  place.y = at->y - place.height / 2;
  try_place (layout, arrow, em, place, extra, least);
  if (!vertical)
    return;

  place.x = at->x + GAP * em;
  try_place (layout, arrow, em, place, extra + BESIDE, least);
  place.x = at->x - GAP * em - place.width;
  try_place (layout, arrow, em, place, extra + BESIDE, least);
}

/* From the middle outward; where a stretch is long, the middle is as good as any place near it. */
static void
try_along (OnsiteExhibitLayout *layout,
           guint arrow,
           double em,
           const Stretch *stretch,
           double *least)
{
  const cairo_rectangle_t *label = &g_array_index (layout->labels, cairo_rectangle_t, arrow);
  gboolean vertical = fabs (stretch->from->x - stretch->to->x) < 0.01;
  double length = vertical ? stretch->to->y - stretch->from->y : stretch->to->x - stretch->from->x;
  double taken = (vertical ? label->height : label->width) / 2 + END * em;
  double start = taken + (stretch->is_first ? 0 : GAP * em);
  double end = fabs (length) - taken - (stretch->is_last ? HEAD * em : GAP * em);

  for (double at = start; at <= end; at += POSITION * em)
    {
      double share = copysign (at, length);
      OnsiteExhibitPoint point = { stretch->from->x + (vertical ? 0 : share),
                                   stretch->from->y + (vertical ? share : 0) };
      double off = fabs (2 * (at - start) / MAX (1.0, end - start) - 1);

      try_at (layout, arrow, em, &point, vertical, off + em / (em + fabs (length)), least);
    }
}

int
onsite_exhibit_labels_place (OnsiteExhibitLayout *layout, double em, gboolean may_cross)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      GArray *way = g_ptr_array_index (layout->ways, i);
      const OnsiteExhibitPoint *points = (gpointer) way->data;
      double least = OUT_OF_PLACE;

      if (g_array_index (layout->labels, cairo_rectangle_t, i).width <= 0)
        continue;
      for (guint j = 0; j + 1 < way->len; j++)
        {
          Stretch stretch = { points + j, points + j + 1, j == 0, j + 2 == way->len };

          try_along (layout, i, em, &stretch, &least);
        }
      if (least >= (may_cross ? OUT_OF_PLACE : UNCLEAR))
        return (int) i;
    }

  return -1;
}
