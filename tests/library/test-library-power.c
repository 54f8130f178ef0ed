/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The power is cut after each sync, write, truncation, creation and deletion of a
 * library's life, and each time it is opened from what lasted. */
#include "fakes/fault-vfs.h"
#include "fakes/power-vfs.h"
#include "library-sample.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define CLIP         "clip"
#define N_CHUNKS     20
#define MOST_MISSING 3 /* chunks, of 100 ms */
/* How many moments are tried without ONSITE_TEST_FULL, spread over all of them. */
#define N_SAMPLED 60
/* Else there would be nothing to cut between. */
#define FEWEST_SYNCS 8

/* What the outside knows is put into a mark: chunks that were given, chunks that
 * were said to be kept, and sessions that were. */
#define MARK(given, kept, session) ((guint64) (given) << 32 | (kept) << 8 | (session))
#define GIVEN(mark)                ((guint) ((mark) >> 32))
#define KEPT(mark)                 ((guint) ((mark) >> 8 & 0xffffff))
#define SESSION(mark)              ((guint) ((mark) &0xff))

/* A folder in which there is what lasted. */
typedef struct
{
  Fixture live;
  Fixture after;
  OnsiteLoop *loop;
} Power;

typedef void (*PowerCheck) (Power *power, guint64 mark);

static void
set_up (Power *power, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&power->live, NULL);
  power->loop = fixture_add_small_loop (&power->live);
  fixture_close (&power->live);
  power->after.folder = g_dir_make_tmp ("onsite-power-XXXXXX", &error);
  g_assert_no_error (error);
  power->after.path = g_build_filename (power->after.folder, "library.onsite", NULL);
}

static void
tear_down (Power *power, gconstpointer unused)
{
  fixture_tear_down (&power->live, NULL);
  fixture_tear_down (&power->after, NULL);
  onsite_loop_free (power->loop);
}

/* The index that a log has in memory may lie there with anything in it. */
static void
leave_an_index (Power *power)
{
  g_autofree char *path = g_strconcat (power->after.path, "-shm", NULL);
  g_autofree guint8 *junk = g_malloc (32768);

  for (guint i = 0; i < 32768; i++)
    junk[i] = (guint8) g_test_rand_int ();
  g_assert_true (g_file_set_contents_full (path,
                                           (const char *) junk,
                                           32768,
                                           G_FILE_SET_CONTENTS_NONE,
                                           0600,
                                           NULL));
}

static void
cut_at_each_moment (Power *power, PowerLog *log, PowerCheck check)
{
  const guint n_steps = power_log_get_n_steps (log);
  const gboolean is_full = g_getenv ("ONSITE_TEST_FULL") != NULL;
  const guint n_tried = is_full ? n_steps : MIN (n_steps, N_SAMPLED);

  g_test_message ("%u of %u moments, %u syncs", n_tried, n_steps, power_log_get_n_syncs (log));
  for (guint i = 1; i <= n_tried; i++)
    for (int cut = 0; cut < POWER_N_CUTS; cut++)
      {
        guint64 mark = power_log_cut (log,
                                      i * n_steps / n_tried,
                                      (PowerCut) cut,
                                      power->after.folder,
                                      NULL);

        leave_an_index (power);
        check (power, mark);
      }
  g_assert_cmpuint (power_log_get_n_syncs (log), >=, FEWEST_SYNCS);
}

static void
open_what_lasted (Power *power, OnsiteLibraryOpenFlags flags)
{
  g_autoptr (GError) error = NULL;

  power->after.library = onsite_library_open (power->after.path, flags, &error);
  g_assert_no_error (error);
}

static void
close_what_lasted (Power *power)
{
  fixture_close (&power->after);
  fixture_assert_sound (power->after.path);
}

static guint
count_chunks (Power *power)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (power->after.library, CLIP, NULL);
  g_autoptr (OnsiteChunk) chunk = NULL;
  g_autoptr (GError) error = NULL;
  guint n_chunks = 0;

  if (reader == NULL)
    return 0;
  while ((chunk = onsite_clip_reader_next (reader, &error)) != NULL)
    {
      fixture_assert_chunk (chunk, n_chunks++);
      g_clear_pointer (&chunk, onsite_chunk_free);
    }
  g_assert_no_error (error);

  return n_chunks;
}

static void
assert_answer_lasts (Power *power, guint64 mark)
{
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  guint n_chunks;

  open_what_lasted (power, ONSITE_LIBRARY_OPEN_DEFAULT);
  stored = fixture_load (&power->after, power->loop->id);
  n_chunks = count_chunks (power);
  g_assert_cmpuint (n_chunks, >=, KEPT (mark));
  g_assert_cmpuint (n_chunks + MOST_MISSING, >=, GIVEN (mark));
  g_assert_cmpuint (stored->session != NULL ? (guint) atoi (stored->session) : 0,
                    >=,
                    SESSION (mark));
  close_what_lasted (power);
}

static void
commit_session (Power *power, guint session)
{
  g_autofree char *json = g_strdup_printf ("%u", session);
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, power->loop->id, json);
  fixture_commit (&power->live, change);
}

static void
record_answer (Power *power)
{
  guint session = 0;

  fixture_begin_clip (&power->live, fixture_get_take (power->loop)->id, CLIP);
  for (guint i = 0; i < N_CHUNKS; i++)
    {
      power_vfs_mark (MARK (i + 1, i, session));
      fixture_append (&power->live, CLIP, i, 1);
      fixture_wait_for_saved (&power->live);
      power_vfs_mark (MARK (i + 1, i + 1, session));
      if (i % 5 == 0)
        commit_session (power, ++session);
    }
  onsite_library_end_clip (power->live.library, CLIP, N_CHUNKS * CHUNK_SAMPLES);
}

static void
test_what_was_kept_of_an_answer_outlives_a_power_cut (Power *power, gconstpointer unused)
{
  g_autoptr (PowerLog) log = NULL;
  g_autoptr (GError) error = NULL;

  power_vfs_start ();
  power->live.library = onsite_library_open (power->live.path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  record_answer (power);
  fixture_close (&power->live);
  log = power_vfs_stop ();
  cut_at_each_moment (power, log, assert_answer_lasts);
}

static void
assert_library_can_be_made (Power *power, guint64 mark)
{
  gboolean is_there = g_file_test (power->after.path, G_FILE_TEST_EXISTS);

  g_assert_true (is_there || mark == 0);
  open_what_lasted (power, is_there ? ONSITE_LIBRARY_OPEN_DEFAULT : ONSITE_LIBRARY_OPEN_CREATE);
  close_what_lasted (power);
}

static void
test_a_power_cut_leaves_a_whole_library_or_none (Power *power, gconstpointer unused)
{
  g_autoptr (PowerLog) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (power->live.path), ==, 0);
  power_vfs_start ();
  power->live.library = onsite_library_open (power->live.path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  power_vfs_mark (1);
  fixture_close (&power->live);
  log = power_vfs_stop ();
  cut_at_each_moment (power, log, assert_library_can_be_made);
}

static guint
count_backups (Power *power)
{
  g_autoptr (GDir) dir = g_dir_open (power->after.folder, 0, NULL);
  const char *name;
  guint n_backups = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".backup-of-version-1") != NULL)
      {
        g_autofree char *path = g_build_filename (power->after.folder, name, NULL);

        fixture_assert_sound (path);
        g_assert_cmpint (fixture_query_int64 (path, "PRAGMA user_version"), ==, 1);
        n_backups++;
      }

  return n_backups;
}

static void
assert_update_can_be_done (Power *power, guint64 unused)
{
  if (fixture_query_int64 (power->after.path, "PRAGMA user_version") > 1)
    g_assert_cmpuint (count_backups (power), ==, 1);
  open_what_lasted (power, ONSITE_LIBRARY_OPEN_DEFAULT);
  library_sample_assert (&power->after);
  close_what_lasted (power);
}

static void
test_a_power_cut_spoils_no_library_that_is_brought_up_to_date (Power *power, gconstpointer unused)
{
  g_autoptr (PowerLog) log = NULL;
  g_autoptr (GError) error = NULL;

  library_sample_remake (&power->live, 1);
  power_vfs_start ();
  power->live.library = onsite_library_open (power->live.path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  fixture_close (&power->live);
  log = power_vfs_stop ();
  cut_at_each_moment (power, log, assert_update_can_be_done);
}

static void
add (const char *path, void (*test) (Power *power, gconstpointer unused))
{
  g_test_add (path, Power, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  power_vfs_install ();
  /* What lasts is what is written down. */
  fault_vfs_set_lazy (TRUE);

  add ("/library/power/what-was-kept-of-an-answer-outlives-a-power-cut",
       test_what_was_kept_of_an_answer_outlives_a_power_cut);
  add ("/library/power/a-power-cut-leaves-a-whole-library-or-none",
       test_a_power_cut_leaves_a_whole_library_or_none);
  add ("/library/power/a-power-cut-spoils-no-library-that-is-brought-up-to-date",
       test_a_power_cut_spoils_no_library_that_is_brought_up_to_date);

  return g_test_run ();
}
