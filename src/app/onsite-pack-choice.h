/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack-store.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PACK_CHOICE (onsite_pack_choice_get_type ())

/**
 * OnsitePackChoice:
 *
 * Which of the packs that there are new loops are drawn from: the one that was
 * chosen last, in the language that was chosen with it or else in the one that
 * suits the interface best. Where that one is gone or broken it is the one that
 * comes with the program, and there is something to be told.
 *
 * Property: "pack" (#OnsitePack, nullable until it is loaded).
 *
 * Signal: "failed" (GError): no pack can be read.
 */
G_DECLARE_FINAL_TYPE (OnsitePackChoice, onsite_pack_choice, ONSITE, PACK_CHOICE, GObject)

/**
 * onsite_pack_choice_new:
 * @settings: where the choice is kept
 * @store: the packs that there are, not yet loaded
 * @given: (nullable): a pack that goes before what was chosen, until another is chosen
 *
 * Returns: (transfer full): a choice of no pack yet
 */
OnsitePackChoice *
onsite_pack_choice_new (GSettings *settings, OnsitePackStore *store, GFile *given);

/**
 * onsite_pack_choice_load:
 * @self: a choice
 * @cancellable: (nullable): to give up by
 *
 * Reads the packs, away from the main thread. Follow "pack" and "failed".
 */
void onsite_pack_choice_load (OnsitePackChoice *self, GCancellable *cancellable);

/**
 * onsite_pack_choice_choose:
 * @self: a choice
 * @entry: one of the store's, which can be read
 *
 * Draws from this pack from now on, and at the next start.
 */
void onsite_pack_choice_choose (OnsitePackChoice *self, OnsitePackEntry *entry);

/**
 * onsite_pack_choice_get_pack:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the pack that new loops are drawn from; %NULL
 *   until it is loaded
 */
OnsitePack *onsite_pack_choice_get_pack (OnsitePackChoice *self);

/**
 * onsite_pack_choice_get_store:
 * @self: a choice
 *
 * Returns: (transfer none): the packs that there are
 */
OnsitePackStore *onsite_pack_choice_get_store (OnsitePackChoice *self);

/**
 * onsite_pack_choice_is_chosen:
 * @self: a choice
 * @entry: a pack
 *
 * Returns: whether new loops are drawn from it: from its very text
 */
gboolean onsite_pack_choice_is_chosen (OnsitePackChoice *self, OnsitePackEntry *entry);

/**
 * onsite_pack_choice_get_notice:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): what to tell the person about the pack that was
 *   chosen and is not used
 */
const char *onsite_pack_choice_get_notice (OnsitePackChoice *self);

G_END_DECLS
