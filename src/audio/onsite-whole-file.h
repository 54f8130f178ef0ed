/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsiteWholeFileFunc:
 * @file: a file that is not there yet
 * @user_data: what onsite_whole_file_write() was given
 * @cancellable: (nullable): what it was given to stop by
 * @error: return location
 *
 * Returns: whether it was written
 */
typedef gboolean (*OnsiteWholeFileFunc) (GFile *file,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);

/**
 * onsite_whole_file_write:
 * @file: what to write; replaced if it is there
 * @write: writes it, under another name beside it
 * @user_data: passed to @write
 * @cancellable: (nullable): stops it, and leaves everything as it was
 * @error: return location: what @write gave, or of %G_IO_ERROR; with the file's name
 *
 * The file appears whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean onsite_whole_file_write (GFile *file,
                                  OnsiteWholeFileFunc write,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
