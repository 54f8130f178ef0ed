/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/onsite-sound-copy.h"

#include <glib/gstdio.h>
#include <string.h>

#include "onsite-clip-library.h"
#include "onsite-ogg-heard.h"
#include "onsite-signal.h"
#include "share/onsite-share-files.h"

/* How many copies with random spans are listened to. */
#ifdef __SANITIZE_ADDRESS__ /* by which it takes four times as long */
#define N_COPIES 4
#else
#define N_COPIES 12
#endif

#define RATE    48000
#define MS      (RATE / 1000)
#define CLIP_MS 4000

/* −50 dBFS, of a tone near full scale. */
#define MAX_LOUDEST 104

typedef struct
{
  OnsiteClipLibrary *clips;
  GArray *sound;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer codec)
{
  fixture->clips = onsite_clip_library_new_with_codec ((OnsiteCodec) GPOINTER_TO_INT (codec));
  fixture->sound = onsite_signal_make_babble (CLIP_MS * MS, RATE, 5);
  fixture->folder = g_dir_make_tmp ("onsite-sound-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "copy.ogg", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  onsite_clip_library_free (fixture->clips);
  g_array_unref (fixture->sound);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* As a capsule has it, as far as its sound goes. */
static GArray *
hear_copy (Fixture *fixture, const char *id, OnsiteRedaction *redaction)
{
  OnsiteCapsuleClip clip = { .id = (char *) id, .redaction = redaction };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (OnsiteShareFiles) files = onsite_share_files_new (file, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) output = onsite_share_files_add (files, NULL, NULL, &error);

  g_assert_no_error (error);
  clip.n_samples = onsite_redaction_get_copy_samples (redaction);
  onsite_sound_copy_write_clip (fixture->clips->library, &clip, output, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (output, NULL, &error);
  g_assert_no_error (error);
  onsite_share_files_keep (files, &error);
  g_assert_no_error (error);

  return onsite_ogg_heard (fixture->path);
}

static OnsiteRedaction *
make_random_redaction (void)
{
  OnsiteSpan spans[3];
  guint n_spans = (guint) g_test_rand_int_range (1, 4);

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i].from_ms = g_test_rand_int_range (0, CLIP_MS - 300);
      spans[i].to_ms = spans[i].from_ms + g_test_rand_int_range (1, 900);
      spans[i].kind = (OnsiteSpanKind) g_test_rand_int_range (0, 2);
    }

  return onsite_redaction_new (spans, n_spans, CLIP_MS * MS);
}

/* Silence where it's kept, and as loud as can be where it's removed. */
static void
put_tone_where_removed (Fixture *fixture, const OnsiteRedaction *redaction)
{
  g_autoptr (GArray) tone = onsite_signal_make_tone (CLIP_MS * MS, RATE, 440, 0.9);
  GArray *spans = onsite_redaction_get_spans (redaction);

  memset (fixture->sound->data, 0, CLIP_MS * MS * sizeof (gint16));
  for (guint i = 0; i < spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, i);
      gint64 to_ms = MIN (span->to_ms, CLIP_MS);

      memcpy (&g_array_index (fixture->sound, gint16, span->from_ms * MS),
              &g_array_index (tone, gint16, span->from_ms * MS),
              (gsize) (to_ms - span->from_ms) * MS * sizeof (gint16));
    }
}

static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autoptr (OnsiteRedaction) redaction = make_random_redaction ();
      g_autofree char *id = NULL;
      g_autoptr (GArray) heard = NULL;
      gint loudest = 0;

      put_tone_where_removed (fixture, redaction);
      id = onsite_clip_library_add (fixture->clips,
                                    (const gint16 *) (gpointer) fixture->sound->data,
                                    fixture->sound->len);
      heard = hear_copy (fixture, id, redaction);
      g_assert_cmpint (heard->len, ==, onsite_redaction_get_copy_samples (redaction));
      for (guint j = 0; j < heard->len; j++)
        loudest = MAX (loudest, ABS (g_array_index (heard, gint16, j)));
      g_test_message ("loudest %d", loudest);
      g_assert_cmpint (loudest, <, MAX_LOUDEST);
    }
}

/* What is kept is where it belongs, and as it was. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  const OnsiteSpan spans[] = { { 1000, 1500, ONSITE_SPAN_CUT }, { 3000, 3200, ONSITE_SPAN_MUTE } };
  const struct
  {
    gint64 clip_ms;
    gint64 copy_ms;
  } kept[] = { { 100, 100 }, { 1600, 1100 }, { 2300, 1800 }, { 3300, 2800 } };
  g_autoptr (OnsiteRedaction) redaction = onsite_redaction_new (spans, 2, CLIP_MS * MS);
  g_autofree char *id = onsite_clip_library_add (fixture->clips,
                                                 (const gint16 *) (gpointer) fixture->sound->data,
                                                 fixture->sound->len);
  g_autoptr (GArray) heard = hear_copy (fixture, id, redaction);
  const gint16 *samples = (const gint16 *) (gpointer) heard->data;

  g_assert_cmpint (heard->len, ==, (CLIP_MS - 500) * MS);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      gssize where = 0;
      double likeness = onsite_signal_find (
          samples,
          heard->len,
          &g_array_index (fixture->sound, gint16, kept[i].clip_ms * MS),
          500 * MS,
          &where);

      g_test_message ("%f at %d", likeness, (int) where);
      /* It was encoded twice. */
      g_assert_cmpfloat (likeness, >, 0.8);
      g_assert_cmpint (ABS (where - kept[i].copy_ms * MS), <=, MS);
    }
  g_assert_cmpfloat (onsite_signal_get_rms (samples + 2520 * MS, 160 * MS), <, 0.001);
}

static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteRedaction) redaction = onsite_redaction_new (NULL, 0, CLIP_MS * MS);
  g_autofree char *id = onsite_clip_library_add (fixture->clips,
                                                 (const gint16 *) (gpointer) fixture->sound->data,
                                                 fixture->sound->len);
  g_autoptr (GArray) heard = hear_copy (fixture, id, redaction);
  gssize where = 0;

  g_assert_cmpint (heard->len, ==, CLIP_MS * MS);
  g_assert_cmpfloat (onsite_signal_find ((const gint16 *) (gpointer) heard->data,
                                         heard->len,
                                         (const gint16 *) (gpointer) fixture->sound->data,
                                         fixture->sound->len / 2,
                                         &where),
                     >,
                     0.9);
  g_assert_cmpint (ABS (where), <=, MS);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const OnsiteSpan span = { 1000, 1500, ONSITE_SPAN_CUT };
  g_autoptr (OnsiteRedaction) redaction = onsite_redaction_new (&span, 1, CLIP_MS * MS);
  g_autofree char *id = onsite_clip_library_add (fixture->clips,
                                                 (const gint16 *) (gpointer) fixture->sound->data,
                                                 fixture->sound->len);
  const OnsiteCapsuleClip clip = { .id = id, .redaction = redaction };
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (
      onsite_sound_copy_write_clip (fixture->clips->library, &clip, output, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD_FOR(codec, function, name)                \
  g_test_add ("/sound/" #codec "/" name,              \
              Fixture,                                \
              GINT_TO_POINTER (ONSITE_CODEC_##codec), \
              set_up,                                 \
              test_##function,                        \
              tear_down)

#define ADD_BOTH(function, name)  \
  ADD_FOR (OPUS, function, name); \
  ADD_FOR (FLAC, function, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_BOTH (nothing_left, "nothing-is-heard-of-what-was-removed");
  ADD_BOTH (kept, "what-is-kept-is-where-it-belongs");
  ADD_BOTH (untouched, "a-clip-of-which-nothing-is-removed-is-as-it-was");
  ADD_BOTH (cancelled, "it-can-be-given-up");

  return g_test_run ();
}
