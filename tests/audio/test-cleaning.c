/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-cleaning.h"
#include "audio/onsite-recorder.h"
#include "audio/onsite-sound-test.h"
#include "onsite-fake-pulse.h"
#include "onsite-memory-clips.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

/* What becomes of sound that is cleaned, beside the same sound as it was heard, both
 * recorded at once from a real PulseAudio. */

#define PLAYED_S 7
#define KEPT_MS  4000
#define HEARD_DB -55

typedef struct
{
  OnsiteMemoryClips *clips;
  OnsiteRecorder *recorder;
  double loudest;
  gboolean begun;
  gboolean ended;
} Ear;

typedef struct
{
  OnsiteFakePulse *pulse;
  Ear plain;
  Ear cleaned;
} Fixture;

static GstElement *
make_cleaned_source (gpointer unused)
{
  GstElement *source = onsite_fake_pulse_make_source (NULL);

  onsite_cleaning_ask (source);
  return source;
}

/* A clip begins when something is heard, and ends while it still is. */
static void
on_level (OnsiteRecorder *recorder, GParamSpec *pspec, gpointer user_data)
{
  Ear *ear = user_data;

  ear->loudest = MAX (ear->loudest, onsite_recorder_get_level (recorder));
  if (!ear->begun && onsite_recorder_get_level (recorder) > HEARD_DB)
    ear->begun = onsite_recorder_begin_clip (recorder, "a");
  if (ear->begun && !ear->ended && onsite_recorder_get_elapsed_ms (recorder) > KEPT_MS)
    {
      ear->ended = TRUE;
      onsite_recorder_end_clip (recorder);
      onsite_recorder_seal_clip (recorder);
    }
}

static void
ear_set_up (Ear *ear, OnsiteSourceFunc source)
{
  ear->loudest = -100;
  ear->clips = onsite_memory_clips_new ();
  ear->recorder = onsite_recorder_new (source,
                                       NULL,
                                       NULL,
                                       &onsite_memory_clips_sink,
                                       ear->clips,
                                       NULL);
  g_signal_connect (ear->recorder, "notify::level", G_CALLBACK (on_level), ear);
}

static void
ear_tear_down (Ear *ear)
{
  onsite_wait_finalize (ear->recorder);
  onsite_memory_clips_free (ear->clips);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->pulse = onsite_fake_pulse_new ();
  ear_set_up (&fixture->plain, onsite_fake_pulse_make_source);
  ear_set_up (&fixture->cleaned, make_cleaned_source);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  ear_tear_down (&fixture->plain);
  ear_tear_down (&fixture->cleaned);
  onsite_fake_pulse_free (fixture->pulse);
}

static void
open_recorder (Ear *ear)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_open_async (ear->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_recorder_open_finish (ear->recorder, result, &error);
  g_assert_no_error (error);
}

static void
close_recorder (Ear *ear)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_close_async (ear->recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_recorder_close_finish (ear->recorder, result, &error);
  g_assert_no_error (error);
}

/* Words, with gaps between them, of a voice that is as loud as it is told; and noise. */
static GArray *
make_speech (double voice, int noise)
{
  GArray *sound = onsite_signal_make_babble (PLAYED_S * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 7);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < sound->len; i++)
    {
      const gboolean speaks = i / (ONSITE_AUDIO_RATE / 2) % 2 == 0;
      const double said = speaks ? voice * g_array_index (sound, gint16, i) : 0;
      const double heard = said + (noise > 0 ? g_rand_int_range (rand, -noise, noise + 1) : 0);

      g_array_index (sound, gint16, i) = (gint16) CLAMP (heard, G_MININT16, G_MAXINT16);
    }
  return sound;
}

static void
record (Fixture *fixture, GArray *sound)
{
  open_recorder (&fixture->plain);
  open_recorder (&fixture->cleaned);
  onsite_fake_pulse_play (fixture->pulse,
                          "mic",
                          (const gint16 *) (gpointer) sound->data,
                          sound->len,
                          ONSITE_AUDIO_RATE);
  close_recorder (&fixture->plain);
  close_recorder (&fixture->cleaned);
}

static const OnsiteReceipt *
get_receipt (Ear *ear)
{
  g_assert_true (ear->ended);
  g_assert_true (onsite_memory_clips_has_ended (ear->clips, "a"));
  return onsite_memory_clips_get (ear->clips, "a")->receipt;
}

static void
test_noise_is_suppressed_and_the_receipt_says_so (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) sound = make_speech (0.5, 500);
  const OnsiteReceipt *plain, *cleaned;

  record (fixture, sound);
  plain = get_receipt (&fixture->plain);
  cleaned = get_receipt (&fixture->cleaned);

  g_test_message ("noise: %.1f, cleaned %.1f dBFS",
                  plain->noise_floor_dbfs,
                  cleaned->noise_floor_dbfs);
  g_assert_cmpint (plain->processing, ==, ONSITE_PROCESSING_NONE);
  g_assert_cmpint (cleaned->processing, ==, ONSITE_PROCESSING_CLEANED);
  g_assert_cmpfloat (cleaned->noise_floor_dbfs, <, plain->noise_floor_dbfs - 5);
  g_assert_cmpint (cleaned->n_kept_samples, ==, cleaned->n_captured_samples);
}

static void
test_a_quiet_voice_becomes_louder (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) sound = make_speech (0.15, 0);
  const OnsiteReceipt *plain, *cleaned;

  record (fixture, sound);
  plain = get_receipt (&fixture->plain);
  cleaned = get_receipt (&fixture->cleaned);

  g_test_message ("voice: %.1f, cleaned %.1f LUFS", plain->loudness_lufs, cleaned->loudness_lufs);
  g_assert_cmpfloat (cleaned->loudness_lufs, >, plain->loudness_lufs + 3);
}

static void
test_what_was_clipped_before_is_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) sound = make_speech (8, 0);
  gint64 plain, cleaned;

  record (fixture, sound);
  plain = get_receipt (&fixture->plain)->n_clipped_samples;
  cleaned = get_receipt (&fixture->cleaned)->n_clipped_samples;

  g_test_message ("clipped: %" G_GINT64_FORMAT ", cleaned %" G_GINT64_FORMAT, plain, cleaned);
  g_assert_cmpint (plain, >, KEPT_MS);
  g_assert_cmpint (cleaned, >, plain / 2);
  g_assert_cmpint (cleaned, <, plain * 2);
  g_assert_cmpfloat (fixture->cleaned.loudest, ==, 0);
}

static void
test_a_check_hears_what_is_recorded (Fixture *fixture, gconstpointer unused)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (GArray) sound = make_speech (0.5, 500);
  GAsyncResult *results[2] = { NULL };
  g_autoptr (OnsiteSoundTest) plain = NULL;
  g_autoptr (OnsiteSoundTest) cleaned = NULL;

  for (guint clean = 0; clean < 2; clean++)
    onsite_sound_test_run_async ("mic.monitor",
                                 nobody,
                                 clean,
                                 NULL,
                                 onsite_wait_take_result,
                                 &results[clean]);
  onsite_fake_pulse_play (fixture->pulse,
                          "mic",
                          (const gint16 *) (gpointer) sound->data,
                          sound->len,
                          ONSITE_AUDIO_RATE);
  onsite_wait_for (results[0] != NULL && results[1] != NULL);
  plain = onsite_sound_test_run_finish (results[0], NULL);
  cleaned = onsite_sound_test_run_finish (results[1], NULL);
  g_object_unref (results[0]);
  g_object_unref (results[1]);

  g_test_message ("check: %.1f, cleaned %.1f dB between voice and room",
                  onsite_sound_figures_get_ratio_db (&plain->figures),
                  onsite_sound_figures_get_ratio_db (&cleaned->figures));
  g_assert_cmpfloat (onsite_sound_figures_get_ratio_db (&cleaned->figures),
                     >,
                     onsite_sound_figures_get_ratio_db (&plain->figures) + 3);
}

static void
find (gboolean *found)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_cleaning_find_async (NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  *found = onsite_cleaning_find_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_without_the_plugin_it_is_recorded_as_it_is_heard (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GstPluginFeature) cleaner = gst_registry_lookup_feature (gst_registry_get (),
                                                                      "webrtcdsp");
  g_autoptr (GArray) sound = make_speech (0.5, 500);
  gboolean found;

  g_assert_nonnull (cleaner);
  find (&found);
  g_assert_true (found);
  gst_registry_remove_feature (gst_registry_get (), cleaner);
  find (&found);
  g_assert_false (found);

  record (fixture, sound);
  gst_registry_add_feature (gst_registry_get (), g_steal_pointer (&cleaner));

  g_assert_cmpint (get_receipt (&fixture->cleaned)->processing, ==, ONSITE_PROCESSING_NONE);
  g_assert_cmpfloat_with_epsilon (get_receipt (&fixture->cleaned)->noise_floor_dbfs,
                                  get_receipt (&fixture->plain)->noise_floor_dbfs,
                                  2);
}

#define ADD(function) \
  g_test_add ("/audio/cleaning/" #function, Fixture, NULL, set_up, test_##function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD (noise_is_suppressed_and_the_receipt_says_so);
  ADD (a_quiet_voice_becomes_louder);
  ADD (what_was_clipped_before_is_told);
  ADD (a_check_hears_what_is_recorded);
  ADD (without_the_plugin_it_is_recorded_as_it_is_heard);

  return g_test_run ();
}
