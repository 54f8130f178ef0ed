/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-ogg-stream.h"

#include <string.h>

#define MAX_SEGMENTS    255
#define MAX_PACKETS     50 /* a second of packets of 20 ms */
#define HEADER_SIZE     27
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
  GByteArray *lacing;
  GByteArray *body;
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
  self->lacing = g_byte_array_new ();
  self->body = g_byte_array_new ();
  fill_crc_table (self->crc_table);
  return self;
}

void
onsite_ogg_stream_free (OnsiteOggStream *self)
{
  g_object_unref (self->output);
  g_byte_array_unref (self->lacing);
  g_byte_array_unref (self->body);
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
  guint8 header[HEADER_SIZE] = "OggS";
  g_autoptr (GByteArray) page = g_byte_array_new ();

  header[5] = flags | (self->n_pages == 0 ? FLAG_BEGINNING : 0);
  put_le (header + 6, (guint64) self->granule, 8);
  put_le (header + 14, self->serial, 4);
  put_le (header + 18, self->n_pages, 4);
  header[26] = (guint8) self->lacing->len;
  g_byte_array_append (page, header, sizeof header);
  g_byte_array_append (page, self->lacing->data, self->lacing->len);
  g_byte_array_append (page, self->body->data, self->body->len);
  put_le (page->data + CHECKSUM_OFFSET, make_crc (self, page->data, page->len), 4);

  self->n_pages++;
  self->n_packets = 0;
  g_byte_array_set_size (self->lacing, 0);
  g_byte_array_set_size (self->body, 0);
  return g_output_stream_write_all (self->output, page->data, page->len, NULL, cancellable, error);
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
  const guint8 full = 255;
  guint8 rest = (guint8) (size % 255);

  g_return_val_if_fail (size <= ONSITE_OGG_MAX_PACKET, FALSE);

  if ((self->n_packets == MAX_PACKETS || self->lacing->len + size / 255 + 1 > MAX_SEGMENTS) &&
      !onsite_ogg_stream_flush (self, cancellable, error))
    return FALSE;
  for (gsize i = 0; i < size / 255; i++)
    g_byte_array_append (self->lacing, &full, 1);
  g_byte_array_append (self->lacing, &rest, 1);
  g_byte_array_append (self->body, packet, (guint) size);
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
