/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-layout.h"

#include "onsite-exhibit-labels.h"
#include "onsite-exhibit-tracks.h"

#include <math.h>

/* Distances, in em. */
#define MARGIN    0.5  /* around all of it */
#define GUTTER    2.4  /* between two boxes, at least */
#define ZONE      0.75 /* between a box and its zone's frame */
#define FRAME_GAP 0.6  /* between a frame and what runs along it */
#define TRACK     1.1  /* between two arrows side by side */
#define LABEL_GAP 0.7  /* the same, above the height of a label */
#define END       1.6  /* of an arrow that shows at either end of its label */
#define CLEAR     0.4  /* of a label to a frame or an arrow beside it */
#define CORNER    1.0  /* of a box's side where no arrow ends */
#define GROWTH    0.75 /* what a gutter grows by, when a label finds no place */

/* After so many times that a gutter has grown, a label may stand on an arrow. */
#define MOST_CLEAR 60

/* Ends for certain: by then each gutter has room for all labels at once. */
#define MOST_GROWTH 4000

#define RECTANGLE(array, i) (&g_array_index ((array), cairo_rectangle_t, (i)))

enum
{
  ACROSS,
  DOWN,
  N_AXES,
};

/* One of the two axes: columns across, or rows down. Gutter i is before cell i. */
typedef struct
{
  guint n_cells;
  double sizes[ONSITE_EXHIBIT_MOST_COLUMNS];
  double gutters[ONSITE_EXHIBIT_MOST_COLUMNS + 1];
  double before[ONSITE_EXHIBIT_MOST_COLUMNS +
                1]; /* of the gutter, taken by the frames that end in it */
  double behind[ONSITE_EXHIBIT_MOST_COLUMNS + 1]; /* the same by those that begin in it */
  double grown[ONSITE_EXHIBIT_MOST_COLUMNS + 1];
  double pitches[2 * ONSITE_EXHIBIT_MOST_COLUMNS + 1]; /* between the tracks of each line */
} Axis;

typedef struct
{
  const OnsiteExhibit *exhibit;
  const OnsiteExhibitSizes *sizes;
  guint (*cells)[N_AXES]; /* of each box */
  GArray *segments;
  Axis axes[N_AXES];
} Grid;

G_STATIC_ASSERT (ONSITE_EXHIBIT_MOST_COLUMNS == ONSITE_EXHIBIT_MOST_ROWS);

static const OnsiteExhibitBox *
get_box (const Grid *self, guint i)
{
  return g_ptr_array_index (self->exhibit->boxes, i);
}

static guint
find_box (const Grid *self, const char *id)
{
  guint index = 0;

  g_ptr_array_find (self->exhibit->boxes, onsite_exhibit_find_box (self->exhibit, id), &index);

  return index;
}

/* Numbers the columns, or rows, that hold a box. */
static guint
number_cells (Grid *self, guint axis, gboolean by_row)
{
  guint numbers[ONSITE_EXHIBIT_MOST_COLUMNS] = { 0 };
  guint n_cells = 0;

  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    numbers[by_row ? get_box (self, i)->row : get_box (self, i)->column] = 1;
  for (guint i = 0; i < ONSITE_EXHIBIT_MOST_COLUMNS; i++)
    numbers[i] = numbers[i] > 0 ? n_cells++ : 0;
  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    self->cells[i][axis] = numbers[by_row ? get_box (self, i)->row : get_box (self, i)->column];

  return n_cells;
}

static OnsiteLatticePoint
get_lattice_point (const Grid *self, guint box)
{
  return (OnsiteLatticePoint){ 2 * (int) self->cells[box][ACROSS] + 1,
                               2 * (int) self->cells[box][DOWN] + 1 };
}

static int
get_distance (const Grid *self, const OnsiteExhibitArrow *arrow)
{
  OnsiteLatticePoint from = get_lattice_point (self, find_box (self, arrow->from));
  OnsiteLatticePoint to = get_lattice_point (self, find_box (self, arrow->to));

  return ABS (from.x - to.x) + ABS (from.y - to.y);
}

/* The nearest first: what is beside each other gets the straight way. */
static GPtrArray *
find_ways (const Grid *self, OnsiteExhibitRouter *router)
{
  GPtrArray *arrows = self->exhibit->arrows;
  GPtrArray *ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  int most = 4 * (ONSITE_EXHIBIT_MOST_COLUMNS + ONSITE_EXHIBIT_MOST_ROWS);

  g_ptr_array_set_size (ways, (int) arrows->len);
  for (int distance = 1; distance <= most; distance++)
    for (guint i = 0; i < arrows->len; i++)
      {
        const OnsiteExhibitArrow *arrow = g_ptr_array_index (arrows, i);

        if (get_distance (self, arrow) == distance)
          g_ptr_array_index (ways, i) = onsite_exhibit_router_find (
              router,
              get_lattice_point (self, find_box (self, arrow->from)),
              get_lattice_point (self, find_box (self, arrow->to)));
      }

  return ways;
}

static void
find_segments (Grid *self)
{
  g_autoptr (OnsiteExhibitRouter) router = onsite_exhibit_router_new (self->axes[ACROSS].n_cells,
                                                                      self->axes[DOWN].n_cells);
  g_autoptr (GPtrArray) ways = NULL;

  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    onsite_exhibit_router_block (router, get_lattice_point (self, i));
  ways = find_ways (self, router);
  self->segments = onsite_exhibit_tracks_new (router, ways);
}

/* Side by side, labels of arrows that run across need their height. */
static void
measure_pitches (Grid *self)
{
  double em = self->sizes->em;

  for (guint axis = 0; axis < N_AXES; axis++)
    for (guint i = 0; i < G_N_ELEMENTS (self->axes[axis].pitches); i++)
      self->axes[axis].pitches[i] = TRACK * em;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const OnsiteExhibitSegment *segment = &g_array_index (self->segments,
                                                            OnsiteExhibitSegment,
                                                            i);
      const cairo_rectangle_t *label = self->sizes->labels + segment->arrow;
      double *pitch = &self->axes[DOWN].pitches[segment->line];

      if (!segment->vertical && segment->line % 2 == 1 && label->width > 0)
        *pitch = MAX (*pitch, label->height + LABEL_GAP * em);
    }
}

static void
measure_cells (Grid *self)
{
  double em = self->sizes->em;

  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    {
      double *width = &self->axes[ACROSS].sizes[self->cells[i][ACROSS]];
      double *height = &self->axes[DOWN].sizes[self->cells[i][DOWN]];

      *width = MAX (*width, self->sizes->boxes[i].width);
      *height = MAX (*height, self->sizes->boxes[i].height);
    }
  for (guint i = 0; i < self->segments->len; i++)
    {
      const OnsiteExhibitSegment *segment = &g_array_index (self->segments,
                                                            OnsiteExhibitSegment,
                                                            i);
      Axis *axis = &self->axes[segment->vertical ? ACROSS : DOWN];
      double *size = axis->sizes + segment->line / 2;

      if (segment->line % 2 == 1)
        *size = MAX (*size,
                     (segment->n_tracks - 1) * axis->pitches[segment->line] + 2 * CORNER * em);
    }
}

/* The cells that a zone's frame goes around: the first, and the last, on each axis. */
static void
find_extent (const Grid *self, guint zone, guint first[N_AXES], guint last[N_AXES])
{
  const OnsiteExhibitZone *wanted = g_ptr_array_index (self->exhibit->zones, zone);

  for (guint axis = 0; axis < N_AXES; axis++)
    {
      first[axis] = G_MAXUINT;
      last[axis] = 0;
    }
  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    for (guint axis = 0; axis < N_AXES; axis++)
      if (g_strcmp0 (get_box (self, i)->zone, wanted->id) == 0)
        {
          first[axis] = MIN (first[axis], self->cells[i][axis]);
          last[axis] = MAX (last[axis], self->cells[i][axis]);
        }
}

static void
measure_zones (Grid *self)
{
  double em = self->sizes->em;

  for (guint i = 0; i < self->exhibit->zones->len; i++)
    {
      const cairo_rectangle_t *label = self->sizes->zones + i;
      guint first[N_AXES];
      guint last[N_AXES];

      find_extent (self, i, first, last);
      for (guint j = 0; j < N_AXES; j++)
        {
          Axis *axis = self->axes + j;
          double *behind = axis->behind + first[j];
          double *before = axis->before + last[j] + 1;

          *before = MAX (*before, ZONE * em);
          *behind = MAX (*behind, ZONE * em + (j == DOWN ? label->height + ZONE * em / 2 : 0));
        }
      self->axes[ACROSS].sizes[first[ACROSS]] = MAX (self->axes[ACROSS].sizes[first[ACROSS]],
                                                     label->width);
    }
}

/* Between two boxes side by side, where most labels are. */
static void
measure_label (Grid *self, const OnsiteExhibitSegment *segment)
{
  const cairo_rectangle_t *label = self->sizes->labels + segment->arrow;
  Axis *axis = &self->axes[segment->vertical ? DOWN : ACROSS];
  guint i = (guint) segment->to / 2;
  double size = segment->vertical ? label->height : label->width;
  double em = self->sizes->em;

  if (size > 0)
    axis->gutters[i] = MAX (axis->gutters[i],
                            size + MAX (CLEAR * em, END * em - axis->before[i]) +
                                MAX (CLEAR * em, END * em - axis->behind[i]));
}

static void
measure_gutters (Grid *self)
{
  double em = self->sizes->em;

  for (guint j = 0; j < N_AXES; j++)
    {
      Axis *axis = self->axes + j;

      for (guint i = 0; i <= axis->n_cells; i++)
        axis->gutters[i] = (i == 0 || i == axis->n_cells ? MARGIN : GUTTER) * em;
    }
  for (guint i = 0; i < self->segments->len; i++)
    {
      const OnsiteExhibitSegment *segment = &g_array_index (self->segments,
                                                            OnsiteExhibitSegment,
                                                            i);
      Axis *axis = &self->axes[segment->vertical ? ACROSS : DOWN];
      double *gutter = axis->gutters + segment->line / 2;

      if (segment->line % 2 == 0)
        *gutter = MAX (*gutter,
                       (segment->n_tracks - 1) * axis->pitches[segment->line] + 2 * FRAME_GAP * em +
                           em);
      else if (segment->to - segment->from == 2)
        measure_label (self, segment);
    }
}

static double
get_gutter (const Axis *self, guint i)
{
  return self->before[i] + self->gutters[i] + self->grown[i] + self->behind[i];
}

/* Where a line of the lattice is: the middle of a cell, or of what the frames leave of a gutter. */
static double
get_line (const Axis *self, guint line)
{
  double at = 0;

  for (guint i = 0; i < line / 2; i++)
    at += get_gutter (self, i) + self->sizes[i];
  if (line % 2 == 1)
    return at + get_gutter (self, line / 2) + self->sizes[line / 2] / 2;

  return at + self->before[line / 2] + (self->gutters[line / 2] + self->grown[line / 2]) / 2;
}

static double
get_track (const Grid *self, const OnsiteExhibitSegment *segment)
{
  const Axis *axis = &self->axes[segment->vertical ? ACROSS : DOWN];
  double offset = segment->track - (segment->n_tracks - 1) / 2.0;

  return get_line (axis, (guint) segment->line) + offset * axis->pitches[segment->line];
}

static double
get_start (const Axis *self, guint cell)
{
  return get_line (self, 2 * cell + 1) - self->sizes[cell] / 2;
}

static double
get_size (const Axis *self)
{
  return get_start (self, self->n_cells - 1) + self->sizes[self->n_cells - 1] +
         get_gutter (self, self->n_cells);
}

static void
place_boxes (const Grid *self, OnsiteExhibitLayout *layout)
{
  const Axis *across = &self->axes[ACROSS];
  const Axis *down = &self->axes[DOWN];

  g_array_set_size (layout->boxes, self->exhibit->boxes->len);
  for (guint i = 0; i < self->exhibit->boxes->len; i++)
    {
      double width = MAX (self->sizes->boxes[i].width, across->sizes[self->cells[i][ACROSS]]);

      *RECTANGLE (layout->boxes,
                  i) = (cairo_rectangle_t){ get_start (across, self->cells[i][ACROSS]),
                                            get_start (down, self->cells[i][DOWN]),
                                            width,
                                            down->sizes[self->cells[i][DOWN]] };
    }
}

static void
place_zones (const Grid *self, OnsiteExhibitLayout *layout)
{
  double em = self->sizes->em;

  g_array_set_size (layout->zones, self->exhibit->zones->len);
  for (guint i = 0; i < self->exhibit->zones->len; i++)
    {
      cairo_rectangle_t *frame = RECTANGLE (layout->zones, i);
      double top = ZONE * em + self->sizes->zones[i].height + ZONE * em / 2;
      guint first[N_AXES];
      guint last[N_AXES];

      find_extent (self, i, first, last);
      frame->x = get_start (&self->axes[ACROSS], first[ACROSS]) - ZONE * em;
      frame->y = get_start (&self->axes[DOWN], first[DOWN]) - top;
      frame->width = get_start (&self->axes[ACROSS], last[ACROSS]) +
                     self->axes[ACROSS].sizes[last[ACROSS]] + ZONE * em - frame->x;
      frame->height = get_start (&self->axes[DOWN], last[DOWN]) +
                      self->axes[DOWN].sizes[last[DOWN]] + ZONE * em - frame->y;
    }
}

/* One end of a way: on the side of its box that it leaves by, or comes to. */
static OnsiteExhibitPoint
get_end (const Grid *self,
         const OnsiteExhibitLayout *layout,
         const OnsiteExhibitSegment *segment,
         gboolean is_last)
{
  const OnsiteExhibitArrow *arrow = g_ptr_array_index (self->exhibit->arrows, segment->arrow);
  guint index = find_box (self, is_last ? arrow->to : arrow->from);
  const cairo_rectangle_t *box = RECTANGLE (layout->boxes, index);
  gboolean at_far_side = segment->ahead != is_last;
  double track = get_track (self, segment);

  if (segment->vertical)
    return (OnsiteExhibitPoint){ track, box->y + (at_far_side ? box->height : 0) };

  return (OnsiteExhibitPoint){ box->x + (at_far_side ? box->width : 0), track };
}

static void
place_ways (const Grid *self, OnsiteExhibitLayout *layout)
{
  const OnsiteExhibitSegment *segments = (gpointer) self->segments->data;

  g_ptr_array_set_size (layout->ways, 0);
  for (guint i = 0; i < self->segments->len; i++)
    {
      const OnsiteExhibitSegment *segment = segments + i;
      gboolean is_last = i + 1 == self->segments->len || segments[i + 1].index == 0;
      OnsiteExhibitPoint point = { get_track (self, segment), get_track (self, segment) };

      if (segment->index == 0)
        {
          OnsiteExhibitPoint start = get_end (self, layout, segment, FALSE);

          g_ptr_array_add (layout->ways, g_array_new (FALSE, FALSE, sizeof point));
          g_array_append_val (g_ptr_array_index (layout->ways, segment->arrow), start);
        }
      if (is_last)
        point = get_end (self, layout, segment, TRUE);
      else if (segment->vertical)
        point.y = get_track (self, segment + 1);
      else
        point.x = get_track (self, segment + 1);
      g_array_append_val (g_ptr_array_index (layout->ways, segment->arrow), point);
    }
}

static guint
count_over (const OnsiteExhibitLayout *layout, const cairo_rectangle_t *place, double gap)
{
  guint count = 0;

  for (guint i = 0; i < layout->ways->len; i++)
    {
      GArray *way = g_ptr_array_index (layout->ways, i);
      const OnsiteExhibitPoint *points = (gpointer) way->data;

      for (guint j = 0; j + 1 < way->len; j++)
        count += onsite_exhibit_rectangles_overlap (
            place,
            &(cairo_rectangle_t){ MIN (points[j].x, points[j + 1].x),
                                  MIN (points[j].y, points[j + 1].y),
                                  fabs (points[j].x - points[j + 1].x),
                                  fabs (points[j].y - points[j + 1].y) },
            gap);
    }

  return count;
}

/* At the top of the frame, from the left on, where the fewest arrows pass, and the fewest nearby. */
static void
place_zone_labels (const Grid *self, OnsiteExhibitLayout *layout)
{
  double em = self->sizes->em;

  g_array_set_size (layout->zone_labels, self->exhibit->zones->len);
  for (guint i = 0; i < self->exhibit->zones->len; i++)
    {
      const cairo_rectangle_t *frame = RECTANGLE (layout->zones, i);
      cairo_rectangle_t place = self->sizes->zones[i];
      double last = frame->x + frame->width - ZONE * em - place.width;
      guint fewest = G_MAXUINT;

      place.y = frame->y + ZONE * em / 2;
      for (place.x = frame->x + ZONE * em; place.x <= last + 0.01; place.x += em / 2)
        {
          guint count = count_over (layout, &place, 1) + count_over (layout, &place, CLEAR * em);

          if (count < fewest)
            {
              fewest = count;
              *RECTANGLE (layout->zone_labels, i) = place;
            }
        }
    }
}

static void
place_all (Grid *self, OnsiteExhibitLayout *layout)
{
  layout->width = get_size (&self->axes[ACROSS]);
  layout->height = get_size (&self->axes[DOWN]);
  place_boxes (self, layout);
  place_zones (self, layout);
  place_ways (self, layout);
  place_zone_labels (self, layout);
}

static void
widen (Grid *self, guint axis, guint gutter)
{
  gutter = MIN (gutter, self->axes[axis].n_cells);
  self->axes[axis].grown[gutter] += GROWTH * self->sizes->em;
}

/* Makes room for an arrow's label: along one of its parts, and at times beside it. */
static void
grow (Grid *self, guint arrow, guint attempt)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const OnsiteExhibitSegment *part;
  guint along, beside;

  for (guint i = 0; i < self->segments->len; i++)
    {
      OnsiteExhibitSegment *segment = &g_array_index (self->segments, OnsiteExhibitSegment, i);

      if (segment->arrow == arrow)
        g_ptr_array_add (parts, segment);
    }

  part = g_ptr_array_index (parts, attempt / 4 % parts->len);
  along = part->vertical ? DOWN : ACROSS;
  beside = part->vertical ? ACROSS : DOWN;
  if (attempt % 4 == 3)
    widen (self, beside, ((guint) part->line + attempt / 4 % 2) / 2);
  else
    widen (self, along, (guint) (part->from + part->to + 1) / 4);
}

static void
place_labels (Grid *self, OnsiteExhibitLayout *layout)
{
  for (guint i = 0; i < MOST_GROWTH; i++)
    {
      int unplaced;

      place_all (self, layout);
      g_array_set_size (layout->labels, 0);
      g_array_append_vals (layout->labels, self->sizes->labels, self->exhibit->arrows->len);
      unplaced = onsite_exhibit_labels_place (layout, self->sizes->em, i >= MOST_CLEAR);
      if (unplaced < 0)
        return;
      grow (self, (guint) unplaced, i);
    }
}

OnsiteExhibitLayout *
onsite_exhibit_layout_new (const OnsiteExhibit *exhibit,
                           const OnsiteExhibitSizes *sizes,
                           gboolean transposed)
{
  OnsiteExhibitLayout *self = g_new0 (OnsiteExhibitLayout, 1);
  g_autofree guint (*cells)[N_AXES] = g_malloc0 (exhibit->boxes->len * sizeof *cells);
  Grid grid = { exhibit, sizes, cells };

  self->boxes = g_array_new (FALSE, TRUE, sizeof (cairo_rectangle_t));
  self->zones = g_array_new (FALSE, TRUE, sizeof (cairo_rectangle_t));
  self->zone_labels = g_array_new (FALSE, TRUE, sizeof (cairo_rectangle_t));
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->labels = g_array_new (FALSE, TRUE, sizeof (cairo_rectangle_t));

  grid.axes[ACROSS].n_cells = number_cells (&grid, ACROSS, transposed);
  grid.axes[DOWN].n_cells = number_cells (&grid, DOWN, !transposed);
  find_segments (&grid);
  measure_pitches (&grid);
  measure_cells (&grid);
  measure_zones (&grid);
  measure_gutters (&grid);
  place_labels (&grid, self);
  g_array_unref (grid.segments);

  return self;
}

void
onsite_exhibit_layout_free (OnsiteExhibitLayout *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->zones);
  g_array_unref (self->zone_labels);
  g_ptr_array_unref (self->ways);
  g_array_unref (self->labels);
  g_free (self);
}
