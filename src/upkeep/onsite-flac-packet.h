/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_flac_packet_is_sound:
 * @packet: the bytes of a packet
 * @size: how many there are
 *
 * Looks whether a packet is a frame as RFC 9639, section 9, demands, of 20 ms of one
 * channel, and whether its checksums are right: then it is what was recorded. Pure.
 *
 * Returns: whether a decoder makes 20 ms of it
 */
gboolean onsite_flac_packet_is_sound (const guint8 *packet, gsize size);

G_END_DECLS
