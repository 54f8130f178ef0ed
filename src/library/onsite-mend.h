/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"
#include "onsite-rescue.h"

G_BEGIN_DECLS

/**
 * onsite_mend_rows:
 * @self: where to say what was done
 * @connection: a library that onsite_salvage_run() filled
 * @version: the version of its schema
 * @words: what stands where something was lost
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Makes up what saved rows refer to and what was lost, with as much of it as
 * indexes tell.
 *
 * Returns: whether that was done
 */
gboolean onsite_mend_rows (OnsiteMend *self,
                           OnsiteConnection *connection,
                           gint64 version,
                           const OnsiteMendWords *words,
                           GError **error);

/**
 * onsite_mend_strays:
 * @self: where to say what was done
 * @connection: a library that onsite_mend_rows() mended
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Leaves out what still refers to nothing.
 *
 * Returns: whether that was done
 */
gboolean onsite_mend_strays (OnsiteMend *self, OnsiteConnection *connection, GError **error);

G_END_DECLS
