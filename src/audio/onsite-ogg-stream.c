/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ogg-stream.h"

#include <string.h>

#define MAX_SEGMENTS    255
#define MAX_PACKETS     50 /* a second of packets of 20 ms */
#define HEADER_SIZE     27
#define MAX_HEADER      (HEADER_SIZE + MAX_SEGMENTS)
#define MAX_BODY        (MAX_SEGMENTS * 255)
#define CHECKSUM_OFFSET 22
#define CRC_POLYNOMIAL  0x04c11db7u
#define CRC_STEP        8
#define FLAG_BEGINNING  0x02
#define FLAG_END        0x04

struct _OnsiteOggStream
{
  GOutputStream *output;
  guint32 serial;
  guint32 n_pages;
  gint64 granule;
  guint n_packets;
  guint n_segments;
  gsize n_bytes;
  guint8 lacing[MAX_SEGMENTS];
  /* The body stays where it is: what goes before it is put there once it's known. */
  guint8 page[MAX_HEADER + MAX_BODY];
  guint32 crc_table[CRC_STEP][256];
};

/* Row n says what a byte makes of the checksum with n bytes behind it. */
static void
fill_crc_table (guint32 table[CRC_STEP][256])
{
  for (guint32 i = 0; i < 256; i++)
    {
      guint32 value = i << 24;

      for (guint bit = 0; bit < 8; bit++)
        value = value << 1 ^ (value & 0x80000000u ? CRC_POLYNOMIAL : 0);
      table[0][i] = value;
    }
  for (guint row = 1; row < CRC_STEP; row++)
    for (guint i = 0; i < 256; i++)
      table[row][i] = table[row - 1][i] << 8 ^ table[0][table[row - 1][i] >> 24];
}

/* Eight bytes at a time, as Kounavis and Berry describe it: “Novel table lookup-based
 * algorithms for high-performance CRC generation”, IEEE Transactions on Computers 57
 * (2008), 1550–1560. A byte at a time is a third of what it takes to write a loop. */
static guint32
make_crc (OnsiteOggStream *self, const guint8 *data, gsize size)
{
  const guint32 (*table)[256] = (const guint32 (*)[256]) self->crc_table;
  guint32 crc = 0;
  gsize i = 0;

  for (; i + CRC_STEP <= size; i += CRC_STEP)
    crc = table[7][crc >> 24 ^ data[i]] ^ table[6][(crc >> 16 & 0xff) ^ data[i + 1]] ^
          table[5][(crc >> 8 & 0xff) ^ data[i + 2]] ^ table[4][(crc & 0xff) ^ data[i + 3]] ^
          table[3][data[i + 4]] ^ table[2][data[i + 5]] ^ table[1][data[i + 6]] ^
          table[0][data[i + 7]];
  for (; i < size; i++)
    crc = crc << 8 ^ table[0][crc >> 24 ^ data[i]];

  return crc;
}

OnsiteOggStream *
onsite_ogg_stream_new (GOutputStream *output, guint32 serial)
{
  OnsiteOggStream *self = g_new0 (OnsiteOggStream, 1);

  self->output = g_object_ref (output);
  self->serial = serial;
  fill_crc_table (self->crc_table);
  return self;
}

void
onsite_ogg_stream_free (OnsiteOggStream *self)
{
  g_object_unref (self->output);
  g_free (self);
}

static void
put_le (guint8 *where, guint64 value, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    where[i] = (guint8) (value >> 8 * i);
}

static gboolean
write_page (OnsiteOggStream *self, guint8 flags, GCancellable *cancellable, GError **error)
{
  gsize size = HEADER_SIZE + self->n_segments + self->n_bytes;
  guint8 *page = self->page + MAX_HEADER - HEADER_SIZE - self->n_segments;

  memset (page, 0, HEADER_SIZE);
  memcpy (page, "OggS", 4);
  page[5] = flags | (self->n_pages == 0 ? FLAG_BEGINNING : 0);
  put_le (page + 6, (guint64) self->granule, 8);
  put_le (page + 14, self->serial, 4);
  put_le (page + 18, self->n_pages, 4);
  page[26] = (guint8) self->n_segments;
  memcpy (page + HEADER_SIZE, self->lacing, self->n_segments);
  put_le (page + CHECKSUM_OFFSET, make_crc (self, page, size), 4);

  self->n_pages++;
  self->n_packets = 0;
  self->n_segments = 0;
  self->n_bytes = 0;
  return g_output_stream_write_all (self->output, page, size, NULL, cancellable, error);
}

gboolean
onsite_ogg_stream_flush (OnsiteOggStream *self, GCancellable *cancellable, GError **error)
{
  return self->n_packets == 0 || write_page (self, 0, cancellable, error);
}

gboolean
onsite_ogg_stream_add (OnsiteOggStream *self,
                       const guint8 *packet,
                       gsize size,
                       gint64 granule,
                       GCancellable *cancellable,
                       GError **error)
{
  gsize n_full = size / 255;

  g_return_val_if_fail (size <= ONSITE_OGG_MAX_PACKET, FALSE);

  if ((self->n_packets == MAX_PACKETS || self->n_segments + n_full + 1 > MAX_SEGMENTS) &&
      !onsite_ogg_stream_flush (self, cancellable, error))
    return FALSE;
  memset (self->lacing + self->n_segments, 255, n_full);
  self->n_segments += (guint) n_full;
  self->lacing[self->n_segments++] = (guint8) (size % 255);
  memcpy (self->page + MAX_HEADER + self->n_bytes, packet, size);
  self->n_bytes += size;
  self->granule = granule;
  self->n_packets++;
  return TRUE;
}

gboolean
onsite_ogg_stream_end (OnsiteOggStream *self,
                       gint64 granule,
                       GCancellable *cancellable,
                       GError **error)
{
  self->granule = granule;
  return write_page (self, FLAG_END, cancellable, error);
}
