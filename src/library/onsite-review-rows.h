/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"
#include "records/onsite-loop.h"

G_BEGIN_DECLS

/**
 * onsite_review_rows_load:
 * @connection: a connection in a transaction
 * @rowid: the rowid of a loop
 * @loop: that loop
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads the reviews of a loop into it.
 *
 * Returns: whether all were read
 */
gboolean onsite_review_rows_load (OnsiteConnection *connection,
                                  gint64 rowid,
                                  OnsiteLoop *loop,
                                  GError **error);

G_END_DECLS
