/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-debrief-model.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_COVERAGE_LIST (onsite_coverage_list_get_type ())

/**
 * OnsiteCoverageList:
 *
 * What the matrix tells, where it's too narrow for one: a row for each
 * principle and checklist item, with a button for each answer that it was
 * asked in or that covers it. The actions are those of #OnsiteCoverageMatrix.
 *
 * The rows are made when the list is first seen.
 */
G_DECLARE_FINAL_TYPE (OnsiteCoverageList, onsite_coverage_list, ONSITE, COVERAGE_LIST, AdwBin)

/**
 * onsite_coverage_list_set_debrief:
 * @self: a list
 * @debrief: (nullable): what is shown; until another one is set it must stay
 */
void onsite_coverage_list_set_debrief (OnsiteCoverageList *self, const OnsiteDebrief *debrief);

G_END_DECLS
