/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_MATRIX_LINE (onsite_matrix_line_get_type ())

/**
 * OnsiteMatrixLine:
 *
 * A line of the matrix: a name, cells, and what comes at the end. The widths
 * of name and end are given from outside, the same for all lines, and the
 * cells get the rest. A GtkBox with size groups would ask a name that wraps
 * how wide it is at the height of one line, and get too much.
 */
G_DECLARE_FINAL_TYPE (OnsiteMatrixLine, onsite_matrix_line, ONSITE, MATRIX_LINE, GtkWidget)

/**
 * onsite_matrix_line_new:
 * @name: (transfer floating): what it is
 * @cells: (transfer floating): its cells
 * @end: (transfer floating) (nullable): what comes at the end
 *
 * Returns: (transfer floating): a line of them
 */
GtkWidget *onsite_matrix_line_new (GtkWidget *name, GtkWidget *cells, GtkWidget *end);

/**
 * onsite_matrix_line_get_widths:
 * @self: a line
 * @name: (out): what its own name would like to have, in pixels
 * @end: (out): what its own end would like to have; 0 where it has none
 */
void onsite_matrix_line_get_widths (OnsiteMatrixLine *self, int *name, int *end);

/**
 * onsite_matrix_line_set_widths:
 * @self: a line
 * @name: the width of all names, in pixels
 * @end: the width of all ends
 */
void onsite_matrix_line_set_widths (OnsiteMatrixLine *self, int name, int end);

G_END_DECLS
