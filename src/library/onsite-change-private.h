/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-change.h"
#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * onsite_change_append:
 * @self: a change
 * @sql: a statement that is never freed
 * @values: (transfer floating): a tuple, a value for each parameter
 * @required: (nullable): the id of what has to be there: if the statement
 *   changes no row, the change is refused
 *
 * Adds a step.
 */
void
onsite_change_append (OnsiteChange *self, const char *sql, GVariant *values, const char *required);

/**
 * onsite_change_append_or_refuse:
 * @self: a change
 * @sql: a statement that is never freed
 * @values: (transfer floating): a tuple, a value for each parameter
 * @refusal: (transfer full): why the change is refused if the statement changes no row
 *
 * Adds a step.
 */
void onsite_change_append_or_refuse (OnsiteChange *self,
                                     const char *sql,
                                     GVariant *values,
                                     GError *refusal);

/**
 * onsite_change_touch:
 * @self: a change
 * @sql: a statement that finds a loop's id by @id, never freed
 * @id: what was changed
 *
 * Notes that the loop to which @id belongs is changed.
 */
void onsite_change_touch (OnsiteChange *self, const char *sql, const char *id);

/**
 * onsite_change_refuse:
 * @self: a change
 * @error: (transfer full): why
 *
 * Lets onsite_change_apply() fail, since what was asked for makes no sense.
 */
void onsite_change_refuse (OnsiteChange *self, GError *error);

/**
 * onsite_change_get_purges:
 * @self: a change
 *
 * Returns: whether something waits to be purged after it
 */
gboolean onsite_change_get_purges (OnsiteChange *self);

/**
 * onsite_change_apply:
 * @self: a change
 * @connection: a connection in a transaction
 * @loops: (element-type utf8): a set, to which the ids of changed loops are added
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Runs all steps. If one fails, the caller rolls back.
 *
 * Returns: whether all ran
 */
gboolean onsite_change_apply (OnsiteChange *self,
                              OnsiteConnection *connection,
                              GHashTable *loops,
                              GError **error);

G_END_DECLS
