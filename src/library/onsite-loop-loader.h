/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"
#include "onsite-stored-loop.h"

G_BEGIN_DECLS

/**
 * onsite_loop_loader_load:
 * @connection: a connection
 * @id: a loop's id
 * @error: return location: %ONSITE_LIBRARY_ERROR_NOT_FOUND
 *
 * Reads a loop whole, also one in the bin, as it was at one moment.
 *
 * Returns: (transfer full) (nullable): the loop
 */
OnsiteStoredLoop *
onsite_loop_loader_load (OnsiteConnection *connection, const char *id, GError **error);

G_END_DECLS
