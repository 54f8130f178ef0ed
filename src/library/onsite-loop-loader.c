/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-loop-loader.h"

#include <glib/gi18n-lib.h>

#include "onsite-evidence-rows.h"
#include "onsite-library-error.h"
#include "onsite-receipt-rows.h"
#include "onsite-review-rows.h"
#include "onsite-rows.h"

/* Samples are nobody's preparation. */
#define N_FINISHED_BEFORE                                                \
  "(SELECT count (*) FROM loop AS other WHERE other.state = 'finished' " \
  "AND other.sample = 0 AND other.deleted_at_us = 0 "                    \
  "AND (other.created_at_us, other.id) < (loop.created_at_us, loop.id))"

static gboolean
read_segment (OnsiteConnection *connection, OnsiteStatement *row, gpointer clip, GError **error)
{
  g_ptr_array_add (((OnsiteClip *) clip)->segments,
                   onsite_segment_new (onsite_statement_get_int64 (row, 0),
                                       onsite_statement_get_int64 (row, 1),
                                       onsite_statement_get_int64 (row, 2)));

  return TRUE;
}

static gboolean
read_mark (OnsiteConnection *connection, OnsiteStatement *row, gpointer clip, GError **error)
{
  OnsiteMark *mark = g_new0 (OnsiteMark, 1);

  mark->id = onsite_statement_dup_string (row, 0);
  mark->from_ms = onsite_statement_get_int64 (row, 1);
  mark->to_ms = onsite_statement_get_int64 (row, 2);
  mark->note = onsite_statement_dup_string (row, 3);
  g_ptr_array_add (((OnsiteClip *) clip)->marks, mark);

  return TRUE;
}

static gboolean
read_receipt (OnsiteConnection *connection, OnsiteStatement *row, gpointer clip, GError **error)
{
  ((OnsiteClip *) clip)->receipt = onsite_receipt_rows_read (row);

  return TRUE;
}

static gboolean
read_clip (OnsiteConnection *connection, OnsiteStatement *row, gpointer turn, GError **error)
{
  g_autoptr (GBytes) head = onsite_statement_dup_bytes (row, 6);
  OnsiteClip *clip = onsite_clip_new ();
  gint64 rowid = onsite_statement_get_int64 (row, 0);

  ((OnsiteTurn *) turn)->clip = clip;
  g_free (clip->id);
  clip->id = onsite_statement_dup_string (row, 1);
  clip->state = onsite_statement_get_enum (row, 2, ONSITE_TYPE_CLIP_STATE);
  clip->created_at_us = onsite_statement_get_int64 (row, 3);
  clip->n_samples = onsite_statement_get_int64 (row, 4);
  clip->pre_skip_samples = onsite_statement_get_uint (row, 5);
  clip->codec = onsite_codec_of_head (head);

  return onsite_rows_read (connection,
                           "SELECT start_samples, n_samples, gap_us FROM segment WHERE clip = ?1 "
                           "ORDER BY ordinal",
                           g_variant_new ("(x)", rowid),
                           read_segment,
                           clip,
                           error) &&
         onsite_rows_read (connection,
                           "SELECT id, from_ms, to_ms, note FROM mark WHERE clip = ?1 "
                           "ORDER BY from_ms, rowid",
                           g_variant_new ("(x)", rowid),
                           read_mark,
                           clip,
                           error) &&
         onsite_rows_read (connection,
                           ONSITE_RECEIPT_ROWS_SELECT,
                           g_variant_new ("(x)", rowid),
                           read_receipt,
                           clip,
                           error);
}

static gboolean
read_turn (OnsiteConnection *connection, OnsiteStatement *row, gpointer take, GError **error)
{
  g_autofree char *prompt = onsite_statement_dup_string (row, 2);
  OnsiteTurnKind kind = onsite_statement_get_enum (row, 1, ONSITE_TYPE_TURN_KIND);
  OnsiteTurn *turn = onsite_turn_new (kind, prompt);

  g_ptr_array_add (((OnsiteTake *) take)->turns, turn);

  return onsite_rows_read (
      connection,
      "SELECT rowid, id, state, created_at_us, n_samples, pre_skip_samples, codec_head FROM clip "
      "WHERE take = ?1 AND turn = ?2 ORDER BY rowid DESC LIMIT 1",
      g_variant_new ("(sx)", ((OnsiteTake *) take)->id, onsite_statement_get_int64 (row, 0)),
      read_clip,
      turn,
      error);
}

static gboolean
read_rating (OnsiteConnection *connection, OnsiteStatement *row, gpointer take, GError **error)
{
  g_autofree char *dimension = onsite_statement_dup_string (row, 0);

  g_ptr_array_add (((OnsiteTake *) take)->ratings,
                   onsite_rating_new (dimension, onsite_statement_get_uint (row, 1)));

  return TRUE;
}

static gboolean
read_evidence (OnsiteConnection *connection, OnsiteStatement *row, gpointer take, GError **error)
{
  g_ptr_array_add (((OnsiteTake *) take)->evidence, onsite_evidence_rows_read (row));

  return TRUE;
}

static gboolean
read_take (OnsiteConnection *connection, OnsiteStatement *row, gpointer answer, GError **error)
{
  OnsiteTake *take = onsite_take_new ();
  gint64 rowid = onsite_statement_get_int64 (row, 0);

  g_ptr_array_add (((OnsiteAnswer *) answer)->takes, take);
  g_free (take->id);
  take->id = onsite_statement_dup_string (row, 1);
  take->created_at_us = onsite_statement_get_int64 (row, 2);
  take->review = onsite_statement_dup_string (row, 3);
  take->comment = onsite_statement_dup_string (row, 4);

  return onsite_rows_read (
             connection,
             "SELECT ordinal, kind, prompt FROM turn WHERE take = ?1 ORDER BY ordinal",
             g_variant_new ("(x)", rowid),
             read_turn,
             take,
             error) &&
         onsite_rows_read (connection,
                           "SELECT dimension, score FROM rating WHERE take = ?1 ORDER BY ordinal",
                           g_variant_new ("(x)", rowid),
                           read_rating,
                           take,
                           error) &&
         onsite_rows_read (connection,
                           ONSITE_EVIDENCE_ROWS_SELECT "WHERE take = ?1 ORDER BY rowid",
                           g_variant_new ("(x)", rowid),
                           read_evidence,
                           take,
                           error);
}

static gboolean
read_answer (OnsiteConnection *connection, OnsiteStatement *row, gpointer round, GError **error)
{
  g_autofree char *question = onsite_statement_dup_string (row, 2);
  OnsiteAnswer *answer = onsite_answer_new (question);

  g_ptr_array_add (((OnsiteRound *) round)->answers, answer);
  g_free (answer->id);
  answer->id = onsite_statement_dup_string (row, 1);
  answer->curveball_ms = onsite_statement_get_uint (row, 3);
  answer->skipped = onsite_statement_get_int64 (row, 4) != 0;
  g_free (answer->story);
  answer->story = onsite_statement_dup_string (row, 5);
  g_free (answer->note);
  answer->note = onsite_statement_dup_string (row, 6);

  return onsite_rows_read (
      connection,
      "SELECT take.rowid, take.id, created_at_us, review.id, "
      "CASE WHEN review.id IS NOT NULL THEN comment END FROM take "
      "LEFT JOIN review ON review.rowid = take.review WHERE answer = ?1 ORDER BY ordinal",
      g_variant_new ("(x)", onsite_statement_get_int64 (row, 0)),
      read_take,
      answer,
      error);
}

static gboolean
read_principle (OnsiteConnection *connection, OnsiteStatement *row, gpointer list, GError **error)
{
  g_autofree char *principle = onsite_statement_dup_string (row, 0);

  g_strv_builder_add (list, principle);

  return TRUE;
}

static gboolean
read_principles (OnsiteConnection *connection, gint64 rowid, OnsiteRound *round, GError **error)
{
  g_autoptr (GStrvBuilder) principles = g_strv_builder_new ();

  if (!onsite_rows_read (connection,
                         "SELECT principle FROM round_principle WHERE round = ?1 ORDER BY ordinal",
                         g_variant_new ("(x)", rowid),
                         read_principle,
                         principles,
                         error))
    return FALSE;

  g_strfreev (round->principles);
  round->principles = g_strv_builder_end (principles);

  return TRUE;
}

static gboolean
read_round (OnsiteConnection *connection, OnsiteStatement *row, gpointer loop, GError **error)
{
  g_autofree char *kind = onsite_statement_dup_string (row, 2);
  OnsiteRound *round = onsite_round_new (kind);
  gint64 rowid = onsite_statement_get_int64 (row, 0);

  g_ptr_array_add (((OnsiteLoop *) loop)->rounds, round);
  g_free (round->id);
  round->id = onsite_statement_dup_string (row, 1);
  round->interviewer = onsite_statement_dup_string (row, 3);
  round->bar_raiser = onsite_statement_get_int64 (row, 4) != 0;
  round->voice = onsite_statement_get_uint (row, 5);
  round->seconds = onsite_statement_get_uint (row, 6);
  round->started_at_us = onsite_statement_get_int64 (row, 7);
  round->ended_at_us = onsite_statement_get_int64 (row, 8);
  round->ended_early = onsite_statement_get_int64 (row, 9) != 0;
  round->interruptions = onsite_statement_get_uint (row, 10);
  round->vote = onsite_statement_dup_string (row, 11);

  return read_principles (connection, rowid, round, error) &&
         onsite_rows_read (
             connection,
             "SELECT rowid, id, question, curveball_ms, skipped, story, note FROM answer "
             "WHERE round = ?1 ORDER BY ordinal",
             g_variant_new ("(x)", rowid),
             read_answer,
             round,
             error);
}

static gboolean
read_loop (OnsiteConnection *connection, OnsiteStatement *row, gpointer result, GError **error)
{
  OnsiteStoredLoop *stored = result;
  OnsiteLoop *loop = onsite_loop_new ();
  gint64 rowid = onsite_statement_get_int64 (row, 0);

  stored->loop = loop;
  g_free (loop->id);
  loop->id = onsite_statement_dup_string (row, 1);
  loop->pack_id = onsite_statement_dup_string (row, 2);
  loop->pack_hash = onsite_statement_dup_string (row, 3);
  loop->level = onsite_statement_dup_string (row, 4);
  loop->kind = onsite_statement_get_enum (row, 5, ONSITE_TYPE_LOOP_KIND);
  loop->drill = onsite_statement_get_enum (row, 17, ONSITE_TYPE_DRILL);
  g_free (loop->target);
  loop->target = onsite_statement_dup_string (row, 6);
  loop->mode = onsite_statement_get_enum (row, 7, ONSITE_TYPE_MODE);
  loop->seed = (guint64) onsite_statement_get_int64 (row, 8);
  loop->state = onsite_statement_get_enum (row, 9, ONSITE_TYPE_LOOP_STATE);
  loop->sample = onsite_statement_get_int64 (row, 10) != 0;
  loop->created_at_us = onsite_statement_get_int64 (row, 11);
  loop->finished_at_us = onsite_statement_get_int64 (row, 12);
  loop->deleted_at_us = onsite_statement_get_int64 (row, 13);
  stored->session = onsite_statement_dup_string (row, 14);
  stored->pack = onsite_statement_dup_bytes (row, 15);
  stored->n_finished_before = onsite_statement_get_uint (row, 16);

  return onsite_rows_read (
             connection,
             "SELECT rowid, id, kind, interviewer, bar_raiser, voice, seconds, started_at_us, "
             "ended_at_us, ended_early, interruptions, vote FROM round WHERE loop = ?1 ORDER BY ordinal",
             g_variant_new ("(x)", rowid),
             read_round,
             loop,
             error) &&
         onsite_review_rows_load (connection, rowid, loop, error);
}

static gboolean
load_in_transaction (OnsiteConnection *connection,
                     const char *id,
                     OnsiteStoredLoop *stored,
                     GError **error)
{
  if (!onsite_rows_read (
          connection,
          "SELECT loop.rowid, id, pack_id, pack_hash, level, kind, target, mode, seed, "
          "state, sample, created_at_us, finished_at_us, deleted_at_us, session, "
          "pack.bytes, " N_FINISHED_BEFORE ", drill"
          " FROM loop JOIN pack ON pack.hash = loop.pack_hash "
          "WHERE id = ?1 AND purging = 0",
          g_variant_new ("(s)", id),
          read_loop,
          stored,
          error))
    return FALSE;
  if (stored->loop != NULL)
    return TRUE;

  g_set_error (error,
               ONSITE_LIBRARY_ERROR,
               ONSITE_LIBRARY_ERROR_NOT_FOUND,
               C_ ("error", "There is no loop %s in the library. Choose one from the list."),
               id);

  return FALSE;
}

OnsiteStoredLoop *
onsite_loop_loader_load (OnsiteConnection *connection, const char *id, GError **error)
{
  g_autoptr (OnsiteStoredLoop) stored = g_new0 (OnsiteStoredLoop, 1);
  gboolean is_loaded;

  if (!onsite_connection_run (connection, "BEGIN", NULL, NULL, error))
    return NULL;
  is_loaded = load_in_transaction (connection, id, stored, error);
  onsite_connection_roll_back (connection);

  return is_loaded ? g_steal_pointer (&stored) : NULL;
}
