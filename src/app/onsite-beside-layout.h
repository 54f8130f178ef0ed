/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From this width on there is room for two columns, in pixels. */
#define ONSITE_BESIDE_LEAST_WIDTH 760

#define ONSITE_TYPE_BESIDE_LAYOUT (onsite_beside_layout_get_type ())

/**
 * OnsiteBesideLayout:
 *
 * Lays out two children: side by side in columns of the same width where there
 * is room, else the second below the first. A child that can be seen alone
 * has all of it. In height the first gives way, down to what it needs, before
 * the second does. A second that scrolls does so only beside the first.
 */
G_DECLARE_FINAL_TYPE (OnsiteBesideLayout,
                      onsite_beside_layout,
                      ONSITE,
                      BESIDE_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
