/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-audio.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_VOICE (onsite_voice_get_type ())

/**
 * OnsiteVoice:
 *
 * The interviewer's voice: libflite for English (its four speakers, each in two
 * pitches), libespeak-ng for other languages. Synthesis and playing run in a
 * worker thread; what it says plays into a sink that is passed in.
 *
 * Properties: "rate" (0.5–2, of what is said next), "volume" (0–1, at once).
 */
G_DECLARE_FINAL_TYPE (OnsiteVoice, onsite_voice, ONSITE, VOICE, GObject)

/**
 * onsite_voice_get_n_speakers:
 * @language: BCP 47 ("en", "pt-BR") or the name of a locale
 *
 * Returns: how many interviewers can be told apart in this language; 0 if this
 *   program was built without an engine for it
 */
guint onsite_voice_get_n_speakers (const char *language);

/**
 * onsite_voice_new:
 * @sink: makes the element that plays
 * @sink_data: for @sink
 * @sink_destroy: (nullable): frees @sink_data
 *
 * Returns: (transfer full): a voice that says nothing; a sink is made each time
 */
OnsiteVoice *
onsite_voice_new (OnsiteSinkFunc sink, gpointer sink_data, GDestroyNotify sink_destroy);

/**
 * onsite_voice_speak_async:
 * @self: a voice
 * @text: what to say
 * @language: BCP 47 or the name of a locale
 * @speaker: who says it, modulo the number of speakers
 * @cancellable: (nullable): hushes it within 100 ms
 * @callback: called when it was said, or not
 * @user_data: for @callback
 *
 * Finishes when the last sample has been heard. What it says already is hushed,
 * and ends with %G_IO_ERROR_CANCELLED.
 */
void onsite_voice_speak_async (OnsiteVoice *self,
                               const char *text,
                               const char *language,
                               guint speaker,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * onsite_voice_play_async:
 * @self: a voice
 * @samples: S16, mono
 * @sample_rate: of @samples, in Hz
 * @cancellable: (nullable): hushes it within 100 ms
 * @callback: called when it was played, or not
 * @user_data: for @callback
 *
 * Plays sound instead of saying something, and finishes as that does.
 */
void onsite_voice_play_async (OnsiteVoice *self,
                              GBytes *samples,
                              guint sample_rate,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * onsite_voice_speak_finish:
 * @self: a voice
 * @result: what the callback was given
 * @error: return location
 *
 * Ends onsite_voice_speak_async() and onsite_voice_play_async().
 *
 * Returns: whether it was heard to its end; if not, with %ONSITE_AUDIO_ERROR_NO_VOICE
 *   if no engine can say it, %ONSITE_AUDIO_ERROR_NO_SERVER or
 *   %ONSITE_AUDIO_ERROR_NO_DEVICE if nobody could hear it, or %G_IO_ERROR_CANCELLED
 */
gboolean onsite_voice_speak_finish (OnsiteVoice *self, GAsyncResult *result, GError **error);

/**
 * onsite_voice_render:
 * @text: what to say
 * @language: BCP 47 or the name of a locale
 * @speaker: who says it, modulo %ONSITE_VOICE_SPEAKERS
 * @rate: how fast, from 0.5 to 2
 * @sample_rate: (out): in Hz
 * @error: return location
 *
 * The voice as samples, for the sample loop and for tests. Blocks; from any
 * thread.
 *
 * Returns: (transfer full): S16, mono, at *@sample_rate; %NULL with
 *   %ONSITE_AUDIO_ERROR_NO_VOICE
 */
GBytes *onsite_voice_render (const char *text,
                             const char *language,
                             guint speaker,
                             double rate,
                             guint *sample_rate,
                             GError **error);

G_END_DECLS
