/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What belongs to a clip, as statements say it. */

/**
 * ONSITE_CLIP_ROWS_CHUNKS:
 *
 * Holds for the rows of "chunk" that belong to that of "clip".
 */
#define ONSITE_CLIP_ROWS_CHUNKS \
  "chunk.rowid >= clip.rowid << 24 AND chunk.rowid < (clip.rowid + 1) << 24"

/**
 * ONSITE_CLIP_ROWS_END:
 *
 * Where the last chunk of "clip" ends, in samples; 0 if it has none.
 */
#define ONSITE_CLIP_ROWS_END                                            \
  "coalesce ((SELECT chunk.start_samples + chunk.n_samples FROM chunk " \
  "WHERE " ONSITE_CLIP_ROWS_CHUNKS " ORDER BY chunk.rowid DESC LIMIT 1), 0)"
