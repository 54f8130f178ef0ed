/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pack/onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_EXHIBIT_WINDOW (onsite_exhibit_window_get_type ())

/**
 * OnsiteExhibitWindow:
 *
 * A window of its own for an exhibit, so that it can be seen large beside what is said.
 */
G_DECLARE_FINAL_TYPE (OnsiteExhibitWindow, onsite_exhibit_window, ONSITE, EXHIBIT_WINDOW, AdwWindow)

/**
 * onsite_exhibit_window_new:
 * @parent: (nullable): the window that it belongs to
 * @pack: the pack that has the exhibit
 * @exhibit: what to show
 *
 * Returns: (transfer none): a window that shows an exhibit as large as one
 *   likes, with Ctrl and plus, minus and 0; Esc closes it
 */
GtkWindow *
onsite_exhibit_window_new (GtkWindow *parent, OnsitePack *pack, const OnsiteExhibit *exhibit);

G_END_DECLS
