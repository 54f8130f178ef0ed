/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * onsite_about_show:
 * @parent: the window that it is shown over
 *
 * Shows what the program is, its version and its licence.
 */
void onsite_about_show (GtkWindow *parent);

G_END_DECLS
