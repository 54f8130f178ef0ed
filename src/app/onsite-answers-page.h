/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "onsite-debrief-figures.h"
#include "onsite-debrief-model.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_ANSWERS_PAGE (onsite_answers_page_get_type ())

/**
 * OnsiteAnswersPage:
 *
 * The answers that a figure of the debrief was computed from, each of which
 * can be heard.
 */
G_DECLARE_FINAL_TYPE (OnsiteAnswersPage, onsite_answers_page, ONSITE, ANSWERS_PAGE, AdwBin)

/**
 * onsite_answers_page_new:
 * @context: the program's context
 * @model: the debrief that the figure is of
 * @figure: what sort of figure it is
 * @index: which of that sort, as onsite_debrief_figures_make_rows() lists them
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *onsite_answers_page_new (OnsiteContext *context,
                                    OnsiteDebriefModel *model,
                                    OnsiteFigure figure,
                                    guint index);

G_END_DECLS
