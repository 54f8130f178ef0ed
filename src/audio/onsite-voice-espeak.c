/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-voice-engine.h"

#include <espeak-ng/speak_lib.h>
#include <glib/gi18n-lib.h>

#include "onsite-audio.h"
#include "onsite-voice-library.h"

#define ESPEAK_FILE "libespeak-ng.so.1"

#define WORDS_PER_MINUTE 160
#define PERMANENT_CACHE  0

/* libespeak-ng has one state for the whole process and no handle for it. Nothing
 * outside this file touches it, and everything here does so with this lock. */
static GMutex lock;
static int engine_rate; /* Hz; 0 before it was initialised, −1 if that failed */

static struct
{
  __typeof__ (espeak_Initialize) *initialize;
  __typeof__ (espeak_SetVoiceByName) *set_voice_by_name;
  __typeof__ (espeak_SetSynthCallback) *set_synth_callback;
  __typeof__ (espeak_SetParameter) *set_parameter;
  __typeof__ (espeak_Synth) *synth;
} espeak;

static const OnsiteVoiceSymbol symbols[] = {
  { "espeak_Initialize", &espeak.initialize },
  { "espeak_SetVoiceByName", &espeak.set_voice_by_name },
  { "espeak_SetSynthCallback", &espeak.set_synth_callback },
  { "espeak_SetParameter", &espeak.set_parameter },
  { "espeak_Synth", &espeak.synth },
};

static const char *const variants[ONSITE_VOICE_SPEAKERS] = {
  "f2", "m3", "f4", "m1", "f5", "m7", "f1", "m2",
};

static gboolean
speaks (const char *language)
{
  return TRUE;
}

static int
collect (short *samples, int n_samples, espeak_EVENT *events)
{
  GByteArray *collected = events->user_data;

  if (samples && n_samples > 0)
    g_byte_array_append (collected, (const guint8 *) samples, (guint) n_samples * sizeof *samples);
  return 0;
}

static gboolean
ensure_engine (GError **error)
{
  if (!espeak.initialize &&
      !onsite_voice_library_load (ESPEAK_FILE, symbols, G_N_ELEMENTS (symbols), error))
    return FALSE;
  if (engine_rate == 0)
    engine_rate = espeak.initialize (AUDIO_OUTPUT_SYNCHRONOUS,
                                     PERMANENT_CACHE,
                                     NULL,
                                     espeakINITIALIZE_DONT_EXIT);
  if (engine_rate > 0)
    return TRUE;
  g_set_error_literal (error,
                       ONSITE_AUDIO_ERROR,
                       ONSITE_AUDIO_ERROR_NO_VOICE,
                       C_ ("error",
                           "eSpeak NG finds no voices. Install its data, or switch the "
                           "interviewer's voice off in the preferences."));
  return FALSE;
}

/* eSpeak knows "pt-br" and "de", not "pt_BR.UTF-8" or "de-DE". */
static char *
make_voice_name (const char *language, gboolean with_region, guint speaker)
{
  gsize length = strcspn (language, with_region ? ".@" : "-_.@");
  g_autofree char *code = g_ascii_strdown (language, (gssize) length);

  g_strdelimit (code, "_", '-');
  return g_strconcat (code, "+", variants[speaker], NULL);
}

static gboolean
choose_voice (const char *language, guint speaker, GError **error)
{
  g_autofree char *exact = make_voice_name (language, TRUE, speaker);
  g_autofree char *broad = make_voice_name (language, FALSE, speaker);

  if (espeak.set_voice_by_name (exact) == EE_OK || espeak.set_voice_by_name (broad) == EE_OK)
    return TRUE;
  g_set_error (error,
               ONSITE_AUDIO_ERROR,
               ONSITE_AUDIO_ERROR_NO_VOICE,
               C_ ("error", "No voice speaks the language “%s”. The question is there to read."),
               language);
  return FALSE;
}

static GBytes *
synthesise (const char *text, double rate, GError **error)
{
  g_autoptr (GByteArray) samples = g_byte_array_new ();

  espeak.set_synth_callback (collect);
  espeak.set_parameter (espeakRATE, (int) (WORDS_PER_MINUTE * rate), FALSE);
  if (espeak
          .synth (text, strlen (text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, samples) ==
      EE_OK)
    return g_byte_array_free_to_bytes (g_steal_pointer (&samples));
  g_set_error_literal (error,
                       ONSITE_AUDIO_ERROR,
                       ONSITE_AUDIO_ERROR_NO_VOICE,
                       C_ ("error", "eSpeak NG could not say this question. It is there to read."));
  return NULL;
}

static GBytes *
render (const char *text,
        const char *language,
        guint speaker,
        double rate,
        guint *sample_rate,
        GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (!ensure_engine (error) || !choose_voice (language, speaker, error))
    return NULL;
  *sample_rate = (guint) engine_rate;
  return synthesise (text, rate, error);
}

const OnsiteVoiceEngine onsite_voice_espeak = { speaks, render };
