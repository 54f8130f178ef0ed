/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-ogg-writer.h"

G_BEGIN_DECLS

/**
 * OnsiteRecodeFilter:
 * @samples: (inout) (array length=n_samples): what comes next of a clip, to be changed;
 *   what is left of it is moved to the front
 * @n_samples: how many
 * @at_samples: where in the clip the first of them is
 * @user_data: as was passed with it
 *
 * Called in a thread of its own, one call at a time.
 *
 * Returns: how many are left
 */
typedef gsize (*OnsiteRecodeFilter) (gint16 *samples,
                                     gsize n_samples,
                                     gint64 at_samples,
                                     gpointer user_data);

/**
 * onsite_recode_clip:
 * @library: where the clip is
 * @clip: a clip's id
 * @writer: where it is appended
 * @n_samples: how much @filter leaves
 * @filter: makes of the sound what is written
 * @user_data: for @filter
 * @cancellable: (nullable): gives up
 * @error: return location: as of onsite_audio_decode_clip(), %ONSITE_AUDIO_ERROR,
 *   %G_IO_ERROR
 *
 * Appends a clip as Opus that was encoded anew, whatever it is kept as. Blocks. Holds
 * seconds of sound in memory, however long the clip is, and its packets.
 *
 * Returns: whether it was written
 */
gboolean onsite_recode_clip (OnsiteLibrary *library,
                             const char *clip,
                             OnsiteOggWriter *writer,
                             gint64 n_samples,
                             OnsiteRecodeFilter filter,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
