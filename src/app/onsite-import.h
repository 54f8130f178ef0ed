/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-window.h"

G_BEGIN_DECLS

/**
 * onsite_import_choose:
 * @window: the program's window
 *
 * Asks for what a coach sent back, and puts it into the window's inbox.
 */
void onsite_import_choose (OnsiteWindow *window);

/**
 * onsite_import_take_drops:
 * @window: the program's window
 *
 * Lets reviews be dropped on a window, into its inbox.
 */
void onsite_import_take_drops (OnsiteWindow *window);

G_END_DECLS
