/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pages.h"

G_BEGIN_DECLS

/**
 * ONSITE_CELL_MAX_FIELDS:
 *
 * More than any table of a library has columns.
 */
#define ONSITE_CELL_MAX_FIELDS 64

/**
 * OnsiteFieldType:
 *
 * What a field holds, as SQLite tells it.
 */
typedef enum
{
  ONSITE_FIELD_NULL,
  ONSITE_FIELD_INTEGER,
  ONSITE_FIELD_REAL,
  ONSITE_FIELD_TEXT,
  ONSITE_FIELD_BLOB,
} OnsiteFieldType;

/**
 * OnsiteField:
 * @type: what it holds
 * @integer: an integer
 * @real: a real number
 * @data: the bytes of text or of a blob, within the cell
 * @size: how many there are
 * @is_whole: whether all of it is there
 *
 * A field of a row, as it was read.
 */
typedef struct
{
  OnsiteFieldType type;
  gint64 integer;
  double real;
  const guint8 *data;
  gsize size;
  gboolean is_whole;
} OnsiteField;

/**
 * OnsiteCell:
 * @has_rowid: whether it's of a table with rowids
 * @rowid: the rowid
 * @n_fields: how many fields could be read
 * @fields: these
 *
 * A row of a table, or an entry of an index.
 */
typedef struct
{
  gboolean has_rowid;
  gint64 rowid;
  guint n_fields;
  OnsiteField fields[ONSITE_CELL_MAX_FIELDS];
} OnsiteCell;

/**
 * OnsiteCellFunc:
 * @cell: a cell, which lives as long as the call
 * @user_data: what was given with it
 *
 * Returns: whether it can be a row of what is looked for
 */
typedef gboolean (*OnsiteCellFunc) (const OnsiteCell *cell, gpointer user_data);

/**
 * onsite_cell_foreach:
 * @pages: a file's pages
 * @number: a page's number
 * @page: its bytes
 * @func: what to call
 * @user_data: for @func
 *
 * Reads the cells of a page of a tree, with what of them overflows into other
 * pages. What can't be a row is left out; of a row whose end is missing there
 * are the fields before it.
 *
 * Returns: how many cells the page should have that could not be read, or that
 *   @func found to be no row; -1 if it is no page of a tree
 */
int onsite_cell_foreach (OnsitePages *pages,
                         guint32 number,
                         const guint8 *page,
                         OnsiteCellFunc func,
                         gpointer user_data);

/**
 * onsite_cell_list_children:
 * @pages: a file's pages
 * @number: a page's number
 * @page: its bytes
 *
 * Returns: (transfer full) (element-type guint32): the numbers of the pages
 *   that hang on it; empty for a leaf
 */
GArray *onsite_cell_list_children (OnsitePages *pages, guint32 number, const guint8 *page);

G_END_DECLS
