/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-network.h"

#define NO_EDGE     G_MAXUINT
#define UNREACHABLE G_MAXINT64

/* Each edge is followed by its reverse, so that 2i and 2i + 1 are a pair. */
typedef struct
{
  guint from;
  guint to;
  guint left;
  gint64 cost;
} Edge;

struct _OnsiteNetwork
{
  guint n_nodes;
  GArray *edges;
  gint64 *distances;
  guint *arrived_by;
};

OnsiteNetwork *
onsite_network_new (guint n_nodes)
{
  OnsiteNetwork *self = g_new0 (OnsiteNetwork, 1);

  self->n_nodes = n_nodes;
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->distances = g_new (gint64, n_nodes);
  self->arrived_by = g_new (guint, n_nodes);

  return self;
}

void
onsite_network_free (OnsiteNetwork *self)
{
  g_array_unref (self->edges);
  g_free (self->distances);
  g_free (self->arrived_by);
  g_free (self);
}

static Edge *
get_edge (const OnsiteNetwork *self, guint index)
{
  return &g_array_index (self->edges, Edge, index);
}

guint
onsite_network_add_edge (OnsiteNetwork *self, guint from, guint to, guint capacity, gint64 cost)
{
  Edge forth = { .from = from, .to = to, .left = capacity, .cost = cost };
  Edge back = { .from = to, .to = from, .left = 0, .cost = -cost };

  g_return_val_if_fail (from < self->n_nodes && to < self->n_nodes && from != to, 0);

  g_array_append_val (self->edges, forth);
  g_array_append_val (self->edges, back);

  return self->edges->len / 2 - 1;
}

static gboolean
relax (OnsiteNetwork *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = get_edge (self, i);
      gint64 distance = self->distances[edge->from];

      if (edge->left == 0 || distance == UNREACHABLE ||
          distance + edge->cost >= self->distances[edge->to])
        continue;

      self->distances[edge->to] = distance + edge->cost;
      self->arrived_by[edge->to] = i;
      changed = TRUE;
    }

  return changed;
}

static gboolean
find_path (OnsiteNetwork *self, guint source, guint sink)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->distances[i] = UNREACHABLE;
      self->arrived_by[i] = NO_EDGE;
    }
  self->distances[source] = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    if (!relax (self))
      break;

  return self->distances[sink] != UNREACHABLE;
}

static void
push_unit (OnsiteNetwork *self, guint source, guint sink)
{
  for (guint node = sink; node != source;)
    {
      guint index = self->arrived_by[node];

      get_edge (self, index)->left--;
      get_edge (self, index ^ 1)->left++;
      node = get_edge (self, index)->from;
    }
}

guint
onsite_network_push (OnsiteNetwork *self, guint source, guint sink, guint amount)
{
  guint pushed = 0;

  while (pushed < amount && find_path (self, source, sink))
    {
      push_unit (self, source, sink);
      pushed++;
    }

  return pushed;
}

guint
onsite_network_get_flow (const OnsiteNetwork *self, guint edge)
{
  g_return_val_if_fail (2 * edge + 1 < self->edges->len, 0);

  return get_edge (self, 2 * edge + 1)->left;
}
