/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * onsite_audio_decode_clip:
 * @library: a library
 * @clip: a clip's id
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %G_IO_ERROR_INVALID_DATA if a packet is no Opus
 *   packet or less comes out than went in, an #OnsiteLibraryError where it
 *   can't be read, an #OnsiteAudioError if there is no decoder
 *
 * Decodes a clip from its first packet to its last, as fast as it goes, and
 * lets the sound fall. Blocks.
 *
 * Returns: whether all of it can be decoded
 */
gboolean onsite_audio_decode_clip (OnsiteLibrary *library,
                                   const char *clip,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
