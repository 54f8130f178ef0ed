/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ONSITE_PEAK_MS:
 *
 * How much sound one peak stands for, in milliseconds.
 */
#define ONSITE_PEAK_MS 20

/**
 * OnsiteChunk:
 * @segment: the index of its segment
 * @start_samples: where it begins in the clip
 * @n_samples: how long it is: 100 ms, the last of a segment less; when read, 0
 *   if all that it holds is what a decoder needs to give the samples before it
 * @packets: packets, each after its length as two bytes, little-endian
 * @peaks: (nullable): one byte for each %ONSITE_PEAK_MS: 255 · √(peak of full
 *   scale); %NULL in a chunk that was read, as they are read with
 *   onsite_library_load_peaks_async()
 *
 * A row of captured sound.
 */
typedef struct
{
  guint segment;
  gint64 start_samples;
  gint64 n_samples;
  GBytes *packets;
  GBytes *peaks;
} OnsiteChunk;

/**
 * onsite_chunk_free:
 * @self: (transfer full): a chunk
 *
 * Frees a chunk.
 */
void onsite_chunk_free (OnsiteChunk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteChunk, onsite_chunk_free)

G_END_DECLS
