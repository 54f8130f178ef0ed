/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recording for long, and on a machine that has much else to do. ONSITE_SOAK says how
 * long: four hours of answers, faster than they could be given, and ten minutes as
 * they are given. Without it, it is a short while. */
#include <unistd.h>

#include "audio/onsite-recorder.h"
#include "audio/onsite-recording.h"
#include "library/onsite-clip-reader.h"
#include "neighbour.h"
#include "onsite-clip-library.h"
#include "onsite-signal.h"
#include "onsite-wait.h"

#define BLOCK_SAMPLES 480
#define BLOCK_US      (10 * G_TIME_SPAN_MILLISECOND)
#define PREROLL_US    (100 * G_TIME_SPAN_MILLISECOND)

/* An interview's answers. The first two show what memory is needed. */
#define N_SOAK_ANSWERS  48
#define SOAK_ANSWER_S   300
#define N_SHORT_ANSWERS 4
#define SHORT_ANSWER_S  20
#define N_WARM_ANSWERS  2
#define MOST_GROWTH_KB  (5 * 1024)

#define SOAK_REAL_S   600
#define SHORT_REAL_S  4
#define N_BUSY        2
#define MOST_AHEAD_MS 2000

static gboolean
is_soak (void)
{
  return g_getenv ("ONSITE_SOAK") != NULL;
}

/* What the kernel says this process holds. */
static gint64
get_memory_kb (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  pages = g_strsplit (text, " ", -1);

  return g_ascii_strtoll (pages[1], NULL, 10) * sysconf (_SC_PAGESIZE) / 1024;
}

/* Sound goes first, so that with a change all that came before it is committed, the
 * end of a clip too. */
static void
settle (OnsiteClipLibrary *clips)
{
  g_autoptr (GError) error = NULL;

  onsite_library_commit (clips->library, onsite_change_new (), &error);
  g_assert_no_error (error);
}

/* The chunks follow each other without a hole, up to the end. */
static void
assert_whole (OnsiteClipLibrary *clips, const char *clip, gint64 n_samples)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (clips->library, clip, &error);
  g_autoptr (OnsiteChunk) chunk = NULL;
  gint64 n_read = 0;

  g_assert_no_error (error);
  g_assert_cmpint (onsite_clip_reader_get_n_samples (reader), ==, n_samples);
  while ((chunk = onsite_clip_reader_next (reader, &error)) != NULL)
    {
      g_assert_cmpuint (chunk->segment, ==, 0);
      g_assert_cmpint (chunk->start_samples, ==, n_read);
      n_read += chunk->n_samples;
      g_clear_pointer (&chunk, onsite_chunk_free);
    }
  g_assert_no_error (error);
  g_assert_cmpint (n_read, >=, n_samples);
}

/* Hours of answers. */

typedef struct
{
  OnsiteClipLibrary *clips;
  GArray *sound;
  gint done; /* atomic */
} Hours;

static void
on_done (OnsiteRecording *recording, const GError *error, gpointer user_data)
{
  Hours *hours = user_data;

  g_assert_no_error (error);
  g_atomic_int_set (&hours->done, TRUE);
}

static gboolean
is_committed (Hours *hours, const char *clip, gint64 n_samples)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (hours->clips->library, clip, NULL);

  return reader != NULL && onsite_clip_reader_get_n_samples (reader) >= n_samples;
}

/* As fast as it is encoded and committed, which is what is to be measured. */
static void
feed (Hours *hours, OnsiteRecording *recording, const char *clip, gint64 n_blocks)
{
  const gint64 n_ahead = MOST_AHEAD_MS * 1000 / BLOCK_US;

  for (gint64 i = 0; i < n_blocks; i++)
    {
      const guint at = (guint) (i * BLOCK_SAMPLES % (hours->sound->len - BLOCK_SAMPLES));

      onsite_recording_feed (recording,
                             &g_array_index (hours->sound, gint16, at),
                             BLOCK_SAMPLES,
                             i * BLOCK_US,
                             0);
      if (i % n_ahead == n_ahead - 1)
        onsite_wait_for (is_committed (hours, clip, (i - n_ahead) * BLOCK_SAMPLES));
    }
}

static void
answer (Hours *hours, gint64 seconds)
{
  g_autofree gpointer target = onsite_clip_library_make_target (hours->clips);
  g_autofree char *clip = g_uuid_string_random ();
  g_autoptr (OnsiteClipSink) sink = onsite_clip_sink_new (&onsite_clip_library_sink, target, NULL);
  g_autoptr (GError) error = NULL;
  OnsiteRecording
      *recording = onsite_recording_new (clip, 0, sink, ONSITE_CODEC_OPUS, on_done, hours, &error);
  const gint64 n_blocks = seconds * G_USEC_PER_SEC / BLOCK_US;

  g_assert_no_error (error);
  g_atomic_int_set (&hours->done, FALSE);
  feed (hours, recording, clip, n_blocks);
  onsite_recording_mark_end (recording, n_blocks * BLOCK_US);
  onsite_recording_seal (recording);
  onsite_wait_for (g_atomic_int_get (&hours->done));
  onsite_wait_finalize (recording);
  settle (hours->clips);
  assert_whole (hours->clips, clip, n_blocks * BLOCK_SAMPLES);
}

static void
test_hours_of_answers_take_no_memory (void)
{
  const guint n_answers = is_soak () ? N_SOAK_ANSWERS : N_SHORT_ANSWERS;
  const gint64 seconds = is_soak () ? SOAK_ANSWER_S : SHORT_ANSWER_S;
  Hours hours = { onsite_clip_library_new (), NULL, FALSE };
  gint64 warm_kb = 0, growth_kb;

  hours.sound = onsite_signal_make_babble (3 * ONSITE_AUDIO_RATE, ONSITE_AUDIO_RATE, 1);
  for (guint i = 0; i < n_answers; i++)
    {
      answer (&hours, seconds);
      if (i + 1 == N_WARM_ANSWERS)
        warm_kb = get_memory_kb ();
    }
  growth_kb = get_memory_kb () - warm_kb;
  g_test_message ("%d minutes: from %d to %d KiB",
                  (int) (n_answers * seconds / 60),
                  (int) warm_kb,
                  (int) (warm_kb + growth_kb));
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed */
  g_assert_cmpint (growth_kb, <=, MOST_GROWTH_KB);
#endif
  g_array_unref (hours.sound);
  onsite_clip_library_free (hours.clips);
}

/* Minutes beside others. */

typedef struct
{
  guint n_blocks;
  gboolean is_gone;
  gint64 unsaved_ms; /* the most that waited */
} Minutes;

static GstElement *
make_source (gpointer user_data)
{
  const Minutes *minutes = user_data;
  GstElement *source = gst_element_factory_make ("audiotestsrc", NULL);

  g_object_set (source,
                "is-live",
                TRUE,
                "samplesperbuffer",
                BLOCK_SAMPLES,
                "num-buffers",
                (int) minutes->n_blocks,
                NULL);

  return source;
}

static void
on_failed (OnsiteRecorder *recorder, const GError *error, Minutes *minutes)
{
  g_assert_error (error, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_SOURCE_GONE);
  minutes->is_gone = TRUE;
}

static void
on_unsaved (OnsiteLibrary *library, GParamSpec *pspec, Minutes *minutes)
{
  minutes->unsaved_ms = MAX (minutes->unsaved_ms, onsite_library_get_unsaved_ms (library));
}

/* Returns how much later than the first sample the clip may begin: only on a machine
 * that is too busy for it. */
static gint64
open_and_begin (OnsiteRecorder *recorder, const char *clip)
{
  const gint64 opened_us = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_recorder_open_async (recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_recorder_open_finish (recorder, result, &error);
  g_assert_no_error (error);
  g_assert_true (onsite_recorder_begin_clip (recorder, clip));

  return MAX (0, g_get_monotonic_time () - opened_us - PREROLL_US);
}

static void
close_recorder (OnsiteRecorder *recorder)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_recorder_close_async (recorder, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  g_assert_true (onsite_recorder_close_finish (recorder, result, NULL));
  g_clear_object (&result);
  onsite_wait_finalize (recorder);
}

static gint64
get_n_samples (OnsiteClipLibrary *clips, const char *clip)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (clips->library, clip, NULL);

  g_assert_nonnull (reader);

  return onsite_clip_reader_get_n_samples (reader);
}

static void
record (OnsiteClipLibrary *clips, Minutes *minutes)
{
  g_autofree gpointer target = onsite_clip_library_make_target (clips);
  g_autofree char *clip = g_uuid_string_random ();
  OnsiteRecorder *recorder = onsite_recorder_new (make_source,
                                                  minutes,
                                                  NULL,
                                                  &onsite_clip_library_sink,
                                                  target,
                                                  NULL);
  gint64 late_us, n_samples;

  g_signal_connect (recorder, "failed", G_CALLBACK (on_failed), minutes);
  late_us = open_and_begin (recorder, clip);
  while (!minutes->is_gone)
    g_main_context_iteration (NULL, TRUE);
  close_recorder (recorder);
  settle (clips);
  n_samples = get_n_samples (clips, clip);
  g_assert_cmpint (n_samples, <=, (gint64) minutes->n_blocks * BLOCK_SAMPLES);
  g_assert_cmpint (n_samples,
                   >=,
                   (gint64) minutes->n_blocks * BLOCK_SAMPLES -
                       late_us * ONSITE_AUDIO_RATE / 1000000);
  assert_whole (clips, clip, n_samples);
}

static void
test_no_sample_is_missing_beside_a_busy_disk (void)
{
  OnsiteClipLibrary *clips = onsite_clip_library_new ();
  g_autofree char *hog_path = g_build_filename (clips->folder, "hog", NULL);
  Minutes minutes = { (is_soak () ? SOAK_REAL_S : SHORT_REAL_S) * 100, FALSE, 0 };
  GSubprocess *others[N_BUSY + 1];

  g_signal_connect (clips->library, "notify::unsaved-ms", G_CALLBACK (on_unsaved), &minutes);
  others[0] = neighbour_start_on_disk (hog_path);
  for (guint i = 1; i < G_N_ELEMENTS (others); i++)
    others[i] = neighbour_start_on_processor ();
  record (clips, &minutes);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    neighbour_end (others[i]);
  g_test_message ("%u s, of which at most %d ms waited for the disk",
                  minutes.n_blocks / 100,
                  (int) minutes.unsaved_ms);
  onsite_clip_library_free (clips);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  g_test_add_func ("/soak/hours-of-answers-take-no-memory", test_hours_of_answers_take_no_memory);
  g_test_add_func ("/soak/no-sample-is-missing-beside-a-busy-disk",
                   test_no_sample_is_missing_beside_a_busy_disk);

  return g_test_run ();
}
