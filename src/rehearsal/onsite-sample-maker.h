/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * OnsiteSampleProgressFunc:
 * @fraction: how much of the sample is made, from 0 to 1
 * @user_data: what was given with the function
 */
typedef void (*OnsiteSampleProgressFunc) (double fraction, gpointer user_data);

/**
 * onsite_sample_make:
 * @library: where it is kept
 * @pack: what is asked from
 * @progress: (nullable): told of each step, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it between two turns
 * @error: return location: of the plan, the voice, the encoder or the library
 *
 * Makes a loop to look around in, as onsite_sample_new() does, and speaks its
 * answers with the program's own voice. It lies in the bin until it is whole:
 * one that fails, is cancelled or is cut off by a crash is never seen. Samples
 * that are in the bin already are deleted for good. Blocks, for seconds.
 *
 * Returns: (transfer full) (nullable): the loop's id
 */
char *onsite_sample_make (OnsiteLibrary *library,
                          OnsitePack *pack,
                          OnsiteSampleProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GError **error);

/**
 * onsite_sample_make_async:
 * @library: where it is kept
 * @pack: what is asked from
 * @progress: (nullable): told of each step, in the caller's main context, and
 *   never after @callback
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it between two turns
 * @callback: called when it is made, or is not
 * @user_data: for @callback
 *
 * Does what onsite_sample_make() does, without blocking.
 */
void onsite_sample_make_async (OnsiteLibrary *library,
                               OnsitePack *pack,
                               OnsiteSampleProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * onsite_sample_make_finish:
 * @library: where it is kept
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_sample_make_async().
 *
 * Returns: (transfer full) (nullable): the loop's id
 */
char *onsite_sample_make_finish (OnsiteLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
