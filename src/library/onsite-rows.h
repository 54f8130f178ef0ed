/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * OnsiteRowReader:
 * @connection: to read by, by a statement of its own, what belongs to the row
 * @row: the row
 * @parent: what the row belongs to
 * @error: return location
 *
 * Reads one row into what it belongs to.
 *
 * Returns: whether that went well
 */
typedef gboolean (*OnsiteRowReader) (OnsiteConnection *connection,
                                     OnsiteStatement *row,
                                     gpointer parent,
                                     GError **error);

/**
 * onsite_rows_read:
 * @connection: a connection
 * @sql: a query
 * @values: (transfer floating) (nullable): a value for each of its parameters
 * @reader: reads a row
 * @parent: for @reader
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads all that a query finds, row by row.
 *
 * Returns: whether all of it was read
 */
gboolean onsite_rows_read (OnsiteConnection *connection,
                           const char *sql,
                           GVariant *values,
                           OnsiteRowReader reader,
                           gpointer parent,
                           GError **error);

G_END_DECLS
