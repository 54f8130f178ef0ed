/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to write a loop of four hours as a page: beside as many bytes that go
 * through base64 from memory into a file, and beside the same with its sound being read from
 * the library first. Each of the three waits until the disk has it. And how much memory it
 * takes meanwhile. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <malloc.h>

#include "audio/onsite-audio.h"
#include "figure.h"
#include "library/onsite-clip-reader.h"
#include "onsite-clip-library.h"
#include "onsite-signal.h"
#include "pack/onsite-builtin-packs.h"
#include "share/onsite-peaks.h"
#include "share/onsite-share-format.h"

#define N_ANSWERS 40
#define MINUTES   6
#define N_RUNS    5
#define AIM_RATIO 2
#define AIM_MB    64

/* How much goes through base64 at a time; of whole groups of three bytes. */
#define STEP (48 * 1024)

typedef struct
{
  OnsiteClipLibrary *clips;
  OnsiteCapsule *capsule;
  GFile *page;
  gint64 n_bytes; /* of the page */
} Subject;

static void
add_answer (OnsiteRound *round, const char *question, const char *clip)
{
  OnsiteAnswer *answer = onsite_answer_new (question);
  OnsiteTake *take = onsite_take_new ();
  OnsiteTurn *turn = onsite_turn_new (ONSITE_TURN_QUESTION, "Tell me.");

  turn->clip = onsite_clip_new ();
  g_free (turn->clip->id);
  turn->clip->id = g_strdup (clip);
  turn->clip->n_samples = (gint64) MINUTES * 60 * ONSITE_AUDIO_RATE;
  g_ptr_array_add (take->turns, turn);
  g_ptr_array_add (answer->takes, take);
  g_ptr_array_add (round->answers, answer);
}

static OnsiteLoop *
record_loop (OnsiteClipLibrary *clips, OnsitePack *pack)
{
  g_autoptr (GArray) minute = onsite_signal_make_babble (60 * ONSITE_AUDIO_RATE,
                                                         ONSITE_AUDIO_RATE,
                                                         45);
  GPtrArray *questions = onsite_pack_get_questions (pack);
  OnsiteLoop *loop = onsite_loop_new ();
  OnsiteRound *round = onsite_round_new ("behavioral");

  g_ptr_array_add (loop->rounds, round);
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      const OnsiteQuestion *question = g_ptr_array_index (questions, i % questions->len);
      g_autofree char *clip = onsite_clip_library_add_repeated (
          clips,
          (const gint16 *) (gpointer) minute->data,
          minute->len,
          MINUTES);

      add_answer (round, question->id, clip);
    }

  return loop;
}

static OnsiteCapsule *
make_capsule (OnsiteClipLibrary *clips)
{
  g_autoptr (GFile) file = onsite_builtin_packs_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePack) pack = onsite_pack_load (file, NULL, &error);
  g_autoptr (OnsiteLoop) loop = NULL;
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  g_autoptr (GHashTable) peaks = NULL;
  OnsiteCapsule *capsule;

  g_assert_no_error (error);
  loop = record_loop (clips, pack);
  onsite_selection_add_all (selection, loop);
  peaks = onsite_peaks_load (clips->library, loop, selection, &error);
  g_assert_no_error (error);
  capsule = onsite_capsule_new (loop, pack, selection, peaks, "an-export", &error);
  g_assert_no_error (error);

  return capsule;
}

static double
get_seconds_since (gint64 started_us)
{
  return (double) (g_get_monotonic_time () - started_us) / G_USEC_PER_SEC;
}

static double export(Subject *subject)
{
  gint64 started_us = g_get_monotonic_time ();
  g_autoptr (OnsiteShareFiles) files = onsite_share_files_new (subject->page, FALSE);
  const OnsiteShareJob job = { .capsule = subject->capsule,
                               .library = subject->clips->library,
                               .files = files };
  g_autoptr (GError) error = NULL;

  onsite_share_format_write (onsite_share_format_find ("html"), &job, &error);
  g_assert_no_error (error);
  subject->n_bytes = onsite_share_files_get_n_bytes (files);

  return get_seconds_since (started_us);
}

typedef struct
{
  GOutputStream *stream;
  char *path;
  char text[STEP / 3 * 4 + 4];
  int state;
  int save;
} Base64;

static void
base64_init (Base64 *self, const Subject *subject)
{
  g_autoptr (GFile) file = NULL;

  self->path = g_build_filename (subject->clips->folder, "baseline", NULL);
  self->state = self->save = 0;
  file = g_file_new_for_path (self->path);
  self->stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, 0, NULL, NULL));
}

static gsize
base64_write (Base64 *self, const guint8 *data, gsize size)
{
  gsize n_bytes = g_base64_encode_step (data, size, FALSE, self->text, &self->state, &self->save);

  g_assert_true (g_output_stream_write_all (self->stream, self->text, n_bytes, NULL, NULL, NULL));

  return n_bytes;
}

static void
base64_clear (Base64 *self)
{
  int fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);

  g_assert_true (g_output_stream_flush (self->stream, NULL, NULL));
  g_assert_cmpint (g_fsync (fd), ==, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_output_stream_close (self->stream, NULL, NULL));
  g_object_unref (self->stream);
  g_unlink (self->path);
  g_free (self->path);
}

/* As many bytes as the page has. */
static double
write_base64 (Subject *subject)
{
  gint64 started_us = g_get_monotonic_time ();
  g_autofree guint8 *data = g_malloc0 (STEP);
  g_autofree Base64 *base64 = g_new (Base64, 1);

  base64_init (base64, subject);
  for (gint64 written = 0; written < subject->n_bytes;)
    written += (gint64) base64_write (base64, data, STEP);
  base64_clear (base64);

  return get_seconds_since (started_us);
}

static void
read_clip (Subject *subject, const OnsiteCapsuleClip *clip, GByteArray *bytes)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (subject->clips->library,
                                                                clip->id,
                                                                NULL);
  const guint8 *packets;
  gsize size;

  while ((packets = onsite_clip_reader_next_packets (reader, &size, NULL)))
    g_byte_array_append (bytes, packets, (guint) size);
}

/* As the library keeps it. */
static double
read_and_write_base64 (Subject *subject)
{
  gint64 started_us = g_get_monotonic_time ();
  g_autofree Base64 *base64 = g_new (Base64, 1);

  base64_init (base64, subject);
  for (guint i = 0; i < subject->capsule->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (subject->capsule->answers, i);
      const OnsiteCapsuleTake *take = g_ptr_array_index (answer->takes, 0);
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, 0);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      read_clip (subject, turn->clip, bytes);
      for (gsize at = 0; at < bytes->len; at += STEP)
        base64_write (base64, bytes->data + at, MIN (STEP, bytes->len - at));
    }
  base64_clear (base64);

  return get_seconds_since (started_us);
}

/* The most memory that this process had at a time since forget_peak(), in megabytes. */
static double
get_peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);

  return (double) g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) * 1024 / 1e6;
}

static void
forget_peak (void)
{
  FILE *file = g_fopen ("/proc/self/clear_refs", "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs ("5", file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* First, as long as no memory was kept to be used again. */
static void
measure_memory (Subject *subject)
{
  g_autoptr (Figure) figure = figure_new ("memory for a page of four hours", "MB");
  double grown;

  figure->aim = AIM_MB;
  malloc_trim (0);
  forget_peak ();
  grown = -get_peak_mb ();
  export(subject);
  grown += get_peak_mb ();
  g_array_append_val (figure->value, grown);
  figure_print (figure);
}

static void
measure (Subject *subject, const char *name, double (*write) (Subject *subject))
{
  g_autoptr (Figure) figure = figure_new (name, "s");

  figure->aim_ratio = AIM_RATIO;
  for (guint i = 0; i < N_RUNS; i++)
    {
      double value = export(subject);
      double baseline = write (subject);

      g_array_append_val (figure->value, value);
      g_array_append_val (figure->baseline, baseline);
    }
  figure_print (figure);
}

int
main (void)
{
  g_autoptr (OnsiteClipLibrary) clips = NULL;
  g_autofree char *path = NULL;
  Subject subject;

  g_assert_true (onsite_audio_init (NULL));
  clips = onsite_clip_library_new ();
  path = g_build_filename (clips->folder, "page.html", NULL);
  subject.clips = clips;
  subject.capsule = make_capsule (clips);
  subject.page = g_file_new_for_path (path);
  measure_memory (&subject);
  measure (&subject, "a page of four hours, to base64", write_base64);
  measure (&subject, "a page of four hours, to base64 of what is read", read_and_write_base64);
  g_unlink (path);
  g_object_unref (subject.page);
  onsite_capsule_free (subject.capsule);

  return 0;
}
