/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-check.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * OnsiteRepair:
 * @losses: (element-type OnsiteFinding): what could not be saved, each in words
 * @check: what a check of the new library found
 * @n_pages: how many pages the damaged file has
 * @n_damaged: how many of them can't be read as what they should be
 *
 * What became of a damaged library.
 */
typedef struct
{
  GPtrArray *losses;
  OnsiteCheck *check;
  guint n_pages;
  guint n_damaged;
} OnsiteRepair;

/**
 * onsite_repair_list_packs:
 * @first: (nullable): the pack that is asked from; %NULL for the built-in one
 * @error: return location
 *
 * Reads the packs that there are. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type OnsitePack): these, @first first
 */
GPtrArray *onsite_repair_list_packs (OnsitePack *first, GError **error);

/**
 * onsite_repair_run:
 * @damaged: the path of a damaged library, or of a sound one
 * @path: where the new one is to be; nothing may be there
 * @packs: (element-type OnsitePack): packs that are known; the first takes the
 *   place of one that was lost and that no other is a version of
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location
 *
 * Saves every recording that can be read, and all else that can be, into a new
 * library, and checks that. The damaged one is only read. If it fails or is
 * cancelled, nothing is left of the new one. Blocks for a good while.
 *
 * Returns: (transfer full) (nullable): what became of it
 */
OnsiteRepair *onsite_repair_run (const char *damaged,
                                 const char *path,
                                 GPtrArray *packs,
                                 OnsiteProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * onsite_repair_free:
 * @self: (transfer full): a repair
 */
void onsite_repair_free (OnsiteRepair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteRepair, onsite_repair_free)

G_END_DECLS
