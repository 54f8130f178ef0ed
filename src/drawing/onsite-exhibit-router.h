/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteLatticePoint:
 *
 * A point of the lattice on which arrows run: odd lines go through the middles
 * of columns and rows, even ones through the gutters beside them. The cell in
 * column c of row r is at (2c + 1, 2r + 1).
 */
typedef struct
{
  int x;
  int y;
} OnsiteLatticePoint;

/**
 * OnsiteExhibitRouter:
 *
 * Finds ways for arrows between the boxes on a grid, one after the other.
 */
typedef struct _OnsiteExhibitRouter OnsiteExhibitRouter;

/**
 * onsite_exhibit_router_new:
 * @n_columns: of the grid
 * @n_rows: of the grid
 *
 * Returns: (transfer full): a router for a grid with no boxes on it
 */
OnsiteExhibitRouter *onsite_exhibit_router_new (guint n_columns, guint n_rows);

/**
 * onsite_exhibit_router_free:
 * @self: (transfer full): a router
 */
void onsite_exhibit_router_free (OnsiteExhibitRouter *self);

/**
 * onsite_exhibit_router_block:
 * @self: a router
 * @at: a cell
 *
 * Tells that a box stands there: no way leads through it.
 */
void onsite_exhibit_router_block (OnsiteExhibitRouter *self, OnsiteLatticePoint at);

/**
 * onsite_exhibit_router_is_blocked:
 * @self: a router
 * @at: a point of the lattice
 *
 * Returns: whether a box stands there
 */
gboolean onsite_exhibit_router_is_blocked (OnsiteExhibitRouter *self, OnsiteLatticePoint at);

/**
 * onsite_exhibit_router_find:
 * @self: a router
 * @from: the cell of a box
 * @to: the cell of another
 *
 * Finds the way with the least of length, bends, crossings and company, by
 * E. W. Dijkstra's algorithm (A note on two problems in connexion with graphs,
 * 1959). There always is one, since the gutters are free. What is found is
 * kept in mind for those that are looked for later.
 *
 * Returns: (transfer full) (element-type OnsiteLatticePoint): both ends, and the corners between
 */
GArray *onsite_exhibit_router_find (OnsiteExhibitRouter *self,
                                    OnsiteLatticePoint from,
                                    OnsiteLatticePoint to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteExhibitRouter, onsite_exhibit_router_free)

G_END_DECLS
