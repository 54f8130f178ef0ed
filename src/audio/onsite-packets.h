/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_packets_next:
 * @packets: (array length=end): packets, each after its length as two bytes, little-endian
 * @end: how many bytes these are
 * @offset: (inout): where the next one's length is; moved behind it
 * @size: (out): how long it is
 *
 * Returns: (transfer none) (nullable): the next packet, within @packets; %NULL at the
 *   end, or where a length says more than there is
 */
const guint8 *onsite_packets_next (const guint8 *packets, gsize end, gsize *offset, gsize *size);

/**
 * onsite_packets_take:
 * @packets: packets, each after its length as two bytes, little-endian
 * @offset: (inout): where the next one's length is; moved behind it
 *
 * Returns: (transfer full) (nullable): the next packet; %NULL at the end, or where
 *   a length says more than there is
 */
GBytes *onsite_packets_take (GBytes *packets, gsize *offset);

G_END_DECLS
