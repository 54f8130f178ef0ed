/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_EXHIBIT_VIEW (onsite_exhibit_view_get_type ())

/**
 * OnsiteExhibitView:
 *
 * An exhibit to be looked at beside a question: what is proposed, what is
 * given, and the drawing, which opens in a window of its own where it is too
 * small. What a strong candidate finds is below, where it may be seen.
 */
G_DECLARE_FINAL_TYPE (OnsiteExhibitView, onsite_exhibit_view, ONSITE, EXHIBIT_VIEW, AdwBin)

/**
 * onsite_exhibit_view_new:
 * @pack: the pack that has the exhibit, which is kept
 * @exhibit: what to show
 *
 * Returns: (transfer floating): a view of it, without its risks
 */
GtkWidget *onsite_exhibit_view_new (OnsitePack *pack, const OnsiteExhibit *exhibit);

/**
 * onsite_exhibit_view_reveal:
 * @self: a view
 * @level: the id of the level that the loop is held at
 *
 * Shows the risks as well, by their order: first those that a strong candidate
 * for the level finds, and at each the levels and where it is to be found.
 */
void onsite_exhibit_view_reveal (OnsiteExhibitView *self, const char *level);

G_END_DECLS
