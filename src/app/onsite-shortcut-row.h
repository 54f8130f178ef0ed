/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_SHORTCUT_ROW (onsite_shortcut_row_get_type ())

/**
 * OnsiteShortcutRow:
 *
 * What keys do, and at its end the keys, which a screen reader says too.
 *
 * Properties: "accelerator" (string): as GtkShortcutLabel takes it, and several
 * with spaces between them; "action" (string): what else has the keys, by its
 * detailed name, of the application that runs.
 */
G_DECLARE_FINAL_TYPE (OnsiteShortcutRow, onsite_shortcut_row, ONSITE, SHORTCUT_ROW, AdwActionRow)

G_END_DECLS
