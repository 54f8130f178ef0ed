/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-window.h"

G_BEGIN_DECLS

/**
 * onsite_bin_take:
 * @window: where it's told, with a way back
 * @loop: a loop's id
 * @sample: whether it's a sample, which is told in other words
 *
 * Puts a loop into the bin, and offers to undo that. Once nobody did, it is deleted from
 * the library for good, but not from the backups.
 */
void onsite_bin_take (OnsiteWindow *window, const char *loop, gboolean sample);

/**
 * onsite_bin_empty:
 * @window: where it's told if it can't be done
 * @loop: a loop's id
 *
 * Deletes a loop for good, also from the backups.
 */
void onsite_bin_empty (OnsiteWindow *window, const char *loop);

/**
 * onsite_bin_clear:
 * @window: a window whose library is open
 *
 * Deletes from the library for good what is still in the bin from before this start, and
 * which nothing offers to take back any more. If that can't be done, it's told.
 */
void onsite_bin_clear (OnsiteWindow *window);

G_END_DECLS
