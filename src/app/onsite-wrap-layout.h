/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_WRAP_LAYOUT (onsite_wrap_layout_get_type ())

/**
 * OnsiteWrapLayout:
 *
 * Lays children out like words: each at its natural width, in lines from the
 * side where reading begins, as many to a line as fit. One that expands stays
 * in a line as long as it fits with its least width, and has the rest of it.
 * GtkFlowBox would align them in columns, and AdwWrapBox is of a later libadwaita.
 *
 * Properties: "spacing" (int): between children and between lines, in pixels;
 * "centered" (boolean): whether a line that is not full stands in the middle
 * and not where reading begins; "least-chars" (int): what the least width of
 * one that expands counts as, in characters of the usual kind.
 */
G_DECLARE_FINAL_TYPE (OnsiteWrapLayout, onsite_wrap_layout, ONSITE, WRAP_LAYOUT, GtkLayoutManager)

/**
 * onsite_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *onsite_wrap_layout_new (int spacing);

G_END_DECLS
