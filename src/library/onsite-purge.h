/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * OnsitePurgeState:
 * @ONSITE_PURGE_DONE: nothing is left to do
 * @ONSITE_PURGE_TO_LOOK: there may be something to do
 * @ONSITE_PURGE_UNDER_WAY: something was done, and there may be more
 *
 * How far a purge is.
 */
typedef enum
{
  ONSITE_PURGE_DONE,
  ONSITE_PURGE_TO_LOOK,
  ONSITE_PURGE_UNDER_WAY,
} OnsitePurgeState;

/**
 * onsite_purge_step:
 * @connection: a connection that writes, not in a transaction
 * @state: (inout): how far it is
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Does one slice of what a purge has left to do, in a transaction of its own
 * that is short enough to be in nobody's way: sound, then the loop, with its
 * pack if no other loop needs it, then gives the space back to the disk, and
 * empties the log at last.
 *
 * Returns: whether the slice was done
 */
gboolean onsite_purge_step (OnsiteConnection *connection, OnsitePurgeState *state, GError **error);

G_END_DECLS
