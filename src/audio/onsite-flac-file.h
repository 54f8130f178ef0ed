/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "onsite-ogg.h"

G_BEGIN_DECLS

/**
 * onsite_flac_file_write:
 * @library: where the clips are
 * @clips: (array zero-terminated=1): ids of clips
 * @tags: (nullable): what the file says of itself
 * @file: what to write; replaced if it is there
 * @cancellable: (nullable): stops it, and leaves everything as it was
 * @error: return location: as of onsite_ogg_write()
 *
 * Writes clips one after another as one FLAC file: of those that are kept without loss
 * every sample, and of others what their decoder makes of them. Each is as long as it is.
 *
 * The file appears whole or not at all. Blocks. Holds some ten seconds of sound in memory,
 * however long the clips are.
 *
 * Returns: whether it was written
 */
gboolean onsite_flac_file_write (OnsiteLibrary *library,
                                 const char *const *clips,
                                 const OnsiteOggTags *tags,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
