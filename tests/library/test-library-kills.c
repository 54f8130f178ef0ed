/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define N_KILLS      50
#define N_FULL_KILLS 200
#define LATEST_LINE  300

static char *program;

static guint
get_n_kills (void)
{
  return g_getenv ("ONSITE_TEST_FULL") != NULL ? N_FULL_KILLS : N_KILLS;
}

/* Appends for ever, and says after each chunk how many are committed. */
static int
append_until_killed (const char *path, const char *take)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture = { NULL };

  fixture.library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  fixture_begin_clip (&fixture, take, take);
  for (guint i = 0;; i++)
    {
      gint64 n_saved;

      fixture_append (&fixture, take, i, 1);
      n_saved = i + 1 - onsite_library_get_unsaved_ms (fixture.library) / 100;
      if (printf ("%d\n", (int) n_saved) < 0 || fflush (stdout) != 0)
        return 0;
      g_usleep (500);
    }
}

/* Makes one library after another, and says so before each. */
static int
create_until_killed (const char *folder)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/new-%u", folder, i);
      g_autoptr (OnsiteLibrary) library = NULL;

      if (printf ("%u\n", i) < 0 || fflush (stdout) != 0)
        return 0;
      library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, NULL);
      g_assert_nonnull (library);
    }
}

static guint
read_line (GDataInputStream *lines, guint last)
{
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

  return line != NULL ? (guint) atoi (line) : last;
}

/* Returns how many chunks the child said were committed. */
static guint
kill_while_it_appends (const char *path, const char *take, guint n_lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                    &error,
                                                    program,
                                                    "--append",
                                                    path,
                                                    take,
                                                    NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *rest = NULL;
  guint n_saved = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (guint i = 0; i < n_lines; i++)
    n_saved = read_line (lines, n_saved);
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));
  do
    {
      g_free (rest);
      rest = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      /* The last may be torn; each whole line is at least as true. */
      if (rest != NULL)
        n_saved = MAX (n_saved, (guint) MIN (atoi (rest), G_MAXINT));
    }
  while (rest != NULL);

  return n_saved;
}

static void
assert_recovered (Fixture *fixture, const OnsiteLoop *loop, guint n_saved)
{
  g_autoptr (OnsiteStoredLoop) stored = fixture_load (fixture, loop->id);
  OnsiteTurn *turn = g_ptr_array_index (fixture_get_take (stored->loop)->turns, 0);
  OnsiteClip *clip = turn->clip;
  g_autoptr (OnsiteClipReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteSegment *segment;
  guint n_read = 0;

  /* On a slow disk it may be killed before its first commit. */
  if (n_saved == 0 && clip == NULL)
    return;
  g_assert_nonnull (clip);
  g_assert_cmpint (clip->state, ==, ONSITE_CLIP_RECOVERED);
  g_assert_cmpint (clip->n_samples + clip->pre_skip_samples, >=, (gint64) n_saved * CHUNK_SAMPLES);
  g_assert_cmpuint (clip->segments->len, ==, 1);
  segment = g_ptr_array_index (clip->segments, 0);
  g_assert_cmpint (segment->n_samples, ==, clip->n_samples);

  reader = onsite_clip_reader_new (fixture->library, clip->id, &error);
  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &error);

      g_assert_no_error (error);
      if (chunk == NULL)
        break;
      fixture_assert_chunk (chunk, n_read++);
    }
  /* What the packets end with lies behind what a decoder gives of them. */
  g_assert_cmpint ((gint64) n_read * CHUNK_SAMPLES, ==, clip->n_samples + clip->pre_skip_samples);
}

static void
test_a_kill_costs_nothing_that_was_committed (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < get_n_kills (); i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
      g_autoptr (GError) error = NULL;
      guint n_saved;

      fixture_close (fixture);
      n_saved = kill_while_it_appends (fixture->path,
                                       fixture_get_take (loop)->id,
                                       (guint) g_test_rand_int_range (1, LATEST_LINE));
      fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      assert_recovered (fixture, loop, n_saved);
      fixture_assert_sound (fixture->path);
    }
}

static void
kill_while_it_creates (const char *folder, guint n_lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                    &error,
                                                    program,
                                                    "--create",
                                                    folder,
                                                    NULL);
  g_autoptr (GDataInputStream) lines = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (guint i = 0; i < n_lines; i++)
    read_line (lines, 0);
  /* Somewhere in the making of the next. */
  g_usleep (g_test_rand_int_range (0, 10000));
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));
}

static void
test_a_kill_leaves_a_whole_library_or_none (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < get_n_kills (); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/new-1", fixture->folder);
      g_autoptr (OnsiteLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      kill_while_it_creates (fixture->folder, 2);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
      else
        library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error);
      g_assert_no_error (error);
      g_clear_object (&library);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
test_a_clip_without_sound_is_not_given_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteTurn *turn;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_reopen (fixture);

  stored = fixture_load (fixture, loop->id);
  turn = g_ptr_array_index (fixture_get_take (stored->loop)->turns, 0);
  g_assert_null (turn->clip);
}

static void
test_reading_recovers_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteLibrary) reader = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteTurn *turn;

  /* Beside a writer it may still be running. */
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 1);
  fixture_wait_for_saved (fixture);
  reader = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_READ_ONLY, NULL);
  stored = onsite_library_load_loop (reader, loop->id, NULL);
  turn = g_ptr_array_index (fixture_get_take (stored->loop)->turns, 0);
  g_assert_cmpint (turn->clip->state, ==, ONSITE_CLIP_RECORDING);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--append"))
    return append_until_killed (argv[2], argv[3]);

  if (argc == 3 && g_str_equal (argv[1], "--create"))
    return create_until_killed (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  add ("/library/kills/a-kill-costs-nothing-that-was-committed",
       test_a_kill_costs_nothing_that_was_committed);
  add ("/library/kills/a-kill-leaves-a-whole-library-or-none",
       test_a_kill_leaves_a_whole_library_or_none);
  add ("/library/kills/a-clip-without-sound-is-not-given-back",
       test_a_clip_without_sound_is_not_given_back);
  add ("/library/kills/reading-recovers-nothing", test_reading_recovers_nothing);

  return g_test_run ();
}
