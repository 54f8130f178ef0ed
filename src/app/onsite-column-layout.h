/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_COLUMN_LAYOUT (onsite_column_layout_get_type ())

/**
 * OnsiteColumnLayout:
 *
 * Lays children out in columns of one width, line by line from the side where
 * reading begins, with all of a line equally high: cards. There are as many
 * columns as have room for a number of characters of the widget's font, and
 * at least one. GtkFlowBox would make each child take the focus, and knows
 * widths in pixels alone.
 */
G_DECLARE_FINAL_TYPE (OnsiteColumnLayout,
                      onsite_column_layout,
                      ONSITE,
                      COLUMN_LAYOUT,
                      GtkLayoutManager)

/**
 * onsite_column_layout_new:
 * @chars: the width of the narrowest column, in characters
 * @most: the most columns
 * @spacing: between columns and between lines, in pixels
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *onsite_column_layout_new (int chars, int most, int spacing);

G_END_DECLS
