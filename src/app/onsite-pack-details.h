/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-pack-entry.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PACK_DETAILS (onsite_pack_details_get_type ())

/**
 * OnsitePackDetails:
 *
 * What is in a pack, as a subpage of the preferences: its levels, its rounds,
 * the mix of its questions; of one that can't be read, why.
 *
 * Signals: "back": the person wants to leave. "chosen": they want new loops to
 * be drawn from it.
 */
G_DECLARE_FINAL_TYPE (OnsitePackDetails, onsite_pack_details, ONSITE, PACK_DETAILS, AdwBin)

/**
 * onsite_pack_details_new:
 * @entry: the pack
 * @chosen: whether new loops are drawn from it already
 *
 * Returns: (transfer floating): what is in it
 */
GtkWidget *onsite_pack_details_new (OnsitePackEntry *entry, gboolean chosen);

/**
 * onsite_pack_details_get_entry:
 * @self: a pack's details
 *
 * Returns: (transfer none): the pack
 */
OnsitePackEntry *onsite_pack_details_get_entry (OnsitePackDetails *self);

G_END_DECLS
