/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SHARE_PAGE (onsite_share_page_get_type ())

/**
 * OnsiteSharePage:
 *
 * Where a person chooses what of a loop is handed on, sees what leaves by that and what
 * stays, and saves it.
 */
G_DECLARE_FINAL_TYPE (OnsiteSharePage, onsite_share_page, ONSITE, SHARE_PAGE, AdwBin)

/**
 * onsite_share_page_new:
 * @context: the program's context, whose library has the loop
 * @loop: the id of a loop
 *
 * Returns: (transfer floating): a new page, which reads the loop
 */
GtkWidget *onsite_share_page_new (OnsiteContext *context, const char *loop);

G_END_DECLS
