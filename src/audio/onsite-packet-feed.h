/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "library/onsite-clip-reader.h"

G_BEGIN_DECLS

/**
 * OnsitePacketFeed:
 *
 * A clip's packets as GStreamer's buffers: each with the time at which it is
 * heard, without the encoder's pre-skip, without what lies after the clip's end,
 * and, if wished, without its silences. Times are nanoseconds of hearing: with
 * silences skipped they run ahead of the clip's.
 *
 * seek() and next() block on the disk, and are for one thread at a time; the
 * others only calculate, and may be called from any thread meanwhile.
 */
typedef struct _OnsitePacketFeed OnsitePacketFeed;

/**
 * onsite_packet_feed_new:
 * @reader: (transfer full): where packets come from
 * @peaks: (nullable): a peak byte per packet, to find silences with
 *
 * Returns: (transfer full): a feed that stands at the beginning and skips nothing
 */
OnsitePacketFeed *onsite_packet_feed_new (OnsiteClipReader *reader, GBytes *peaks);

/**
 * onsite_packet_feed_free:
 * @self: (transfer full): a feed
 */
void onsite_packet_feed_free (OnsitePacketFeed *self);

/**
 * onsite_packet_feed_get_codec_head:
 * @self: a feed
 *
 * Returns: (transfer none): what is kept of the clip's codec
 */
GBytes *onsite_packet_feed_get_codec_head (OnsitePacketFeed *self);

/**
 * onsite_packet_feed_get_n_samples:
 * @self: a feed
 *
 * Returns: the clip's length at 48 kHz, silences included
 */
gint64 onsite_packet_feed_get_n_samples (OnsitePacketFeed *self);

/**
 * onsite_packet_feed_set_skip_silence:
 * @self: a feed
 * @skip_silence: whether silences are left out
 *
 * Changes what times mean: a seek has to follow.
 */
void onsite_packet_feed_set_skip_silence (OnsitePacketFeed *self, gboolean skip_silence);

/**
 * onsite_packet_feed_to_time:
 * @self: a feed
 * @sample: a sample of the clip; beyond it is its end
 *
 * Returns: when it is heard; in a silence that is skipped, when what follows is
 */
GstClockTime onsite_packet_feed_to_time (OnsitePacketFeed *self, gint64 sample);

/**
 * onsite_packet_feed_to_sample:
 * @self: a feed
 * @time: a time
 *
 * Returns: which sample of the clip is heard then
 */
gint64 onsite_packet_feed_to_sample (OnsitePacketFeed *self, GstClockTime time);

/**
 * onsite_packet_feed_seek:
 * @self: a feed
 * @time: where the next packets have to be heard from
 * @error: return location for %ONSITE_LIBRARY_ERROR
 *
 * Goes to 80 ms before @time, which is what a decoder needs to be itself again
 * (RFC 7845, 4.6).
 *
 * Returns: whether what is there can be read
 */
gboolean onsite_packet_feed_seek (OnsitePacketFeed *self, GstClockTime time, GError **error);

/**
 * onsite_packet_feed_next:
 * @self: a feed
 * @error: return location for %ONSITE_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the next packet; %NULL without an error at
 *   the end
 */
GstBuffer *onsite_packet_feed_next (OnsitePacketFeed *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsitePacketFeed, onsite_packet_feed_free)

G_END_DECLS
