/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_LOOP_ITEM (onsite_loop_item_get_type ())

/**
 * OnsiteLoopItem:
 *
 * A past or interrupted loop as an item of a list model. Immutable: a loop
 * that changed is another item.
 */
G_DECLARE_FINAL_TYPE (OnsiteLoopItem, onsite_loop_item, ONSITE, LOOP_ITEM, GObject)

/**
 * onsite_loop_item_new:
 * @summary: (transfer full): a loop
 *
 * Returns: (transfer full): an item of it
 */
OnsiteLoopItem *onsite_loop_item_new (OnsiteLoopSummary *summary);

/**
 * onsite_loop_item_get_summary:
 * @self: an item
 *
 * Returns: (transfer none): the loop
 */
const OnsiteLoopSummary *onsite_loop_item_get_summary (OnsiteLoopItem *self);

/**
 * onsite_loop_item_equal:
 * @self: an item
 * @other: another item
 *
 * Returns: whether both would look the same
 */
gboolean onsite_loop_item_equal (OnsiteLoopItem *self, OnsiteLoopItem *other);

G_END_DECLS
