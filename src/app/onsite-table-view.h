/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-guide.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_TABLE_VIEW (onsite_table_view_get_type ())

/**
 * OnsiteTableView:
 *
 * A guide's table: in columns where there is room for them, and else row by
 * row, each cell beside the name of its column.
 */
G_DECLARE_FINAL_TYPE (OnsiteTableView, onsite_table_view, ONSITE, TABLE_VIEW, AdwBin)

/**
 * onsite_table_view_new:
 * @block: a table, which has to outlive the widget
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *onsite_table_view_new (const OnsiteGuideBlock *block);

/**
 * onsite_table_view_get_row:
 * @self: a table's view
 * @row: the index of a row
 *
 * Returns: (transfer none): the widget that shows it now, in whichever of its two
 *   shapes
 */
GtkWidget *onsite_table_view_get_row (OnsiteTableView *self, guint row);

G_END_DECLS
