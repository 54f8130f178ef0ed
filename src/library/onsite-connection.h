/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-progress.h"
#include "onsite-statement.h"

G_BEGIN_DECLS

/**
 * ONSITE_CONNECTION_BUSY_TIMEOUT_MS:
 *
 * How long a connection waits for another one's lock. Without a wait a
 * foreign lock of 1.5 s was seen to end a recording.
 */
#define ONSITE_CONNECTION_BUSY_TIMEOUT_MS 5000

/**
 * OnsiteConnection:
 *
 * One connection to a library file, for one thread at a time. Statements are
 * prepared once. Errors are of %ONSITE_LIBRARY_ERROR, and %G_IO_ERROR_CANCELLED.
 */
typedef struct _OnsiteConnection OnsiteConnection;

/**
 * onsite_connection_open_to_read:
 * @path: a library file
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Opens a connection that cannot write. It works beside a writer, and where
 * nothing can be written at all.
 *
 * Returns: (transfer full) (nullable): a connection
 */
OnsiteConnection *onsite_connection_open_to_read (const char *path, GError **error);

/**
 * onsite_connection_open_to_write:
 * @path: a file that exists
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Opens a connection that writes: durably, with foreign keys, waiting five
 * seconds for another process's lock, and overwriting what it deletes.
 *
 * Returns: (transfer full) (nullable): a connection
 */
OnsiteConnection *onsite_connection_open_to_write (const char *path, GError **error);

/**
 * onsite_connection_get_path:
 * @self: a connection
 *
 * Returns: the absolute path of its file
 */
const char *onsite_connection_get_path (OnsiteConnection *self);

/**
 * onsite_connection_execute:
 * @self: a connection
 * @sql: any number of statements without values
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Runs statements that are not needed again.
 *
 * Returns: whether all of them ran
 */
gboolean onsite_connection_execute (OnsiteConnection *self, const char *sql, GError **error);

/**
 * onsite_connection_query:
 * @self: a connection
 * @sql: one statement, which lives as long as the connection
 * @values: (nullable) (transfer floating): a tuple, a value for each parameter
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Prepares a statement that gives rows. It is lent: freeing it hands it back.
 *
 * Returns: (transfer full) (nullable): the statement before its first row
 */
OnsiteStatement *
onsite_connection_query (OnsiteConnection *self, const char *sql, GVariant *values, GError **error);

/**
 * onsite_connection_run:
 * @self: a connection
 * @sql: one statement, which lives as long as the connection
 * @values: (nullable) (transfer floating): a tuple, a value for each parameter
 * @n_changed: (out) (optional): how many rows were changed
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Runs a statement whose rows, if any, are of no interest.
 *
 * Returns: whether it ran
 */
gboolean onsite_connection_run (OnsiteConnection *self,
                                const char *sql,
                                GVariant *values,
                                int *n_changed,
                                GError **error);

/**
 * onsite_connection_read_int64:
 * @self: a connection
 * @sql: one statement, which lives as long as the connection
 * @values: (nullable) (transfer floating): a tuple, a value for each parameter
 * @value: (out): the first column of the first row; 0 if there is no row
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads one figure.
 *
 * Returns: whether it could be read
 */
gboolean onsite_connection_read_int64 (OnsiteConnection *self,
                                       const char *sql,
                                       GVariant *values,
                                       gint64 *value,
                                       GError **error);

/**
 * onsite_connection_begin:
 * @self: a connection
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Begins a transaction that will write.
 *
 * Returns: whether it was begun
 */
gboolean onsite_connection_begin (OnsiteConnection *self, GError **error);

/**
 * onsite_connection_commit:
 * @self: a connection in a transaction
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Commits the transaction durably. If that fails, the caller rolls back.
 *
 * Returns: whether it was committed
 */
gboolean onsite_connection_commit (OnsiteConnection *self, GError **error);

/**
 * onsite_connection_roll_back:
 * @self: a connection
 *
 * Undoes the transaction, unless SQLite has done so already.
 */
void onsite_connection_roll_back (OnsiteConnection *self);

/**
 * onsite_connection_set_busy_timeout:
 * @self: a connection
 * @timeout_ms: how long to wait for a lock
 *
 * Changes the time from the five seconds that it is at first.
 */
void onsite_connection_set_busy_timeout (OnsiteConnection *self, int timeout_ms);

/**
 * onsite_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what ends a statement that runs
 *
 * Lets the statements that follow be cancelled.
 */
void onsite_connection_set_cancellable (OnsiteConnection *self, GCancellable *cancellable);

/**
 * onsite_connection_back_up:
 * @self: a connection
 * @path: an empty file
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): ends the copying
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Copies all that is committed into another file, step by step: between two
 * steps nothing is held. What another connection commits meanwhile is copied
 * too.
 *
 * Returns: whether it was copied
 */
gboolean onsite_connection_back_up (OnsiteConnection *self,
                                    const char *path,
                                    OnsiteProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * onsite_connection_free:
 * @self: (transfer full): a connection without a statement in use
 *
 * Closes it.
 */
void onsite_connection_free (OnsiteConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteConnection, onsite_connection_free)

G_END_DECLS
