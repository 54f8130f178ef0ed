/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-omission.h"

#include "audio/onsite-audio.h"

#define MS (ONSITE_AUDIO_RATE / 1000)

static GArray *
make_omissions (void)
{
  const OnsiteOmission omissions[] = { { 100, 200, FALSE }, { 300, 400, TRUE } };
  GArray *array = g_array_new (FALSE, FALSE, sizeof (OnsiteOmission));

  g_array_append_vals (array, omissions, G_N_ELEMENTS (omissions));
  return array;
}

/* However the sound is cut into pieces. */
static void
test_both_kinds_are_silent_and_nothing_else (void)
{
  static const gsize n_samples[] = { 20 * MS, 7 * MS + 1, 500 * MS, 1 };
  g_autoptr (GArray) omissions = make_omissions ();

  for (gsize i = 0; i < G_N_ELEMENTS (n_samples); i++)
    {
      g_autofree gint16 *sound = g_new (gint16, 500 * MS);

      for (gsize j = 0; j < 500 * MS; j++)
        sound[j] = 1;
      for (gsize at = 0; at < 500 * MS; at += n_samples[i])
        onsite_omission_silence (omissions,
                                 sound + at,
                                 MIN (n_samples[i], 500 * MS - at),
                                 (gint64) at);
      for (gsize j = 0; j < 500 * MS; j++)
        g_assert_cmpint (sound[j],
                         ==,
                         !((j >= 100 * MS && j < 200 * MS) || (j >= 300 * MS && j < 400 * MS)));
    }
}

static void
test_only_what_is_leapt_over_is_left (void)
{
  static const struct
  {
    gint64 position_ms;
    gint64 duration_ms;
    gint64 leap_ms;
  } cases[] = {
    { 150, 500, -1 }, { 299, 500, -1 },  { 300, 500, 400 }, { 399, 500, 400 },
    { 400, 500, -1 }, { 350, 390, 390 }, { 390, 390, -1 },
  };
  g_autoptr (GArray) omissions = make_omissions ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        onsite_omission_find_leap (omissions, cases[i].position_ms, cases[i].duration_ms),
        ==,
        cases[i].leap_ms);
}

static void
test_nothing_is_omitted_of_itself (void)
{
  gint16 sound = 1;

  onsite_omission_silence (NULL, &sound, 1, 0);
  g_assert_cmpint (sound, ==, 1);
  g_assert_cmpint (onsite_omission_find_leap (NULL, 0, 500), ==, -1);
}

#define ADD(function) g_test_add_func ("/audio/omission/" #function, test_##function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (both_kinds_are_silent_and_nothing_else);
  ADD (only_what_is_leapt_over_is_left);
  ADD (nothing_is_omitted_of_itself);

  return g_test_run ();
}
