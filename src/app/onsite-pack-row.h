/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-pack-entry.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PACK_ROW (onsite_pack_row_get_type ())

/**
 * OnsitePackRow:
 *
 * A pack in a list: whether it is the one that is asked from, what it is
 * called, and a way to remove it if it was added.
 *
 * Signal: "removed": the person wants it gone.
 */
G_DECLARE_FINAL_TYPE (OnsitePackRow, onsite_pack_row, ONSITE, PACK_ROW, AdwActionRow)

/**
 * onsite_pack_row_new:
 * @entry: the pack
 *
 * Returns: (transfer floating): a row of it
 */
GtkWidget *onsite_pack_row_new (OnsitePackEntry *entry);

/**
 * onsite_pack_row_get_entry:
 * @self: a pack's row
 *
 * Returns: (transfer none): the pack
 */
OnsitePackEntry *onsite_pack_row_get_entry (OnsitePackRow *self);

/**
 * onsite_pack_row_set_chosen:
 * @self: a pack's row
 * @chosen: whether new loops are drawn from it
 *
 * Shows whether they are.
 */
void onsite_pack_row_set_chosen (OnsitePackRow *self, gboolean chosen);

G_END_DECLS
