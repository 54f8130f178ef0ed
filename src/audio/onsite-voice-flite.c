/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-voice-engine.h"

#include <flite/flite.h>
#include <glib/gi18n-lib.h>

#include "onsite-audio.h"
#include "onsite-voice-library.h"

#define FLITE_FILE "libflite.so.1"
#define VOICE_FILE "libflite_%s.so.1"

static struct
{
  __typeof__ (flite_init) *init;
  __typeof__ (flite_text_to_wave) *text_to_wave;
  __typeof__ (delete_wave) *delete_wave;
  __typeof__ (get_param_float) *get_param_float;
  __typeof__ (feat_set_float) *feat_set_float;
} flite;

static const OnsiteVoiceSymbol symbols[] = {
  { "flite_init", &flite.init },
  { "flite_text_to_wave", &flite.text_to_wave },
  { "delete_wave", &flite.delete_wave },
  { "get_param_float", &flite.get_param_float },
  { "feat_set_float", &flite.feat_set_float },
};

/* No header declares the voices' functions. */
typedef cst_voice *(*RegisterFunc) (const char *voxdir);

/* A voice is changed to set its pace, so one is heard at a time; and flite_init()
 * is for the whole process. */
static GMutex lock;

/* Four people, and each once more with another throat: pitch and formants are
 * moved together by playing the samples faster or slower, at the same pace. */
static const struct
{
  const char *voice;
  double throat;
} speakers[ONSITE_VOICE_SPEAKERS] = {
  { "cmu_us_slt", 1.0 },  { "cmu_us_rms", 1.0 },  { "cmu_us_awb", 1.0 },  { "cmu_us_kal16", 1.0 },
  { "cmu_us_slt", 0.88 }, { "cmu_us_rms", 1.14 }, { "cmu_us_awb", 0.87 }, { "cmu_us_kal16", 1.2 },
};

static gboolean
speaks (const char *language)
{
  return g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
}

/* The pace of a voice by itself, which is not always 1. */
static double
get_own_stretch (cst_voice *voice)
{
  double stretch = flite.get_param_float (voice->features, "onsite_own_stretch", 0);

  if (stretch == 0)
    {
      stretch = flite.get_param_float (voice->features, "duration_stretch", 1);
      flite.feat_set_float (voice->features, "onsite_own_stretch", (float) stretch);
    }
  return stretch;
}

/* For the whole process, and to be called with the lock. */
static gboolean
ensure_engine (GError **error)
{
  static gboolean initialised;

  if (!initialised)
    {
      if (!onsite_voice_library_load (FLITE_FILE, symbols, G_N_ELEMENTS (symbols), error))
        return FALSE;
      flite.init ();
    }
  initialised = TRUE;
  return TRUE;
}

static cst_voice *
load_voice (const char *name, GError **error)
{
  g_autofree char *file = g_strdup_printf (VOICE_FILE, name);
  g_autofree char *function = g_strconcat ("register_", name, NULL);
  RegisterFunc load = NULL;
  const OnsiteVoiceSymbol symbol = { function, &load };

  if (!onsite_voice_library_load (file, &symbol, 1, error))
    return NULL;
  return load (NULL);
}

static cst_wave *
synthesise (const char *text, guint speaker, double rate, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  cst_voice *voice;
  cst_wave *wave;
  double stretch;

  if (!ensure_engine (error) || !(voice = load_voice (speakers[speaker].voice, error)))
    return NULL;
  stretch = get_own_stretch (voice) * speakers[speaker].throat / rate;
  flite.feat_set_float (voice->features, "duration_stretch", (float) stretch);
  wave = flite.text_to_wave (text, voice);
  if (!wave)
    g_set_error_literal (error,
                         ONSITE_AUDIO_ERROR,
                         ONSITE_AUDIO_ERROR_NO_VOICE,
                         C_ ("error", "Flite could not say this question. It is there to read."));
  return wave;
}

static GBytes *
render (const char *text,
        const char *language,
        guint speaker,
        double rate,
        guint *sample_rate,
        GError **error)
{
  cst_wave *wave = synthesise (text, speaker, rate, error);
  GBytes *samples;

  if (!wave)
    return NULL;
  *sample_rate = (guint) (wave->sample_rate * speakers[speaker].throat);
  samples = g_bytes_new (wave->samples, (gsize) wave->num_samples * sizeof *wave->samples);
  flite.delete_wave (wave);
  return samples;
}

const OnsiteVoiceEngine onsite_voice_flite = { speaks, render };
