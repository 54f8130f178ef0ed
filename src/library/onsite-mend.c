/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-mend.h"

#include <gio/gio.h>

/* Since which version a turn says what kind of turn it is. */
#define VERSION_OF_TURN_KINDS 2

/* Rows of whose place nothing is known hang on rows that nobody else has: SQLite
 * numbers from 1, and a clip's own number must leave room for that of a chunk. */
#define FREE_ROW "1099511627776"

#define NEW_ID                                                         \
  "lower (hex (randomblob (4)) || '-' || hex (randomblob (2)) || '-4'" \
  " || substr (hex (randomblob (2)), 2) || '-8'"                       \
  " || substr (hex (randomblob (2)), 2) || '-' || hex (randomblob (6)))"

#define HINT(table, column)                                                 \
  "(SELECT value FROM temp.hint WHERE tbl = '" table "' AND row = lost.row" \
  " AND col = '" column "')"

#define ID_OR_NEW(table) "coalesce (" HINT (table, "id") ", " NEW_ID ")"

/* The heads of what Onsite's encoders give: one channel, 48 kHz, packets of 20 ms. */
#define OPUS_HEAD "x'4f707573486561640101380180bb0000000000'"
#define FLAC_HEAD \
  "x'664c61430000002203c003c00000000000000bb800f00000000000000000000000000000000000000000'"

/* Which it was is told by the first packet that is left, behind its length: a frame of
 * FLAC begins with a sync code, which no packet of one channel of Opus does. */
#define IS_FLAC                                                                  \
  "(SELECT substr (packets, 3, 2) = x'fff8' FROM chunk WHERE rowid >= row << 24" \
  " AND rowid < (row + 1) << 24 ORDER BY rowid LIMIT 1)"

/* By leaps from clip to clip, past their chunks. */
#define CLIPS_OF_CHUNKS                                                         \
  "WITH RECURSIVE lost (row) AS (SELECT min (rowid) >> 24 FROM chunk UNION ALL" \
  " SELECT (SELECT rowid FROM chunk WHERE rowid >= (lost.row + 1) << 24"        \
  " ORDER BY rowid LIMIT 1) >> 24 FROM lost WHERE lost.row IS NOT NULL) "

#define MAKE_CLIPS                                                                                                                    \
  CLIPS_OF_CHUNKS                                                                                                                     \
  "INSERT INTO clip (rowid, id, take, turn, state, created_at_us, n_samples,"                                                         \
  " pre_skip_samples, codec_head) SELECT row, " ID_OR_NEW ("clip") ", coalesce (" HINT (                                              \
      "clip",                                                                                                                         \
      "take") ", " NEW_ID                                                                                                             \
              "), coalesce (" HINT ("clip", "turn") ", 0), 'recovered', coalesce ((SELECT created_at_us FROM take WHERE id = " HINT ( \
                  "clip",                                                                                                             \
                  "take") "), ?1), coalesce (" HINT ("clip",                                                                          \
                                                     "n_samples") ", 0),"                                                             \
                                                                  " iif (" IS_FLAC                                                    \
                                                                  ", 0, 312), iif (" IS_FLAC                                          \
                                                                  ", " FLAC_HEAD ", " OPUS_HEAD                                       \
                                                                  ")"                                                                 \
                                                                  " FROM lost WHERE row IS NOT NULL AND row NOT IN (SELECT rowid FROM clip)"

/* First those that something of the library refers to by their number. */
#define MAKE_TAKES                                                                                             \
  "INSERT OR IGNORE INTO take (rowid, id, answer, ordinal, created_at_us)"                                     \
  " SELECT row, " ID_OR_NEW ("take") ", coalesce (" HINT (                                                     \
      "take",                                                                                                  \
      "answer") ", " FREE_ROW                                                                                  \
                " + row), coalesce (" HINT (                                                                   \
                    "take",                                                                                    \
                    "ordinal") ", 0), ?1 FROM ("                                                               \
                               "SELECT take AS row FROM turn UNION SELECT take FROM rating UNION"              \
                               " SELECT take FROM evidence UNION SELECT row FROM temp.hint WHERE tbl = 'take'" \
                               " AND col = 'id' AND value IN (SELECT take FROM clip)"                          \
                               " EXCEPT SELECT rowid FROM take) AS lost"

#define MAKE_TAKES_OF_CLIPS                                              \
  "INSERT OR IGNORE INTO take (id, answer, ordinal, created_at_us)"      \
  " SELECT take, 2 * " FREE_ROW " + min (rowid), 0, min (created_at_us)" \
  " FROM clip WHERE take NOT IN (SELECT id FROM take) GROUP BY take"

#define MAKE_ANSWERS                                                                         \
  "INSERT OR IGNORE INTO answer (rowid, id, round, ordinal, question, skipped, story, note)" \
  " SELECT row, " ID_OR_NEW ("answer") ", coalesce (" HINT (                                 \
      "answer",                                                                              \
      "round") ", " FREE_ROW                                                                 \
               "), coalesce (" HINT (                                                        \
                   "answer",                                                                 \
                   "ordinal") ", row_number () OVER (ORDER BY row) + 1000), ?2"              \
                              ", 0, coalesce (" HINT (                                       \
                                  "answer",                                                  \
                                  "story") ", ''), '' FROM (SELECT answer AS row FROM take"  \
                                           " EXCEPT SELECT rowid FROM answer) AS lost"

#define MAKE_ROUNDS                                                                               \
  "INSERT OR IGNORE INTO round (rowid, id, loop, ordinal, kind, interviewer, bar_raiser,"         \
  " voice, seconds, started_at_us, ended_at_us, ended_early, interruptions)"                      \
  " SELECT row, " ID_OR_NEW ("round") ", coalesce (" HINT (                                       \
      "round",                                                                                    \
      "loop") ", " FREE_ROW                                                                       \
              "), coalesce (" HINT (                                                              \
                  "round",                                                                        \
                  "ordinal") ", row_number () OVER (ORDER BY row) + 1000), ?3"                    \
                             ", ?2, 0, 0, 3600, 0, 0, 0, 0 FROM (SELECT round AS row FROM answer" \
                             " EXCEPT SELECT rowid FROM round) AS lost"

#define MAKE_LOOPS                                                                                                                                   \
  "INSERT OR IGNORE INTO loop (rowid, id, pack_id, pack_hash, level, kind, target, mode, seed,"                                                      \
  " state, sample, created_at_us, finished_at_us, deleted_at_us, purging)"                                                                           \
  " SELECT row, " ID_OR_NEW ("loop") ", coalesce (" HINT (                                                                                           \
      "loop",                                                                                                                                        \
      "pack_id") ", ?2), "                                                                                                                           \
                 "coalesce (" HINT (                                                                                                                 \
                     "loop",                                                                                                                         \
                     "pack_hash") ", ?3), ?4, 'round', ?5, 'practice', 0, 'finished',"                                                               \
                                  " 0, coalesce (" HINT (                                                                                            \
                                      "loop",                                                                                                        \
                                      "created_at_us") ", (SELECT min (take.created_at_us)"                                                          \
                                                       " FROM round JOIN answer ON answer.round = round.rowid JOIN take"                             \
                                                       " ON take.answer = answer.rowid WHERE round.loop = lost.row AND take.created_at_us > 0), ?1)" \
                                                       ", ?1, 0, 0 FROM (SELECT loop AS row FROM round EXCEPT SELECT rowid FROM loop) AS lost"

/* All up to the last one that there is, or that a clip is of. */
#define MISSING_TURNS                                                          \
  "WITH RECURSIVE known (take, turn) AS (SELECT take, ordinal FROM turn UNION" \
  " SELECT take.rowid, clip.turn FROM clip JOIN take ON take.id = clip.take)," \
  " wanted (take, turn) AS (SELECT take, max (turn) FROM known GROUP BY take"  \
  " UNION ALL SELECT take, turn - 1 FROM wanted WHERE turn > 0) "

#define MAKE_OLD_TURNS \
  MISSING_TURNS        \
  "INSERT OR IGNORE INTO turn (take, ordinal, prompt) SELECT take, turn, ?1 FROM wanted"

#define MAKE_TURNS                                                         \
  MISSING_TURNS "INSERT OR IGNORE INTO turn (take, ordinal, prompt, kind)" \
                " SELECT take, turn, ?1,"                                  \
                " CASE turn WHEN 0 THEN 'question' ELSE 'follow-up' END FROM wanted"

/* Without any: onsite_measured_keep() puts them there. */
#define LOST_PEAKS                                          \
  "INSERT INTO peak (rowid, peaks) SELECT rowid, x'' FROM " \
  "chunk WHERE rowid NOT IN (SELECT rowid FROM peak) AND n_samples > 0"

static gboolean
make (OnsiteConnection *connection,
      const char *sql,
      GVariant *values,
      guint *n_made,
      GError **error)
{
  int n_changed;

  if (!onsite_connection_run (connection, sql, values, &n_changed, error))
    return FALSE;
  if (n_made != NULL)
    *n_made += (guint) n_changed;

  return TRUE;
}

static gboolean
make_loops (OnsiteMend *self,
            OnsiteConnection *connection,
            const OnsiteMendWords *words,
            gint64 now_us,
            GError **error)
{
  const OnsiteMendPack *pack = g_ptr_array_index (words->packs, 0);

  return make (connection,
               MAKE_LOOPS,
               g_variant_new ("(xssss)", now_us, pack->id, pack->hash, words->level, words->round),
               &self->n_made_up[ONSITE_MEND_LOOP],
               error);
}

/* From below, since what is made up may lack something above it in its turn. */
static gboolean
make_up (OnsiteMend *self,
         OnsiteConnection *connection,
         gint64 version,
         const OnsiteMendWords *words,
         GError **error)
{
  gint64 now_us = g_get_real_time ();
  guint *n_made = self->n_made_up;

  return make (connection, MAKE_CLIPS, g_variant_new ("(x)", now_us), NULL, error) &&
         make (connection,
               MAKE_TAKES,
               g_variant_new ("(x)", now_us),
               &n_made[ONSITE_MEND_TAKE],
               error) &&
         make (connection, MAKE_TAKES_OF_CLIPS, NULL, &n_made[ONSITE_MEND_TAKE], error) &&
         make (connection,
               MAKE_ANSWERS,
               g_variant_new ("(xs)", now_us, words->question),
               &n_made[ONSITE_MEND_ANSWER],
               error) &&
         make (connection,
               MAKE_ROUNDS,
               g_variant_new ("(xss)", now_us, words->interviewer, words->round),
               &n_made[ONSITE_MEND_ROUND],
               error) &&
         make_loops (self, connection, words, now_us, error) &&
         make (connection,
               version >= VERSION_OF_TURN_KINDS ? MAKE_TURNS : MAKE_OLD_TURNS,
               g_variant_new ("(s)", words->question),
               NULL,
               error) &&
         make (connection, LOST_PEAKS, NULL, NULL, error);
}

/* What isn't what its hash says was overwritten. */
static gboolean
drop_damaged_packs (OnsiteConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  OnsiteStatement *row = onsite_connection_query (connection,
                                                  "SELECT hash, bytes FROM pack",
                                                  NULL,
                                                  error);

  if (row == NULL)
    return FALSE;
  while (onsite_statement_next (row, &failure))
    {
      g_autofree char *hash = onsite_statement_dup_string (row, 0);
      g_autoptr (GBytes) bytes = onsite_statement_dup_bytes (row, 1);
      g_autofree char *actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (g_strcmp0 (hash, actual) != 0)
        g_ptr_array_add (damaged, g_steal_pointer (&hash));
    }
  onsite_statement_release (row);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < damaged->len; i++)
    if (!onsite_connection_run (connection,
                                "DELETE FROM pack WHERE hash = ?1",
                                g_variant_new ("(s)", g_ptr_array_index (damaged, i)),
                                NULL,
                                error))
      return FALSE;

  return TRUE;
}

static gboolean
insert_pack (OnsiteConnection *connection, const OnsiteMendPack *pack, GError **error)
{
  return onsite_connection_run (
      connection,
      "INSERT OR IGNORE INTO pack (hash, bytes) SELECT ?1, ?2"
      " WHERE ?1 IN (SELECT pack_hash FROM loop)",
      g_variant_new ("(s@ay)",
                     pack->hash,
                     g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, pack->bytes, TRUE)),
      NULL,
      error);
}

/* The same pack if it's known, else another version of it, else the first. */
static gboolean
mend_packs (OnsiteMend *self,
            OnsiteConnection *connection,
            const OnsiteMendWords *words,
            GError **error)
{
  static const char *const replace = "UPDATE loop SET pack_hash = ?1 WHERE (pack_id = ?2 OR ?3)"
                                     " AND pack_hash NOT IN (SELECT hash FROM pack)";

  for (guint i = 0; i < words->packs->len; i++)
    if (!insert_pack (connection, g_ptr_array_index (words->packs, i), error))
      return FALSE;

  for (guint i = 0; i <= words->packs->len; i++)
    {
      gboolean is_last_resort = i == words->packs->len;
      const OnsiteMendPack *pack = g_ptr_array_index (words->packs, is_last_resort ? 0 : i);

      if (!make (connection,
                 replace,
                 g_variant_new ("(ssb)", pack->hash, pack->id, is_last_resort),
                 &self->n_other_packs,
                 error) ||
          !insert_pack (connection, pack, error))
        return FALSE;
    }

  return TRUE;
}

/* What refers to nothing by choice, such as evidence that no review brought, stays. */
static GPtrArray *
list_keys (OnsiteConnection *connection, gboolean is_optional, GError **error)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      connection,
      "SELECT format (iif (?1, 'UPDATE \"%w\" SET \"%w\" = NULL WHERE',"
      " 'DELETE FROM \"%w\" WHERE \"%w\" IS NOT NULL AND') || ' \"%w\" NOT IN"
      " (SELECT \"%w\" FROM \"%w\")', list.name, key.\"from\", key.\"from\", key.\"to\", key.\"table\") FROM pragma_table_list AS list"
      " JOIN pragma_foreign_key_list (list.name) AS key WHERE list.schema = 'main'"
      " AND list.type = 'table' AND (key.on_delete = 'SET NULL') = ?1",
      g_variant_new ("(b)", is_optional),
      error);

  if (row == NULL)
    return NULL;

  while (onsite_statement_next (row, &failure))
    g_ptr_array_add (statements, onsite_statement_dup_string (row, 0));
  if (failure == NULL)
    return g_steal_pointer (&statements);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* What can do without it stays, and only forgets it: a take, whatever it answers. */
static gboolean
forget_strays (OnsiteConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) statements = list_keys (connection, TRUE, error);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (!onsite_connection_execute (connection, g_ptr_array_index (statements, i), error))
      return FALSE;

  return statements != NULL;
}

/* Until nothing refers to nothing: what goes may take something with it. */
gboolean
onsite_mend_strays (OnsiteMend *self, OnsiteConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) statements = list_keys (connection, FALSE, error);
  guint n_before;

  if (statements == NULL ||
      !onsite_connection_run (connection,
                              "DELETE FROM peak WHERE rowid NOT IN (SELECT rowid FROM chunk)",
                              NULL,
                              NULL,
                              error))
    return FALSE;

  do
    {
      n_before = self->n_dropped;
      for (guint i = 0; i < statements->len; i++)
        {
          gint64 n_changed;

          if (!onsite_connection_execute (connection, g_ptr_array_index (statements, i), error) ||
              !onsite_connection_read_int64 (connection,
                                             "SELECT changes ()",
                                             NULL,
                                             &n_changed,
                                             error))
            return FALSE;
          self->n_dropped += (guint) n_changed;
        }
    }
  while (self->n_dropped > n_before);

  return forget_strays (connection, error);
}

gboolean
onsite_mend_rows (OnsiteMend *self,
                  OnsiteConnection *connection,
                  gint64 version,
                  const OnsiteMendWords *words,
                  GError **error)
{
  *self = (OnsiteMend){ 0 };

  return make_up (self, connection, version, words, error) &&
         drop_damaged_packs (connection, error) && mend_packs (self, connection, words, error);
}
