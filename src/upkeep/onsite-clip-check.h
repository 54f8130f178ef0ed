/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-finding.h"
#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * onsite_clip_check_chunk:
 * @chunk: a row of sound
 * @next_sample: where it has to begin
 * @n_samples: how long the clip is
 *
 * Looks whether a row fits to the one before it, and its packets to what it
 * says about them. Pure.
 *
 * Returns: (transfer full) (nullable): what is wrong, in words; %NULL if nothing is
 */
char *onsite_clip_check_chunk (const OnsiteChunk *chunk, gint64 next_sample, gint64 n_samples);

/**
 * onsite_clip_check:
 * @library: a library
 * @clip: a clip's id
 * @duration_ms: (out): how much of it there is
 * @cancellable: (nullable): a #GCancellable
 * @error: return location
 *
 * Reads a clip row by row, and decodes it. Blocks.
 *
 * Returns: (transfer full) (nullable): what is wrong with it; %NULL if nothing
 *   is, or with @error set if it could not be looked at
 */
OnsiteFinding *onsite_clip_check (OnsiteLibrary *library,
                                  const char *clip,
                                  gint64 *duration_ms,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
