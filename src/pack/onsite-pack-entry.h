/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PACK_ENTRY (onsite_pack_entry_get_type ())

/**
 * OnsitePackEntry:
 *
 * A pack as it lies in a folder: its file, and the pack, or why it can't be
 * read. Immutable.
 */
G_DECLARE_FINAL_TYPE (OnsitePackEntry, onsite_pack_entry, ONSITE, PACK_ENTRY, GObject)

/**
 * onsite_pack_entry_new:
 * @file: where a pack lies
 * @pack: what was read from there
 *
 * Returns: (transfer full): an entry of a pack that did not come with the program
 */
OnsitePackEntry *onsite_pack_entry_new (GFile *file, OnsitePack *pack);

/**
 * onsite_pack_entry_load:
 * @file: where it lies
 * @built_in: whether it came with the program
 * @cancellable: (nullable): to give up by
 *
 * Reads the file. Blocks.
 *
 * Returns: (transfer full): the entry, also where the file is no pack
 */
OnsitePackEntry *onsite_pack_entry_load (GFile *file, gboolean built_in, GCancellable *cancellable);

/**
 * onsite_pack_entry_new_instead_of:
 * @self: a pack that was added
 * @other: the built-in pack that it stands in for
 *
 * Returns: (transfer full): @self, with the version of @other
 */
OnsitePackEntry *onsite_pack_entry_new_instead_of (OnsitePackEntry *self, OnsitePackEntry *other);

/**
 * onsite_pack_entry_get_file:
 * @self: an entry
 *
 * Returns: (transfer none): where it lies
 */
GFile *onsite_pack_entry_get_file (OnsitePackEntry *self);

/**
 * onsite_pack_entry_get_pack:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the pack; %NULL if it can't be read
 */
OnsitePack *onsite_pack_entry_get_pack (OnsitePackEntry *self);

/**
 * onsite_pack_entry_get_error:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): why it can't be read; %NULL if it can
 */
const GError *onsite_pack_entry_get_error (OnsitePackEntry *self);

/**
 * onsite_pack_entry_get_id:
 * @self: an entry
 *
 * Returns: the pack's id; of one that can't be read, as far as its file's name tells
 */
const char *onsite_pack_entry_get_id (OnsitePackEntry *self);

/**
 * onsite_pack_entry_get_name:
 * @self: an entry
 *
 * Returns: what it is called: its title, or its file's name if it can't be read
 */
const char *onsite_pack_entry_get_name (OnsitePackEntry *self);

/**
 * onsite_pack_entry_get_built_in:
 * @self: an entry
 *
 * Returns: whether it came with the program
 */
gboolean onsite_pack_entry_get_built_in (OnsitePackEntry *self);

/**
 * onsite_pack_entry_get_instead_of:
 * @self: an entry
 *
 * Returns: (nullable): the version of the built-in pack that it stands in for
 */
const char *onsite_pack_entry_get_instead_of (OnsitePackEntry *self);

/**
 * onsite_pack_entry_is_same:
 * @self: an entry
 * @other: another
 *
 * Returns: whether both are the same pack, in whatever versions: readable, and
 *   of one id and one language
 */
gboolean onsite_pack_entry_is_same (OnsitePackEntry *self, OnsitePackEntry *other);

G_END_DECLS
