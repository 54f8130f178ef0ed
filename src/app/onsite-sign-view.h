/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "records/onsite-records.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SIGN_VIEW (onsite_sign_view_get_type ())

/**
 * OnsiteSignView:
 *
 * The sign that tells who says that an answer covers something, in its colour.
 * It goes beside words that say the same, and is passed over by a screen
 * reader.
 *
 * Properties: "sources" (uint: the #ONSITE_SOURCE_BIT of each who says so),
 * "strength" (double, from 0 to 1, 1 at first).
 */
G_DECLARE_FINAL_TYPE (OnsiteSignView, onsite_sign_view, ONSITE, SIGN_VIEW, GtkWidget)

/**
 * onsite_sign_view_new:
 * @sources: the %ONSITE_SOURCE_BIT of each who says so; 0 for nobody
 *
 * Returns: (transfer floating): a new sign
 */
GtkWidget *onsite_sign_view_new (guint sources);

/**
 * onsite_sign_view_set_sources:
 * @self: a sign
 * @sources: the %ONSITE_SOURCE_BIT of each who says so; 0 for nobody
 */
void onsite_sign_view_set_sources (OnsiteSignView *self, guint sources);

/**
 * onsite_sign_get_colour_name:
 * @sources: the %ONSITE_SOURCE_BIT of each who says so, at least one
 *
 * Returns: (transfer none): what ui/style.css calls that colour
 */
const char *onsite_sign_get_colour_name (guint sources);

/**
 * onsite_sign_describe:
 * @sources: the %ONSITE_SOURCE_BIT of each who says so; 0 for nobody
 *
 * Returns: (transfer full): who says so in words, the weightiest first: "claimed,
 *   asked"; "" for nobody
 */
char *onsite_sign_describe (guint sources);

G_END_DECLS
