/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "onsite-debrief-model.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_COVERAGE_MATRIX (onsite_coverage_matrix_get_type ())

/**
 * OnsiteCoverageMatrix:
 *
 * Principles and checklist items against every answer of a loop. A row is a
 * widget; its cells are drawn, and the columns scroll under the names when
 * they don't fit: put it into a GtkScrolledWindow, whose horizontal adjustment
 * it takes over.
 *
 * For the keyboard it's one stop of Tab, besides the buttons of its gaps: the
 * arrow keys, Home and End move from cell to cell, Enter and Space open one.
 *
 * It activates "debrief.open" with (#OnsiteTargetKind, target, answer's index),
 * and "win.drill" with (#OnsiteDrill, target).
 */
G_DECLARE_FINAL_TYPE (OnsiteCoverageMatrix,
                      onsite_coverage_matrix,
                      ONSITE,
                      COVERAGE_MATRIX,
                      GtkWidget)

/**
 * onsite_coverage_matrix_set_debrief:
 * @self: a matrix
 * @debrief: (nullable): what is shown; until another one is set it must stay
 *
 * The cursor stays where it is.
 */
void onsite_coverage_matrix_set_debrief (OnsiteCoverageMatrix *self, const OnsiteDebrief *debrief);

/**
 * onsite_drill_button_new:
 * @row: a gap
 *
 * Returns: (transfer floating): the button "Drill" of that gap, which activates
 *   "win.drill" with (#OnsiteDrill, target)
 */
GtkWidget *onsite_drill_button_new (const OnsiteCoverageRow *row);

G_END_DECLS
