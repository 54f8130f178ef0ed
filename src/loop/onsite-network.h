/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteNetwork:
 *
 * A network of edges with capacities and costs, and a flow through it of the
 * least cost: successive shortest paths, each found by Bellman and Ford's
 * method, since costs may be below zero (R. K. Ahuja, T. L. Magnanti,
 * J. B. Orlin, "Network Flows", 1993, section 9.7). Exact, and quick enough for
 * some thousands of edges.
 */
typedef struct _OnsiteNetwork OnsiteNetwork;

/**
 * onsite_network_new:
 * @n_nodes: how many nodes it has
 *
 * Returns: (transfer full): a network without edges
 */
OnsiteNetwork *onsite_network_new (guint n_nodes);

/**
 * onsite_network_free:
 * @self: (transfer full): a network
 */
void onsite_network_free (OnsiteNetwork *self);

/**
 * onsite_network_add_edge:
 * @self: a network
 * @from: a node
 * @to: another node
 * @capacity: how much may flow
 * @cost: what one unit of it costs. No circle of edges may cost less than 0
 *
 * Returns: the number of the edge, for onsite_network_get_flow()
 */
guint
onsite_network_add_edge (OnsiteNetwork *self, guint from, guint to, guint capacity, gint64 cost);

/**
 * onsite_network_push:
 * @self: a network
 * @source: a node
 * @sink: another node
 * @amount: how much is to flow
 *
 * Where flows cost the same, edges that were added earlier win.
 *
 * Returns: how much of @amount flows now, at the least cost; less only if no
 *   more can
 */
guint onsite_network_push (OnsiteNetwork *self, guint source, guint sink, guint amount);

/**
 * onsite_network_get_flow:
 * @self: a network
 * @edge: the number of an edge
 *
 * Returns: how much flows over it
 */
guint onsite_network_get_flow (const OnsiteNetwork *self, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteNetwork, onsite_network_free)

G_END_DECLS
