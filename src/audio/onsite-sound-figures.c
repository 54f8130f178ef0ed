/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sound-figures.h"

#include <math.h>

#include "onsite-audio.h"

#define WINDOW_SAMPLES (ONSITE_AUDIO_RATE / 20)
#define FULL_SCALE     32768.0

struct _OnsiteSoundMeter
{
  GArray *windows; /* of double: each one's mean square, of the scale's */
  double squares;
  gsize n_in_window;
  gsize n_samples;
  gsize n_clipped;
  guint peak;
};

OnsiteSoundMeter *
onsite_sound_meter_new (void)
{
  OnsiteSoundMeter *self = g_new0 (OnsiteSoundMeter, 1);

  self->windows = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
onsite_sound_meter_free (OnsiteSoundMeter *self)
{
  g_array_unref (self->windows);
  g_free (self);
}

static void
feed_sample (OnsiteSoundMeter *self, int sample)
{
  const double value = sample / FULL_SCALE;

  self->squares += value * value;

  if (++self->n_in_window == WINDOW_SAMPLES)
    {
      const double mean = self->squares / WINDOW_SAMPLES;

      g_array_append_val (self->windows, mean);
      self->squares = 0;
      self->n_in_window = 0;
    }
}

void
onsite_sound_meter_feed (OnsiteSoundMeter *self, const gint16 *samples, gsize n_samples)
{
  self->peak = MAX (self->peak, onsite_audio_peak (samples, n_samples));
  self->n_samples += n_samples;
  self->n_clipped += onsite_audio_count_clipped (samples, n_samples);

  for (gsize i = 0; i < n_samples; i++)
    feed_sample (self, samples[i]);
}

void
onsite_sound_meter_add_clipped (OnsiteSoundMeter *self, guint n_clipped)
{
  self->n_clipped += n_clipped;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
to_db (double mean_square)
{
  return MAX (10 * log10 (mean_square), ONSITE_SOUND_SILENCE_DB);
}

/* The level that a share of the windows, which are sorted, is below. */
static double
get_level_db (GArray *sorted, double share)
{
  const guint place = (guint) (share * sorted->len);

  if (sorted->len == 0)
    return ONSITE_SOUND_SILENCE_DB;

  return to_db (g_array_index (sorted, double, MIN (place, sorted->len - 1)));
}

OnsiteSoundFigures
onsite_sound_meter_get_figures (OnsiteSoundMeter *self)
{
  g_autoptr (GArray) sorted = g_array_copy (self->windows);

  g_array_sort (sorted, compare);
  return (OnsiteSoundFigures){
    .n_samples = self->n_samples,
    .peak_db = onsite_audio_peak_to_dbfs (self->peak),
    .level_db = get_level_db (sorted, 0.95),
    .floor_db = get_level_db (sorted, 0.10),
    .clipped = self->n_samples > 0 ? (double) self->n_clipped / (double) self->n_samples : 0,
  };
}

double
onsite_sound_figures_get_ratio_db (const OnsiteSoundFigures *self)
{
  return self->level_db - self->floor_db;
}

gboolean
onsite_sound_figures_have_voice (const OnsiteSoundFigures *self)
{
  return self->peak_db > ONSITE_SOUND_MUTED_DB &&
         onsite_sound_figures_get_ratio_db (self) >= ONSITE_SOUND_VOICE_DB;
}

static OnsiteSoundVerdict
judge_voice (const OnsiteSoundFigures *self)
{
  if (self->clipped >= ONSITE_SOUND_CLIPPED)
    return ONSITE_SOUND_CLIPS;
  if (self->level_db < ONSITE_SOUND_QUIET_DB)
    return ONSITE_SOUND_QUIET;
  if (onsite_sound_figures_get_ratio_db (self) < ONSITE_SOUND_CLEAR_DB)
    return ONSITE_SOUND_NOISY;

  return ONSITE_SOUND_GOOD;
}

/* What is heard across the room by another, too, is no wrong microphone. */
static gboolean
is_elsewhere (const OnsiteSoundFigures *self, const OnsiteSoundFigures *other)
{
  return other != NULL && onsite_sound_figures_have_voice (other) &&
         other->level_db >= ONSITE_SOUND_QUIET_DB &&
         other->level_db - self->level_db >= ONSITE_SOUND_CLEAR_DB;
}

OnsiteSoundVerdict
onsite_sound_figures_judge (const OnsiteSoundFigures *self,
                            gsize n_wanted,
                            const OnsiteSoundFigures *loudest_other)
{
  const gboolean voice = onsite_sound_figures_have_voice (self) &&
                         self->level_db >= ONSITE_SOUND_QUIET_DB;

  if (!voice && is_elsewhere (self, loudest_other))
    return ONSITE_SOUND_ELSEWHERE;
  if (self->n_samples < n_wanted / 2)
    return ONSITE_SOUND_MISSING;
  if (self->peak_db <= ONSITE_SOUND_MUTED_DB)
    return ONSITE_SOUND_MUTED;
  if (!onsite_sound_figures_have_voice (self) && self->clipped < ONSITE_SOUND_CLIPPED)
    return ONSITE_SOUND_NO_VOICE;

  return judge_voice (self);
}
