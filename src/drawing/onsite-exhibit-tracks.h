/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-exhibit-router.h"

G_BEGIN_DECLS

/**
 * OnsiteExhibitSegment:
 * @arrow: whose it is, by position
 * @index: its position in the arrow's way
 * @vertical: whether it runs up or down
 * @line: the line of the lattice that it runs along
 * @from: where it begins on the line, or ends
 * @to: the other end, behind @from
 * @ahead: whether the arrow goes from @from to @to
 * @pull: which side of the line it would rather be on: below 0 left or up
 * @track: beside those that share the line with it, from the left or from above
 * @n_tracks: how many tracks there are where it runs
 *
 * A straight part of an arrow's way.
 */
typedef struct
{
  guint arrow;
  guint index;
  gboolean vertical;
  int line;
  int from;
  int to;
  gboolean ahead;
  int pull;
  guint track;
  guint n_tracks;
} OnsiteExhibitSegment;

/**
 * onsite_exhibit_tracks_new:
 * @router: where the boxes are
 * @ways: (element-type GArray): the corners of each arrow's way, as the router found them
 *
 * Takes the ways apart into straight segments, and lays those that share a
 * part of a line side by side.
 *
 * Returns: (transfer full) (element-type OnsiteExhibitSegment): the segments
 *   of each arrow from its start to its end, in the order of @ways
 */
GArray *onsite_exhibit_tracks_new (OnsiteExhibitRouter *router, GPtrArray *ways);

G_END_DECLS
