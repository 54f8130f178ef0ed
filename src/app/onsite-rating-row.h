/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pack/onsite-pack-parts.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_RATING_ROW (onsite_rating_row_get_type ())

/**
 * OnsiteRatingRow:
 *
 * One dimension, rated by five dots from 1 to 5: a click rates, and a second
 * click on the same dot takes the rating back. The row is one stop of Tab; the
 * arrow keys go from dot to dot.
 *
 * Properties: "score" (uint, 0 for not rated), "current" (boolean): the row
 * that is being rated, which alone shows its anchors.
 */
G_DECLARE_FINAL_TYPE (OnsiteRatingRow, onsite_rating_row, ONSITE, RATING_ROW, GtkWidget)

/**
 * onsite_rating_row_new:
 * @dimension: what is rated; has to outlive the row
 * @anchors: (nullable): what 1, 3 and 5 sound like; copied
 *
 * Returns: (transfer floating): a row that isn't rated
 */
GtkWidget *onsite_rating_row_new (const OnsiteDimension *dimension, const OnsiteAnchors *anchors);

/**
 * onsite_rating_row_get_dimension:
 * @self: a row
 *
 * Returns: (transfer none): what is rated
 */
const OnsiteDimension *onsite_rating_row_get_dimension (OnsiteRatingRow *self);

/**
 * onsite_rating_row_set_score:
 * @self: a row
 * @score: from 1 to 5, or 0 for not rated
 */
void onsite_rating_row_set_score (OnsiteRatingRow *self, guint score);

/**
 * onsite_rating_row_get_score:
 * @self: a row
 *
 * Returns: from 1 to 5, or 0 for not rated
 */
guint onsite_rating_row_get_score (OnsiteRatingRow *self);

/**
 * onsite_rating_row_set_current:
 * @self: a row
 * @current: whether it is the row that is being rated, and shows its anchors
 */
void onsite_rating_row_set_current (OnsiteRatingRow *self, gboolean current);

G_END_DECLS
