/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * onsite_purge_step:
 * @connection: a connection that writes, not in a transaction
 * @more: (out): whether there is more to do
 * @error: return location
 *
 * Does one slice of what a purge has left to do, in a transaction of its own
 * that is short enough to be in nobody's way: sound, then the loop, then its
 * pack if no other loop needs it, and then gives the space back to the disk.
 *
 * Returns: whether the slice was done
 */
gboolean onsite_purge_step (OnsiteConnection *connection, gboolean *more, GError **error);

G_END_DECLS
