/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * OnsiteReading:
 *
 * The reading thread, and the connection that it reads with.
 */
typedef struct _OnsiteReading OnsiteReading;

/**
 * OnsiteReadingFunc:
 * @connection: what to read with
 * @request: what is asked for
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads something.
 *
 * Returns: (transfer full) (nullable): what was read, %NULL with @error set
 */
typedef gpointer (*OnsiteReadingFunc) (OnsiteConnection *connection,
                                       gpointer request,
                                       GError **error);

/**
 * onsite_reading_new:
 * @connection: (transfer full): what to read with
 *
 * Starts the thread.
 *
 * Returns: (transfer full): a reading thread
 */
OnsiteReading *onsite_reading_new (OnsiteConnection *connection);

/**
 * onsite_reading_run:
 * @self: a reading thread
 * @func: what reads
 * @request: for @func
 * @cancellable: (nullable): ends the reading
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Reads in the caller's thread, when it's its turn.
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer onsite_reading_run (OnsiteReading *self,
                             OnsiteReadingFunc func,
                             gpointer request,
                             GCancellable *cancellable,
                             GError **error);

/**
 * onsite_reading_start:
 * @self: a reading thread
 * @func: what reads
 * @destroy: frees what @func returns
 * @task: (transfer full): what returns it; its task data is the request
 *
 * Reads in the reading thread, in order.
 */
void onsite_reading_start (OnsiteReading *self,
                           OnsiteReadingFunc func,
                           GDestroyNotify destroy,
                           GTask *task);

/**
 * onsite_reading_free:
 * @self: (transfer full): a reading thread
 *
 * Finishes what was started, and closes the connection.
 */
void onsite_reading_free (OnsiteReading *self);

G_END_DECLS
