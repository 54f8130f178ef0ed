/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteCliTable:
 *
 * Columns of text, each as wide as its widest cell on a terminal.
 */
typedef struct _OnsiteCliTable OnsiteCliTable;

/**
 * onsite_cli_table_new:
 * @indent: how many spaces stand before each line
 * @alignment: a letter a column: l or r
 *
 * Returns: (transfer full): a table without rows
 */
OnsiteCliTable *onsite_cli_table_new (guint indent, const char *alignment);

/**
 * onsite_cli_table_free:
 * @self: (transfer full): a table
 */
void onsite_cli_table_free (OnsiteCliTable *self);

/**
 * onsite_cli_table_add:
 * @self: a table
 * @...: a string for each column
 *
 * Adds a row.
 */
void onsite_cli_table_add (OnsiteCliTable *self, ...);

/**
 * onsite_cli_table_print:
 * @self: a table
 * @out: where to append it, a line a row, without spaces at the ends of lines
 */
void onsite_cli_table_print (OnsiteCliTable *self, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteCliTable, onsite_cli_table_free)

G_END_DECLS
