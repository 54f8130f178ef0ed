/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pack/onsite-guide.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_GUIDE_SECTION_VIEW (onsite_guide_section_view_get_type ())

/**
 * OnsiteGuideSectionView:
 *
 * A section of a guide, from its title to its last block. Takes the focus
 * itself, so that it can be scrolled by keys.
 */
G_DECLARE_FINAL_TYPE (OnsiteGuideSectionView,
                      onsite_guide_section_view,
                      ONSITE,
                      GUIDE_SECTION_VIEW,
                      GtkWidget)

/**
 * onsite_guide_section_view_new:
 * @section: a section, which has to outlive the view
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *onsite_guide_section_view_new (const OnsiteGuideSection *section);

/**
 * onsite_guide_section_view_get_item:
 * @self: a section's view
 * @block: the index of a block of the section
 * @item: the index of an item of that
 *
 * Returns: (transfer none): the widget that shows it
 */
GtkWidget *
onsite_guide_section_view_get_item (OnsiteGuideSectionView *self, guint block, guint item);

/**
 * onsite_guide_section_view_get_block_at:
 * @self: a view
 * @y: how far below its top, in pixels
 *
 * Returns: the first block that reaches below @y, the last one if none does
 */
guint onsite_guide_section_view_get_block_at (OnsiteGuideSectionView *self, double y);

G_END_DECLS
