/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_DEBRIEF_PAGE (onsite_debrief_page_get_type ())

/**
 * OnsiteDebriefPage:
 *
 * What a loop showed: what its answers cover and what they don't, who says so,
 * and the figures, each of which leads to the answers behind it.
 */
G_DECLARE_FINAL_TYPE (OnsiteDebriefPage, onsite_debrief_page, ONSITE, DEBRIEF_PAGE, AdwBin)

/**
 * onsite_debrief_page_new:
 * @context: the program's context, whose library has the loop
 * @loop: the id of a loop
 *
 * Returns: (transfer floating): a new page, which reads the loop
 */
GtkWidget *onsite_debrief_page_new (OnsiteContext *context, const char *loop);

/**
 * onsite_debrief_page_reload:
 * @self: a debrief
 * @loop: the id of a loop that changed
 *
 * Reads the loop anew if it is the one that is shown.
 *
 * Returns: whether it is
 */
gboolean onsite_debrief_page_reload (OnsiteDebriefPage *self, const char *loop);

G_END_DECLS
