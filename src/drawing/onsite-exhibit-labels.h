/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-exhibit-layout.h"

G_BEGIN_DECLS

/**
 * onsite_exhibit_labels_place:
 * @layout: where everything else is; its labels have their sizes, and get their places
 * @em: the size of the type
 * @may_cross: whether a label may stand on another arrow, if nothing else is left
 *
 * Gives each label a place on its arrow or beside it, where it overlaps
 * neither a box nor another label.
 *
 * Returns: the position of the first arrow whose label finds none, or -1
 */
int onsite_exhibit_labels_place (OnsiteExhibitLayout *layout, double em, gboolean may_cross);

/**
 * onsite_exhibit_rectangles_overlap:
 * @one: a rectangle
 * @other: another
 * @gap: how far they have to be apart
 *
 * Returns: whether they are nearer than that
 */
gboolean onsite_exhibit_rectangles_overlap (const cairo_rectangle_t *one,
                                            const cairo_rectangle_t *other,
                                            double gap);

G_END_DECLS
