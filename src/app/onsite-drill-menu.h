/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * onsite_drill_menu_new:
 * @pack: what is drilled
 *
 * Lists all that can be drilled: the gaps, then by category, principle and checklist
 * item. Each entry calls win.drill with (#OnsiteDrill, target).
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *onsite_drill_menu_new (OnsitePack *pack);

G_END_DECLS
