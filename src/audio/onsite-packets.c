/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-packets.h"

#define LENGTH_SIZE 2

GBytes *
onsite_packets_take (GBytes *packets, gsize *offset)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (packets, &size);
  gsize start = *offset + LENGTH_SIZE;
  gsize length;

  if (start > size)
    return NULL;
  length = data[*offset] | (gsize) data[*offset + 1] << 8;
  if (length > size - start)
    return NULL;
  *offset = start + length;
  return g_bytes_new_from_bytes (packets, start, length);
}
