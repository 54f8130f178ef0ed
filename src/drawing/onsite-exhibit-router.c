/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-router.h"

#define N_DIRECTIONS 4
#define NOWHERE      (-1)

/* What a way costs, in steps of the lattice: a bend is worth a detour of two
 * steps, and a crossing one of three. */
#define STEP    2
#define BEND    4
#define CROSS   6
#define COMPANY 2
#define OUTSIDE 1

static const OnsiteLatticePoint directions[N_DIRECTIONS] = {
  { 1, 0 },
  { 0, 1 },
  { -1, 0 },
  { 0, -1 },
};

struct _OnsiteExhibitRouter
{
  int width;
  int height;
  gboolean *is_blocked;
  /* By point and direction: how many ways leave the point so, or come so. */
  guint (*uses)[N_DIRECTIONS];
};

/* A search: for each point and the direction in which it was reached. */
typedef struct
{
  guint *costs;
  int *previous;
  gboolean *is_done;
} Search;

OnsiteExhibitRouter *
onsite_exhibit_router_new (guint n_columns, guint n_rows)
{
  OnsiteExhibitRouter *self = g_new0 (OnsiteExhibitRouter, 1);
  gsize n_points;

  self->width = 2 * (int) n_columns + 1;
  self->height = 2 * (int) n_rows + 1;
  n_points = (gsize) (self->width * self->height);
  self->is_blocked = g_new0 (gboolean, n_points);
  self->uses = g_malloc0 (n_points * sizeof *self->uses);

  return self;
}

void
onsite_exhibit_router_free (OnsiteExhibitRouter *self)
{
  g_free (self->is_blocked);
  g_free (self->uses);
  g_free (self);
}

static int
get_index (OnsiteExhibitRouter *self, OnsiteLatticePoint at)
{
  return at.y * self->width + at.x;
}

static OnsiteLatticePoint
get_point (OnsiteExhibitRouter *self, int index)
{
  return (OnsiteLatticePoint){ index % self->width, index / self->width };
}

static gboolean
is_inside (OnsiteExhibitRouter *self, OnsiteLatticePoint at)
{
  return at.x >= 0 && at.y >= 0 && at.x < self->width && at.y < self->height;
}

void
onsite_exhibit_router_block (OnsiteExhibitRouter *self, OnsiteLatticePoint at)
{
  self->is_blocked[get_index (self, at)] = TRUE;
}

gboolean
onsite_exhibit_router_is_blocked (OnsiteExhibitRouter *self, OnsiteLatticePoint at)
{
  return self->is_blocked[get_index (self, at)];
}

static int
turn_back (int direction)
{
  return (direction + 2) % N_DIRECTIONS;
}

static OnsiteLatticePoint
go (OnsiteLatticePoint from, int direction)
{
  return (OnsiteLatticePoint){ from.x + directions[direction].x, from.y + directions[direction].y };
}

static guint
count_uses (OnsiteExhibitRouter *self, int point, int axis)
{
  return self->uses[point][axis] + self->uses[point][axis + 2];
}

/* What it costs to leave a point that was reached in a direction. */
static guint
get_cost (OnsiteExhibitRouter *self, int point, int reached, int direction)
{
  OnsiteLatticePoint at = get_point (self, point);
  OnsiteLatticePoint next = go (at, direction);
  guint cost = STEP + COMPANY * self->uses[point][direction];

  if (next.x == 0 || next.y == 0 || next.x == self->width - 1 || next.y == self->height - 1)
    cost += OUTSIDE;
  if (reached == NOWHERE)
    return cost;
  if (reached == direction)
    return cost + CROSS / 2 * count_uses (self, point, 1 - direction % 2);

  return cost + BEND + count_uses (self, point, 0) + count_uses (self, point, 1);
}

static int
find_nearest (const Search *search, int n_states)
{
  int nearest = NOWHERE;

  for (int i = 0; i < n_states; i++)
    if (!search->is_done[i] && search->costs[i] < G_MAXUINT &&
        (nearest == NOWHERE || search->costs[i] < search->costs[nearest]))
      nearest = i;

  return nearest;
}

/* A state is a point and the direction in which it was reached. */
static void
look_around (OnsiteExhibitRouter *self, Search *search, int state, int from, int to)
{
  int point = state / N_DIRECTIONS;
  int reached = point == from ? NOWHERE : state % N_DIRECTIONS;

  for (int direction = 0; direction < N_DIRECTIONS; direction++)
    {
      OnsiteLatticePoint next = go (get_point (self, point), direction);
      int index = get_index (self, next);
      int next_state = index * N_DIRECTIONS + direction;
      guint cost;

      if (!is_inside (self, next) || (self->is_blocked[index] && index != to) ||
          (reached != NOWHERE && direction == turn_back (reached)))
        continue;

      cost = search->costs[state] + get_cost (self, point, reached, direction);
      if (cost < search->costs[next_state])
        {
          search->costs[next_state] = cost;
          search->previous[next_state] = state;
        }
    }
}

/* Goes back from the end, and notes who goes where. */
static GArray *
collect (OnsiteExhibitRouter *self, const Search *search, int state, int from)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (OnsiteLatticePoint));
  int reached = NOWHERE;

  for (; state / N_DIRECTIONS != from; state = search->previous[state])
    {
      int point = state / N_DIRECTIONS;
      int direction = state % N_DIRECTIONS;
      OnsiteLatticePoint at = get_point (self, point);

      if (direction != reached)
        g_array_prepend_val (corners, at);
      reached = direction;
      self->uses[point][turn_back (direction)]++;
      self->uses[search->previous[state] / N_DIRECTIONS][direction]++;
    }
  g_array_prepend_vals (corners, (OnsiteLatticePoint[]){ get_point (self, from) }, 1);

  return corners;
}

GArray *
onsite_exhibit_router_find (OnsiteExhibitRouter *self,
                            OnsiteLatticePoint from,
                            OnsiteLatticePoint to)
{
  int n_states = self->width * self->height * N_DIRECTIONS;
  int start = get_index (self, from);
  int end = get_index (self, to);
  g_autofree guint *costs = g_new (guint, (gsize) n_states);
  g_autofree int *previous = g_new0 (int, (gsize) n_states);
  g_autofree gboolean *is_done = g_new0 (gboolean, (gsize) n_states);
  Search search = { costs, previous, is_done };
  int state = start * N_DIRECTIONS;

  for (int i = 0; i < n_states; i++)
    costs[i] = G_MAXUINT;
  costs[state] = 0;
  while (state / N_DIRECTIONS != end)
    {
      look_around (self, &search, state, start, end);
      is_done[state] = TRUE;
      state = find_nearest (&search, n_states);
      g_assert (state != NOWHERE);
    }

  return collect (self, &search, state, start);
}
