/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_FIRST_FIT_LAYOUT (onsite_first_fit_layout_get_type ())

/**
 * OnsiteFirstFitLayout:
 *
 * Shows the first child that the width has room for, or else the last. Unlike
 * AdwSqueezer it knows before it has a width how high it will be at that one,
 * so that words that wrap in a narrow child are not cut.
 */
G_DECLARE_FINAL_TYPE (OnsiteFirstFitLayout,
                      onsite_first_fit_layout,
                      ONSITE,
                      FIRST_FIT_LAYOUT,
                      GtkLayoutManager)

/**
 * onsite_first_fit_layout_new:
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *onsite_first_fit_layout_new (void);

G_END_DECLS
