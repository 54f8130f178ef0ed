/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-guide.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_GUIDE_BLOCK_VIEW (onsite_guide_block_view_get_type ())

/**
 * OnsiteGuideBlockView:
 *
 * A block of a guide, to be read: its heading, and below it what it is made of.
 * It takes the focus as a whole, and is heard as a whole.
 */
G_DECLARE_FINAL_TYPE (OnsiteGuideBlockView,
                      onsite_guide_block_view,
                      ONSITE,
                      GUIDE_BLOCK_VIEW,
                      AdwBin)

/**
 * onsite_guide_block_view_new:
 * @block: a block, which has to outlive the view
 * @section: the title of its section, by which it is known where it has none
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *onsite_guide_block_view_new (const OnsiteGuideBlock *block, const char *section);

/**
 * onsite_guide_block_view_get_item:
 * @self: a block's view
 * @item: the index of an item of the block
 *
 * Returns: (transfer none): the widget that shows it; the view itself where the block
 *   is of one piece
 */
GtkWidget *onsite_guide_block_view_get_item (OnsiteGuideBlockView *self, guint item);

G_END_DECLS
