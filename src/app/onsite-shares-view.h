/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pack/onsite-guide.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SHARES_VIEW (onsite_shares_view_get_type ())

/**
 * OnsiteSharesView:
 *
 * A guide's chart of shares, drawn; to those who hear it, its figures in words.
 */
G_DECLARE_FINAL_TYPE (OnsiteSharesView, onsite_shares_view, ONSITE, SHARES_VIEW, GtkWidget)

/**
 * onsite_shares_view_new:
 * @block: a block of shares, which has to outlive the view
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *onsite_shares_view_new (const OnsiteGuideBlock *block);

/**
 * onsite_shares_view_describe:
 * @block: a block of shares
 *
 * Returns: (transfer full): it in words: "By year. Year 1: Grant 5%, Bonus 50%. Year 2:
 *   …"
 */
char *onsite_shares_view_describe (const OnsiteGuideBlock *block);

G_END_DECLS
