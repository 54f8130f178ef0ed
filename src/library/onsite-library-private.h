/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-library.h"
#include "onsite-reading.h"

G_BEGIN_DECLS

/**
 * onsite_library_read:
 * @self: a library
 * @func: what reads
 * @request: for @func
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads in the caller's thread.
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer
onsite_library_read (OnsiteLibrary *self, OnsiteReadingFunc func, gpointer request, GError **error);

/**
 * onsite_library_read_async:
 * @self: a library
 * @func: what reads
 * @destroy: frees what @func returns
 * @task: (transfer full): what returns it; its task data is the request
 *
 * Reads in the reading thread.
 */
void onsite_library_read_async (OnsiteLibrary *self,
                                OnsiteReadingFunc func,
                                GDestroyNotify destroy,
                                GTask *task);

G_END_DECLS
