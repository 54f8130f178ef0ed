/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-exhibit.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * OnsiteExhibitPoint:
 *
 * A point of a drawing, in units of its surface.
 */
typedef struct
{
  double x;
  double y;
} OnsiteExhibitPoint;

/**
 * OnsiteExhibitSizes:
 * @em: the size of the type, which margins are measured by
 * @boxes: of each box, with its text and its shape
 * @zones: of each zone's label
 * @labels: of each arrow's label, 0 where it has none
 *
 * How large the parts of an exhibit are: the width and the height of each
 * rectangle. Owns nothing.
 */
typedef struct
{
  double em;
  const cairo_rectangle_t *boxes;
  const cairo_rectangle_t *zones;
  const cairo_rectangle_t *labels;
} OnsiteExhibitSizes;

/**
 * OnsiteExhibitLayout:
 * @width: of all of it
 * @height: of all of it
 * @boxes: (element-type cairo_rectangle_t): where each box is
 * @zones: (element-type cairo_rectangle_t): where each zone's frame is
 * @zone_labels: (element-type cairo_rectangle_t): where each zone's label is
 * @ways: (element-type GArray): each arrow's points, from the side of a box to that of another
 * @labels: (element-type cairo_rectangle_t): where each arrow's label is; of no width if it has none
 *
 * Where the parts of an exhibit are, from (0, 0) on, by their positions in the
 * exhibit.
 */
typedef struct
{
  double width;
  double height;
  GArray *boxes;
  GArray *zones;
  GArray *zone_labels;
  GPtrArray *ways;
  GArray *labels;
} OnsiteExhibitLayout;

/**
 * onsite_exhibit_layout_new:
 * @exhibit: an exhibit
 * @sizes: how large its parts are
 * @transposed: whether columns become rows, for where it is narrow
 *
 * Lays an exhibit out. Arrows run straight and square, through gutters and
 * empty cells: never across a box. Labels overlap neither boxes nor each
 * other; gutters grow until all of them find a place. Columns and rows that
 * hold no box take no room.
 *
 * Returns: (transfer full): the layout
 */
OnsiteExhibitLayout *onsite_exhibit_layout_new (const OnsiteExhibit *exhibit,
                                                const OnsiteExhibitSizes *sizes,
                                                gboolean transposed);

/**
 * onsite_exhibit_layout_free:
 * @self: (transfer full): a layout
 */
void onsite_exhibit_layout_free (OnsiteExhibitLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteExhibitLayout, onsite_exhibit_layout_free)

G_END_DECLS
