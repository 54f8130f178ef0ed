/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack-entry.h"

G_BEGIN_DECLS

/**
 * OnsitePackFolderError:
 * @ONSITE_PACK_FOLDER_ERROR_NOT_NEWER: the pack is there in a newer version, or
 *   in the same one with another text
 *
 * Why a sound pack is not taken.
 */
typedef enum
{
  ONSITE_PACK_FOLDER_ERROR_NOT_NEWER,
} OnsitePackFolderError;

#define ONSITE_PACK_FOLDER_ERROR (onsite_pack_folder_error_quark ())

/**
 * onsite_pack_folder_error_quark:
 *
 * Returns: the domain of #OnsitePackFolderError
 */
GQuark onsite_pack_folder_error_quark (void);

/* All that follows blocks on the disk. */

/**
 * onsite_pack_folder_read:
 * @folder: a folder
 * @built_in: whether its packs came with the program
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError
 *
 * Reads all packs of a folder. Those that can't be read are among them, with
 * the reason.
 *
 * Returns: (transfer full) (nullable) (element-type OnsitePackEntry): by file name
 */
GPtrArray *onsite_pack_folder_read (GFile *folder,
                                    gboolean built_in,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * onsite_pack_folder_merge:
 * @built_in: (element-type OnsitePackEntry): what came with the program
 * @added: (element-type OnsitePackEntry): what was added
 *
 * What is there in all: of one pack the newest that was added, else the
 * built-in one.
 *
 * Returns: (transfer full) (element-type OnsitePackEntry): by name
 */
GPtrArray *onsite_pack_folder_merge (GPtrArray *built_in, GPtrArray *added);

/**
 * onsite_pack_folder_add:
 * @folder: where packs are added; it is made if it is not there
 * @present: (element-type OnsitePackEntry): what is there in all
 * @file: the pack to add
 * @force: whether an older version may take the place of a newer one
 * @replaced: (out) (transfer full) (optional) (nullable): the version whose
 *   place it takes
 * @cancellable: (nullable): to give up by
 * @error: return location for a #GIOError, an #OnsitePackError, an
 *   #OnsiteJsonError or an #OnsitePackFolderError
 *
 * Copies a pack into the folder, for its owner alone, in one step: what was
 * there stays until it is replaced whole. A pack that is there already, to the
 * letter, is left as it is.
 *
 * Returns: (transfer full) (nullable): the pack, as it lies there
 */
OnsitePackEntry *onsite_pack_folder_add (GFile *folder,
                                         GPtrArray *present,
                                         GFile *file,
                                         gboolean force,
                                         char **replaced,
                                         GCancellable *cancellable,
                                         GError **error);

/**
 * onsite_pack_folder_write:
 * @file: where a pack goes; its folder is made if it is not there
 * @content: its text
 * @error: return location for a #GFileError
 *
 * Writes a pack for its owner alone, durably, and whole or not at all.
 *
 * Returns: whether it is there
 */
gboolean onsite_pack_folder_write (GFile *file, GBytes *content, GError **error);

G_END_DECLS
