/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-progress.h"

G_BEGIN_DECLS

/*
 * Whole library files, apart from what is in them.
 */

/**
 * onsite_library_files_copy:
 * @source: the path of a library, which others may read and write meanwhile
 * @path: where the copy is to be
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Copies what is committed in a library into a file of its own, without a log
 * beside it, that only its owner may read. The copy is checked before it takes
 * the place of what may be at @path: a damaged library goes over nothing. If it
 * fails or is cancelled, all is as it was. Blocks for a while.
 *
 * Returns: whether there is a sound copy
 */
gboolean onsite_library_files_copy (const char *source,
                                    const char *path,
                                    OnsiteProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * onsite_library_files_purge:
 * @path: the path of a library that nobody has open, such as a backup
 * @loop: a loop's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Deletes a loop for good, with its sound, overwrites what it held, and gives
 * the space back. One that isn't there is no fault. Blocks.
 *
 * Returns: whether it is gone
 */
gboolean onsite_library_files_purge (const char *path, const char *loop, GError **error);

/**
 * onsite_library_files_hold_the_same:
 * @path: the path of a library
 * @other: the path of another, such as a backup
 *
 * Compares what is in two files, but for what SQLite notes at their beginning each time
 * that one is opened to write. Where there is a log it isn't known. Blocks for as long
 * as it takes to read both.
 *
 * Returns: whether they are known to hold the same
 */
gboolean onsite_library_files_hold_the_same (const char *path, const char *other);

/**
 * onsite_library_files_remove:
 * @path: the path of a library that nobody has open
 *
 * Removes a library's file, with its log. What isn't there is no fault.
 */
void onsite_library_files_remove (const char *path);

G_END_DECLS
