/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "debrief/onsite-coverage.h"
#include "onsite-matrix-columns.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_CELL_STRIP (onsite_cell_strip_get_type ())

/**
 * OnsiteCellStrip:
 *
 * The cells of one row of the matrix, drawn and not made of widgets, so that
 * 300 answers cost no more than are seen. One cell at a time is the cursor:
 * the strip's accessible name is that cell's, and changes with it, as a screen
 * reader expects of a grid in which the focus moves.
 *
 * Signal: "activated" (column): a cell was clicked.
 */
G_DECLARE_FINAL_TYPE (OnsiteCellStrip, onsite_cell_strip, ONSITE, CELL_STRIP, GtkWidget)

/**
 * onsite_cell_strip_new:
 * @row: what is drawn; has to outlive the strip
 * @columns: where; has to outlive the strip
 * @scroll: how far the columns are scrolled
 *
 * Returns: (transfer floating): a new strip, whose cursor is at the first cell
 */
GtkWidget *onsite_cell_strip_new (const OnsiteCoverageRow *row,
                                  const OnsiteMatrixColumns *columns,
                                  GtkAdjustment *scroll);

/**
 * onsite_cell_strip_set_scroll:
 * @self: a strip
 * @scroll: (nullable): how far the columns are scrolled, in pixels; held
 */
void onsite_cell_strip_set_scroll (OnsiteCellStrip *self, GtkAdjustment *scroll);

/**
 * onsite_cell_strip_set_cursor:
 * @self: a strip
 * @column: the index of a column
 *
 * Moves the cursor: to the cell that Enter would open.
 */
void onsite_cell_strip_set_cursor (OnsiteCellStrip *self, guint column);

/**
 * onsite_cell_strip_get_row:
 * @self: a strip
 *
 * Returns: (transfer none): what is drawn
 */
const OnsiteCoverageRow *onsite_cell_strip_get_row (OnsiteCellStrip *self);

G_END_DECLS
