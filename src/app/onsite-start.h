/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-context.h"

G_BEGIN_DECLS

/**
 * onsite_start_loop_async:
 * @loop: (transfer full): a planned loop
 *
 * Keeps a new loop in the library, and begins to rehearse it.
 */
void onsite_start_loop_async (OnsiteContext *context,
                              OnsiteLoop *loop,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * onsite_start_again_async:
 * @loop: the id of a loop that was interrupted
 *
 * Reads an interrupted loop with its own pack, and goes on with it where it was.
 */
void onsite_start_again_async (OnsiteContext *context,
                               const char *loop,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * onsite_start_finish:
 *
 * Ends either of the two.
 *
 * Returns: (transfer none): the rehearsal, which the context holds
 */
OnsiteRehearsal *onsite_start_finish (OnsiteContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
