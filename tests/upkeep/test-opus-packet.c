/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "upkeep/onsite-opus-packet.h"
#include "upkeep/onsite-packet-row.h"

/* RFC 6716, 3.1: what the first byte says. */
#define CELT_20_MS (31 << 3)
#define CELT_10_MS (30 << 3)
#define SILK_20_MS (1 << 3)
#define SILK_60_MS (3 << 3)

static const struct
{
  const char *what;
  guint8 bytes[8];
  gsize size;
  gboolean is_sound;
} packets[] = {
  { "one frame", { CELT_20_MS, 0xff, 0xfe }, 3, TRUE },
  { "one frame of nothing", { SILK_20_MS }, 1, TRUE },
  { "nothing", { 0 }, 0, FALSE },
  { "too short a frame", { CELT_10_MS, 1 }, 2, FALSE },
  { "too long a frame", { SILK_60_MS, 1 }, 2, FALSE },
  { "two equal frames", { CELT_10_MS | 1, 1, 2 }, 3, TRUE },
  { "two frames that can't be equal", { CELT_10_MS | 1, 1, 2, 3 }, 4, FALSE },
  { "two frames, too long together", { CELT_20_MS | 1, 1, 2 }, 3, FALSE },
  { "two frames", { CELT_10_MS | 2, 1, 7, 8, 9 }, 5, TRUE },
  { "two frames without a length", { CELT_10_MS | 2 }, 1, FALSE },
  { "two frames, the first longer than there is", { CELT_10_MS | 2, 9, 7, 8 }, 4, FALSE },
  { "two frames, half a length", { CELT_10_MS | 2, 252 }, 2, FALSE },
  { "any number of frames, and none", { CELT_20_MS | 3, 0, 1 }, 3, FALSE },
  { "any number, without it", { CELT_20_MS | 3 }, 1, FALSE },
  { "any number, one", { CELT_20_MS | 3, 1, 7 }, 3, TRUE },
  { "any number, two", { CELT_10_MS | 3, 2, 7, 8 }, 4, TRUE },
  { "any number, two that can't be equal", { CELT_10_MS | 3, 2, 7, 8, 9 }, 5, FALSE },
  { "any number, two of their own", { CELT_10_MS | 3, 0x82, 1, 7, 8, 9 }, 6, TRUE },
  { "any number, two, the first too long", { CELT_10_MS | 3, 0x82, 9, 7 }, 4, FALSE },
  { "padding", { CELT_20_MS | 3, 0x41, 2, 7, 0, 0 }, 6, TRUE },
  { "more padding than there is", { CELT_20_MS | 3, 0x41, 9, 7, 0, 0 }, 6, FALSE },
  { "padding without an end", { CELT_20_MS | 3, 0x41, 255 }, 3, FALSE },
};

static void
test_packets (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (packets); i++)
    {
      g_test_message ("%s", packets[i].what);
      g_assert_cmpint (onsite_opus_packet_is_sound (packets[i].bytes, packets[i].size),
                       ==,
                       packets[i].is_sound);
    }
}

/* RFC 6716, 3.4: a frame has at most 1275 bytes. */
static void
test_longest (void)
{
  guint8 packet[1277] = { CELT_20_MS };

  g_assert_true (onsite_opus_packet_is_sound (packet, 1276));
  g_assert_false (onsite_opus_packet_is_sound (packet, 1277));
}

static const struct
{
  guint8 bytes[12];
  gsize size;
  guint count;
  gboolean are_sound;
} rows[] = {
  { { 0 }, 0, 0, FALSE },
  { { 3, 0, 0xf8, 0xff, 0xfe }, 5, 1, TRUE },
  { { 3, 0, 0xf8, 0xff, 0xfe, 3, 0, 0xf8, 0xff, 0xfe }, 10, 2, TRUE },
  { { 3, 0, 0xf8, 0xff, 0xfe, 3, 0, 0xf0, 0xff, 0xfe }, 10, 2, FALSE },
  { { 3, 0, 0xf8, 0xff, 0xfe, 3, 0, 0xf8, 0xff }, 9, 0, FALSE },
  { { 3, 0, 0xf8, 0xff, 0xfe, 3 }, 6, 0, FALSE },
  { { 0, 0, 0xf8 }, 3, 0, FALSE },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) packets_of_row = g_bytes_new_static (rows[i].bytes, rows[i].size);

      g_assert_cmpuint (onsite_packet_row_count (packets_of_row), ==, rows[i].count);
      g_assert_cmpint (onsite_packet_row_is_sound (packets_of_row), ==, rows[i].are_sound);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/upkeep/opus-packet/a-packet-is-sound-if-it-holds-20-ms", test_packets);
  g_test_add_func ("/upkeep/opus-packet/the-longest-frame-is-as-long-as-it-may-be", test_longest);
  g_test_add_func ("/upkeep/opus-packet/a-row-holds-whole-packets", test_rows);

  return g_test_run ();
}
