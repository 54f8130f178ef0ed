/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-chunk.h"
#include "onsite-writer.h"

G_BEGIN_DECLS

/**
 * OnsiteClipWriter:
 *
 * The clips that are being recorded: turns what a recorder says of them into
 * messages for the writing thread. For any thread; never blocks on the disk.
 */
typedef struct _OnsiteClipWriter OnsiteClipWriter;

/**
 * onsite_clip_writer_new:
 * @writer: (transfer none): where messages go; outlives the clip writer
 *
 * Makes a clip writer without an open clip.
 *
 * Returns: (transfer full): a clip writer
 */
OnsiteClipWriter *onsite_clip_writer_new (OnsiteWriter *writer);

/**
 * onsite_clip_writer_begin:
 * @self: a clip writer
 * @take: a take's id
 * @turn: the index of a turn
 * @clip: the new clip's id
 * @pre_skip_samples: what a decoder drops at the start
 * @codec_head: what onsite_codec_of_head() tells its codec by
 * @created_at_us: now
 *
 * See onsite_library_begin_clip().
 */
void onsite_clip_writer_begin (OnsiteClipWriter *self,
                               const char *take,
                               guint turn,
                               const char *clip,
                               guint pre_skip_samples,
                               GBytes *codec_head,
                               gint64 created_at_us);

/**
 * onsite_clip_writer_begin_segment:
 * @self: a clip writer
 * @clip: an open clip's id
 * @index: the segment's place, from 0
 * @start_samples: where it begins in the clip
 * @gap_us: the true time without sound before it
 *
 * See onsite_library_begin_segment().
 */
void onsite_clip_writer_begin_segment (OnsiteClipWriter *self,
                                       const char *clip,
                                       guint index,
                                       gint64 start_samples,
                                       gint64 gap_us);

/**
 * onsite_clip_writer_append:
 * @self: a clip writer
 * @clip: an open clip's id
 * @chunk: what comes next
 *
 * See onsite_library_append_chunk().
 */
void onsite_clip_writer_append (OnsiteClipWriter *self, const char *clip, const OnsiteChunk *chunk);

/**
 * onsite_clip_writer_end:
 * @self: a clip writer
 * @clip: an open clip's id
 * @n_samples: where it ends
 * @receipt: (nullable): what was measured of it
 *
 * See onsite_library_end_measured_clip().
 */
void onsite_clip_writer_end (OnsiteClipWriter *self,
                             const char *clip,
                             gint64 n_samples,
                             const OnsiteReceipt *receipt);

/**
 * onsite_clip_writer_append_settling:
 * @change: a change
 * @clip: a clip's id
 * @n_samples: where it ends at the latest
 * @state: what it is from now on
 *
 * Adds to @change what brings a clip to its end: what lies behind is dropped,
 * and its length and that of its segments are what is there.
 */
void onsite_clip_writer_append_settling (OnsiteChange *change,
                                         const char *clip,
                                         gint64 n_samples,
                                         OnsiteClipState state);

/**
 * onsite_clip_writer_free:
 * @self: (transfer full): a clip writer
 *
 * Frees it. Clips that are still open stay in the state of being recorded.
 */
void onsite_clip_writer_free (OnsiteClipWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteClipWriter, onsite_clip_writer_free)

G_END_DECLS
