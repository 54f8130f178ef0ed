/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-loop-item.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_LOOP_ROW (onsite_loop_row_get_type ())

/**
 * OnsiteLoopRow:
 *
 * A past loop in the list of home. Its menu calls home.open-loop,
 * home.continue-loop, home.delete-loop and home.purge-loop with the loop's id.
 */
G_DECLARE_FINAL_TYPE (OnsiteLoopRow, onsite_loop_row, ONSITE, LOOP_ROW, AdwPreferencesRow)

/**
 * onsite_loop_row_new:
 * @item: a loop; held
 * @pack: what names are looked up in
 *
 * Returns: (transfer floating): a row of it
 */
GtkWidget *onsite_loop_row_new (OnsiteLoopItem *item, OnsitePack *pack);

/**
 * onsite_loop_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): the loop that it shows
 */
OnsiteLoopItem *onsite_loop_row_get_item (OnsiteLoopRow *self);

G_END_DECLS
