/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-opus-packet.h"

/* RFC 6716, 3.2.1 and 3.4: a frame has at most 1275 bytes, and a packet of 20 ms of these has one. */
#define MAX_FRAME_BYTES  1275
#define MAX_PACKET_BYTES 1276

/* Tenths of a millisecond, RFC 6716, 3.1. */
static const guint silk_frames[] = { 100, 200, 400, 600 };
static const guint hybrid_frames[] = { 100, 200 };
static const guint celt_frames[] = { 25, 50, 100, 200 };
#define WANTED 200

static guint
get_frame_length (guint8 toc)
{
  guint config = toc >> 3;

  if (config < 12)
    return silk_frames[config % 4];

  return config < 16 ? hybrid_frames[config % 2] : celt_frames[config % 4];
}

/* Takes a length of one byte or two, RFC 6716, 3.2.1. */
static gboolean
take_length (const guint8 **bytes, gsize *size, gsize *length)
{
  gsize n_bytes;

  if (*size == 0)
    return FALSE;
  n_bytes = **bytes < 252 ? 1 : 2;
  if (*size < n_bytes)
    return FALSE;

  *length = n_bytes == 1 ? **bytes : (gsize) (*bytes)[0] + 4 * (gsize) (*bytes)[1];
  *bytes += n_bytes;
  *size -= n_bytes;

  return TRUE;
}

/* RFC 6716, 3.2.5: 254 and less end the length, 255 stands for 254 and goes on. */
static gboolean
take_padding (const guint8 **bytes, gsize *size)
{
  gsize padding = 0;
  guint8 byte;

  do
    {
      if (*size == 0)
        return FALSE;
      byte = **bytes;
      padding += byte == 255 ? 254 : byte;
      (*bytes)++;
      (*size)--;
    }
  while (byte == 255);

  if (padding > *size)
    return FALSE;
  *size -= padding;

  return TRUE;
}

/* Frames each after its length, the last one of what is left. */
static gboolean
are_frames_of_own_size (const guint8 *bytes, gsize size, guint n_frames)
{
  for (guint i = 1; i < n_frames; i++)
    {
      gsize length;

      if (!take_length (&bytes, &size, &length) || length > MAX_FRAME_BYTES)
        return FALSE;
      /* The frames come after all the lengths. */
      if (length > size)
        return FALSE;
      size -= length;
    }

  return size <= MAX_FRAME_BYTES;
}

static gboolean
is_code_3_sound (guint8 toc, const guint8 *bytes, gsize size)
{
  guint8 head;
  guint n_frames;

  if (size == 0)
    return FALSE;
  head = *bytes++;
  size--;
  n_frames = head & 0x3f;
  if (n_frames * get_frame_length (toc) != WANTED ||
      ((head & 0x40) != 0 && !take_padding (&bytes, &size)))
    return FALSE;
  if ((head & 0x80) != 0)
    return are_frames_of_own_size (bytes, size, n_frames);

  return size % n_frames == 0 && size / n_frames <= MAX_FRAME_BYTES;
}

gboolean
onsite_opus_packet_is_sound (const guint8 *packet, gsize size)
{
  guint length;

  if (size == 0)
    return FALSE;
  length = get_frame_length (*packet);

  switch (*packet & 3)
    {
    case 0:
      return length == WANTED && size - 1 <= MAX_FRAME_BYTES;
    case 1:
      return 2 * length == WANTED && size % 2 == 1 && (size - 1) / 2 <= MAX_FRAME_BYTES;
    case 2:
      return 2 * length == WANTED && are_frames_of_own_size (packet + 1, size - 1, 2);
    default:
      return is_code_3_sound (*packet, packet + 1, size - 1);
    }
}
