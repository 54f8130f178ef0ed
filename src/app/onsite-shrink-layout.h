/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ONSITE_SHRINK_LEAST:
 *
 * The least scale that a child is drawn at: type of twice the size that the
 * person has chosen comes down to that size, and not below.
 */
#define ONSITE_SHRINK_LEAST 0.5

#define ONSITE_TYPE_SHRINK_LAYOUT (onsite_shrink_layout_get_type ())

/**
 * OnsiteShrinkLayout:
 *
 * Lays out one child, wrapping type above all, as large as there is room for:
 * at its own size if that fits, else scaled down as little as has to be. Only
 * at the least scale does it ask for the room that it needs, so that what
 * scrolls scrolls last.
 */
G_DECLARE_FINAL_TYPE (OnsiteShrinkLayout,
                      onsite_shrink_layout,
                      ONSITE,
                      SHRINK_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
