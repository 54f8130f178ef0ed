/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * OnsiteStatement:
 *
 * A prepared statement of an #OnsiteConnection, with its values bound.
 */
typedef struct _OnsiteStatement OnsiteStatement;

/**
 * onsite_statement_new:
 * @handle: (transfer full): the prepared statement
 * @path: (transfer none): the file, for messages; outlives the statement
 *
 * Wraps a statement.
 *
 * Returns: (transfer full): a statement
 */
OnsiteStatement *onsite_statement_new (sqlite3_stmt *handle, const char *path);

/**
 * onsite_statement_bind:
 * @self: a statement
 * @values: a tuple of s, ms, x, u, b, d, ay and maybes of them
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Binds a value to each parameter, in order.
 *
 * Returns: whether all were bound
 */
gboolean onsite_statement_bind (OnsiteStatement *self, GVariant *values, GError **error);

/**
 * onsite_statement_next:
 * @self: a statement
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Goes to the next row.
 *
 * Returns: %TRUE if there is one; %FALSE at the end, and with @error set
 */
gboolean onsite_statement_next (OnsiteStatement *self, GError **error);

/**
 * onsite_statement_is_null:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: whether nothing is there
 */
gboolean onsite_statement_is_null (OnsiteStatement *self, int column);

/**
 * onsite_statement_get_int64:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the figure
 */
gint64 onsite_statement_get_int64 (OnsiteStatement *self, int column);

/**
 * onsite_statement_get_uint:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the figure, held to what fits
 */
guint onsite_statement_get_uint (OnsiteStatement *self, int column);

/**
 * onsite_statement_get_double:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the figure
 */
double onsite_statement_get_double (OnsiteStatement *self, int column);

/**
 * onsite_statement_dup_string:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the text, %NULL if nothing is there
 */
char *onsite_statement_dup_string (OnsiteStatement *self, int column);

/**
 * onsite_statement_dup_bytes:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: (transfer full): the bytes
 */
GBytes *onsite_statement_dup_bytes (OnsiteStatement *self, int column);

/**
 * onsite_statement_append_bytes:
 * @self: a statement at a row
 * @column: from 0
 * @bytes: where to append the bytes
 *
 * Does what onsite_statement_dup_bytes() does, without an allocation for each row.
 */
void onsite_statement_append_bytes (OnsiteStatement *self, int column, GByteArray *bytes);

/**
 * onsite_statement_get_enum:
 * @self: a statement at a row
 * @column: from 0
 * @type: an enumeration
 *
 * Reads a nick. One that only a newer program knows is read as the first
 * value.
 *
 * Returns: the value
 */
int onsite_statement_get_enum (OnsiteStatement *self, int column, GType type);

/**
 * onsite_statement_release:
 * @self: a statement
 *
 * Hands it back to its connection: nothing is bound and nothing is read any more.
 */
void onsite_statement_release (OnsiteStatement *self);

/**
 * onsite_statement_finalize:
 * @self: (transfer full): a statement
 *
 * Frees it; for its connection only.
 */
void onsite_statement_finalize (OnsiteStatement *self);

/**
 * onsite_statement_set_error:
 * @error: return location: %ONSITE_LIBRARY_ERROR
 * @db: where it happened
 * @code: SQLite's (extended) result code
 * @path: the file
 *
 * Says in words what went wrong.
 */
void onsite_statement_set_error (GError **error, sqlite3 *db, int code, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteStatement, onsite_statement_release)

G_END_DECLS
