/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-flac-packet.h"

/* RFC 9639, 9.1: the sync code of a stream whose blocks are all of one size. */
#define SYNC_HIGH 0xff
#define SYNC_LOW  0xf8

/* 9.1.1: the size of a block, less one, stands in two bytes; 9.1.2: 48 kHz; 9.1.3: one
 * channel; 9.1.4: 16 bits. */
#define BLOCK_AND_RATE    0x7a
#define CHANNELS_AND_BITS 0x08
#define BLOCK_SAMPLES     960

#define FIXED_BYTES      4
#define BLOCK_SIZE_BYTES 2
#define CRC16_BYTES      2

/* 9.1.8 and 9.3. */
#define CRC8_POLYNOMIAL  0x07
#define CRC16_POLYNOMIAL 0x8005

static guint8
get_crc8 (const guint8 *bytes, gsize size)
{
  guint crc = 0;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc << 1) ^ (crc & 0x80 ? CRC8_POLYNOMIAL : 0);
      crc &= 0xff;
    }

  return (guint8) crc;
}

static guint16
get_crc16 (const guint8 *bytes, gsize size)
{
  guint crc = 0;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= (guint) bytes[i] << 8;
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc << 1) ^ (crc & 0x8000 ? CRC16_POLYNOMIAL : 0);
      crc &= 0xffff;
    }

  return (guint16) crc;
}

/* 9.1.5: as UTF-8 has it, but up to seven bytes; 0 if it begins with none of that. */
static gsize
get_number_bytes (guint8 first)
{
  gsize n_bytes = 0;

  while (n_bytes < 8 && first & 0x80 >> n_bytes)
    n_bytes++;

  return n_bytes == 0 ? 1 : n_bytes == 1 || n_bytes == 8 ? 0 : n_bytes;
}

gboolean
onsite_flac_packet_is_sound (const guint8 *packet, gsize size)
{
  gsize n_number, n_header;
  guint block;

  if (size <= FIXED_BYTES || packet[0] != SYNC_HIGH || packet[1] != SYNC_LOW ||
      packet[2] != BLOCK_AND_RATE || packet[3] != CHANNELS_AND_BITS)
    return FALSE;
  n_number = get_number_bytes (packet[FIXED_BYTES]);
  n_header = FIXED_BYTES + n_number + BLOCK_SIZE_BYTES;
  if (n_number == 0 || size <= n_header + 1 + CRC16_BYTES)
    return FALSE;

  block = 1 + ((guint) packet[n_header - 2] << 8 | packet[n_header - 1]);

  return block == BLOCK_SAMPLES && get_crc8 (packet, n_header) == packet[n_header] &&
         get_crc16 (packet, size - CRC16_BYTES) ==
             ((guint) packet[size - 2] << 8 | packet[size - 1]);
}
