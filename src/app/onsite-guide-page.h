/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_GUIDE_PAGE (onsite_guide_page_get_type ())

/**
 * OnsiteGuidePage:
 *
 * What a pack has to tell of its interviews, section by section, with an
 * outline to go by and a search. Opens where it was left the last time.
 */
G_DECLARE_FINAL_TYPE (OnsiteGuidePage, onsite_guide_page, ONSITE, GUIDE_PAGE, AdwBin)

/**
 * onsite_guide_page_new:
 * @context: a context whose pack has a guide
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *onsite_guide_page_new (OnsiteContext *context);

/**
 * onsite_guide_page_show_section:
 * @self: a page
 * @section: which of the guide's sections, from 0
 *
 * Shows a section from its beginning, wherever the guide was left.
 */
void onsite_guide_page_show_section (OnsiteGuidePage *self, guint section);

G_END_DECLS
