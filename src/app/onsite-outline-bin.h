/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_OUTLINE_BIN (onsite_outline_bin_get_type ())

/**
 * OnsiteOutlineBin:
 * Holds a #GtkListBox that shows what is selected in it. Tab goes through a
 * list row by row, and back to its last one first, and so selects what it
 * passes: here it stops once, at the row that is selected.
 */
G_DECLARE_FINAL_TYPE (OnsiteOutlineBin, onsite_outline_bin, ONSITE, OUTLINE_BIN, AdwBin)

G_END_DECLS
