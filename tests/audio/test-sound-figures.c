/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-sound-figures.h"

#define WANTED (3 * ONSITE_AUDIO_RATE)

/* Figures of three seconds, and what is to be said of them. */
typedef struct
{
  const char *name;
  OnsiteSoundFigures figures; /* samples, peak, level, floor, clipped */
  OnsiteSoundFigures other;   /* no samples for none */
  OnsiteSoundVerdict verdict;
} Case;

static const Case cases[] = {
  { "a-voice-near-the-microphone-in-a-quiet-room",
    { WANTED, -8, -24, -62, 0 },
    { 0 },
    ONSITE_SOUND_GOOD },
  { "a-voice-just-clear-of-the-noise", { WANTED, -20, -40, -55, 0 }, { 0 }, ONSITE_SOUND_GOOD },
  { "a-voice-in-a-noisy-room", { WANTED, -20, -40, -54, 0 }, { 0 }, ONSITE_SOUND_NOISY },
  { "a-voice-as-quiet-as-it-may-be", { WANTED, -30, -46, -70, 0 }, { 0 }, ONSITE_SOUND_GOOD },
  { "a-voice-from-far-away", { WANTED, -31, -46.1, -70, 0 }, { 0 }, ONSITE_SOUND_QUIET },
  { "a-voice-that-clips", { WANTED, 0, -6, -50, 0.001 }, { 0 }, ONSITE_SOUND_CLIPS },
  { "a-single-loud-knock", { WANTED, 0, -24, -60, 0.0009 }, { 0 }, ONSITE_SOUND_GOOD },
  { "nothing-but-clipping", { WANTED, 0, -1, -2, 0.4 }, { 0 }, ONSITE_SOUND_CLIPS },
  { "a-fan", { WANTED, -30, -45, -50, 0 }, { 0 }, ONSITE_SOUND_NO_VOICE },
  { "the-noise-of-a-quiet-room", { WANTED, -60, -72, -74, 0 }, { 0 }, ONSITE_SOUND_NO_VOICE },
  { "not-a-single-bit", { WANTED, -100, -100, -100, 0 }, { 0 }, ONSITE_SOUND_MUTED },
  { "nothing-but-the-last-bit", { WANTED, -90.3, -91, -100, 0 }, { 0 }, ONSITE_SOUND_MUTED },
  { "no-sample", { 0, -100, -100, -100, 0 }, { 0 }, ONSITE_SOUND_MISSING },
  { "less-than-half-of-it", { WANTED / 2 - 1, -8, -24, -60, 0 }, { 0 }, ONSITE_SOUND_MISSING },
  { "half-of-it", { WANTED / 2, -8, -24, -60, 0 }, { 0 }, ONSITE_SOUND_GOOD },
  { "silence-here-and-a-voice-elsewhere",
    { WANTED, -100, -100, -100, 0 },
    { WANTED, -8, -24, -60, 0 },
    ONSITE_SOUND_ELSEWHERE },
  { "no-sample-here-and-a-voice-elsewhere",
    { 0, -100, -100, -100, 0 },
    { WANTED, -8, -24, -60, 0 },
    ONSITE_SOUND_ELSEWHERE },
  { "the-room-here-and-a-voice-elsewhere",
    { WANTED, -60, -72, -74, 0 },
    { WANTED, -8, -24, -60, 0 },
    ONSITE_SOUND_ELSEWHERE },
  { "a-voice-from-afar-here-and-near-elsewhere",
    { WANTED, -40, -55, -72, 0 },
    { WANTED, -8, -24, -60, 0 },
    ONSITE_SOUND_ELSEWHERE },
  { "a-voice-here-and-a-louder-one-elsewhere",
    { WANTED, -20, -40, -60, 0 },
    { WANTED, -3, -18, -60, 0 },
    ONSITE_SOUND_GOOD },
  { "silence-here-and-a-fan-elsewhere",
    { WANTED, -100, -100, -100, 0 },
    { WANTED, -20, -30, -34, 0 },
    ONSITE_SOUND_MUTED },
  { "the-room-here-and-hardly-a-voice-elsewhere",
    { WANTED, -60, -72, -74, 0 },
    { WANTED, -35, -50, -70, 0 },
    ONSITE_SOUND_NO_VOICE },
};

static void
test_judge (gconstpointer data)
{
  const Case *item = data;

  g_assert_cmpint (onsite_sound_figures_judge (&item->figures,
                                               WANTED,
                                               item->other.n_samples > 0 ? &item->other : NULL),
                   ==,
                   item->verdict);
}

static double
make_tone (gsize i, double amplitude)
{
  return amplitude * sin (2 * G_PI * 440 * (double) i / ONSITE_AUDIO_RATE);
}

/* A tone for a third of the time, and noise of the last bits in between. */
static void
test_levels_are_of_the_loud_and_of_the_quiet (void)
{
  g_autoptr (OnsiteSoundMeter) meter = onsite_sound_meter_new ();
  OnsiteSoundFigures figures;

  for (gsize i = 0; i < WANTED; i++)
    {
      const gboolean loud = i / (ONSITE_AUDIO_RATE / 2) % 3 == 1;
      const gint16 sample = (gint16) lrint (make_tone (i, loud ? 3276.8 : 32.768));

      onsite_sound_meter_feed (meter, &sample, 1);
    }
  figures = onsite_sound_meter_get_figures (meter);

  g_assert_cmpuint (figures.n_samples, ==, WANTED);
  g_assert_cmpfloat_with_epsilon (figures.peak_db, -20, 0.1);
  /* A sine's mean square is half of its peak's. */
  g_assert_cmpfloat_with_epsilon (figures.level_db, -23, 0.1);
  g_assert_cmpfloat_with_epsilon (figures.floor_db, -63, 0.2);
  g_assert_cmpfloat_with_epsilon (onsite_sound_figures_get_ratio_db (&figures), 40, 0.3);
  g_assert_cmpfloat (figures.clipped, ==, 0);
  g_assert_true (onsite_sound_figures_have_voice (&figures));
}

static void
test_clipped_samples_are_counted_at_both_ends (void)
{
  g_autoptr (OnsiteSoundMeter) meter = onsite_sound_meter_new ();
  const gint16 samples[] = { 32767, -32768, 32393, 32392, -32392, 0, 0, 0, 0, 0 };
  OnsiteSoundFigures figures;

  onsite_sound_meter_feed (meter, samples, G_N_ELEMENTS (samples));
  figures = onsite_sound_meter_get_figures (meter);

  g_assert_cmpfloat_with_epsilon (figures.clipped, 0.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures.peak_db, 0, 0.001);
}

static void
test_nothing_is_silence (void)
{
  g_autoptr (OnsiteSoundMeter) meter = onsite_sound_meter_new ();
  const OnsiteSoundFigures figures = onsite_sound_meter_get_figures (meter);

  g_assert_cmpuint (figures.n_samples, ==, 0);
  g_assert_cmpfloat (figures.peak_db, ==, ONSITE_SOUND_SILENCE_DB);
  g_assert_cmpfloat (figures.level_db, ==, ONSITE_SOUND_SILENCE_DB);
  g_assert_cmpfloat (figures.floor_db, ==, ONSITE_SOUND_SILENCE_DB);
  g_assert_false (onsite_sound_figures_have_voice (&figures));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sound-figures/judge/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_judge);
    }
  g_test_add_func ("/sound-figures/levels-are-of-the-loud-and-of-the-quiet",
                   test_levels_are_of_the_loud_and_of_the_quiet);
  g_test_add_func ("/sound-figures/clipped-samples-are-counted-at-both-ends",
                   test_clipped_samples_are_counted_at_both_ends);
  g_test_add_func ("/sound-figures/nothing-is-silence", test_nothing_is_silence);

  return g_test_run ();
}
