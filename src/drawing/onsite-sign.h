/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-colour.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * onsite_sign_draw:
 * @cr: where to draw; the sign fills the square from (0, 0)
 * @sources: the #ONSITE_SOURCE_BIT of each who says so; 0 draws nothing
 * @strength: from 0 to 1: how strongly it was heard
 * @size: the square's side, in units of @cr; made for 12 to 24
 * @colour: what it is drawn in
 *
 * Draws who says that an answer covers something as a shape, so that colour is
 * not needed to tell: asked is a ring, claimed a half disc, heard a disc (its
 * area grows with @strength), coach a diamond. Where several say so the
 * weightiest is drawn (coach before heard before claimed), and that it was
 * asked for stays as the ring around it. The same in both text directions.
 * Leaves the state of @cr as it was.
 */
void onsite_sign_draw (cairo_t *cr,
                       guint sources,
                       double strength,
                       double size,
                       const OnsiteColour *colour);

G_END_DECLS
