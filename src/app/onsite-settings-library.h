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

/**
 * onsite_settings_library_make_folder:
 * @task: a task; always returns %TRUE
 * @source_object: what it is done for
 * @path: (type filename): the library's path
 * @cancellable: (nullable): what gives the task up
 *
 * A #GTaskThreadFunc, for it blocks: makes the folder that the library is to be in, since
 * a library makes its file only. Where it can't be made, opening the library tells why.
 */
void onsite_settings_library_make_folder (GTask *task,
                                          gpointer source_object,
                                          gpointer path,
                                          GCancellable *cancellable);

G_END_DECLS
