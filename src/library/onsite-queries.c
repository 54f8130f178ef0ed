/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-queries.h"

#include <glib/gi18n-lib.h>

#include "onsite-library-error.h"

/* The takes that count of a loop whose row is called loop. */
#define CURRENT_TAKES                                           \
  "round JOIN answer ON answer.round = round.rowid "            \
  "JOIN take ON take.answer = answer.rowid AND take.ordinal = " \
  "(SELECT max (ordinal) FROM take AS other WHERE other.answer = answer.rowid)"

/* Who has to be believed that an answer covers something: the candidate, or a coach. */
#define COVERS "evidence.source IN ('claimed', 'coach')"

#define N_COVERED(kind)                                          \
  "(SELECT count (DISTINCT evidence.target) FROM " CURRENT_TAKES \
  " JOIN evidence ON evidence.take = take.rowid AND " COVERS " " \
  "WHERE round.loop = loop.rowid AND evidence.kind = '" kind "')"

#define LIST_LOOPS                                                                                        \
  "SELECT id, pack_id, level, kind, target, mode, state, sample, created_at_us, "                         \
  "finished_at_us, session IS NOT NULL, "                                                                 \
  "(SELECT count (*) FROM round WHERE round.loop = loop.rowid), "                                         \
  "(SELECT count (*) FROM round WHERE round.loop = loop.rowid AND ended_at_us > 0), "                     \
  "(SELECT count (*) FROM round JOIN answer ON answer.round = round.rowid "                               \
  "WHERE round.loop = loop.rowid), "                                                                      \
  "(SELECT count (*) FROM " CURRENT_TAKES " WHERE round.loop = loop.rowid AND NOT answer.skipped "        \
  "AND EXISTS (SELECT 1 FROM clip WHERE clip.take = take.id)), " N_COVERED ("principle") ", " N_COVERED ( \
      "checklist") ", "                                                                                   \
                   "(SELECT avg (rating.score) FROM " CURRENT_TAKES                                       \
                   " JOIN rating ON rating.take = take.rowid WHERE round.loop = loop.rowid), "            \
                   "(SELECT sum (clip.n_samples) FROM " CURRENT_TAKES                                     \
                   " JOIN clip ON clip.take = take.id WHERE round.loop = loop.rowid), drill "             \
                   "FROM loop WHERE deleted_at_us = 0 AND (created_at_us, id) < (?1, ?2) "                \
                   "ORDER BY created_at_us DESC, id DESC LIMIT ?3"

#define COVERS_PRINCIPLE "evidence.kind = 'principle' AND " COVERS

#define READ_HISTORY                                                           \
  "SELECT answer.question, take.created_at_us, take.rowid, evidence.target "   \
  "FROM loop JOIN " CURRENT_TAKES " AND round.loop = loop.rowid "              \
  "LEFT JOIN evidence ON evidence.take = take.rowid AND " COVERS_PRINCIPLE " " \
  "WHERE loop.pack_id = ?1 AND loop.sample = 0 AND loop.deleted_at_us = 0 "    \
  "ORDER BY take.created_at_us, take.rowid, evidence.target"

/* Two looks instead of one, for it's the joins that take the time: each target once,
 * and then only up to the first take that counts. The order of the tables is given,
 * since SQLite would begin with all loops of the pack. */
#define LIST_COVERED                                                                      \
  "SELECT target FROM (SELECT DISTINCT target FROM evidence WHERE " COVERS_PRINCIPLE ") " \
  "AS claimed WHERE EXISTS (SELECT 1 FROM evidence CROSS JOIN take CROSS JOIN answer "    \
  "CROSS JOIN round CROSS JOIN loop WHERE evidence.target = claimed.target "              \
  "AND " COVERS_PRINCIPLE " AND take.rowid = evidence.take AND take.ordinal = "           \
  "(SELECT max (ordinal) FROM take AS other WHERE other.answer = take.answer) "           \
  "AND answer.rowid = take.answer AND round.rowid = answer.round "                        \
  "AND loop.rowid = round.loop AND loop.pack_id = ?1 AND loop.sample = 0 "                \
  "AND loop.deleted_at_us = 0)"

#define LIST_STORIES                                                   \
  "SELECT story FROM answer JOIN round ON round.rowid = answer.round " \
  "JOIN loop ON loop.rowid = round.loop "                              \
  "WHERE story <> '' AND loop.sample = 0 AND loop.deleted_at_us = 0 "  \
  "GROUP BY story ORDER BY max (loop.created_at_us) DESC, max (answer.rowid) DESC"

/* Greater than any UUID. */
#define AFTER_ALL_IDS "~"

static OnsiteLoopSummary *
read_summary (OnsiteStatement *row)
{
  OnsiteLoopSummary *summary = g_new0 (OnsiteLoopSummary, 1);

  summary->id = onsite_statement_dup_string (row, 0);
  summary->pack_id = onsite_statement_dup_string (row, 1);
  summary->level = onsite_statement_dup_string (row, 2);
  summary->kind = onsite_statement_get_enum (row, 3, ONSITE_TYPE_LOOP_KIND);
  summary->drill = onsite_statement_get_enum (row, 19, ONSITE_TYPE_DRILL);
  summary->target = onsite_statement_dup_string (row, 4);
  summary->mode = onsite_statement_get_enum (row, 5, ONSITE_TYPE_MODE);
  summary->state = onsite_statement_get_enum (row, 6, ONSITE_TYPE_LOOP_STATE);
  summary->sample = onsite_statement_get_int64 (row, 7) != 0;
  summary->created_at_us = onsite_statement_get_int64 (row, 8);
  summary->finished_at_us = onsite_statement_get_int64 (row, 9);
  summary->has_session = onsite_statement_get_int64 (row, 10) != 0;
  summary->n_rounds = onsite_statement_get_uint (row, 11);
  summary->n_rounds_ended = onsite_statement_get_uint (row, 12);
  summary->n_answers = onsite_statement_get_uint (row, 13);
  summary->n_answered = onsite_statement_get_uint (row, 14);
  summary->n_principles_covered = onsite_statement_get_uint (row, 15);
  summary->n_checklist_covered = onsite_statement_get_uint (row, 16);
  summary->mean_score = onsite_statement_get_double (row, 17);
  summary->talk_ms = onsite_statement_get_int64 (row, 18) * 1000 / ONSITE_SAMPLE_RATE;

  return summary;
}

GPtrArray *
onsite_queries_list_loops (OnsiteConnection *connection,
                           const OnsiteLoopSummary *after,
                           guint limit,
                           GError **error)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_loop_summary_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (
      connection,
      LIST_LOOPS,
      g_variant_new ("(xsu)",
                     after != NULL ? after->created_at_us : G_MAXINT64,
                     after != NULL ? after->id : AFTER_ALL_IDS,
                     limit),
      error);

  if (rows == NULL)
    return NULL;

  while (onsite_statement_next (rows, &local_error))
    g_ptr_array_add (page, read_summary (rows));
  if (local_error == NULL)
    return g_steal_pointer (&page);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static void
end_item (GPtrArray *history, OnsiteHistoryItem *item, GStrvBuilder *covered)
{
  if (item == NULL)
    return;

  g_strfreev (item->covered);
  item->covered = g_strv_builder_end (covered);
  g_ptr_array_add (history, item);
}

/* A row for each principle that an answer covers, or one if it covers none. */
static void
collect_history (OnsiteStatement *rows, GPtrArray *history, GError **error)
{
  g_autoptr (GStrvBuilder) covered = g_strv_builder_new ();
  g_autofree char *last = NULL;
  OnsiteHistoryItem *item = NULL;
  gint64 take = 0;

  while (onsite_statement_next (rows, error))
    {
      g_autofree char *question = onsite_statement_dup_string (rows, 0);
      g_autofree char *target = onsite_statement_dup_string (rows, 3);

      if (onsite_statement_get_int64 (rows, 2) != take)
        {
          end_item (history, item, covered);
          item = onsite_history_item_new (question, onsite_statement_get_int64 (rows, 1), NULL);
          take = onsite_statement_get_int64 (rows, 2);
          g_clear_pointer (&last, g_free);
        }
      if (target != NULL && g_strcmp0 (target, last) != 0)
        g_strv_builder_add (covered, target);
      g_free (last);
      last = g_steal_pointer (&target);
    }
  end_item (history, item, covered);
}

GPtrArray *
onsite_queries_read_history (OnsiteConnection *connection, const char *pack_id, GError **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (
      (GDestroyNotify) onsite_history_item_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (connection,
                                                              READ_HISTORY,
                                                              g_variant_new ("(s)", pack_id),
                                                              error);

  if (rows == NULL)
    return NULL;

  collect_history (rows, history, &local_error);
  if (local_error == NULL)
    return g_steal_pointer (&history);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* The first column of what a query finds. */
static GStrv
list_strings (OnsiteConnection *connection, const char *sql, GVariant *arguments, GError **error)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (connection, sql, arguments, error);

  if (rows == NULL)
    return NULL;

  while (onsite_statement_next (rows, &local_error))
    {
      g_autofree char *string = onsite_statement_dup_string (rows, 0);

      g_strv_builder_add (strings, string);
    }
  if (local_error == NULL)
    return g_strv_builder_end (strings);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

GStrv
onsite_queries_list_covered (OnsiteConnection *connection, const char *pack_id, GError **error)
{
  return list_strings (connection, LIST_COVERED, g_variant_new ("(s)", pack_id), error);
}

GStrv
onsite_queries_list_stories (OnsiteConnection *connection, GError **error)
{
  return list_strings (connection, LIST_STORIES, NULL, error);
}

void
onsite_queries_set_no_clip_error (GError **error, const char *clip)
{
  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_NOT_FOUND,
               C_ ("error",
                   "The recording isn't in the library any more (%s). Go back and open "
                   "its loop anew."),
               clip);
}

static gboolean
find_clip (OnsiteConnection *connection, const char *clip, gint64 *rowid, GError **error)
{
  if (!onsite_connection_read_int64 (connection,
                                     "SELECT rowid FROM clip WHERE id = ?1",
                                     g_variant_new ("(s)", clip),
                                     rowid,
                                     error))
    return FALSE;
  if (*rowid > 0)
    return TRUE;

  onsite_queries_set_no_clip_error (error, clip);

  return FALSE;
}

GBytes *
onsite_queries_load_peaks (OnsiteConnection *connection, const char *clip, GError **error)
{
  g_autoptr (GByteArray) peaks = g_byte_array_new ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) rows = NULL;
  gint64 rowid;

  if (!find_clip (connection, clip, &rowid, error))
    return NULL;
  rows = onsite_connection_query (connection,
                                  "SELECT peaks FROM peak WHERE rowid >= ?1 << 24 "
                                  "AND rowid < (?1 + 1) << 24 ORDER BY rowid",
                                  g_variant_new ("(x)", rowid),
                                  error);
  if (rows == NULL)
    return NULL;

  while (onsite_statement_next (rows, &local_error))
    onsite_statement_append_bytes (rows, 0, peaks);
  if (local_error == NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&peaks));

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
