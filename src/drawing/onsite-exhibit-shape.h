/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-colour.h"
#include "pack/onsite-exhibit.h"

G_BEGIN_DECLS

/**
 * onsite_exhibit_shape_pad:
 * @kind: what a box is
 * @em: the size of the type
 * @size: (inout): how large its text is; its position counts for nothing
 *
 * Makes a rectangle as large as the shape has to be around the text.
 */
void onsite_exhibit_shape_pad (OnsiteBoxKind kind, double em, cairo_rectangle_t *size);

/**
 * onsite_exhibit_shape_draw:
 * @cr: where to draw
 * @kind: what the box is
 * @em: the size of the type
 * @box: what the shape fills
 * @fill: what is within
 * @edge: its outline
 *
 * Draws what a box is as a shape, so that colour is not needed to tell: a
 * client has round ends, a service corners, a store is a cylinder, a queue one
 * that lies, a cache has its corners cut off, a job bars at its sides, and
 * what is somebody else's comes to a point.
 */
void onsite_exhibit_shape_draw (cairo_t *cr,
                                OnsiteBoxKind kind,
                                double em,
                                const cairo_rectangle_t *box,
                                const OnsiteColour *fill,
                                const OnsiteColour *edge);

/**
 * onsite_exhibit_shape_inset:
 * @kind: what the box is
 * @em: the size of the type
 * @box: what the shape fills
 * @vertical: whether an arrow runs up or down, and so meets the top or the bottom
 * @at: where on that side: its x, or its y for one at the left or the right
 *
 * Returns: how far inside of the rectangle's side the outline is there
 */
double onsite_exhibit_shape_inset (OnsiteBoxKind kind,
                                   double em,
                                   const cairo_rectangle_t *box,
                                   gboolean vertical,
                                   double at);

G_END_DECLS
