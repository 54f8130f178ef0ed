/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteAudioSoundFunc:
 * @samples: what comes next, 48 kHz, mono
 * @n_samples: how many
 * @user_data: what was given with it
 *
 * Takes sound, in a thread of its own. The pre-skip comes first.
 */
typedef void (*OnsiteAudioSoundFunc) (const gint16 *samples, gsize n_samples, gpointer user_data);

/**
 * onsite_audio_decode_clip:
 * @library: a library
 * @clip: a clip's id
 * @sound: (nullable): takes the sound; is not called any more once this returns
 * @user_data: for @sound
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %G_IO_ERROR_INVALID_DATA if a packet is no
 *   packet of its codec or less comes out than went in, an #OnsiteLibraryError where it
 *   can't be read, an #OnsiteAudioError if there is no decoder
 *
 * Decodes a clip from its first packet to its last, as fast as it goes. Blocks.
 *
 * Returns: whether all of it can be decoded
 */
gboolean onsite_audio_decode_clip (OnsiteLibrary *library,
                                   const char *clip,
                                   OnsiteAudioSoundFunc sound,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
