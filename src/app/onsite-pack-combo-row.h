/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-pack-choice.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_PACK_COMBO_ROW (onsite_pack_combo_row_get_type ())

/**
 * OnsitePackComboRow:
 *
 * Chooses the pack that new loops are drawn from. It is seen only where there
 * is a choice: more than one pack, and none that was given for this time.
 */
G_DECLARE_FINAL_TYPE (OnsitePackComboRow,
                      onsite_pack_combo_row,
                      ONSITE,
                      PACK_COMBO_ROW,
                      AdwComboRow)

/**
 * onsite_pack_combo_row_connect:
 * @self: a row
 * @packs: which packs there are, and which is chosen; held
 *
 * Offers the packs. To be called once.
 */
void onsite_pack_combo_row_connect (OnsitePackComboRow *self, OnsitePackChoice *packs);

G_END_DECLS
