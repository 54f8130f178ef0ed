/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_EVEN_LAYOUT (onsite_even_layout_get_type ())

/**
 * OnsiteEvenLayout:
 *
 * Lays children out in cells of one size that fill the whole width: all in one
 * line where none of them has to wrap for that, else in the fewest lines that
 * hold equally many. Four are one line, two by two, or one below the other.
 *
 * Property: "spacing" (int): between cells, in pixels; a hairline by itself.
 */
G_DECLARE_FINAL_TYPE (OnsiteEvenLayout, onsite_even_layout, ONSITE, EVEN_LAYOUT, GtkLayoutManager)

G_END_DECLS
