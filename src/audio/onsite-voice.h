/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gst/gst.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_VOICE (onsite_voice_get_type ())

/**
 * OnsiteVoice:
 *
 * The interviewer's voice: libflite for English (its speakers and pitch
 * variants), libespeak-ng for other languages. Synthesis runs in a thread;
 * what it says plays into a sink that is passed in.
 *
 * Properties: "rate" (0.5–2), "volume" (0–1).
 */
G_DECLARE_FINAL_TYPE (OnsiteVoice, onsite_voice, ONSITE, VOICE, GObject)

/* How many interviewers can be told apart in this language. */
guint onsite_voice_get_n_speakers (const char *language);

/* Makes the element that plays, so that a test can pass its own. Transfer floating. */
typedef GstElement *(*OnsiteSinkFunc) (gpointer user_data);

OnsiteVoice *
onsite_voice_new (OnsiteSinkFunc sink, gpointer sink_data, GDestroyNotify sink_destroy);
/* Finishes when the last sample has been heard. Cancelling hushes it within 100 ms. */
void onsite_voice_speak_async (OnsiteVoice *self,
                               const char *text,
                               const char *language,
                               guint speaker,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean onsite_voice_speak_finish (OnsiteVoice *self, GAsyncResult *result, GError **error);

/* The voice as samples, for the sample loop and for tests: S16 mono at *@rate. Blocks. */
GBytes *onsite_voice_render (const char *text,
                             const char *language,
                             guint speaker,
                             double rate,
                             guint *sample_rate,
                             GError **error);

G_END_DECLS
