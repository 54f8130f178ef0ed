/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * ONSITE_LIBRARY_APPLICATION_ID:
 *
 * What tells a library from other SQLite files: "Onsi" in ASCII, at offset 68
 * of the file.
 */
#define ONSITE_LIBRARY_APPLICATION_ID 0x4f6e7369

/**
 * onsite_migrations_load:
 *
 * Loads the steps from nothing to the newest schema.
 *
 * Returns: (transfer full): the SQL of each; the first leads to version 1
 */
GStrv onsite_migrations_load (void);

/**
 * onsite_migrations_run:
 * @connection: a connection that writes, not in a transaction
 * @migrations: from onsite_migrations_load()
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Brings the file up to date. Each step commits whole, with the version that
 * it leads to, or not at all; where one fails, the file stays at the last
 * version that it reached.
 *
 * Returns: whether it is up to date
 */
gboolean
onsite_migrations_run (OnsiteConnection *connection, const char *const *migrations, GError **error);

/**
 * onsite_migrations_back_up:
 * @connection: a connection to a library that is about to be migrated
 * @version: its version
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Copies the library beside itself, for its owner only, under a name that is
 * free.
 *
 * Returns: (transfer full) (nullable): the path of the copy
 */
char *onsite_migrations_back_up (OnsiteConnection *connection, gint64 version, GError **error);

G_END_DECLS
