/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-connection.h"
#include "onsite-progress.h"
#include "onsite-rescue.h"

G_BEGIN_DECLS

/**
 * onsite_mend_sound:
 * @connection: a library that onsite_mend_rows() mended
 * @judge: what can be decoded
 * @lost: (element-type OnsiteLostSound): where to add what is lost
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Goes through each clip row by row. What can't be decoded is left out; what
 * follows a hole moves up to it and is a segment of its own, whose gap is as
 * long as what is missing; and marks, evidence and comments of coaches move along. A clip of which
 * nothing is left goes.
 *
 * Returns: whether all were gone through
 */
gboolean onsite_mend_sound (OnsiteConnection *connection,
                            OnsiteSoundJudge judge,
                            GPtrArray *lost,
                            OnsiteProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
