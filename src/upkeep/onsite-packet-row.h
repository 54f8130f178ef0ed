/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ONSITE_PACKET_SAMPLES:
 *
 * How much sound a packet of either codec holds: 20 ms at 48 kHz.
 */
#define ONSITE_PACKET_SAMPLES 960

/**
 * onsite_packet_row_count:
 * @packets: packets, each after its length as two bytes, little-endian
 *
 * Returns: how many there are; 0 if the lengths don't fit the bytes
 */
guint onsite_packet_row_count (GBytes *packets);

/**
 * onsite_packet_row_is_sound:
 * @packets: packets, each after its length as two bytes, little-endian
 *
 * Which codec they are of is told by the packets themselves: what they belong to may
 * be lost.
 *
 * Returns: whether a decoder of Opus, or one of FLAC, makes 20 ms of each
 */
gboolean onsite_packet_row_is_sound (GBytes *packets);

G_END_DECLS
