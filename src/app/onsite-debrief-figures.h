/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "debrief/onsite-debrief.h"

G_BEGIN_DECLS

/**
 * OnsiteFigure:
 * @ONSITE_FIGURE_ROUND: what is told of a round
 * @ONSITE_FIGURE_DIMENSION: how the loop was rated on a dimension
 * @ONSITE_FIGURE_CATEGORY: a category's share of the questions
 *
 * The figures of a debrief. Each can be traced to the answers behind it.
 */
typedef enum
{
  ONSITE_FIGURE_ROUND,
  ONSITE_FIGURE_DIMENSION,
  ONSITE_FIGURE_CATEGORY,
} OnsiteFigure;

/**
 * onsite_debrief_figures_make_rows:
 * @debrief: a debrief
 * @figure: what sort of figures
 *
 * Lists a debrief's figures of one sort. A row that has answers behind it activates
 * "debrief.trace" with (#OnsiteFigure, index).
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *onsite_debrief_figures_make_rows (const OnsiteDebrief *debrief, OnsiteFigure figure);

/**
 * onsite_debrief_figures_make_row:
 * @title: what the row is about
 * @subtitle: (nullable): what is told of it
 * @suffix: (nullable): what stands at its end, a figure say
 *
 * Returns: (transfer floating): a row of a list of figures, with all of its words
 */
GtkWidget *
onsite_debrief_figures_make_row (const char *title, const char *subtitle, const char *suffix);

/**
 * onsite_debrief_figures_make_arrow:
 *
 * Returns: (transfer floating): what says to the eye that a row leads on; a screen
 *   reader passes over it
 */
GtkWidget *onsite_debrief_figures_make_arrow (void);

/**
 * onsite_debrief_figures_get_answers:
 * @debrief: a debrief
 * @figure: what sort of figure
 * @index: which of that sort
 *
 * Returns: (transfer none) (element-type OnsiteAnswerSummary): the answers behind it;
 *   empty if there are none
 */
GPtrArray *
onsite_debrief_figures_get_answers (const OnsiteDebrief *debrief, OnsiteFigure figure, guint index);

/**
 * onsite_debrief_figures_get_title:
 * @debrief: a debrief
 * @figure: what sort of figure
 * @index: which of that sort
 *
 * Returns: (transfer full): what it is about, such as "Structure"
 */
char *
onsite_debrief_figures_get_title (const OnsiteDebrief *debrief, OnsiteFigure figure, guint index);

/**
 * onsite_debrief_figures_get_dimension:
 * @debrief: a debrief
 * @figure: what sort of figure
 * @index: which of that sort
 *
 * Returns: (transfer none) (nullable): the id of the dimension whose ratings it is the
 *   mean of; %NULL if it's no such figure
 */
const char *onsite_debrief_figures_get_dimension (const OnsiteDebrief *debrief,
                                                  OnsiteFigure figure,
                                                  guint index);

G_END_DECLS
