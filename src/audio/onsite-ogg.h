/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteOggTags:
 * @title: what the player shows
 */
typedef struct
{
  const char *title;
  const char *artist;
} OnsiteOggTags;

/* Writes clips of the library one after another as one Ogg Opus file that plays
 * everywhere; packets are copied where one clip is written. Blocks. The file
 * appears whole or not at all. */
gboolean onsite_ogg_write (OnsiteLibrary *library,
                           const char *const *clips,
                           const OnsiteOggTags *tags,
                           GFile *file,
                           GCancellable *cancellable,
                           GError **error);

/* Encodes samples (S16 mono at @sample_rate) as a clip, for the sample loop. Blocks. */
gboolean onsite_audio_encode_clip (const gint16 *samples,
                                   gsize n_samples,
                                   guint sample_rate,
                                   const char *clip,
                                   const OnsiteRecorderSink *sink,
                                   gpointer sink_data,
                                   GError **error);

G_END_DECLS
