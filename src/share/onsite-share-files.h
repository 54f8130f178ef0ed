/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OnsiteShareFiles:
 *
 * Files that appear together, whole or not at all: each is written beside its place and
 * put there at the end.
 */
typedef struct _OnsiteShareFiles OnsiteShareFiles;

/**
 * onsite_share_files_new:
 * @target: the file, or the folder
 * @is_folder: whether there are several, in a folder; it is made if it isn't there
 *
 * Returns: (transfer full): files of which none is there yet
 */
OnsiteShareFiles *onsite_share_files_new (GFile *target, gboolean is_folder);

/**
 * onsite_share_files_free:
 * @self: (transfer full): files
 *
 * Removes what was not kept, and the folder if it was made for that.
 */
void onsite_share_files_free (OnsiteShareFiles *self);

/**
 * onsite_share_files_add:
 * @self: files
 * @name: (nullable): what it is called in the folder; %NULL for the one file
 * @cancellable: (nullable): gives up
 * @error: return location: of %G_IO_ERROR
 *
 * Begins a file. Blocks.
 *
 * Returns: (transfer full) (nullable): where to write it; to be closed before the next
 *   is begun
 */
GOutputStream *onsite_share_files_add (OnsiteShareFiles *self,
                                       const char *name,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * onsite_share_files_keep:
 * @self: files, all of them closed
 * @error: return location: of %G_IO_ERROR
 *
 * Puts them in their places, over what may be there, once the disk has all of each: who
 * is told that they are there may pull it out. Blocks.
 *
 * Returns: whether they are there
 */
gboolean onsite_share_files_keep (OnsiteShareFiles *self, GError **error);

/**
 * onsite_share_files_get_n_bytes:
 * @self: files
 *
 * Returns: how large they were when they were kept, in all
 */
gint64 onsite_share_files_get_n_bytes (OnsiteShareFiles *self);

/**
 * onsite_share_files_get_target:
 * @self: files
 *
 * Returns: (transfer none): the file, or the folder
 */
GFile *onsite_share_files_get_target (OnsiteShareFiles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteShareFiles, onsite_share_files_free)

G_END_DECLS
