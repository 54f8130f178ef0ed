/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-tracks.h"

static OnsiteExhibitSegment
make_segment (guint arrow, guint index, const OnsiteLatticePoint *a, const OnsiteLatticePoint *b)
{
  gboolean vertical = a->x == b->x;
  int start = vertical ? a->y : a->x;
  int end = vertical ? b->y : b->x;

  return (OnsiteExhibitSegment){ .arrow = arrow,
                                 .index = index,
                                 .vertical = vertical,
                                 .line = vertical ? a->x : a->y,
                                 .from = MIN (start, end),
                                 .to = MAX (start, end),
                                 .ahead = start < end };
}

/* To which side a way leaves the line at one of its corners. */
static int
get_pull (const OnsiteLatticePoint *corner, const OnsiteLatticePoint *beyond)
{
  return CLAMP (beyond->x - corner->x + beyond->y - corner->y, -1, 1);
}

static void
add_way (GArray *segments, guint arrow, GArray *way)
{
  const OnsiteLatticePoint *corners = (gpointer) way->data;

  for (guint i = 0; i + 1 < way->len; i++)
    {
      OnsiteExhibitSegment segment = make_segment (arrow, i, corners + i, corners + i + 1);

      if (i > 0)
        segment.pull += get_pull (corners + i, corners + i - 1);
      if (i + 2 < way->len)
        segment.pull += get_pull (corners + i + 1, corners + i + 2);
      g_array_append_val (segments, segment);
    }
}

/* What is pulled to one side comes first there; of two that are pulled alike,
 * the shorter lies within the longer. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const OnsiteExhibitSegment *one = *(const OnsiteExhibitSegment *const *) a;
  const OnsiteExhibitSegment *other = *(const OnsiteExhibitSegment *const *) b;
  int length = one->to - one->from - (other->to - other->from);

  if (one->pull != other->pull)
    return one->pull - other->pull;
  if (length != 0)
    return one->pull < 0 ? length : -length;

  return (int) one->arrow - (int) other->arrow;
}

/* Whether two segments would lie on each other. Those that only touch do not,
 * where a box is between them. */
static gboolean
meet (OnsiteExhibitRouter *router,
      const OnsiteExhibitSegment *one,
      const OnsiteExhibitSegment *other)
{
  int from = MAX (one->from, other->from);
  int to = MIN (one->to, other->to);
  OnsiteLatticePoint at = { one->vertical ? one->line : from, one->vertical ? from : one->line };

  if (one->vertical != other->vertical || one->line != other->line || from > to)
    return FALSE;

  return from < to || !onsite_exhibit_router_is_blocked (router, at);
}

/* Those that meet, and those that these meet, have as many tracks. */
static void
level (OnsiteExhibitRouter *router, GPtrArray *sorted)
{
  gboolean has_changed;

  do
    {
      has_changed = FALSE;
      for (guint i = 0; i < sorted->len; i++)
        for (guint j = 0; j < sorted->len; j++)
          {
            OnsiteExhibitSegment *one = g_ptr_array_index (sorted, i);
            const OnsiteExhibitSegment *other = g_ptr_array_index (sorted, j);

            if (one->n_tracks < other->n_tracks && meet (router, one, other))
              {
                one->n_tracks = other->n_tracks;
                has_changed = TRUE;
              }
          }
    }
  while (has_changed);
}

GArray *
onsite_exhibit_tracks_new (OnsiteExhibitRouter *router, GPtrArray *ways)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (OnsiteExhibitSegment));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < ways->len; i++)
    add_way (segments, i, g_ptr_array_index (ways, i));
  for (guint i = 0; i < segments->len; i++)
    g_ptr_array_add (sorted, &g_array_index (segments, OnsiteExhibitSegment, i));
  g_ptr_array_sort (sorted, compare);

  for (guint i = 0; i < sorted->len; i++)
    {
      OnsiteExhibitSegment *segment = g_ptr_array_index (sorted, i);

      for (guint j = 0; j < i; j++)
        {
          const OnsiteExhibitSegment *before = g_ptr_array_index (sorted, j);

          if (meet (router, segment, before))
            segment->track = MAX (segment->track, before->track + 1);
        }
      segment->n_tracks = segment->track + 1;
    }
  level (router, sorted);

  return segments;
}
