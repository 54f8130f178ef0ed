/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-library-find.h"

#include "onsite-connection.h"

/* 'g' comes right after the last digit that an id can have. */
#define FIND_LOOPS                                                           \
  "SELECT id, NULL FROM loop"                                                \
  " WHERE id >= ?1 AND id < ?1 || 'g' AND deleted_at_us = 0 AND purging = 0" \
  " ORDER BY id LIMIT 2"

#define FIND_ANSWERS                                                               \
  "SELECT loop.id, answer.id FROM answer"                                          \
  " JOIN round ON round.rowid = answer.round JOIN loop ON loop.rowid = round.loop" \
  " WHERE answer.id >= ?1 AND answer.id < ?1 || 'g'"                               \
  " AND loop.deleted_at_us = 0 AND loop.purging = 0"                               \
  " ORDER BY answer.id LIMIT 2"

#define FIND_REVIEWS                                 \
  "SELECT loop.id, review.id FROM review"            \
  " JOIN loop ON loop.rowid = review.loop"           \
  " WHERE review.id >= ?1 AND review.id < ?1 || 'g'" \
  " AND loop.deleted_at_us = 0 AND loop.purging = 0" \
  " ORDER BY review.id LIMIT 2"

void
onsite_match_free (OnsiteMatch *self)
{
  g_free (self->loop);
  g_free (self->part);
  g_free (self);
}

static gboolean
is_beginning_of_id (const char *prefix)
{
  if (*prefix == '\0')
    return FALSE;

  for (const char *c = prefix; *c != '\0'; c++)
    if (!g_ascii_isxdigit (*c) && *c != '-')
      return FALSE;

  return TRUE;
}

static GPtrArray *
find (OnsiteLibrary *library, const char *sql, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_match_free);
  g_autofree char *lower = g_ascii_strdown (prefix, -1);
  g_autoptr (OnsiteConnection) connection = NULL;
  g_autoptr (OnsiteStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (!is_beginning_of_id (prefix))
    return g_steal_pointer (&matches);

  connection = onsite_connection_open_to_read (onsite_library_get_path (library), error);
  if (connection)
    statement = onsite_connection_query (connection, sql, g_variant_new ("(s)", lower), error);
  if (!statement)
    return NULL;

  while (onsite_statement_next (statement, &failure))
    {
      OnsiteMatch *match = g_new0 (OnsiteMatch, 1);

      match->loop = onsite_statement_dup_string (statement, 0);
      match->part = onsite_statement_dup_string (statement, 1);
      g_ptr_array_add (matches, match);
    }
  if (failure)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&matches);
}

GPtrArray *
onsite_library_find_loops (OnsiteLibrary *library, const char *prefix, GError **error)
{
  return find (library, FIND_LOOPS, prefix, error);
}

GPtrArray *
onsite_library_find_answers (OnsiteLibrary *library, const char *prefix, GError **error)
{
  return find (library, FIND_ANSWERS, prefix, error);
}

GPtrArray *
onsite_library_find_reviews (OnsiteLibrary *library, const char *prefix, GError **error)
{
  return find (library, FIND_REVIEWS, prefix, error);
}
