/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* strcasestr */
#include "audio/onsite-ogg.h"

#include <glib/gstdio.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-flac-file.h"
#include "onsite-clip-library.h"
#include "onsite-ogg-heard.h"
#include "onsite-signal.h"

#define MS (ONSITE_AUDIO_RATE / 1000)

typedef struct
{
  OnsiteClipLibrary *clips;
  GArray *sound;
  char *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer codec)
{
  g_autofree char *path = NULL;

  fixture->clips = onsite_clip_library_new_with_codec ((OnsiteCodec) GPOINTER_TO_INT (codec));
  fixture->sound = onsite_signal_make_babble (4030 * MS, ONSITE_AUDIO_RATE, 5);
  fixture->folder = g_dir_make_tmp ("onsite-ogg-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "answer.ogg", NULL);
  fixture->file = g_file_new_for_path (path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir))
    n_files++;
  return n_files;
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  onsite_clip_library_free (fixture->clips);
  g_array_unref (fixture->sound);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static char *
add_clip (Fixture *fixture, guint from_ms, guint to_ms)
{
  return onsite_clip_library_add (fixture->clips,
                                  &g_array_index (fixture->sound, gint16, from_ms * MS),
                                  (to_ms - from_ms) * MS);
}

static void export(Fixture *fixture, const char *const *clips, const OnsiteOggTags *tags)
{
  g_autoptr (GError) error = NULL;

  onsite_ogg_write (fixture->clips->library, clips, tags, fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* opusinfo of opus-tools: what Xiph's own checker says of the file. */
static char *
inspect (Fixture *fixture)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                              &error,
                              "opusinfo",
                              g_file_peek_path (fixture->file),
                              NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", output);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_null (strcasestr (output, "warning"));
  g_assert_null (strcasestr (output, "error"));
  return output;
}

static void
assert_at (GArray *heard,
           Fixture *fixture,
           guint from_ms,
           guint to_ms,
           guint at_ms,
           guint within_ms)
{
  gssize where;
  double found = onsite_signal_find ((gint16 *) (gpointer) heard->data,
                                     heard->len,
                                     &g_array_index (fixture->sound, gint16, from_ms * MS),
                                     (to_ms - from_ms) * MS,
                                     &where);

  g_assert_cmpfloat (found, >, 0.85);
  g_assert_cmpint (ABS (where - (gssize) (at_ms * MS)), <=, within_ms * MS);
}

static void
test_an_answer_is_a_file_of_its_exact_length (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *clip = add_clip (fixture, 0, 4030);
  const OnsiteOggTags tags = { "Tell me about a time … “why”?", "Kim" };
  g_autofree char *report = NULL;
  g_autoptr (GArray) heard = NULL;

  export(fixture, (const char *[]){ clip, NULL }, &tags);
  report = inspect (fixture);
  heard = onsite_ogg_heard (g_file_peek_path (fixture->file));

  g_assert_nonnull (strstr (report, "TITLE=Tell me about a time … “why”?"));
  g_assert_nonnull (strstr (report, "ARTIST=Kim"));
  g_assert_nonnull (strstr (report, "0m:04.03"));
  g_assert_cmpuint (heard->len, ==, 4030 * MS);
  assert_at (heard, fixture, 0, 4030, 0, 1);
}

/* The last sample of a clip comes out of the decoder 6.5 ms after it went in: here,
 * from the first packet of the next chunk of 100 ms. */
static void
test_an_answer_that_ends_as_a_chunk_does_is_whole (Fixture *fixture, gconstpointer unused)
{
  static const guint before_border[] = { 311, 100, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (before_border); i++)
    {
      const guint n_samples = 4000 * MS - before_border[i];
      g_autofree char *clip = onsite_clip_library_add (fixture->clips,
                                                       (gint16 *) (gpointer) fixture->sound->data,
                                                       n_samples);
      g_autofree char *report = NULL;
      g_autoptr (GArray) heard = NULL;
      gssize where;

      export(fixture, (const char *[]){ clip, NULL }, NULL);
      report = inspect (fixture);
      heard = onsite_ogg_heard (g_file_peek_path (fixture->file));

      g_assert_cmpuint (heard->len, ==, n_samples);
      g_assert_cmpfloat (
          onsite_signal_find (&g_array_index (heard, gint16, n_samples - 6 * MS),
                              6 * MS,
                              &g_array_index (fixture->sound, gint16, n_samples - 6 * MS),
                              6 * MS,
                              &where),
          >,
          0.85);
    }
}

static void
test_turns_follow_each_other_in_one_stream (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = add_clip (fixture, 0, 1530);
  g_autofree char *second = add_clip (fixture, 1530, 2170);
  g_autofree char *third = add_clip (fixture, 2170, 4030);
  g_autofree char *report = NULL;
  g_autoptr (GArray) heard = NULL;

  export(fixture, (const char *[]){ first, second, third, NULL }, NULL);
  report = inspect (fixture);
  heard = onsite_ogg_heard (g_file_peek_path (fixture->file));

  g_assert_cmpuint (heard->len, >=, 4030 * MS);
  g_assert_cmpuint (heard->len, <=, (4030 + 2 * 27) * MS);
  assert_at (heard, fixture, 100, 1500, 100, 1);
  assert_at (heard, fixture, 1600, 2100, 1600, 27);
  assert_at (heard, fixture, 2300, 4000, 2300, 54);
}

static void
test_turns_of_two_codecs_are_one_file_of_opus (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = add_clip (fixture, 0, 1530);
  g_autofree char *second = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GArray) heard = NULL;

  fixture->clips->codec = ONSITE_CODEC_FLAC;
  second = add_clip (fixture, 1530, 4030);
  export(fixture, (const char *[]){ first, second, NULL }, NULL);
  report = inspect (fixture);
  heard = onsite_ogg_heard (g_file_peek_path (fixture->file));

  assert_at (heard, fixture, 100, 1500, 100, 1);
  assert_at (heard, fixture, 1600, 4000, 1600, 27);
}

static void
test_lossless_turns_are_one_file_of_flac (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = add_clip (fixture, 0, 1530);
  g_autofree char *second = add_clip (fixture, 1530, 4030);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) heard = NULL;

  onsite_flac_file_write (fixture->clips->library,
                          (const char *[]){ first, second, NULL },
                          NULL,
                          fixture->file,
                          NULL,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  heard = onsite_flac_heard (g_file_peek_path (fixture->file));

  g_assert_cmpuint (heard->len, ==, 4030 * MS);
  if (fixture->clips->codec == ONSITE_CODEC_FLAC)
    g_assert_cmpmem (heard->data,
                     heard->len * sizeof (gint16),
                     fixture->sound->data,
                     fixture->sound->len * sizeof (gint16));
  else
    assert_at (heard, fixture, 1600, 4000, 1600, 1);
}

static void
test_a_folder_that_is_not_there_takes_no_flac (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *clip = add_clip (fixture, 0, 500);
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->file, "answer.flac");
  g_autoptr (GError) error = NULL;

  g_assert_false (onsite_flac_file_write (fixture->clips->library,
                                          (const char *[]){ clip, NULL },
                                          NULL,
                                          nowhere,
                                          NULL,
                                          &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_a_title_of_any_length_fits (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *clip = add_clip (fixture, 0, 300);
  g_autofree char *title = g_strnfill (200000, 'x');
  const OnsiteOggTags tags = { title, NULL };
  g_autofree char *report = NULL;

  export(fixture, (const char *[]){ clip, NULL }, &tags);
  report = inspect (fixture);
}

static void
test_a_file_that_was_there_is_replaced (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *clip = add_clip (fixture, 0, 300);
  g_autoptr (GArray) heard = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "old", 3, NULL));
  export(fixture, (const char *[]){ clip, NULL }, NULL);
  heard = onsite_ogg_heard (g_file_peek_path (fixture->file));

  g_assert_cmpuint (heard->len, >, 290 * MS);
}

static void
assert_nothing_is_written (Fixture *fixture,
                           const char *clip,
                           GCancellable *cancellable,
                           GQuark domain,
                           int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "old", 3, NULL));
  g_assert_false (onsite_ogg_write (fixture->clips->library,
                                    (const char *[]){ clip, NULL },
                                    NULL,
                                    fixture->file,
                                    cancellable,
                                    &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

static void
test_cancelling_leaves_what_was_there (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *clip = add_clip (fixture, 0, 300);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  assert_nothing_is_written (fixture, clip, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_a_clip_that_is_not_there_leaves_what_was_there (Fixture *fixture, gconstpointer unused)
{
  assert_nothing_is_written (fixture,
                             "5b3e3dc2-ebf4-4c16-8301-2730f0010f6e",
                             NULL,
                             ONSITE_LIBRARY_ERROR,
                             ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_a_clip_without_sound_is_an_error (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *clip = add_clip (fixture, 0, 0);

  assert_nothing_is_written (fixture, clip, NULL, ONSITE_AUDIO_ERROR, ONSITE_AUDIO_ERROR_FAILED);
}

static void
test_a_folder_that_is_not_there_is_an_error (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *clip = add_clip (fixture, 0, 300);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/answer.ogg");
  g_autoptr (GError) error = NULL;

  g_assert_false (onsite_ogg_write (fixture->clips->library,
                                    (const char *[]){ clip, NULL },
                                    NULL,
                                    file,
                                    NULL,
                                    &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all/answer.ogg"));
}

#define ADD_FOR(codec, function)                      \
  g_test_add ("/audio/ogg/" #codec "/" #function,     \
              Fixture,                                \
              GINT_TO_POINTER (ONSITE_CODEC_##codec), \
              set_up,                                 \
              test_##function,                        \
              tear_down)

#define ADD(function) ADD_FOR (OPUS, function)

#define ADD_BOTH(function)  \
  ADD_FOR (OPUS, function); \
  ADD_FOR (FLAC, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD_BOTH (an_answer_is_a_file_of_its_exact_length);
  ADD_BOTH (an_answer_that_ends_as_a_chunk_does_is_whole);
  ADD_BOTH (turns_follow_each_other_in_one_stream);
  ADD (turns_of_two_codecs_are_one_file_of_opus);
  ADD_BOTH (lossless_turns_are_one_file_of_flac);
  ADD (a_folder_that_is_not_there_takes_no_flac);
  ADD (a_title_of_any_length_fits);
  ADD (a_file_that_was_there_is_replaced);
  ADD (cancelling_leaves_what_was_there);
  ADD (a_clip_that_is_not_there_leaves_what_was_there);
  ADD (a_clip_without_sound_is_an_error);
  ADD (a_folder_that_is_not_there_is_an_error);

  return g_test_run ();
}
