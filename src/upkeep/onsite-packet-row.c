/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-packet-row.h"

#include "onsite-flac-packet.h"
#include "onsite-opus-packet.h"

#define LENGTH_BYTES 2

typedef gboolean (*PacketFunc) (const guint8 *packet, gsize size);

static guint
count_packets (GBytes *packets, PacketFunc is_fine)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (packets, &size);
  guint n_packets = 0;

  while (size > 0)
    {
      gsize length = size >= LENGTH_BYTES ? (gsize) (bytes[0] | bytes[1] << 8) : 0;

      if (length == 0 || size - LENGTH_BYTES < length ||
          (is_fine != NULL && !is_fine (bytes + LENGTH_BYTES, length)))
        return 0;

      bytes += LENGTH_BYTES + length;
      size -= LENGTH_BYTES + length;
      n_packets++;
    }

  return n_packets;
}

guint
onsite_packet_row_count (GBytes *packets)
{
  return count_packets (packets, NULL);
}

gboolean
onsite_packet_row_is_sound (GBytes *packets)
{
  return count_packets (packets, onsite_opus_packet_is_sound) > 0 ||
         count_packets (packets, onsite_flac_packet_is_sound) > 0;
}
