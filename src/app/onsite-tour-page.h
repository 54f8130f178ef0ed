/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "onsite-debrief-model.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_TOUR_PAGE (onsite_tour_page_get_type ())

/**
 * OnsiteTourPage:
 *
 * The calibration tour: the recordings that candidate and coaches rate differently, one
 * after another, the furthest apart first, each with what was asked, what both gave, and
 * what the coaches say about it. It plays by itself, as far as to the end of the last one.
 */
G_DECLARE_FINAL_TYPE (OnsiteTourPage, onsite_tour_page, ONSITE, TOUR_PAGE, AdwBin)

/**
 * onsite_tour_page_new:
 * @context: the program's context
 * @model: a debrief that has a tour
 *
 * Returns: (transfer floating): a page, which begins to play as it comes to be seen
 */
GtkWidget *onsite_tour_page_new (OnsiteContext *context, OnsiteDebriefModel *model);

G_END_DECLS
