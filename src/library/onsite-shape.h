/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-cell.h"
#include "onsite-connection.h"

G_BEGIN_DECLS

/**
 * OnsiteShape:
 * @name: what the table is called
 * @has_rowid: whether its rows have rowids
 * @root: the number of its first page; 0 if nobody knows
 * @n_columns: how many columns there are
 * @columns: these, in the order in which a row holds them
 * @sql: (element-type utf8): what inserts a row of that many fields, %NULL
 *   where so many are too few
 *
 * What a row of a table looks like: strict tables tell it to the byte, so that
 * a row says by itself which table it is of.
 */
typedef struct
{
  char *name;
  gboolean has_rowid;
  guint32 root;
  guint n_columns;
  struct
  {
    char *name;
    OnsiteFieldType type;
    gboolean is_rowid;
    gboolean is_nullable;
    gboolean has_default;
  } columns[ONSITE_CELL_MAX_FIELDS];
  char *sql[ONSITE_CELL_MAX_FIELDS + 1];
} OnsiteShape;

/**
 * onsite_shape_free:
 * @self: (transfer full): a table's shape
 */
void onsite_shape_free (OnsiteShape *self);

/**
 * onsite_shape_list:
 * @connection: a library
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads what the tables of a library look like.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteShape): these
 */
GPtrArray *onsite_shape_list (OnsiteConnection *connection, GError **error);

/**
 * onsite_shape_fits:
 * @self: a shape
 * @cell: a row of some table
 *
 * Looks whether a row can be one of this table. It may lack the last columns
 * if they have defaults, as those do that a migration added.
 *
 * Returns: whether it can be
 */
gboolean onsite_shape_fits (const OnsiteShape *self, const OnsiteCell *cell);

/**
 * onsite_shape_insert:
 * @self: a shape that fits @cell
 * @connection: a library with such a table
 * @cell: a row
 * @is_cut: (out): whether a text in it had to be cut where it is damaged
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Inserts a row, unless there is one with its key or it contradicts what the
 * table demands.
 *
 * Returns: 1 if it was inserted, 0 if not, -1 if that failed
 */
int onsite_shape_insert (OnsiteShape *self,
                         OnsiteConnection *connection,
                         const OnsiteCell *cell,
                         gboolean *is_cut,
                         GError **error);

G_END_DECLS
