/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-wal.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "onsite-pages.h"

/* https://www.sqlite.org/fileformat.html#the_write_ahead_log */
#define MAGIC             0x377f0682 /* the last bit: checksums are of big-endian words */
#define HEADER_SIZE       32
#define FRAME_HEADER_SIZE 24
#define OFFSET_PAGE_SIZE  8
#define OFFSET_SALTS      16
#define SALTS_SIZE        8
#define OFFSET_CHECKSUM   24
#define CHECKED_SIZE      8 /* of a frame's header */

typedef struct
{
  OnsiteWal *wal;
  guint page_size;
  gboolean is_big_endian;
  guint8 salts[SALTS_SIZE];
  guint32 sum[2];
  GHashTable *pending; /* of the transaction that is being read */
} Reader;

static guint32
get_word (const guint8 *bytes, gboolean is_big_endian)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);

  return is_big_endian ? GUINT32_FROM_BE (word) : GUINT32_FROM_LE (word);
}

static void
add_to_sum (Reader *self, const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i + 8 <= size; i += 8)
    {
      self->sum[0] += get_word (bytes + i, self->is_big_endian) + self->sum[1];
      self->sum[1] += get_word (bytes + i + 4, self->is_big_endian) + self->sum[0];
    }
}

static gboolean
is_sum (Reader *self, const guint8 *bytes)
{
  return self->sum[0] == onsite_pages_get_uint32 (bytes) &&
         self->sum[1] == onsite_pages_get_uint32 (bytes + 4);
}

static gboolean
read_header (Reader *self)
{
  guint8 header[HEADER_SIZE];

  if (pread (self->wal->fd, header, sizeof header, 0) != sizeof header ||
      (onsite_pages_get_uint32 (header) & ~1u) != MAGIC ||
      onsite_pages_get_uint32 (header + OFFSET_PAGE_SIZE) != self->page_size)
    return FALSE;

  self->is_big_endian = onsite_pages_get_uint32 (header) & 1;
  memcpy (self->salts, header + OFFSET_SALTS, SALTS_SIZE);
  add_to_sum (self, header, OFFSET_CHECKSUM);

  return is_sum (self, header + OFFSET_CHECKSUM);
}

static void
commit (Reader *self, guint32 n_pages)
{
  GHashTableIter iter;
  gpointer number, offset;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &number, &offset))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->wal->offsets, number, offset);
    }
  self->wal->n_pages = n_pages;
}

static gboolean
read_frame (Reader *self, gint64 offset, guint8 *frame)
{
  gssize size = FRAME_HEADER_SIZE + self->page_size;

  if (pread (self->wal->fd, frame, (gsize) size, offset) != size ||
      memcmp (frame + CHECKED_SIZE, self->salts, SALTS_SIZE) != 0)
    return FALSE;

  add_to_sum (self, frame, CHECKED_SIZE);
  add_to_sum (self, frame + FRAME_HEADER_SIZE, self->page_size);

  return is_sum (self, frame + CHECKED_SIZE + SALTS_SIZE);
}

static void
read_frames (Reader *self)
{
  g_autofree guint8 *frame = g_malloc (FRAME_HEADER_SIZE + self->page_size);

  for (gint64 offset = HEADER_SIZE; read_frame (self, offset, frame);
       offset += FRAME_HEADER_SIZE + self->page_size)
    {
      gint64 *place = g_new (gint64, 1);

      *place = offset + FRAME_HEADER_SIZE;
      g_hash_table_insert (self->pending,
                           GUINT_TO_POINTER (onsite_pages_get_uint32 (frame)),
                           place);
      if (onsite_pages_get_uint32 (frame + 4) > 0)
        commit (self, onsite_pages_get_uint32 (frame + 4));
    }
}

OnsiteWal *
onsite_wal_open (const char *path, guint page_size)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);
  OnsiteWal *self = g_new0 (OnsiteWal, 1);
  Reader reader = { .wal = self, .page_size = page_size };

  self->offsets = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->fd = g_open (name, O_RDONLY | O_CLOEXEC, 0);
  reader.pending = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (self->fd >= 0 && read_header (&reader))
    read_frames (&reader);
  g_hash_table_unref (reader.pending);

  return self;
}

gboolean
onsite_wal_read (OnsiteWal *self, guint32 number, guint page_size, guint8 *buffer)
{
  const gint64 *offset = g_hash_table_lookup (self->offsets, GUINT_TO_POINTER (number));

  return offset != NULL && pread (self->fd, buffer, page_size, *offset) == (gssize) page_size;
}

void
onsite_wal_free (OnsiteWal *self)
{
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  g_hash_table_unref (self->offsets);
  g_free (self);
}
