/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_EXHIBIT_CANVAS (onsite_exhibit_canvas_get_type ())

/**
 * OnsiteExhibitCanvas:
 *
 * Draws an exhibit.
 */
G_DECLARE_FINAL_TYPE (OnsiteExhibitCanvas, onsite_exhibit_canvas, ONSITE, EXHIBIT_CANVAS, GtkWidget)

/**
 * onsite_exhibit_canvas_set_exhibit:
 * @self: a canvas
 * @pack: the pack that has the exhibit, which is kept
 * @exhibit: what to draw
 *
 * Draws an exhibit in the colours of the person's scheme, as wide as there is
 * room for, up to its own size. It is described in words to a screen reader.
 */
void onsite_exhibit_canvas_set_exhibit (OnsiteExhibitCanvas *self,
                                        OnsitePack *pack,
                                        const OnsiteExhibit *exhibit);

/**
 * onsite_exhibit_canvas_set_zoom:
 * @self: a canvas
 * @zoom: the size of its type to that of the window's, or 0 to fit the room there is
 *
 * Draws the exhibit at a size of its own, as it was written down.
 */
void onsite_exhibit_canvas_set_zoom (OnsiteExhibitCanvas *self, double zoom);

G_END_DECLS
