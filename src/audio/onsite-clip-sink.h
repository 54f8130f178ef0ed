/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-codec.h"
#include "records/onsite-receipt.h"

G_BEGIN_DECLS

/**
 * OnsiteRecorderSink:
 * @begin: a clip begins; @codec_head is what onsite_codec_of_head() tells its codec by
 * @segment: an unbroken stretch begins at @start_samples, after @gap_us without
 *   sound. The first, of index 0, comes right after @begin with a gap of 0. If @start_samples
 *   is where an earlier chunk begins, that one and those behind it belong to it
 * @chunk: 100 ms of sound: packets of 20 ms, each after its length as two
 *   bytes, little-endian; and one peak byte per packet, 255 · √(peak of full
 *   scale). The last chunk of a segment is shorter
 * @end: the clip ends after @n_samples; @receipt is what was measured of it, and %NULL
 *   where nobody did
 *
 * Where what is recorded goes. The rehearsal wires it to the library, a test to
 * memory. The calls for one clip come in this order and never two at a time,
 * from a streaming thread, and must not block; calls for two clips that follow
 * each other may overlap.
 *
 * Samples are counted at 48 kHz, mono, from the clip's beginning, on the side of
 * the encoder's input: packet k holds the samples from k·960 on, and its peak is
 * theirs. A decoder gives them @pre_skip_samples later: 6.5 ms of Opus, 0 of FLAC. A chunk
 * may begin at or after @n_samples, and may be dropped: all that can be missing then is the
 * last 6.5 ms, where the clip ends that close to the end of a chunk.
 */
typedef struct
{
  void (*begin) (const char *clip, guint pre_skip_samples, GBytes *codec_head, gpointer user_data);
  void (*segment) (const char *clip,
                   guint index,
                   gint64 start_samples,
                   gint64 gap_us,
                   gpointer user_data);
  void (*chunk) (const char *clip,
                 guint segment,
                 gint64 start_samples,
                 gint64 n_samples,
                 GBytes *packets,
                 GBytes *peaks,
                 gpointer user_data);
  void (*end) (const char *clip,
               gint64 n_samples,
               const OnsiteReceipt *receipt,
               gpointer user_data);
} OnsiteRecorderSink;

/**
 * OnsiteClipSink: (skip)
 * @funcs: what to call
 * @user_data: what with
 * @destroy: (nullable): frees @user_data
 *
 * An #OnsiteRecorderSink with its data, shared by the clips that are still being
 * encoded: the data lives as long as the last of them.
 */
typedef struct
{
  OnsiteRecorderSink funcs;
  gpointer user_data;
  GDestroyNotify destroy;
} OnsiteClipSink;

/**
 * onsite_clip_sink_new:
 * @funcs: what to call; copied
 * @user_data: (transfer full): what with
 * @destroy: (nullable): frees @user_data, with the last reference and in whatever
 *   thread that goes
 *
 * Returns: (transfer full): a sink, with one reference
 */
OnsiteClipSink *
onsite_clip_sink_new (const OnsiteRecorderSink *funcs, gpointer user_data, GDestroyNotify destroy);

/**
 * onsite_clip_sink_ref:
 * @self: a clip's sink
 *
 * Takes a reference, from any thread.
 *
 * Returns: (transfer full): @self
 */
OnsiteClipSink *onsite_clip_sink_ref (OnsiteClipSink *self);

/**
 * onsite_clip_sink_unref:
 * @self: (transfer full): a clip's sink
 *
 * Gives a reference back, from any thread.
 */
void onsite_clip_sink_unref (OnsiteClipSink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteClipSink, onsite_clip_sink_unref)

G_END_DECLS
