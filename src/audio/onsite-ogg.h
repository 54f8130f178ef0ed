/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "onsite-encode.h"

G_BEGIN_DECLS

/**
 * OnsiteOggTags:
 * @title: (nullable): what a player shows
 * @artist: (nullable): who is heard
 */
typedef struct
{
  const char *title;
  const char *artist;
} OnsiteOggTags;

/**
 * onsite_ogg_write:
 * @library: where the clips are
 * @clips: (array zero-terminated=1): ids of clips
 * @tags: (nullable): what the file says of itself
 * @file: what to write; replaced if it is there
 * @cancellable: (nullable): stops it, and leaves everything as it was
 * @error: return location: of %ONSITE_LIBRARY_ERROR if a clip can't be read, of
 *   %G_IO_ERROR if the file can't be written, %ONSITE_AUDIO_ERROR_FAILED if there
 *   is no sound in the clips
 *
 * Writes clips one after another as one Ogg Opus file that plays everywhere: one
 * logical stream (RFC 7845) into which packets are copied, not encoded anew, unless
 * they are of another codec. Its end is trimmed to the sample. Where one clip follows
 * another, the rest of a packet and the encoder's lookahead stay in, up to 26 ms.
 *
 * The file appears whole or not at all. Blocks; 45 minutes take under a second.
 *
 * Returns: whether it was written
 */
gboolean onsite_ogg_write (OnsiteLibrary *library,
                           const char *const *clips,
                           const OnsiteOggTags *tags,
                           GFile *file,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
