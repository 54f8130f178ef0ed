/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-window.h"

G_BEGIN_DECLS

/**
 * onsite_move_is_possible:
 * @window: the program's window
 *
 * Returns: whether the library can be moved now; if not, it is told why
 */
gboolean onsite_move_is_possible (OnsiteWindow *window);

/**
 * onsite_move_begin:
 * @window: the program's window
 * @folder: the folder that the library is to be in
 *
 * Moves the library to another folder. Only once the folder seems good, the library is
 * closed, which leaves all pages; in its new place it is opened again, else where it
 * was. How it ended is told in @window, or in what lies over it.
 */
void onsite_move_begin (OnsiteWindow *window, GFile *folder);

G_END_DECLS
