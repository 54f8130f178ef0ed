/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-colour.h"
#include "onsite-exhibit-layout.h"

G_BEGIN_DECLS

/**
 * onsite_exhibit_line_draw:
 * @cr: where to draw
 * @kind: how something goes
 * @em: the size of the type
 * @points: from the start to the tip
 * @n_points: how many, two at least
 * @colour: what it is drawn in
 *
 * Draws an arrow: a call is a solid line with a full head, an event a dashed
 * one with an open head, a copy a dotted one with a hollow head.
 */
void onsite_exhibit_line_draw (cairo_t *cr,
                               OnsiteArrowKind kind,
                               double em,
                               const OnsiteExhibitPoint *points,
                               gsize n_points,
                               const OnsiteColour *colour);

G_END_DECLS
