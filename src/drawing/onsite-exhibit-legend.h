/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-exhibit-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * OnsiteExhibitLegend:
 *
 * What the shapes and lines of an exhibit stand for, those that are in it.
 */
typedef struct _OnsiteExhibitLegend OnsiteExhibitLegend;

/**
 * onsite_exhibit_legend_new:
 * @exhibit: an exhibit
 * @context: to lay out text with
 * @em: the size of the type of the drawing that it goes with
 * @width: how wide it may be
 *
 * Returns: (transfer full): a legend, in as many lines as it takes
 */
OnsiteExhibitLegend *onsite_exhibit_legend_new (const OnsiteExhibit *exhibit,
                                                PangoContext *context,
                                                double em,
                                                double width);

/**
 * onsite_exhibit_legend_free:
 * @self: (transfer full): a legend
 */
void onsite_exhibit_legend_free (OnsiteExhibitLegend *self);

/**
 * onsite_exhibit_legend_get_height:
 * @self: a legend
 *
 * Returns: how high it is
 */
double onsite_exhibit_legend_get_height (OnsiteExhibitLegend *self);

/**
 * onsite_exhibit_legend_draw:
 * @self: a legend
 * @cr: where to draw, from (0, 0) on
 * @palette: what to draw in
 */
void onsite_exhibit_legend_draw (OnsiteExhibitLegend *self,
                                 cairo_t *cr,
                                 const OnsiteExhibitPalette *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteExhibitLegend, onsite_exhibit_legend_free)

G_END_DECLS
