/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-rows.h"

gboolean
onsite_rows_read (OnsiteConnection *connection,
                  const char *sql,
                  GVariant *values,
                  OnsiteRowReader reader,
                  gpointer parent,
                  GError **error)
{
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (connection, sql, values, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;

  while (onsite_statement_next (rows, &failure))
    if (!reader (connection, rows, parent, error))
      return FALSE;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
