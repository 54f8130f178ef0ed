/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-exhibit-layout.h"
#include "onsite-exhibit-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * OnsiteExhibitDrawing:
 *
 * An exhibit as a drawing, with a legend of the shapes and lines in it, onto
 * any cairo surface: a window's, an SVG's, a PDF's. The same in both text
 * directions, since what is left of what is part of the proposal.
 */
typedef struct _OnsiteExhibitDrawing OnsiteExhibitDrawing;

/**
 * onsite_exhibit_drawing_new:
 * @exhibit: what to draw; it has to outlive the drawing
 * @context: whose fonts, language and resolution are taken
 * @transposed: whether columns become rows
 *
 * Measures the texts of an exhibit, and lays it out.
 *
 * Returns: (transfer full): the drawing
 */
OnsiteExhibitDrawing *onsite_exhibit_drawing_new (const OnsiteExhibit *exhibit,
                                                  PangoContext *context,
                                                  gboolean transposed);

/**
 * onsite_exhibit_drawing_choose:
 * @written: an exhibit as it was written down
 * @transposed: the same, transposed
 * @width: how much room there is; below 0 for as much as one likes
 *
 * Returns: (transfer none): which of them fits better: as it was written down,
 *   if that needs to be made little smaller than the other
 */
OnsiteExhibitDrawing *onsite_exhibit_drawing_choose (OnsiteExhibitDrawing *written,
                                                     OnsiteExhibitDrawing *transposed,
                                                     double width);

/**
 * onsite_exhibit_drawing_free:
 * @self: (transfer full): a drawing
 */
void onsite_exhibit_drawing_free (OnsiteExhibitDrawing *self);

/**
 * onsite_exhibit_drawing_get_size:
 * @self: a drawing
 * @width: (out): the width at which its type has the size of the context's
 * @height: (out): the height that goes with it
 */
void onsite_exhibit_drawing_get_size (OnsiteExhibitDrawing *self, double *width, double *height);

/**
 * onsite_exhibit_drawing_get_layout:
 * @self: a drawing
 *
 * Returns: (transfer none): where its parts are, at its own size
 */
const OnsiteExhibitLayout *onsite_exhibit_drawing_get_layout (OnsiteExhibitDrawing *self);

/**
 * onsite_exhibit_drawing_draw:
 * @self: a drawing
 * @cr: where to draw, from (0, 0) on
 * @palette: what to draw in
 * @width: how wide, in units of @cr; the height follows from it
 *
 * Draws the exhibit on its paper. Leaves the state of @cr as it was.
 */
void onsite_exhibit_drawing_draw (OnsiteExhibitDrawing *self,
                                  cairo_t *cr,
                                  const OnsiteExhibitPalette *palette,
                                  double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteExhibitDrawing, onsite_exhibit_drawing_free)

G_END_DECLS
