/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-audio.h"
#include "audio/onsite-sound-test.h"
#include "onsite-fake-pulse.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

/* Tries of a real microphone: "mic" is spoken into, and nobody is near "speaker". */

static const char *const nobody[] = { NULL };

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Words, with gaps between them. */
static GArray *
make_speech (void)
{
  GArray *sound = onsite_signal_make_babble (4 * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 7);

  for (guint i = 0; i < sound->len; i++)
    if (i / (ONSITE_AUDIO_RATE / 3) % 2 == 1)
      g_array_index (sound, gint16, i) /= 200;

  return sound;
}

static OnsiteSoundTest *
try_while (const char *id, const char *const *others, OnsiteFakePulse *pulse, GError **error)
{
  g_autoptr (GArray) sound = make_speech ();
  g_autoptr (GAsyncResult) result = NULL;

  onsite_sound_test_run_async (id, others, FALSE, NULL, on_done, &result);
  onsite_fake_pulse_play (pulse,
                          "mic",
                          (const gint16 *) (gpointer) sound->data,
                          sound->len,
                          ONSITE_AUDIO_RATE);
  onsite_wait_for (result != NULL);
  return onsite_sound_test_run_finish (result, error);
}

static void
test_a_voice_is_measured_and_kept_to_be_heard (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteSoundTest) test = try_while ("mic.monitor", nobody, pulse, &error);

  g_assert_no_error (error);
  g_assert_true (onsite_sound_figures_have_voice (&test->figures));
  g_assert_cmpuint (g_bytes_get_size (test->samples),
                    ==,
                    test->figures.n_samples * sizeof (gint16));
  g_assert_cmpuint (test->figures.n_samples, >, 2 * ONSITE_AUDIO_RATE);
  g_assert_cmpuint (test->figures.n_samples, <=, 3 * ONSITE_AUDIO_RATE);
  g_assert_null (test->elsewhere);
}

static void
test_a_muted_one_is_noticed (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteSoundTest) test = NULL;

  onsite_fake_pulse_tell (pulse, "set-source-mute", "mic.monitor", "1");
  test = try_while ("mic.monitor", nobody, pulse, NULL);
  g_assert_cmpint (test->verdict, ==, ONSITE_SOUND_MUTED);
}

static void
test_the_wrong_one_is_noticed (void)
{
  static const char *const others[] = { "mic.monitor", "nowhere", NULL };
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteSoundTest) test = try_while ("speaker.monitor", others, pulse, NULL);

  g_assert_cmpint (test->verdict, ==, ONSITE_SOUND_ELSEWHERE);
  g_assert_cmpstr (test->elsewhere, ==, "mic.monitor");
}

static void
test_one_that_cannot_be_opened_is_an_error (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (try_while ("nowhere", nobody, pulse, &error));
  g_assert_error (error, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_NO_DEVICE);
}

static gint64
give_up (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 begun_us = g_get_monotonic_time ();

  onsite_sound_test_run_async ("mic.monitor", nobody, FALSE, cancellable, on_done, &result);
  g_cancellable_cancel (cancellable);
  onsite_wait_for (result != NULL);
  g_assert_null (onsite_sound_test_run_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  return (g_get_monotonic_time () - begun_us) / G_TIME_SPAN_MILLISECOND;
}

static void
test_it_can_be_given_up (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  gint64 shortest_ms = G_MAXINT64;

  /* Once is enough: a machine that is busy may take its time. */
  for (guint i = 0; i < 5 && shortest_ms >= ONSITE_SOUND_TEST_MS; i++)
    shortest_ms = give_up ();
  g_assert_cmpint (shortest_ms, <, ONSITE_SOUND_TEST_MS);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sound-test/a-voice-is-measured-and-kept-to-be-heard",
                   test_a_voice_is_measured_and_kept_to_be_heard);
  g_test_add_func ("/sound-test/a-muted-one-is-noticed", test_a_muted_one_is_noticed);
  g_test_add_func ("/sound-test/the-wrong-one-is-noticed", test_the_wrong_one_is_noticed);
  g_test_add_func ("/sound-test/one-that-cannot-be-opened-is-an-error",
                   test_one_that_cannot_be_opened_is_an_error);
  g_test_add_func ("/sound-test/it-can-be-given-up", test_it_can_be_given_up);

  return g_test_run ();
}
