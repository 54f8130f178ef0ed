/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-clip-sink.h"

G_BEGIN_DECLS

/**
 * onsite_audio_encode_clip:
 * @samples: (array length=n_samples): S16, mono
 * @n_samples: how many
 * @sample_rate: in Hz; it is made 48 kHz
 * @codec: how it is kept
 * @clip: the clip's id
 * @sink: where the clip goes, as if it had been recorded; called in another
 *   thread, and no more when this returns
 * @sink_data: for @sink
 * @error: return location: %ONSITE_AUDIO_ERROR
 *
 * Encodes samples as a clip, for the sample loop. Blocks.
 *
 * Returns: whether all of it was encoded
 */
gboolean onsite_audio_encode_clip (const gint16 *samples,
                                   gsize n_samples,
                                   guint sample_rate,
                                   OnsiteCodec codec,
                                   const char *clip,
                                   const OnsiteRecorderSink *sink,
                                   gpointer sink_data,
                                   GError **error);

G_END_DECLS
