/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-window.h"

G_BEGIN_DECLS

/**
 * onsite_begin_again:
 * @window: where it's held
 *
 * Begins a loop as the last one was chosen, without asking anything, and goes
 * to its first round. The questions are drawn anew. While it's on its way the
 * window's action "win.begin-again" is disabled; where it can't begin a toast
 * says why.
 */
void onsite_begin_again (OnsiteWindow *window);

G_END_DECLS
