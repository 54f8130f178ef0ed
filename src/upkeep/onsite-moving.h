/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/onsite-progress.h"

G_BEGIN_DECLS

/**
 * OnsiteMovingFunc:
 * @path: where the library is from now on
 * @user_data: what was given with it
 * @error: return location
 *
 * Remembers the new place, durably. Is called in the thread that moves.
 *
 * Returns: whether it is remembered
 */
typedef gboolean (*OnsiteMovingFunc) (const char *path, gpointer user_data, GError **error);

/**
 * onsite_moving_check:
 * @library: a library's path
 * @folder: the folder that it may be to be in
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks whether a library could be there, as far as that is known beforehand: not
 * on another computer, since a log that is shared in memory doesn't work there,
 * not where nothing can be written, and not over such a file. Blocks for a moment.
 *
 * Returns: whether it could
 */
gboolean onsite_moving_check (const char *library, const char *folder, GError **error);

/**
 * onsite_moving_run:
 * @library: the path of a library that nobody has open
 * @folder: the folder that it's to be in
 * @remember: remembers the new place
 * @progress: (nullable): is told how far it is
 * @user_data: for both
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Moves a library to another folder: copies it, checks the copy, lets the new
 * place be remembered, and removes the old file only then. Broken off anywhere,
 * there is a whole library where it's remembered to be. Its backups, and what an
 * update or a repair left beside it, stay where they are while they can't come
 * along. What onsite_moving_check() refuses is refused. Blocks for a while.
 *
 * Returns: (transfer full) (nullable): the new path
 */
char *onsite_moving_run (const char *library,
                         const char *folder,
                         OnsiteMovingFunc remember,
                         OnsiteProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
