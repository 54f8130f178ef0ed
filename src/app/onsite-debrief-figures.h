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
 *
 * A list of a debrief's figures of one sort. A row that has answers behind it
 * activates "debrief.trace" with (#OnsiteFigure, index).
 */
GtkWidget *onsite_debrief_figures_make_rows (const OnsiteDebrief *debrief, OnsiteFigure figure);

/* What says to the eye that a row leads on. */
GtkWidget *onsite_debrief_figures_make_arrow (void);

/* (transfer none) (element-type OnsiteAnswerSummary): the answers behind a figure. */
GPtrArray *
onsite_debrief_figures_get_answers (const OnsiteDebrief *debrief, OnsiteFigure figure, guint index);

/* (transfer full): what a figure is about: "Structure". */
char *
onsite_debrief_figures_get_title (const OnsiteDebrief *debrief, OnsiteFigure figure, guint index);

/* (nullable): the dimension whose ratings a figure is the mean of. */
const char *onsite_debrief_figures_get_dimension (const OnsiteDebrief *debrief,
                                                  OnsiteFigure figure,
                                                  guint index);

G_END_DECLS
