/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ONSITE_OPUS_PACKET_SAMPLES:
 *
 * How much sound a packet holds: 20 ms at 48 kHz.
 */
#define ONSITE_OPUS_PACKET_SAMPLES 960

/**
 * onsite_opus_packet_is_sound:
 * @packet: the bytes of a packet
 * @size: how many there are
 *
 * Looks whether a packet is framed as RFC 6716, section 3, demands, and holds
 * 20 ms of sound: that is all that a decoder refuses. Pure.
 *
 * Returns: whether a decoder makes 20 ms of it
 */
gboolean onsite_opus_packet_is_sound (const guint8 *packet, gsize size);

/**
 * onsite_opus_packet_count:
 * @packets: packets, each after its length as two bytes, little-endian
 *
 * Returns: how many there are; 0 if the lengths don't fit the bytes
 */
guint onsite_opus_packet_count (GBytes *packets);

/**
 * onsite_opus_packet_are_sound:
 * @packets: packets, each after its length as two bytes, little-endian
 *
 * Returns: whether a decoder makes 20 ms of each
 */
gboolean onsite_opus_packet_are_sound (GBytes *packets);

G_END_DECLS
