/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-mend-sound.h"

#include "onsite-place-loader.h"
#include "records/onsite-records.h"

/* A row that should follow a day later was misread. */
#define MAX_HOLE_SAMPLES (G_GINT64_CONSTANT (86400) * ONSITE_SAMPLE_RATE)

/* A segment as it was. */
typedef struct
{
  gint64 start_samples;
  gint64 gap_us;
} Segment;

typedef struct
{
  gint64 at_samples;
  gint64 n_samples;
} Hole;

typedef struct
{
  OnsiteConnection *connection;
  OnsiteSoundJudge judge;
  GPtrArray *lost;
  gint64 has_receipts;  /* older libraries have none */
  gboolean has_reviews; /* those of older versions don't */

  gint64 rowid; /* of the clip */
  char *id;
  gboolean is_open;
  gint64 n_samples; /* 0 if nobody knows */
  gint64 pre_skip_samples;
  GHashTable *segments; /* (element-type guint Segment): as they were */
  GArray *holes;        /* (element-type Hole) */
  gint64 next_samples;  /* where the next row should begin, as they were */
  gint64 n_lost;
  gint64 n_chunks;
  gint64 last_segment; /* as it was; -1 before the first row */
  guint n_segments;    /* as they are */
} Mending;

void
onsite_lost_sound_free (OnsiteLostSound *self)
{
  onsite_place_free (self->place);
  g_free (self->clip);
  g_free (self);
}

static gboolean
note_lost (Mending *self, gint64 at_samples, gint64 n_samples, gboolean is_all, GError **error)
{
  OnsitePlace *place = onsite_place_load (self->connection, self->id, error);
  OnsiteLostSound *lost;

  if (place == NULL)
    return FALSE;

  lost = g_new0 (OnsiteLostSound, 1);
  lost->place = place;
  lost->clip = g_strdup (self->id);
  lost->at_samples = at_samples;
  lost->n_samples = n_samples;
  lost->is_all = is_all;
  g_ptr_array_add (self->lost, lost);

  return TRUE;
}

static gint64
samples_to_us (gint64 n_samples)
{
  return n_samples * G_USEC_PER_SEC / ONSITE_SAMPLE_RATE;
}

static gboolean
run (Mending *self, const char *sql, GVariant *values, GError **error)
{
  return onsite_connection_run (self->connection, sql, values, NULL, error);
}

static gboolean
read_segments (Mending *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      self->connection,
      "SELECT ordinal, start_samples, gap_us FROM segment WHERE clip = ?1",
      g_variant_new ("(x)", self->rowid),
      error);

  if (row == NULL)
    return FALSE;

  while (onsite_statement_next (row, &failure))
    {
      Segment *segment = g_new0 (Segment, 1);

      segment->start_samples = onsite_statement_get_int64 (row, 1);
      segment->gap_us = onsite_statement_get_int64 (row, 2);
      g_hash_table_insert (self->segments,
                           GUINT_TO_POINTER (onsite_statement_get_uint (row, 0)),
                           segment);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* How long nothing was recorded from the segment @from on up to the one of @chunk. */
static gint64
sum_gaps (Mending *self, gint64 from, const OnsiteChunk *chunk)
{
  gint64 gap_us = 0;

  for (gint64 i = from + 1; i <= chunk->segment && i - from < 1000; i++)
    {
      const Segment *segment = g_hash_table_lookup (self->segments, GUINT_TO_POINTER ((guint) i));

      if (segment != NULL)
        gap_us += segment->gap_us;
    }

  return gap_us;
}

/* In the place of those that there were, of which some may be gone. */
static gboolean
begin_segment (Mending *self, const OnsiteChunk *chunk, gint64 hole_samples, GError **error)
{
  gint64 gap_us = sum_gaps (self, self->last_segment, chunk) + samples_to_us (hole_samples);

  return run (self,
              "INSERT INTO segment (clip, ordinal, start_samples, n_samples, gap_us)"
              " VALUES (?1, ?2, ?3, 0, ?4)",
              g_variant_new ("(xuxx)",
                             self->rowid,
                             self->n_segments++,
                             chunk->start_samples - self->n_lost,
                             gap_us),
              error);
}

/* What a receipt says of what is kept, and of holes. */
static gboolean
correct_receipt (Mending *self, gint64 n_samples, gboolean is_hole, GError **error)
{
  if (!self->has_receipts)
    return TRUE;

  return run (self,
              "UPDATE receipt SET kept_samples = max (0, kept_samples - ?2), gaps = gaps + ?3,"
              " gap_us = gap_us + ?4 WHERE clip = ?1",
              g_variant_new ("(xxxx)",
                             self->rowid,
                             n_samples,
                             (gint64) (is_hole ? 1 : 0),
                             is_hole ? samples_to_us (n_samples) : G_GINT64_CONSTANT (0)),
              error);
}

static gboolean
note_hole (Mending *self, gint64 n_samples, GError **error)
{
  const Hole hole = { self->next_samples, n_samples };

  g_array_append_val (self->holes, hole);
  self->n_lost += n_samples;

  return correct_receipt (self, n_samples, TRUE, error) &&
         note_lost (self, hole.at_samples, n_samples, FALSE, error);
}

static gboolean
place_chunk (Mending *self, gint64 rowid, const OnsiteChunk *chunk, GError **error)
{
  gint64 hole_samples = chunk->start_samples - self->next_samples;

  if (hole_samples > 0 && !note_hole (self, hole_samples, error))
    return FALSE;
  if ((hole_samples > 0 || self->last_segment != chunk->segment) &&
      !begin_segment (self, chunk, hole_samples, error))
    return FALSE;

  self->last_segment = chunk->segment;
  self->next_samples = chunk->start_samples + chunk->n_samples;
  self->n_chunks++;

  return run (
      self,
      "UPDATE chunk SET segment = ?2, start_samples = ?3 WHERE rowid = ?1"
      " AND (segment, start_samples) <> (?2, ?3)",
      g_variant_new ("(xux)", rowid, self->n_segments - 1, chunk->start_samples - self->n_lost),
      error);
}

static gboolean
can_follow (Mending *self, const OnsiteChunk *chunk)
{
  return chunk->n_samples > 0 && chunk->start_samples >= self->next_samples &&
         chunk->start_samples - self->next_samples < MAX_HOLE_SAMPLES && self->judge (chunk);
}

static gboolean
drop_chunk (Mending *self, gint64 rowid, GError **error)
{
  return run (self, "DELETE FROM chunk WHERE rowid = ?1", g_variant_new ("(x)", rowid), error) &&
         run (self, "DELETE FROM peak WHERE rowid = ?1", g_variant_new ("(x)", rowid), error);
}

static OnsiteChunk *
read_chunk (OnsiteStatement *row)
{
  OnsiteChunk *chunk = g_new0 (OnsiteChunk, 1);

  chunk->segment = onsite_statement_get_uint (row, 1);
  chunk->start_samples = onsite_statement_get_int64 (row, 2);
  chunk->n_samples = onsite_statement_get_int64 (row, 3);
  chunk->packets = onsite_statement_dup_bytes (row, 4);

  return chunk;
}

/* One row a time: it is changed while the next is still to be read. */
static OnsiteChunk *
next_chunk (Mending *self, gint64 *rowid, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      self->connection,
      "SELECT rowid, segment, start_samples, n_samples, packets FROM chunk"
      " WHERE rowid > ?1 AND rowid < (?2 + 1) << 24 ORDER BY rowid LIMIT 1",
      g_variant_new ("(xx)", *rowid, self->rowid),
      error);

  if (row == NULL)
    return NULL;
  if (onsite_statement_next (row, &failure))
    {
      *rowid = onsite_statement_get_int64 (row, 0);
      return read_chunk (row);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static gboolean
place_chunks (Mending *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 rowid = (self->rowid << 24) - 1;

  while (TRUE)
    {
      g_autoptr (OnsiteChunk) chunk = next_chunk (self, &rowid, &failure);

      if (chunk == NULL)
        break;
      if (!(can_follow (self, chunk) ? place_chunk (self, rowid, chunk, error)
                                     : drop_chunk (self, rowid, error)))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Where a place of the clip as it was is now. */
static gint64
move (Mending *self, gint64 samples)
{
  gint64 n_before = 0;

  for (guint i = 0; i < self->holes->len; i++)
    {
      const Hole *hole = &g_array_index (self->holes, Hole, i);

      n_before += CLAMP (samples - hole->at_samples, 0, hole->n_samples);
    }

  return samples - n_before;
}

static gint64
move_ms (Mending *self, gint64 ms)
{
  return ms > 0 ? move (self, ms * ONSITE_SAMPLE_RATE / 1000) * 1000 / ONSITE_SAMPLE_RATE : ms;
}

static gboolean
move_rows (Mending *self, const char *select, const char *update, GVariant *of, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, 3 * sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  OnsiteStatement *row = onsite_connection_query (self->connection, select, of, error);

  if (row == NULL)
    return FALSE;
  while (onsite_statement_next (row, &failure))
    {
      const gint64 entry[3] = { onsite_statement_get_int64 (row, 0),
                                move_ms (self, onsite_statement_get_int64 (row, 1)),
                                move_ms (self, onsite_statement_get_int64 (row, 2)) };

      g_array_append_vals (moves, entry, 1);
    }
  onsite_statement_release (row);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < moves->len; i++)
    {
      const gint64 *entry = (const gint64 *) (gpointer) (moves->data + i * 3 * sizeof (gint64));

      if (!run (self, update, g_variant_new ("(xxx)", entry[0], entry[1], entry[2]), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_places (Mending *self, GError **error)
{
  if (self->holes->len == 0)
    return TRUE;

  return move_rows (self,
                    "SELECT rowid, from_ms, to_ms FROM mark WHERE clip = ?1",
                    "UPDATE mark SET from_ms = ?2, to_ms = ?3 WHERE rowid = ?1",
                    g_variant_new ("(x)", self->rowid),
                    error) &&
         move_rows (self,
                    "SELECT evidence.rowid, from_ms, to_ms FROM evidence"
                    " JOIN take ON take.rowid = evidence.take"
                    " JOIN clip ON clip.take = take.id AND clip.turn = evidence.turn"
                    " WHERE clip.rowid = ?1",
                    "UPDATE evidence SET from_ms = ?2, to_ms = ?3 WHERE rowid = ?1",
                    g_variant_new ("(x)", self->rowid),
                    error) &&
         (!self->has_reviews ||
          move_rows (self,
                     "SELECT rowid, from_ms, to_ms FROM review_comment WHERE clip = ?1",
                     "UPDATE review_comment SET from_ms = ?2, to_ms = ?3 WHERE rowid = ?1",
                     g_variant_new ("(x)", self->rowid),
                     error));
}

/* Where it ends now. Of a clip whose row was lost or never ended that is where a
 * decoder is the pre-skip behind its packets. */
static gboolean
find_end (Mending *self, gint64 *end_samples, GError **error)
{
  gint64 n_missing = self->n_samples - self->next_samples;

  if (self->n_samples == 0 || self->is_open)
    {
      *end_samples = MAX (0, move (self, self->next_samples) - self->pre_skip_samples);
      return TRUE;
    }

  *end_samples = move (self, MIN (self->n_samples, self->next_samples));

  return n_missing <= 0 || (correct_receipt (self, n_missing, FALSE, error) &&
                            note_lost (self, self->next_samples, n_missing, FALSE, error));
}

static gboolean
settle (Mending *self, gboolean is_whole, gint64 n_samples, GError **error)
{
  return run (self,
              "UPDATE clip SET n_samples = ?2,"
              " state = CASE WHEN ?3 THEN state ELSE 'recovered' END WHERE rowid = ?1",
              g_variant_new ("(xxb)", self->rowid, n_samples, is_whole),
              error) &&
         run (self,
              "DELETE FROM segment WHERE clip = ?1 AND start_samples >= ?2 AND ordinal > 0",
              g_variant_new ("(xx)", self->rowid, n_samples),
              error) &&
         run (self,
              "UPDATE segment SET n_samples = max (0, coalesce ((SELECT following.start_samples"
              " FROM segment AS following WHERE following.clip = segment.clip"
              " AND following.ordinal = segment.ordinal + 1), ?2) - start_samples)"
              " WHERE clip = ?1",
              g_variant_new ("(xx)", self->rowid, n_samples),
              error);
}

/* What nobody recorded anything into was never heard of by anyone. */
static gboolean
drop_clip (Mending *self, GError **error)
{
  if (self->n_samples > 0 && !note_lost (self, 0, self->n_samples, TRUE, error))
    return FALSE;

  return run (self, "DELETE FROM clip WHERE rowid = ?1", g_variant_new ("(x)", self->rowid), error);
}

static gboolean
mend_clip (Mending *self, GError **error)
{
  guint n_lost_before = self->lost->len;
  gint64 n_samples;

  if (!read_segments (self, error) ||
      !run (self,
            "DELETE FROM segment WHERE clip = ?1",
            g_variant_new ("(x)", self->rowid),
            error) ||
      !place_chunks (self, error))
    return FALSE;
  if (self->n_chunks == 0)
    return drop_clip (self, error);

  return find_end (self, &n_samples, error) && move_places (self, error) &&
         settle (self, self->lost->len == n_lost_before && !self->is_open, n_samples, error);
}

static gboolean
next_clip (Mending *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      self->connection,
      "SELECT rowid, id, state = 'recording', n_samples, pre_skip_samples FROM clip"
      " WHERE rowid > ?1 ORDER BY rowid LIMIT 1",
      g_variant_new ("(x)", self->rowid),
      error);

  if (row == NULL)
    return FALSE;
  if (!onsite_statement_next (row, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_free (self->id);
  self->rowid = onsite_statement_get_int64 (row, 0);
  self->id = onsite_statement_dup_string (row, 1);
  self->is_open = onsite_statement_get_int64 (row, 2) != 0;
  self->n_samples = onsite_statement_get_int64 (row, 3);
  self->pre_skip_samples = onsite_statement_get_int64 (row, 4);

  return TRUE;
}

static void
reset (Mending *self)
{
  g_hash_table_remove_all (self->segments);
  g_array_set_size (self->holes, 0);
  self->next_samples = 0;
  self->n_lost = 0;
  self->n_chunks = 0;
  self->last_segment = -1;
  self->n_segments = 0;
}

static gboolean
mend_clips (Mending *self,
            OnsiteProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 last;
  gint64 n_tables;

  if (!onsite_connection_read_int64 (self->connection,
                                     "SELECT max (rowid) FROM clip",
                                     NULL,
                                     &last,
                                     error) ||
      !onsite_connection_read_int64 (
          self->connection,
          "SELECT count (*) FROM sqlite_schema WHERE name = 'review_comment'",
          NULL,
          &n_tables,
          error))
    return FALSE;
  self->has_reviews = n_tables > 0;

  while (next_clip (self, &failure))
    {
      reset (self);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !mend_clip (self, error))
        return FALSE;
      if (progress != NULL)
        progress ((double) self->rowid / (double) last, user_data);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
onsite_mend_sound (OnsiteConnection *connection,
                   OnsiteSoundJudge judge,
                   GPtrArray *lost,
                   OnsiteProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Mending self = { .connection = connection, .judge = judge, .lost = lost };
  gboolean is_done;

  if (!onsite_connection_read_int64 (
          connection,
          "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = 'receipt'",
          NULL,
          &self.has_receipts,
          error))
    return FALSE;

  self.segments = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.holes = g_array_new (FALSE, FALSE, sizeof (Hole));
  is_done = mend_clips (&self, progress, user_data, cancellable, error);
  g_hash_table_unref (self.segments);
  g_array_unref (self.holes);
  g_free (self.id);

  return is_done;
}
