/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * onsite_combo_names_show:
 * @row: a row whose model has strings, as a #GtkStringList has
 *
 * Has the names in the row's list wrap, and told to a screen reader, and leaves more room
 * for the one that is chosen: libadwaita cuts each off after some 20 characters, where
 * two microphones or two principles can still be alike.
 */
void onsite_combo_names_show (AdwComboRow *row);

G_END_DECLS
