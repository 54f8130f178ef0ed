/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-clip-sink.h"
#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteClipLibrary:
 *
 * A library in a folder of its own, for tests that need clips which can be heard.
 */
typedef struct
{
  char *folder;
  OnsiteLibrary *library;
  OnsiteCodec codec;
} OnsiteClipLibrary;

OnsiteClipLibrary *onsite_clip_library_new (void);
/* Of clips that are kept by another codec than Opus. */
OnsiteClipLibrary *onsite_clip_library_new_with_codec (OnsiteCodec codec);
/* Closes the library and removes the folder. */
void onsite_clip_library_free (OnsiteClipLibrary *self);
/* Encodes S16 mono samples at 48 kHz as a clip of a loop of its own, and waits until
 * it's committed. Transfer full: the clip's id. */
char *onsite_clip_library_add (OnsiteClipLibrary *self, const gint16 *samples, gsize n_samples);
/* The same, its packets @n_times one after another: a long clip in a short time. Samples
 * have to fill chunks of 100 ms. */
char *onsite_clip_library_add_repeated (OnsiteClipLibrary *self,
                                        const gint16 *samples,
                                        gsize n_samples,
                                        guint n_times);
/* An OnsiteRecorderSink that keeps one clip in a loop of its own; its user data is what
 * onsite_clip_library_make_target() gives, to be freed with g_free(). */
extern const OnsiteRecorderSink onsite_clip_library_sink;
gpointer onsite_clip_library_make_target (OnsiteClipLibrary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteClipLibrary, onsite_clip_library_free)

G_END_DECLS
