/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
