/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-signal.h"

#include <math.h>

/* Coarse steps first, on every third sample, then exactly about the best of them. */
#define COARSE 4
/* Of a second and more, nothing else in the haystack is as like it. */
#define FOUND 0.9

/* Like vowels: four harmonics of a pitch that glides to another one every 100 ms. */
GArray *
onsite_signal_make_babble (gsize n_samples, guint rate, guint32 seed)
{
  GArray *signal = g_array_sized_new (FALSE, TRUE, sizeof (gint16), (guint) n_samples);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double pitch = 250, glide = 0, gain = 0.5, phase = 0;

  for (gsize i = 0; i < n_samples; i++)
    {
      double value = 0;
      gint16 sample;

      if (i % (rate / 10) == 0)
        {
          glide = (g_rand_double_range (rand, 200, 400) - pitch) / (rate / 10.0);
          gain += 0.5 * (g_rand_double_range (rand, 0.2, 1.0) - gain);
        }
      pitch += glide;
      phase += 2 * G_PI * pitch / rate;
      for (guint harmonic = 1; harmonic <= 4; harmonic++)
        value += sin (harmonic * phase) / harmonic;
      sample = (gint16) (gain * value * 12000);
      g_array_append_val (signal, sample);
    }
  return signal;
}

GArray *
onsite_signal_make_tone (gsize n_samples, guint rate, double hertz, double amplitude)
{
  GArray *signal = g_array_sized_new (FALSE, TRUE, sizeof (gint16), (guint) n_samples);

  for (gsize i = 0; i < n_samples; i++)
    {
      gint16 sample = (gint16) lrint (amplitude * 32767 *
                                      sin (2 * G_PI * hertz * (double) i / rate));

      g_array_append_val (signal, sample);
    }
  return signal;
}

static double
correlate (const gint16 *a, const gint16 *b, gsize n, gsize step)
{
  double ab = 0, aa = 0, bb = 0;

  for (gsize i = 0; i < n; i += step)
    {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
  return aa > 0 && bb > 0 ? ab / sqrt (aa * bb) : 0;
}

double
onsite_signal_find (const gint16 *haystack,
                    gsize n_haystack,
                    const gint16 *needle,
                    gsize n_needle,
                    gssize *where)
{
  double best = -2;
  gsize coarse = 0;

  *where = -1;
  if (n_haystack < n_needle)
    return 0;
  for (gsize i = 0; i + n_needle <= n_haystack; i += COARSE)
    {
      double found = correlate (haystack + i, needle, MIN (n_needle, 9600), 3);

      if (found > best)
        {
          best = found;
          coarse = i;
        }
      else if (best > FOUND && n_needle > 48000 && i > coarse + 48 * COARSE)
        break;
    }
  best = -2;
  for (gsize i = coarse > 2 * COARSE ? coarse - 2 * COARSE : 0;
       i <= coarse + 2 * COARSE && i + n_needle <= n_haystack;
       i++)
    {
      double found = correlate (haystack + i, needle, n_needle, 1);

      if (found > best)
        {
          best = found;
          *where = (gssize) i;
        }
    }
  return best;
}

double
onsite_signal_get_share (const gint16 *samples, gsize n_samples, guint rate, double hertz)
{
  double coefficient = 2 * cos (2 * G_PI * hertz / rate);
  double s1 = 0, s2 = 0, power = 0;

  for (gsize i = 0; i < n_samples; i++)
    {
      double s0 = samples[i] + coefficient * s1 - s2;

      s2 = s1;
      s1 = s0;
      power += (double) samples[i] * samples[i];
    }
  if (power == 0)
    return 0;
  return 2 * (s1 * s1 + s2 * s2 - coefficient * s1 * s2) / ((double) n_samples * power);
}

double
onsite_signal_get_rms (const gint16 *samples, gsize n_samples)
{
  double power = 0;

  for (gsize i = 0; i < n_samples; i++)
    power += (double) samples[i] * samples[i];
  return n_samples > 0 ? sqrt (power / (double) n_samples) : 0;
}
