/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * onsite_text_row_new:
 * @title: what it says; no markup
 * @subtitle: what it says below, or ""; no markup
 *
 * A row whose words have all the lines that they need.
 *
 * Returns: (transfer floating): an #AdwActionRow
 */
GtkWidget *onsite_text_row_new (const char *title, const char *subtitle);

G_END_DECLS
