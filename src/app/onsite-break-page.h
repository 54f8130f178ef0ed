/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_BREAK_PAGE (onsite_break_page_get_type ())

/**
 * OnsiteBreakPage:
 *
 * Between two rounds, and after the last: what was just said is rated by the
 * one who said it.
 *
 * Property: "rehearsal" (read only).
 */
G_DECLARE_FINAL_TYPE (OnsiteBreakPage, onsite_break_page, ONSITE, BREAK_PAGE, AdwBin)

/**
 * onsite_break_page_new:
 * @context: a context with a rehearsal that is in a break
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *onsite_break_page_new (OnsiteContext *context);

G_END_DECLS
