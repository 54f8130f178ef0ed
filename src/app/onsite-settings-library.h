/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * onsite_settings_library_dup_path:
 * @settings: the program's settings
 *
 * Returns: (transfer full): where the library is by the settings, or where it is if
 *   they name no place
 */
char *onsite_settings_library_dup_path (GSettings *settings);

/**
 * onsite_settings_library_move:
 * @from: where a library was
 * @to: where it is
 * @error: return location
 *
 * Has the settings name the new place, if they named the old one: a library that was
 * only named on the command line is nobody's setting. Returns once it is written, from
 * any thread.
 *
 * Returns: whether the settings are as they should be
 */
gboolean onsite_settings_library_move (const char *from, const char *to, GError **error);

G_END_DECLS
