/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-change-private.h"

#include <glib/gi18n-lib.h>

#include "onsite-evidence-rows.h"
#include "onsite-library-error.h"
#include "onsite-nick.h"

#define LOOP_OF_LOOP "SELECT id FROM loop WHERE id = ?1"
#define LOOP_OF_ROUND \
  "SELECT loop.id FROM round JOIN loop ON loop.rowid = round.loop WHERE round.id = ?1"
#define LOOP_OF_ANSWER                        \
  "SELECT loop.id FROM answer "               \
  "JOIN round ON round.rowid = answer.round " \
  "JOIN loop ON loop.rowid = round.loop WHERE answer.id = ?1"
#define LOOP_OF_TAKE                           \
  "SELECT loop.id FROM take "                  \
  "JOIN answer ON answer.rowid = take.answer " \
  "JOIN round ON round.rowid = answer.round "  \
  "JOIN loop ON loop.rowid = round.loop WHERE take.id = ?1"
#define LOOP_OF_CLIP                           \
  "SELECT loop.id FROM clip "                  \
  "JOIN take ON take.id = clip.take "          \
  "JOIN answer ON answer.rowid = take.answer " \
  "JOIN round ON round.rowid = answer.round "  \
  "JOIN loop ON loop.rowid = round.loop WHERE clip.id = ?1"

typedef struct
{
  const char *sql;
  GVariant *values;
  GError *refusal; /* where it changes no row; NULL where it needn't change any */
} Step;

typedef struct
{
  const char *sql;
  char *id;
} Touch;

struct _OnsiteChange
{
  gatomicrefcount ref_count;
  GPtrArray *steps;   /* (element-type Step) */
  GPtrArray *touches; /* (element-type Touch) */
  gboolean purges;
  GError *refusal;
};

static void
step_free (Step *step)
{
  g_variant_unref (step->values);
  g_clear_error (&step->refusal);
  g_free (step);
}

static void
touch_free (Touch *touch)
{
  g_free (touch->id);
  g_free (touch);
}

OnsiteChange *
onsite_change_new (void)
{
  OnsiteChange *self = g_new0 (OnsiteChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->touches = g_ptr_array_new_with_free_func ((GDestroyNotify) touch_free);

  return self;
}

OnsiteChange *
onsite_change_ref (OnsiteChange *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
onsite_change_unref (OnsiteChange *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->touches);
  g_clear_error (&self->refusal);
  g_free (self);
}

static void
append_step (OnsiteChange *self, const char *sql, GVariant *values, GError *refusal)
{
  Step *step = g_new0 (Step, 1);

  step->sql = sql;
  step->values = g_variant_ref_sink (values);
  step->refusal = refusal;
  g_ptr_array_add (self->steps, step);
}

void
onsite_change_append (OnsiteChange *self, const char *sql, GVariant *values, const char *required)
{
  GError *refusal = NULL;

  if (required != NULL)
    refusal = g_error_new (
        ONSITE_LIBRARY_ERROR,
        ONSITE_LIBRARY_ERROR_NOT_FOUND,
        C_ ("error",
            "What was to be changed isn't in the library any more (%s). Nothing was "
            "written: go back to the list of loops and open it anew."),
        required);
  append_step (self, sql, values, refusal);
}

void
onsite_change_append_or_refuse (OnsiteChange *self,
                                const char *sql,
                                GVariant *values,
                                GError *refusal)
{
  append_step (self, sql, values, refusal);
}

void
onsite_change_touch (OnsiteChange *self, const char *sql, const char *id)
{
  Touch *touch = g_new0 (Touch, 1);

  touch->sql = sql;
  touch->id = g_strdup (id);
  g_ptr_array_add (self->touches, touch);
}

void
onsite_change_refuse (OnsiteChange *self, GError *error)
{
  if (self->refusal == NULL)
    self->refusal = error;
  else
    g_error_free (error);
}

gboolean
onsite_change_get_purges (OnsiteChange *self)
{
  return self->purges;
}

static gboolean
step_run (Step *step, OnsiteConnection *connection, GError **error)
{
  int n_changed;

  if (!onsite_connection_run (connection, step->sql, step->values, &n_changed, error))
    return FALSE;
  if (n_changed > 0 || step->refusal == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (step->refusal));

  return FALSE;
}

static gboolean
touch_find (Touch *touch, OnsiteConnection *connection, GHashTable *loops, GError **error)
{
  g_autoptr (OnsiteStatement) rows = onsite_connection_query (connection,
                                                              touch->sql,
                                                              g_variant_new ("(s)", touch->id),
                                                              error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (onsite_statement_next (rows, &local_error))
    g_hash_table_add (loops, onsite_statement_dup_string (rows, 0));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
onsite_change_apply (OnsiteChange *self,
                     OnsiteConnection *connection,
                     GHashTable *loops,
                     GError **error)
{
  if (self->refusal != NULL)
    {
      g_propagate_error (error, g_error_copy (self->refusal));
      return FALSE;
    }

  for (guint i = 0; i < self->steps->len; i++)
    if (!step_run (g_ptr_array_index (self->steps, i), connection, error))
      return FALSE;

  for (guint i = 0; i < self->touches->len; i++)
    if (!touch_find (g_ptr_array_index (self->touches, i), connection, loops, error))
      return FALSE;

  return TRUE;
}

static void
add_ratings (OnsiteChange *self, const char *take, GPtrArray *ratings)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      const OnsiteRating *rating = g_ptr_array_index (ratings, i);

      onsite_change_append (self,
                            "INSERT INTO rating (take, dimension, ordinal, score) "
                            "SELECT rowid, ?2, ?3, ?4 FROM take WHERE id = ?1",
                            g_variant_new ("(ssuu)", take, rating->dimension, i, rating->score),
                            take);
    }
}

static void
insert_turn (OnsiteChange *self, const char *take, guint index, const OnsiteTurn *turn)
{
  onsite_change_append (self,
                        "INSERT INTO turn (take, ordinal, kind, prompt) "
                        "SELECT rowid, ?2, ?3, ?4 FROM take WHERE id = ?1",
                        g_variant_new ("(suss)",
                                       take,
                                       index,
                                       onsite_nick (ONSITE_TYPE_TURN_KIND, (int) turn->kind),
                                       turn->prompt),
                        take);
}

static void
insert_take (OnsiteChange *self, const char *answer, const OnsiteTake *take)
{
  onsite_change_append (
      self,
      "INSERT INTO take (answer, ordinal, id, created_at_us, review, comment) "
      "SELECT rowid, (SELECT coalesce(max(ordinal) + 1, 0) FROM take WHERE answer = answer.rowid), "
      "?2, ?3, (SELECT rowid FROM review WHERE id = ?4), ?5 FROM answer WHERE id = ?1",
      g_variant_new ("(ssxmsms)",
                     answer,
                     take->id,
                     take->created_at_us,
                     take->review,
                     take->comment),
      answer);

  for (guint i = 0; i < take->turns->len; i++)
    insert_turn (self, take->id, i, g_ptr_array_index (take->turns, i));
  add_ratings (self, take->id, take->ratings);
  onsite_evidence_rows_append (self, take->id, take->evidence);
}

static void
insert_answer (OnsiteChange *self, const char *round, guint index, const OnsiteAnswer *answer)
{
  onsite_change_append (self,
                        "INSERT INTO answer "
                        "(round, ordinal, id, question, curveball_ms, skipped, story, note) "
                        "SELECT rowid, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM round WHERE id = ?1",
                        g_variant_new ("(sussubss)",
                                       round,
                                       index,
                                       answer->id,
                                       answer->question,
                                       answer->curveball_ms,
                                       answer->skipped,
                                       answer->story,
                                       answer->note),
                        round);

  for (guint i = 0; i < answer->takes->len; i++)
    insert_take (self, answer->id, g_ptr_array_index (answer->takes, i));
}

static void
insert_round (OnsiteChange *self, const char *loop, guint index, const OnsiteRound *round)
{
  onsite_change_append (
      self,
      "INSERT INTO round (loop, ordinal, id, kind, interviewer, bar_raiser, voice, seconds, "
      "started_at_us, ended_at_us, ended_early, interruptions, vote) "
      "SELECT rowid, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 FROM loop WHERE id = ?1",
      g_variant_new ("(susssbuuxxbums)",
                     loop,
                     index,
                     round->id,
                     round->kind,
                     round->interviewer != NULL ? round->interviewer : "",
                     round->bar_raiser,
                     round->voice,
                     round->seconds,
                     round->started_at_us,
                     round->ended_at_us,
                     round->ended_early,
                     round->interruptions,
                     round->vote),
      loop);

  for (guint i = 0; round->principles[i] != NULL; i++)
    onsite_change_append (self,
                          "INSERT INTO round_principle (round, ordinal, principle) "
                          "SELECT rowid, ?2, ?3 FROM round WHERE id = ?1",
                          g_variant_new ("(sus)", round->id, i, round->principles[i]),
                          round->id);
  for (guint i = 0; i < round->answers->len; i++)
    insert_answer (self, round->id, i, g_ptr_array_index (round->answers, i));
}

static void
insert_pack (OnsiteChange *self, const char *hash, GBytes *pack)
{
  g_autofree char *actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pack);

  if (!g_str_equal (actual, hash))
    onsite_change_refuse (self,
                          g_error_new (ONSITE_LIBRARY_ERROR,
                                       ONSITE_LIBRARY_ERROR_REFUSED,
                                       C_ ("error",
                                           "The question pack isn't the one that the loop was "
                                           "planned from (its SHA-256 is %s and not %s). Plan the "
                                           "loop anew."),
                                       actual,
                                       hash));

  onsite_change_append (
      self,
      "INSERT INTO pack (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING",
      g_variant_new ("(s@ay)",
                     hash,
                     g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, pack, TRUE)),
      NULL);
}

void
onsite_change_add_loop (OnsiteChange *self, const OnsiteLoop *loop, GBytes *pack)
{
  g_return_if_fail (self != NULL && loop != NULL && pack != NULL);
  g_return_if_fail (loop->pack_id != NULL && loop->pack_hash != NULL && loop->level != NULL);

  insert_pack (self, loop->pack_hash, pack);
  onsite_change_append (
      self,
      "INSERT INTO loop (id, pack_id, pack_hash, level, kind, drill, target, mode, seed, state, "
      "sample, created_at_us, finished_at_us, deleted_at_us) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
      g_variant_new ("(ssssssssxsbxxx)",
                     loop->id,
                     loop->pack_id,
                     loop->pack_hash,
                     loop->level,
                     onsite_nick (ONSITE_TYPE_LOOP_KIND, (int) loop->kind),
                     onsite_nick (ONSITE_TYPE_DRILL, (int) loop->drill),
                     loop->target,
                     onsite_nick (ONSITE_TYPE_MODE, (int) loop->mode),
                     (gint64) loop->seed,
                     onsite_nick (ONSITE_TYPE_LOOP_STATE, (int) loop->state),
                     loop->sample,
                     loop->created_at_us,
                     loop->finished_at_us,
                     loop->deleted_at_us),
      NULL);
  for (guint i = 0; i < loop->rounds->len; i++)
    insert_round (self, loop->id, i, g_ptr_array_index (loop->rounds, i));
  onsite_change_touch (self, LOOP_OF_LOOP, loop->id);
}

void
onsite_change_set_session (OnsiteChange *self, const char *loop, const char *json)
{
  g_return_if_fail (self != NULL && loop != NULL);

  onsite_change_append (self,
                        "UPDATE loop SET session = ?2 WHERE id = ?1 AND purging = 0",
                        g_variant_new ("(sms)", loop, json),
                        loop);
  onsite_change_touch (self, LOOP_OF_LOOP, loop);
}

void
onsite_change_set_loop_state (OnsiteChange *self,
                              const char *loop,
                              OnsiteLoopState state,
                              gint64 finished_at_us)
{
  g_return_if_fail (self != NULL && loop != NULL);

  onsite_change_append (
      self,
      "UPDATE loop SET state = ?2, finished_at_us = ?3 WHERE id = ?1 AND purging = 0",
      g_variant_new ("(ssx)",
                     loop,
                     onsite_nick (ONSITE_TYPE_LOOP_STATE, (int) state),
                     finished_at_us),
      loop);
  onsite_change_touch (self, LOOP_OF_LOOP, loop);
}

void
onsite_change_update_round (OnsiteChange *self, const OnsiteRound *round)
{
  g_return_if_fail (self != NULL && round != NULL);

  onsite_change_append (self,
                        "UPDATE round SET started_at_us = ?2, ended_at_us = ?3, ended_early = ?4, "
                        "interruptions = ?5, vote = ?6 WHERE id = ?1",
                        g_variant_new ("(sxxbums)",
                                       round->id,
                                       round->started_at_us,
                                       round->ended_at_us,
                                       round->ended_early,
                                       round->interruptions,
                                       round->vote),
                        round->id);
  onsite_change_touch (self, LOOP_OF_ROUND, round->id);
}

void
onsite_change_update_answer (OnsiteChange *self, const OnsiteAnswer *answer)
{
  g_return_if_fail (self != NULL && answer != NULL);

  onsite_change_append (
      self,
      "UPDATE answer SET skipped = ?2, story = ?3, note = ?4 WHERE id = ?1",
      g_variant_new ("(sbss)", answer->id, answer->skipped, answer->story, answer->note),
      answer->id);
  onsite_change_touch (self, LOOP_OF_ANSWER, answer->id);
}

void
onsite_change_add_take (OnsiteChange *self, const char *answer, const OnsiteTake *take)
{
  g_return_if_fail (self != NULL && answer != NULL && take != NULL);

  insert_take (self, answer, take);
  onsite_change_touch (self, LOOP_OF_ANSWER, answer);
}

void
onsite_change_add_turn (OnsiteChange *self, const char *take, guint index, const OnsiteTurn *turn)
{
  g_return_if_fail (self != NULL && take != NULL && turn != NULL);

  insert_turn (self, take, index, turn);
  onsite_change_touch (self, LOOP_OF_TAKE, take);
}

/* A list that is replaced by an empty one has no row that could be missing, so
 * its owner is looked for. */
static void
require_row (OnsiteChange *self, const char *sql, const char *id)
{
  onsite_change_append (self, sql, g_variant_new ("(s)", id), id);
}

void
onsite_change_set_ratings (OnsiteChange *self, const char *take, GPtrArray *ratings)
{
  g_return_if_fail (self != NULL && take != NULL && ratings != NULL);

  require_row (self, "UPDATE take SET id = id WHERE id = ?1", take);
  onsite_change_append (self,
                        "DELETE FROM rating WHERE take = (SELECT rowid FROM take WHERE id = ?1)",
                        g_variant_new ("(s)", take),
                        NULL);
  add_ratings (self, take, ratings);
  onsite_change_touch (self, LOOP_OF_TAKE, take);
}

static gboolean
are_claims (GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const OnsiteEvidence *item = g_ptr_array_index (evidence, i);

      if (item->source != ONSITE_SOURCE_CLAIMED)
        return FALSE;
    }

  return TRUE;
}

void
onsite_change_set_claims (OnsiteChange *self, const char *take, GPtrArray *evidence)
{
  g_return_if_fail (self != NULL && take != NULL && evidence != NULL);
  g_return_if_fail (are_claims (evidence));

  require_row (self, "UPDATE take SET id = id WHERE id = ?1", take);
  onsite_change_append (self,
                        "DELETE FROM evidence WHERE source = 'claimed' "
                        "AND take = (SELECT rowid FROM take WHERE id = ?1)",
                        g_variant_new ("(s)", take),
                        NULL);
  onsite_evidence_rows_append (self, take, evidence);
  onsite_change_touch (self, LOOP_OF_TAKE, take);
}

void
onsite_change_set_marks (OnsiteChange *self, const char *clip, GPtrArray *marks)
{
  g_return_if_fail (self != NULL && clip != NULL && marks != NULL);

  require_row (self, "UPDATE clip SET id = id WHERE id = ?1", clip);
  onsite_change_append (self,
                        "DELETE FROM mark WHERE clip = (SELECT rowid FROM clip WHERE id = ?1)",
                        g_variant_new ("(s)", clip),
                        NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      const OnsiteMark *mark = g_ptr_array_index (marks, i);

      onsite_change_append (
          self,
          "INSERT INTO mark (clip, id, from_ms, to_ms, note) "
          "SELECT rowid, ?2, ?3, ?4, ?5 FROM clip WHERE id = ?1",
          g_variant_new ("(ssxxs)", clip, mark->id, mark->from_ms, mark->to_ms, mark->note),
          clip);
    }
  onsite_change_touch (self, LOOP_OF_CLIP, clip);
}

void
onsite_change_delete_loop (OnsiteChange *self, const char *loop, gint64 deleted_at_us)
{
  g_return_if_fail (self != NULL && loop != NULL && deleted_at_us > 0);

  onsite_change_append (self,
                        "UPDATE loop SET deleted_at_us = ?2 WHERE id = ?1 AND purging = 0",
                        g_variant_new ("(sx)", loop, deleted_at_us),
                        loop);
  onsite_change_touch (self, LOOP_OF_LOOP, loop);
}

void
onsite_change_restore_loop (OnsiteChange *self, const char *loop)
{
  g_return_if_fail (self != NULL && loop != NULL);

  onsite_change_append (self,
                        "UPDATE loop SET deleted_at_us = 0 WHERE id = ?1 AND purging = 0",
                        g_variant_new ("(s)", loop),
                        loop);
  onsite_change_touch (self, LOOP_OF_LOOP, loop);
}

void
onsite_change_purge_loop (OnsiteChange *self, const char *loop)
{
  g_return_if_fail (self != NULL && loop != NULL);

  onsite_change_append (self,
                        "UPDATE loop SET purging = 1, deleted_at_us = max(deleted_at_us, 1), "
                        "session = NULL WHERE id = ?1 AND purging = 0",
                        g_variant_new ("(s)", loop),
                        loop);
  onsite_change_touch (self, LOOP_OF_LOOP, loop);
  self->purges = TRUE;
}

void
onsite_change_purge_bin (OnsiteChange *self, gint64 before_us)
{
  g_return_if_fail (self != NULL);

  onsite_change_append (self,
                        "UPDATE loop SET purging = 1, session = NULL "
                        "WHERE deleted_at_us > 0 AND deleted_at_us < ?1 AND purging = 0",
                        g_variant_new ("(x)", before_us),
                        NULL);
  self->purges = TRUE;
}

void
onsite_change_purge_samples (OnsiteChange *self)
{
  g_return_if_fail (self != NULL);

  onsite_change_append (self,
                        "UPDATE loop SET purging = 1, session = NULL "
                        "WHERE sample = 1 AND deleted_at_us > 0 AND purging = 0",
                        g_variant_new ("()"),
                        NULL);
  self->purges = TRUE;
}
