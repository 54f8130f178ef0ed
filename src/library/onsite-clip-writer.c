/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clip-writer.h"

#include "onsite-change-private.h"
#include "onsite-clip-rows.h"
#include "onsite-nick.h"
#include "onsite-receipt-rows.h"

#define CLIP "(SELECT rowid FROM clip WHERE id = ?1)"

/* Another program that deletes a clip leaves its chunks, and may leave what else is its:
 * they must not get mixed up with those of the next. */
#define NEXT_ROWID                                        \
  "(SELECT 1 + max (coalesce (max (rowid), 0), "          \
  "coalesce ((SELECT max (rowid) FROM chunk), 0) >> 24, " \
  "coalesce ((SELECT max (clip) FROM segment), 0), "      \
  "coalesce ((SELECT max (clip) FROM receipt), 0)) FROM clip)"

struct _OnsiteClipWriter
{
  OnsiteWriter *writer;
  GMutex mutex;
  GHashTable *places; /* (element-type utf8 uint): of each open clip, that of the next chunk */
};

OnsiteClipWriter *
onsite_clip_writer_new (OnsiteWriter *writer)
{
  OnsiteClipWriter *self = g_new0 (OnsiteClipWriter, 1);

  self->writer = writer;
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->mutex);

  return self;
}

void
onsite_clip_writer_begin (OnsiteClipWriter *self,
                          const char *take,
                          guint turn,
                          const char *clip,
                          guint pre_skip_samples,
                          GBytes *codec_head,
                          gint64 created_at_us)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  OnsiteChange *change;

  g_return_if_fail (!g_hash_table_contains (self->places, clip));

  change = onsite_change_new ();
  onsite_change_append (
      change,
      "INSERT INTO clip (rowid, id, take, turn, state, created_at_us, n_samples, "
      "pre_skip_samples, codec_head) VALUES (" NEXT_ROWID
      ", ?1, ?2, ?3, 'recording', ?4, 0, ?5, ?6)",
      g_variant_new ("(ssuxu@ay)",
                     clip,
                     take,
                     turn,
                     created_at_us,
                     pre_skip_samples,
                     g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, codec_head, TRUE)),
      NULL);
  g_hash_table_insert (self->places, g_strdup (clip), GUINT_TO_POINTER (0));
  onsite_writer_hold_upkeep (self->writer, TRUE);
  /* Only here does sound wait for a change: the one that adds its turn. */
  onsite_writer_push_sound (self->writer, clip, change, 0, TRUE);
}

/* Of a gap that was known of too late, what follows it is there already. Looks from the end
 * of the clip and stops at what stays. */
static void
append_claim (OnsiteChange *change, const char *clip, guint index, gint64 start_samples)
{
  onsite_change_append (
      change,
      "UPDATE chunk SET segment = ?2 WHERE rowid < (" CLIP " + 1) << 24 AND rowid > coalesce ("
      "(SELECT chunk.rowid FROM clip JOIN chunk ON " ONSITE_CLIP_ROWS_CHUNKS
      " WHERE clip.id = ?1 AND start_samples < ?3 ORDER BY chunk.rowid DESC LIMIT 1), (" CLIP
      " << 24) - 1)",
      g_variant_new ("(sux)", clip, index, start_samples),
      NULL);
}

void
onsite_clip_writer_begin_segment (OnsiteClipWriter *self,
                                  const char *clip,
                                  guint index,
                                  gint64 start_samples,
                                  gint64 gap_us)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  OnsiteChange *change;

  if (!g_hash_table_contains (self->places, clip))
    return;

  change = onsite_change_new ();
  onsite_change_append (change,
                        "INSERT INTO segment (clip, ordinal, start_samples, n_samples, gap_us) "
                        "SELECT rowid, ?2, ?3, 0, ?4 FROM clip WHERE id = ?1",
                        g_variant_new ("(suxx)", clip, index, start_samples, gap_us),
                        clip);
  append_claim (change, clip, index, start_samples);
  onsite_writer_push_sound (self->writer, clip, change, 0, FALSE);
}

static OnsiteChange *
build_chunk (const char *clip, guint place, const OnsiteChunk *chunk)
{
  OnsiteChange *change = onsite_change_new ();

  onsite_change_append (
      change,
      "INSERT INTO chunk (rowid, segment, start_samples, n_samples, packets) "
      "SELECT rowid << 24 | ?2, ?3, ?4, ?5, ?6 FROM clip WHERE id = ?1",
      g_variant_new ("(suuxx@ay)",
                     clip,
                     place,
                     chunk->segment,
                     chunk->start_samples,
                     chunk->n_samples,
                     g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, chunk->packets, TRUE)),
      clip);
  if (chunk->peaks != NULL)
    onsite_change_append (
        change,
        "INSERT INTO peak (rowid, peaks) SELECT rowid << 24 | ?2, ?3 FROM clip WHERE id = ?1",
        g_variant_new ("(su@ay)",
                       clip,
                       place,
                       g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, chunk->peaks, TRUE)),
        clip);

  return change;
}

void
onsite_clip_writer_append (OnsiteClipWriter *self, const char *clip, const OnsiteChunk *chunk)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gpointer place;

  if (!g_hash_table_lookup_extended (self->places, clip, NULL, &place))
    return;

  if (onsite_writer_push_sound (self->writer,
                                clip,
                                build_chunk (clip, GPOINTER_TO_UINT (place), chunk),
                                chunk->n_samples,
                                FALSE))
    g_hash_table_insert (self->places,
                         g_strdup (clip),
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (place) + 1));
}

void
onsite_clip_writer_end (OnsiteClipWriter *self,
                        const char *clip,
                        gint64 n_samples,
                        const OnsiteReceipt *receipt)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  OnsiteChange *change;

  if (!g_hash_table_remove (self->places, clip))
    return;

  change = onsite_change_new ();
  onsite_clip_writer_append_settling (change, clip, n_samples, ONSITE_CLIP_COMPLETE);
  if (receipt != NULL)
    onsite_receipt_rows_append (change, clip, n_samples, receipt);
  onsite_writer_push_sound (self->writer, clip, change, 0, FALSE);
  onsite_writer_hold_upkeep (self->writer, FALSE);
}

/* Each looks from the end of the clip and stops at what is kept. A decoder gives the
 * last samples only with the packets that hold the pre-skip after them. */
static void
append_cut (OnsiteChange *change, const char *clip, gint64 n_samples)
{
  onsite_change_append (
      change,
      "DELETE FROM chunk WHERE rowid < (" CLIP " + 1) << 24 AND rowid >= coalesce ("
      "(SELECT chunk.rowid + 1 FROM clip JOIN chunk ON " ONSITE_CLIP_ROWS_CHUNKS
      " WHERE clip.id = ?1 AND start_samples < ?2 + pre_skip_samples ORDER BY chunk.rowid DESC LIMIT 1), " CLIP
      " << 24)",
      g_variant_new ("(sx)", clip, n_samples),
      NULL);
  onsite_change_append (change,
                        "DELETE FROM peak WHERE rowid < (" CLIP
                        " + 1) << 24 AND rowid >= coalesce ("
                        "(SELECT chunk.rowid + 1 FROM clip JOIN chunk ON " ONSITE_CLIP_ROWS_CHUNKS
                        " WHERE clip.id = ?1 ORDER BY chunk.rowid DESC LIMIT 1), " CLIP " << 24)",
                        g_variant_new ("(s)", clip),
                        NULL);
  onsite_change_append (change,
                        "DELETE FROM segment WHERE clip = " CLIP
                        " AND start_samples >= ?2 AND ordinal > 0",
                        g_variant_new ("(sx)", clip, n_samples),
                        NULL);
}

void
onsite_clip_writer_append_settling (OnsiteChange *change,
                                    const char *clip,
                                    gint64 n_samples,
                                    OnsiteClipState state)
{
  append_cut (change, clip, n_samples);
  onsite_change_append (
      change,
      "UPDATE clip SET state = ?3, n_samples = min (?2, " ONSITE_CLIP_ROWS_END ") WHERE id = ?1",
      g_variant_new ("(sxs)", clip, n_samples, onsite_nick (ONSITE_TYPE_CLIP_STATE, (int) state)),
      clip);
  onsite_change_append (
      change,
      "UPDATE segment SET n_samples = max (0, coalesce ("
      "(SELECT following.start_samples FROM segment AS following "
      "WHERE following.clip = segment.clip AND following.ordinal = segment.ordinal + 1), "
      "(SELECT n_samples FROM clip WHERE clip.rowid = segment.clip)) - start_samples) "
      "WHERE clip = " CLIP,
      g_variant_new ("(s)", clip),
      NULL);
  onsite_change_touch (change,
                       "SELECT loop.id FROM clip JOIN take ON take.id = clip.take "
                       "JOIN answer ON answer.rowid = take.answer "
                       "JOIN round ON round.rowid = answer.round "
                       "JOIN loop ON loop.rowid = round.loop WHERE clip.id = ?1",
                       clip);
}

void
onsite_clip_writer_free (OnsiteClipWriter *self)
{
  g_hash_table_unref (self->places);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
