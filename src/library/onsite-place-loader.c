/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-place-loader.h"

OnsitePlace *
onsite_place_load (OnsiteConnection *connection, const char *clip, GError **error)
{
  g_autoptr (OnsitePlace) self = g_new0 (OnsitePlace, 1);
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      connection,
      "SELECT loop.id, loop.created_at_us, clip.turn, coalesce ("
      "(SELECT prompt FROM turn WHERE turn.take = take.rowid AND turn.ordinal = 0),"
      " answer.question) FROM clip"
      " JOIN take ON take.id = clip.take JOIN answer ON answer.rowid = take.answer"
      " JOIN round ON round.rowid = answer.round JOIN loop ON loop.rowid = round.loop"
      " WHERE clip.id = ?1",
      g_variant_new ("(s)", clip),
      error);

  if (row == NULL)
    return NULL;

  if (onsite_statement_next (row, &failure))
    {
      self->loop = onsite_statement_dup_string (row, 0);
      self->loop_at_us = onsite_statement_get_int64 (row, 1);
      self->turn = onsite_statement_get_uint (row, 2);
      self->question = onsite_statement_dup_string (row, 3);
    }
  if (failure == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}
