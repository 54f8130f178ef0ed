/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-window.h"

G_BEGIN_DECLS

/**
 * onsite_import_choose:
 * @window: the program's window
 *
 * Asks for what a coach sent back, and takes it.
 */
void onsite_import_choose (OnsiteWindow *window);

/**
 * onsite_import_begin:
 * @window: the program's window
 * @file: what a coach sent back
 *
 * Merges a review into the loop that it belongs to, away from the main thread. What came
 * of it is told in @window; a debrief of that loop is read anew.
 */
void onsite_import_begin (OnsiteWindow *window, GFile *file);

/**
 * onsite_import_take_drops:
 * @window: the program's window
 *
 * Lets reviews be dropped on a window.
 */
void onsite_import_take_drops (OnsiteWindow *window);

G_END_DECLS
