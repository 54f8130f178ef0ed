/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-ogg-writer.h"
#include "onsite-capsule.h"

G_BEGIN_DECLS

/**
 * onsite_sound_copy_add_clip:
 * @writer: where it is appended
 * @library: where the clip is
 * @clip: a clip of a capsule
 * @cancellable: (nullable): gives up
 * @error: return location: %ONSITE_LIBRARY_ERROR, %ONSITE_AUDIO_ERROR or %G_IO_ERROR
 *
 * Appends the copy of a clip. One of which nothing is removed is copied by its packets,
 * if it is kept as Opus; any other is decoded, what is removed is made silent or taken
 * out, and the rest is encoded anew, so that nothing of it is in the copy, hidden or not. Blocks. Holds
 * seconds of sound in memory, however long the clip is, and its packets.
 *
 * Returns: whether it was written
 */
gboolean onsite_sound_copy_add_clip (OnsiteOggWriter *writer,
                                     OnsiteLibrary *library,
                                     const OnsiteCapsuleClip *clip,
                                     GCancellable *cancellable,
                                     GError **error);

/**
 * onsite_sound_copy_write_clip:
 * @library: where the clip is
 * @clip: a clip of a capsule
 * @output: where a whole Ogg file of it goes, without any tags; is not closed
 * @cancellable: (nullable): gives up
 * @error: return location: as of onsite_sound_copy_add_clip()
 *
 * Writes the copy of one clip. Blocks.
 *
 * Returns: whether it was written
 */
gboolean onsite_sound_copy_write_clip (OnsiteLibrary *library,
                                       const OnsiteCapsuleClip *clip,
                                       GOutputStream *output,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * onsite_sound_copy_estimate:
 * @audio_ms: how much sound
 *
 * Returns: how many bytes it takes as Ogg, about: 3.6 a millisecond, as was measured of
 *   45 minutes of speech at 28 kbit/s
 */
gint64 onsite_sound_copy_estimate (gint64 audio_ms);

G_END_DECLS
