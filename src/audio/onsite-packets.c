/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-packets.h"

#define LENGTH_SIZE 2

const guint8 *
onsite_packets_next (const guint8 *packets, gsize end, gsize *offset, gsize *size)
{
  gsize start = *offset + LENGTH_SIZE;

  if (start > end)
    return NULL;
  *size = packets[*offset] | (gsize) packets[*offset + 1] << 8;
  if (*size > end - start)
    return NULL;
  *offset = start + *size;
  return packets + start;
}

GBytes *
onsite_packets_take (GBytes *packets, gsize *offset)
{
  gsize end;
  const guint8 *data = g_bytes_get_data (packets, &end);
  gsize size;

  if (!onsite_packets_next (data, end, offset, &size))
    return NULL;
  return g_bytes_new_from_bytes (packets, *offset - size, size);
}
