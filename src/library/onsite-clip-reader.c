/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clip-reader.h"

#include "onsite-clip-rows.h"
#include "onsite-connection.h"
#include "onsite-queries.h"

/* Few enough to be read at once in well under a millisecond. */
#define CHUNKS_PER_READ 32

/* The same, of packets alone. */
#define PACKETS_PER_READ 256

/* In kibibytes. What was read isn't read again, so that a larger cache keeps nothing that is
 * needed, and costs a third of the time: pages that a processor has at hand are faster. */
#define SMALL_CACHE "PRAGMA cache_size = -256;"

struct _OnsiteClipReader
{
  OnsiteConnection *connection;
  gint64 clip;
  gint64 n_samples;
  guint pre_skip_samples;
  GBytes *codec_head;
  gint64 next_rowid;
  GQueue chunks;       /* (element-type OnsiteChunk): read ahead */
  GByteArray *packets; /* the same, of those whose packets alone were asked for */
  GArray *ends;        /* (element-type guint): where in it the packets of each end */
  guint n_taken;       /* of them */
};

static gint64
first_rowid (OnsiteClipReader *self)
{
  return self->clip << 24;
}

static gint64
end_rowid (OnsiteClipReader *self)
{
  return (self->clip + 1) << 24;
}

/* What a decoder needs reaches that far. */
static gint64
end_of_packets (OnsiteClipReader *self)
{
  return self->n_samples + self->pre_skip_samples;
}

static gboolean
read_clip (OnsiteClipReader *self, const char *clip, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      self->connection,
      "SELECT rowid, pre_skip_samples, codec_head, CASE state WHEN 'recording' "
      "THEN " ONSITE_CLIP_ROWS_END " ELSE n_samples END FROM clip WHERE id = ?1",
      g_variant_new ("(s)", clip),
      error);

  if (row == NULL)
    return FALSE;

  if (onsite_statement_next (row, &local_error))
    {
      self->clip = onsite_statement_get_int64 (row, 0);
      self->pre_skip_samples = onsite_statement_get_uint (row, 1);
      self->codec_head = onsite_statement_dup_bytes (row, 2);
      self->n_samples = onsite_statement_get_int64 (row, 3);
      self->next_rowid = first_rowid (self);
      return TRUE;
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    onsite_queries_set_no_clip_error (error, clip);

  return FALSE;
}

OnsiteClipReader *
onsite_clip_reader_new (OnsiteLibrary *library, const char *clip, GError **error)
{
  g_autoptr (OnsiteClipReader) self = NULL;

  g_return_val_if_fail (ONSITE_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (clip != NULL, NULL);

  self = g_new0 (OnsiteClipReader, 1);
  g_queue_init (&self->chunks);
  self->packets = g_byte_array_new ();
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->connection = onsite_connection_open_to_read (onsite_library_get_path (library), error);
  if (self->connection == NULL ||
      !onsite_connection_execute (self->connection, SMALL_CACHE, error) ||
      !read_clip (self, clip, error))
    return NULL;

  return g_steal_pointer (&self);
}

gint64
onsite_clip_reader_get_n_samples (OnsiteClipReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_samples;
}

guint
onsite_clip_reader_get_pre_skip_samples (OnsiteClipReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pre_skip_samples;
}

GBytes *
onsite_clip_reader_get_codec_head (OnsiteClipReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->codec_head;
}

static void
forget_packets (OnsiteClipReader *self)
{
  g_byte_array_set_size (self->packets, 0);
  g_array_set_size (self->ends, 0);
  self->n_taken = 0;
}

/* The first chunk from @rowid on; @found is the clip's end if there is none. */
static gboolean
look_at (OnsiteClipReader *self, gint64 rowid, gint64 *found, gint64 *start, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) row = onsite_connection_query (
      self->connection,
      "SELECT rowid, start_samples FROM chunk WHERE rowid >= ?1 AND rowid < ?2 "
      "ORDER BY rowid LIMIT 1",
      g_variant_new ("(xx)", rowid, end_rowid (self)),
      error);

  if (row == NULL)
    return FALSE;

  *found = end_rowid (self);
  *start = G_MAXINT64;
  if (onsite_statement_next (row, &local_error))
    {
      *found = onsite_statement_get_int64 (row, 0);
      *start = onsite_statement_get_int64 (row, 1);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Starts grow with rowids, so the last chunk that starts at or before @sample
 * is found by halving: two dozen look-ups, and no index that would have to be
 * written with every row. */
gboolean
onsite_clip_reader_seek (OnsiteClipReader *self, gint64 sample, GError **error)
{
  gint64 low;
  gint64 high;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sample >= 0, FALSE);

  low = first_rowid (self);
  high = end_rowid (self);
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;
      gint64 found;
      gint64 start;

      if (!look_at (self, middle, &found, &start, error))
        return FALSE;
      if (start <= sample)
        low = found;
      else
        high = middle;
    }

  g_queue_clear_full (&self->chunks, (GDestroyNotify) onsite_chunk_free);
  forget_packets (self);
  self->next_rowid = sample < end_of_packets (self) ? low : end_rowid (self);

  return TRUE;
}

static void
read_chunk (OnsiteClipReader *self, OnsiteStatement *row)
{
  OnsiteChunk *chunk = g_new0 (OnsiteChunk, 1);

  chunk->segment = onsite_statement_get_uint (row, 1);
  chunk->start_samples = onsite_statement_get_int64 (row, 2);
  /* The clip may end within its last chunk, or just before it. */
  chunk->n_samples = CLAMP (self->n_samples - chunk->start_samples,
                            0,
                            onsite_statement_get_int64 (row, 3));
  chunk->packets = onsite_statement_dup_bytes (row, 4);
  g_queue_push_tail (&self->chunks, chunk);
}

/* One of the two texts below, which read from where the last one ended. */
#define FROM_CHUNK \
  " FROM chunk WHERE rowid >= ?1 AND rowid < ?2 AND start_samples < ?3 ORDER BY rowid LIMIT ?4"

static OnsiteStatement *
query_chunks (OnsiteClipReader *self, const char *sql, guint n_chunks, GError **error)
{
  return onsite_connection_query (
      self->connection,
      sql,
      g_variant_new ("(xxxu)", self->next_rowid, end_rowid (self), end_of_packets (self), n_chunks),
      error);
}

static gboolean
read_ahead (OnsiteClipReader *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) rows = query_chunks (
      self,
      "SELECT rowid, segment, start_samples, n_samples, packets" FROM_CHUNK,
      CHUNKS_PER_READ,
      error);

  if (rows == NULL)
    return FALSE;

  while (onsite_statement_next (rows, &local_error))
    {
      self->next_rowid = onsite_statement_get_int64 (rows, 0) + 1;
      read_chunk (self, rows);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

OnsiteChunk *
onsite_clip_reader_next (OnsiteClipReader *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_queue_is_empty (&self->chunks) && !read_ahead (self, error))
    return NULL;

  return g_queue_pop_head (&self->chunks);
}

static gboolean
read_packets_ahead (OnsiteClipReader *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OnsiteStatement) rows = query_chunks (self,
                                                   "SELECT rowid, packets" FROM_CHUNK,
                                                   PACKETS_PER_READ,
                                                   error);

  forget_packets (self);
  if (rows == NULL)
    return FALSE;

  while (onsite_statement_next (rows, &local_error))
    {
      self->next_rowid = onsite_statement_get_int64 (rows, 0) + 1;
      onsite_statement_append_bytes (rows, 1, self->packets);
      g_array_append_val (self->ends, self->packets->len);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

const guint8 *
onsite_clip_reader_next_packets (OnsiteClipReader *self, gsize *size, GError **error)
{
  guint start;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (g_queue_is_empty (&self->chunks), NULL);

  if (self->n_taken == self->ends->len && !read_packets_ahead (self, error))
    return NULL;
  if (self->ends->len == 0)
    return NULL;

  start = self->n_taken > 0 ? g_array_index (self->ends, guint, self->n_taken - 1) : 0;
  *size = g_array_index (self->ends, guint, self->n_taken) - start;
  self->n_taken++;

  return self->packets->data + start;
}

void
onsite_clip_reader_free (OnsiteClipReader *self)
{
  g_queue_clear_full (&self->chunks, (GDestroyNotify) onsite_chunk_free);
  g_byte_array_unref (self->packets);
  g_array_unref (self->ends);
  g_clear_pointer (&self->connection, onsite_connection_free);
  g_clear_pointer (&self->codec_head, g_bytes_unref);
  g_free (self);
}
