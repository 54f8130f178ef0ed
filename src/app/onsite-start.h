/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-context.h"

G_BEGIN_DECLS

/**
 * onsite_start_loop_async:
 * @context: a context whose library is open
 * @loop: (transfer full): a planned loop
 * @cancellable: (nullable): gives up
 * @callback: called when it runs, or can't
 * @user_data: for @callback
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
 * @context: a context whose library is open
 * @loop: the id of a loop that was interrupted
 * @cancellable: (nullable): gives up
 * @callback: called when it runs, or can't
 * @user_data: for @callback
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
 * @context: the context
 * @result: what the callback was given
 * @error: return location: %ONSITE_LIBRARY_ERROR, %ONSITE_SESSION_ERROR,
 *   %G_IO_ERROR_BUSY while another loop runs, or an error of its pack
 *
 * Ends either of the two.
 *
 * Returns: (transfer none) (nullable): the rehearsal, which the context holds
 */
OnsiteRehearsal *onsite_start_finish (OnsiteContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
