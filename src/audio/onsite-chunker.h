/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-clip-sink.h"

G_BEGIN_DECLS

/**
 * OnsiteChunker:
 *
 * Gathers the packets of one clip into chunks of 100 ms and hands them on. A
 * chunk never reaches over the end of its segment. Pure: no thread, no clock.
 */
typedef struct _OnsiteChunker OnsiteChunker;

/**
 * onsite_chunker_new:
 * @clip: the clip's id
 * @sink: (transfer none): where chunks go
 *
 * Returns: (transfer full): a chunker that waits for onsite_chunker_begin_clip()
 */
OnsiteChunker *onsite_chunker_new (const char *clip, OnsiteClipSink *sink);

/**
 * onsite_chunker_free:
 * @self: (transfer full): a chunker
 *
 * Frees a chunker; what it has not handed on is lost.
 */
void onsite_chunker_free (OnsiteChunker *self);

/**
 * onsite_chunker_begin_clip:
 * @self: a chunker
 * @codec_head: what is to be kept of the clip's codec
 *
 * Has to come first. The pre-skip is read from the header.
 */
void onsite_chunker_begin_clip (OnsiteChunker *self, GBytes *codec_head);

/**
 * onsite_chunker_begin_segment:
 * @self: a chunker
 * @gap_us: the true time without sound before it
 * @n_since: how many samples ago that was, where it is known of only now; else 0
 *
 * What comes next was captured after a gap, or is the clip's beginning. A gap that is known
 * of too late is put between the rows that are next to it.
 */
void onsite_chunker_begin_segment (OnsiteChunker *self, gint64 gap_us, gint64 n_since);

/**
 * onsite_chunker_add_packet:
 * @self: a chunker
 * @packet: (array length=size): one packet of 20 ms; copied
 * @size: how long it is, at most 65,535 bytes
 * @peak: the peak byte of the samples that went into it
 */
void onsite_chunker_add_packet (OnsiteChunker *self, const guint8 *packet, gsize size, guint8 peak);

/**
 * onsite_chunker_end_clip:
 * @self: a chunker
 * @n_samples: how long the clip is to be; if fewer samples were encoded, it ends
 *   after those
 * @receipt: (nullable): what was measured of it
 *
 * Hands on what is left.
 */
void onsite_chunker_end_clip (OnsiteChunker *self, gint64 n_samples, const OnsiteReceipt *receipt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteChunker, onsite_chunker_free)

G_END_DECLS
