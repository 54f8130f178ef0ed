/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "onsite-matrix-columns.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_MATRIX_HEADER (onsite_matrix_header_get_type ())

/**
 * OnsiteMatrixHeader:
 *
 * Above the matrix: the rounds, and under them the numbers of their questions.
 * It spreads the columns over its width, and tells the adjustment that they
 * are scrolled by how far they can be.
 */
G_DECLARE_FINAL_TYPE (OnsiteMatrixHeader, onsite_matrix_header, ONSITE, MATRIX_HEADER, GtkWidget)

/**
 * onsite_matrix_header_new:
 * @columns: where the columns are; has to outlive the header, which spreads them
 * @scroll: (nullable): how far they are scrolled, in pixels
 *
 * Returns: (transfer floating): a new header
 */
GtkWidget *onsite_matrix_header_new (OnsiteMatrixColumns *columns, GtkAdjustment *scroll);

/**
 * onsite_matrix_header_set_scroll:
 * @self: a header
 * @scroll: (nullable): how far the columns are scrolled, in pixels; held
 */
void onsite_matrix_header_set_scroll (OnsiteMatrixHeader *self, GtkAdjustment *scroll);

G_END_DECLS
