/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-voice-engine.h"

#include <flite/flite.h>
#include <glib/gi18n-lib.h>

#include "onsite-audio.h"

/* No header declares the voices. */
cst_voice *register_cmu_us_slt (const char *voxdir);
cst_voice *register_cmu_us_rms (const char *voxdir);
cst_voice *register_cmu_us_awb (const char *voxdir);
cst_voice *register_cmu_us_kal16 (const char *voxdir);

/* A voice is changed to set its pace, so one is heard at a time; and flite_init()
 * is for the whole process. */
static GMutex lock;

/* Four people, and each once more with another throat: pitch and formants are
 * moved together by playing the samples faster or slower, at the same pace. */
static const struct
{
  cst_voice *(*load) (const char *voxdir);
  double throat;
} speakers[ONSITE_VOICE_SPEAKERS] = {
  { register_cmu_us_slt, 1.0 },   { register_cmu_us_rms, 1.0 },   { register_cmu_us_awb, 1.0 },
  { register_cmu_us_kal16, 1.0 }, { register_cmu_us_slt, 0.88 },  { register_cmu_us_rms, 1.14 },
  { register_cmu_us_awb, 0.87 },  { register_cmu_us_kal16, 1.2 },
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
  double stretch = get_param_float (voice->features, "onsite_own_stretch", 0);

  if (stretch == 0)
    {
      stretch = get_param_float (voice->features, "duration_stretch", 1);
      feat_set_float (voice->features, "onsite_own_stretch", (float) stretch);
    }
  return stretch;
}

static cst_wave *
synthesise (const char *text, guint speaker, double rate)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  static gboolean initialised;
  cst_voice *voice;
  double stretch;

  if (!initialised)
    flite_init ();
  initialised = TRUE;
  voice = speakers[speaker].load (NULL);
  stretch = get_own_stretch (voice) * speakers[speaker].throat / rate;
  feat_set_float (voice->features, "duration_stretch", (float) stretch);
  return flite_text_to_wave (text, voice);
}

static GBytes *
render (const char *text,
        const char *language,
        guint speaker,
        double rate,
        guint *sample_rate,
        GError **error)
{
  cst_wave *wave = synthesise (text, speaker, rate);
  GBytes *samples;

  if (!wave)
    {
      g_set_error_literal (error,
                           ONSITE_AUDIO_ERROR,
                           ONSITE_AUDIO_ERROR_NO_VOICE,
                           C_ ("error", "Flite could not say this question. It is there to read."));
      return NULL;
    }
  *sample_rate = (guint) (wave->sample_rate * speakers[speaker].throat);
  samples = g_bytes_new (wave->samples, (gsize) wave->num_samples * sizeof *wave->samples);
  delete_wave (wave);
  return samples;
}

const OnsiteVoiceEngine onsite_voice_flite = { speaks, render };
