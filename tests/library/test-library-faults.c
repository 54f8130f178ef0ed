/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fakes/fault-vfs.h"
#include "library-fixture.h"

#include <sqlite3.h>

/* How many places of a run are tried, spread over all of it. */
#define N_FAULTS 40

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  fault_vfs_reset ();
  fixture_tear_down (fixture, unused);
}

static void
assert_sound_is_whole (Fixture *fixture, const char *clip, guint n_chunks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (fixture->library, clip, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_chunks; i++)
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &error);

      g_assert_no_error (error);
      fixture_assert_chunk (chunk, i);
    }
  g_assert_null (onsite_clip_reader_next (reader, &error));
  g_assert_no_error (error);
}

static gboolean
is_nothing_running (gpointer path)
{
  return fixture_query_int64 (path, "SELECT count (*) FROM clip WHERE state = 'recording'") == 0;
}

static void
record_clip (Fixture *fixture, const char *take, const char *clip)
{
  fixture_begin_clip (fixture, take, clip);
  for (guint i = 0; i < 20; i++)
    {
      fixture_append (fixture, clip, i, 1);
      fixture_wait_for_saved (fixture);
    }
  onsite_library_end_clip (fixture->library, clip, 20 * CHUNK_SAMPLES);
  fixture_wait_until (is_nothing_running, fixture->path);
}

static void
test_no_write_that_fails_costs_any_sound (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  guint n_operations;
  guint n_failed = 0;

  fault_vfs_reset ();
  record_clip (fixture, fixture_get_take (loop)->id, "sound");
  fixture_reopen (fixture);
  n_operations = fault_vfs_get_n_operations ();
  g_assert_cmpuint (n_operations, >, N_FAULTS);

  for (guint i = 0; i < N_FAULTS; i++)
    {
      g_autofree char *clip = g_strdup_printf ("clip-%u", i);

      fault_vfs_fail_after (i * n_operations / N_FAULTS);
      record_clip (fixture, fixture_get_take (loop)->id, clip);
      fixture_reopen (fixture);
      n_failed += fault_vfs_has_failed ();
      assert_sound_is_whole (fixture, clip, 20);
    }
  fault_vfs_reset ();
  /* Most of the run is writing, so most of the faults have to have struck. */
  g_assert_cmpuint (n_failed, >, N_FAULTS / 2);
}

static gboolean
try_to_commit (Fixture *fixture, const char *loop, const char *json)
{
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();
  gboolean is_committed;

  onsite_change_set_session (change, loop, json);
  onsite_change_set_loop_state (change, loop, ONSITE_LOOP_STATE_RUNNING, atoi (json));
  is_committed = onsite_library_commit (fixture->library, change, &error);
  if (!is_committed)
    g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FAILED);

  return is_committed;
}

static void
test_a_change_that_fails_leaves_nothing_behind (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autofree char *before = g_strdup ("1");
  guint n_failed = 0;

  g_assert_true (try_to_commit (fixture, loop->id, before));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *json = g_strdup_printf ("%u", i + 2);
      g_autoptr (OnsiteStoredLoop) stored = NULL;
      gboolean is_committed;

      fault_vfs_reset ();
      fault_vfs_fail_after (i);
      is_committed = try_to_commit (fixture, loop->id, json);
      fault_vfs_reset ();
      n_failed += !is_committed;
      stored = fixture_load (fixture, loop->id);
      g_assert_cmpstr (stored->session, ==, is_committed ? json : before);
      g_assert_cmpint (stored->loop->finished_at_us, ==, atoi (stored->session));
      if (is_committed)
        {
          g_free (before);
          before = g_steal_pointer (&json);
        }
    }
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_true (try_to_commit (fixture, loop->id, "100"));
}

static void
test_half_a_library_is_never_made (Fixture *fixture, gconstpointer unused)
{
  guint n_failed = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", fixture->path, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (OnsiteLibrary) library = NULL;

      fault_vfs_reset ();
      fault_vfs_fail_after (i);
      library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error);
      fault_vfs_reset ();
      if (library != NULL)
        continue;

      n_failed++;
      g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FAILED);
      g_clear_error (&error);
      library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error);
      g_assert_no_error (error);
      onsite_library_close (library, &error);
      g_assert_no_error (error);
      fixture_assert_sound (path);
    }
  g_assert_cmpuint (n_failed, >, 10);
}

static gboolean
has_write_error (gpointer library)
{
  return onsite_library_get_write_error (library) != NULL;
}

static gboolean
has_no_write_error (gpointer library)
{
  return onsite_library_get_write_error (library) == NULL;
}

static void
count_up (GObject *object, GParamSpec *pspec, gpointer data)
{
  guint *n_notified = data;

  (*n_notified)++;
}

static void
test_while_the_disk_is_full_sound_waits_and_is_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();
  guint n_errors = 0;
  guint n_figures = 0;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 5);
  fixture_wait_for_saved (fixture);
  g_signal_connect (fixture->library, "notify::write-error", G_CALLBACK (count_up), &n_errors);
  g_signal_connect (fixture->library, "notify::unsaved-ms", G_CALLBACK (count_up), &n_figures);

  fault_vfs_set_full (TRUE);
  fixture_append (fixture, "c", 5, 30);
  fixture_wait_until (has_write_error, fixture->library);
  g_assert_error (onsite_library_get_write_error (fixture->library),
                  ONSITE_LIBRARY_ERROR,
                  ONSITE_LIBRARY_ERROR_FULL);
  g_assert_cmpint (onsite_library_get_unsaved_ms (fixture->library), ==, 3000);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_cmpuint (n_figures, >, 0);

  onsite_change_set_session (change, loop->id, "{}");
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (onsite_library_close (fixture->library, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);

  fault_vfs_set_full (FALSE);
  fixture_wait_for_saved (fixture);
  fixture_wait_until (has_no_write_error, fixture->library);
  assert_sound_is_whole (fixture, "c", 35);
}

static gboolean
is_one_done (gpointer data)
{
  return *(guint *) data == 1;
}

/* As a loop does, but for its size: the disk that is full is not a real one. */
static char *
set_aside (Fixture *fixture)
{
  char *path = g_strconcat (fixture->path, "-reserve", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "room", -1, &error);
  g_assert_no_error (error);

  return path;
}

static void
count_signal (OnsiteLibrary *library, guint *n_times)
{
  (*n_times)++;
}

static void
test_on_a_full_disk_sound_takes_what_was_set_aside (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autofree char *reserve = set_aside (fixture);
  guint n_errors = 0;
  guint n_released = 0;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 5);
  fixture_wait_for_saved (fixture);
  g_assert_true (g_file_test (reserve, G_FILE_TEST_EXISTS));
  g_signal_connect (fixture->library, "notify::write-error", G_CALLBACK (count_up), &n_errors);
  g_signal_connect (fixture->library, "reserve-released", G_CALLBACK (count_signal), &n_released);

  fault_vfs_set_filled_by (reserve);
  fixture_append (fixture, "c", 5, 30);
  fixture_wait_for_saved (fixture);
  fixture_append (fixture, "c", 35, 1);
  fixture_wait_for_saved (fixture);

  g_assert_false (g_file_test (reserve, G_FILE_TEST_EXISTS));
  fixture_wait_until (is_one_done, &n_released);
  g_assert_cmpuint (n_errors, ==, 0);
  assert_sound_is_whole (fixture, "c", 36);
}

static void
test_on_a_full_disk_changes_take_what_was_set_aside (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autofree char *reserve = set_aside (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteChange *change = onsite_change_new ();

  fault_vfs_set_filled_by (reserve);
  onsite_change_set_session (change, loop->id, "{}");
  fixture_commit (fixture, change);
  g_assert_false (g_file_test (reserve, G_FILE_TEST_EXISTS));
  stored = fixture_load (fixture, loop->id);
  g_assert_cmpstr (stored->session, ==, "{}");
}

/* Whichever write of an answer is the first that finds no room. */
static void
test_wherever_the_disk_fills_what_was_set_aside_saves_the_answer (Fixture *fixture,
                                                                  gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  guint n_writes;
  guint n_errors = 0;
  guint n_taken = 0;

  fault_vfs_reset ();
  fault_vfs_set_lazy (TRUE);
  record_clip (fixture, fixture_get_take (loop)->id, "sound");
  n_writes = fault_vfs_count (FAULT_VFS_ROOM);
  g_assert_cmpuint (n_writes, >, N_FAULTS);

  for (guint i = 0; i < N_FAULTS; i++)
    {
      g_autofree char *clip = g_strdup_printf ("clip-%u", i);
      g_autofree char *reserve = set_aside (fixture);
      gulong handler;

      handler = g_signal_connect (fixture->library,
                                  "notify::write-error",
                                  G_CALLBACK (count_up),
                                  &n_errors);
      fault_vfs_fail (FAULT_VFS_ROOM, i * n_writes / N_FAULTS, FALSE);
      record_clip (fixture, fixture_get_take (loop)->id, clip);
      g_signal_handler_disconnect (fixture->library, handler);
      g_assert_cmpuint (n_errors, ==, 0);
      n_taken += !g_file_test (reserve, G_FILE_TEST_EXISTS);
      fault_vfs_mend ();
      fixture_reopen (fixture);
      assert_sound_is_whole (fixture, clip, 20);
    }
  fault_vfs_set_lazy (FALSE);
  g_assert_cmpuint (n_taken, >, N_FAULTS / 2);
}

static void
test_no_more_than_ten_minutes_wait (Fixture *fixture, gconstpointer unused)
{
  const guint n_chunks = ONSITE_LIBRARY_MAX_UNSAVED_MS / 100;
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fault_vfs_set_full (TRUE);
  fixture_append (fixture, "c", 0, n_chunks);
  g_assert_cmpint (onsite_library_get_unsaved_ms (fixture->library),
                   ==,
                   ONSITE_LIBRARY_MAX_UNSAVED_MS);
  fixture_append (fixture, "c", n_chunks, 50);
  g_assert_cmpint (onsite_library_get_unsaved_ms (fixture->library),
                   ==,
                   ONSITE_LIBRARY_MAX_UNSAVED_MS);
  fixture_wait_until (has_write_error, fixture->library);

  fault_vfs_set_full (FALSE);
  fixture_wait_for_saved (fixture);
  onsite_library_end_clip (fixture->library, "c", (gint64) n_chunks * 2 * CHUNK_SAMPLES);
  fixture_reopen (fixture);
  assert_sound_is_whole (fixture, "c", n_chunks);
}

static sqlite3 *
take_foreign_lock (Fixture *fixture)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

static void
drop_foreign_lock (sqlite3 *db)
{
  g_assert_cmpint (sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Until the writer tries anew what it could not write. */
static void
wait_until_tried_again (const char *domain,
                        GLogLevelFlags level,
                        const char *message,
                        gpointer was_given_up)
{
  const guint n_locks = fault_vfs_count (FAULT_VFS_LOCK);
  const gint64 deadline_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_nonnull (strstr (message, "ms of sound are lost"));
  while (fault_vfs_count (FAULT_VFS_LOCK) == n_locks && g_get_monotonic_time () < deadline_us)
    g_usleep (1000);
  g_atomic_int_set ((gint *) was_given_up, TRUE);
}

typedef struct
{
  sqlite3 *lock;
  gint was_given_up; /* atomic */
} Neighbour;

static gpointer
let_go_once_it_was_given_up (gpointer data)
{
  Neighbour *self = data;

  while (!g_atomic_int_get (&self->was_given_up))
    g_usleep (1000);
  /* Nothing depends on it but whether what was freed would be read. */
  g_usleep (100 * 1000);
  drop_foreign_lock (self->lock);

  return NULL;
}

/* The last attempt is under way as nobody waits for it any more. */
static void
test_what_is_given_up_while_it_is_written_is_kept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  Neighbour neighbour = { .lock = take_foreign_lock (fixture) };
  GThread *thread = g_thread_new ("neighbour", let_go_once_it_was_given_up, &neighbour);
  const GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL);
  const guint handler = g_log_set_handler (G_LOG_DOMAIN,
                                           G_LOG_LEVEL_WARNING,
                                           wait_until_tried_again,
                                           &neighbour.was_given_up);

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 20);
  g_clear_object (&fixture->library);
  g_thread_join (thread);
  g_log_remove_handler (G_LOG_DOMAIN, handler);
  g_log_set_always_fatal (fatal);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, NULL);
  g_assert_nonnull (fixture->library);
  assert_sound_is_whole (fixture, "c", 20);
}

static void
set_done (GObject *source, GAsyncResult *result, gpointer data)
{
  guint *n_done = data;

  g_assert_true (onsite_library_commit_finish (ONSITE_LIBRARY (source), result, NULL));
  (*n_done)++;
}

static void
test_a_foreign_lock_of_some_time_costs_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  OnsiteChange *change = onsite_change_new ();
  gint64 end_us;
  sqlite3 *db;
  guint n_chunks = 0;
  guint n_errors = 0;
  guint n_done = 0;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_wait_for_saved (fixture);
  g_signal_connect (fixture->library, "notify::write-error", G_CALLBACK (count_up), &n_errors);
  db = take_foreign_lock (fixture);
  onsite_change_set_session (change, loop->id, "{}");
  onsite_library_commit_async (fixture->library, change, NULL, set_done, &n_done);
  end_us = g_get_monotonic_time () + 1500 * G_TIME_SPAN_MILLISECOND;
  while (g_get_monotonic_time () < end_us)
    {
      fixture_append (fixture, "c", n_chunks++, 1);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_cmpint (onsite_library_get_unsaved_ms (fixture->library), ==, n_chunks * 100);
  drop_foreign_lock (db);

  fixture_wait_for_saved (fixture);
  fixture_wait_until (is_one_done, &n_done);
  g_assert_cmpuint (n_errors, ==, 0);
  assert_sound_is_whole (fixture, "c", n_chunks);
}

/* Triggers write down what is committed in which order. */
static void
keep_a_diary (Fixture *fixture)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE TABLE diary (rowid INTEGER PRIMARY KEY, what TEXT);"
                                 "CREATE TRIGGER a AFTER INSERT ON chunk BEGIN "
                                 "INSERT INTO diary (what) VALUES ('chunk'); END;"
                                 "CREATE TRIGGER b AFTER UPDATE OF session ON loop BEGIN "
                                 "INSERT INTO diary (what) VALUES ('change'); END;"
                                 "CREATE TRIGGER c AFTER INSERT ON clip BEGIN "
                                 "INSERT INTO diary (what) VALUES ('clip'); END;",
                                 NULL,
                                 NULL,
                                 NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_close (db);
}

static gboolean
are_ten_done (gpointer data)
{
  return *(guint *) data == 10;
}

static void
push_ten_changes (Fixture *fixture, const char *loop, guint *n_done)
{
  for (guint i = 0; i < 10; i++)
    {
      OnsiteChange *change = onsite_change_new ();

      onsite_change_set_session (change, loop, "{}");
      onsite_library_commit_async (fixture->library, change, NULL, set_done, n_done);
    }
}

#define CHANGES_BEFORE(what)                                       \
  "SELECT count (*) FROM diary WHERE what = 'change' AND rowid < " \
  "(SELECT min (rowid) FROM diary WHERE what = '" what "')"

static void
test_sound_overtakes_changes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  guint n_done = 0;
  sqlite3 *db;

  keep_a_diary (fixture);
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 1);
  fixture_wait_for_saved (fixture);
  fixture_query_int64 (fixture->path, "DELETE FROM diary RETURNING 1");

  db = take_foreign_lock (fixture);
  push_ten_changes (fixture, loop->id, &n_done);
  fixture_append (fixture, "c", 1, 5);
  drop_foreign_lock (db);
  fixture_wait_until (are_ten_done, &n_done);

  /* One may have been at the lock already when the sound came. */
  g_assert_cmpint (fixture_query_int64 (fixture->path, CHANGES_BEFORE ("chunk")), <=, 1);
}

static void
test_a_clip_begins_after_the_changes_before_it (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  guint n_done = 0;
  sqlite3 *db;

  keep_a_diary (fixture);
  db = take_foreign_lock (fixture);
  push_ten_changes (fixture, loop->id, &n_done);
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 5);
  drop_foreign_lock (db);
  fixture_wait_until (are_ten_done, &n_done);
  fixture_wait_for_saved (fixture);

  g_assert_cmpint (fixture_query_int64 (fixture->path, CHANGES_BEFORE ("clip")), ==, 10);
  assert_sound_is_whole (fixture, "c", 5);
}

static void
note_refusal (OnsiteLibrary *library, const char *clip, const GError *error, gpointer data)
{
  GString *refused = data;

  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_REFUSED);
  g_string_append (refused, clip);
}

static gboolean
is_something_refused (gpointer data)
{
  const GString *refused = data;

  return refused->len > 0;
}

static void
delete_clip (Fixture *fixture, const char *clip)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM clip WHERE id = '%s' RETURNING 1", clip);

  g_assert_cmpint (fixture_query_int64 (fixture->path, sql), ==, 1);
}

static void
tear_down_without_segments_of_clips_that_are_gone (Fixture *fixture, gconstpointer unused)
{
  fixture_query_int64 (
      fixture->path,
      "DELETE FROM segment WHERE clip NOT IN (SELECT rowid FROM clip) RETURNING 1");
  tear_down (fixture, unused);
}

static GString *
begin_two_clips (Fixture *fixture, const char *take)
{
  GString *refused = g_string_new (NULL);

  g_signal_connect (fixture->library, "sound-refused", G_CALLBACK (note_refusal), refused);
  fixture_begin_clip (fixture, take, "gone");
  fixture_begin_clip (fixture, take, "kept");
  fixture_append (fixture, "gone", 0, 1);
  fixture_append (fixture, "kept", 0, 1);
  fixture_wait_for_saved (fixture);

  return refused;
}

static void
test_a_clip_that_is_deleted_while_it_runs_holds_up_no_other (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GString) refused = begin_two_clips (fixture, fixture_get_take (loop)->id);
  sqlite3 *db;

  delete_clip (fixture, "gone");
  /* So that both lie in one batch. */
  db = take_foreign_lock (fixture);
  fixture_append (fixture, "gone", 1, 5);
  fixture_append (fixture, "kept", 1, 5);
  fixture_append (fixture, "gone", 6, 5);
  drop_foreign_lock (db);
  fixture_wait_for_saved (fixture);
  fixture_wait_until (is_something_refused, refused);
  g_assert_null (onsite_library_get_write_error (fixture->library));

  fixture_append (fixture, "gone", 11, 1);
  g_assert_cmpint (onsite_library_get_unsaved_ms (fixture->library), ==, 0);
  fixture_append (fixture, "kept", 6, 14);
  onsite_library_end_clip (fixture->library, "gone", 12 * CHUNK_SAMPLES);
  onsite_library_end_clip (fixture->library, "kept", 20 * CHUNK_SAMPLES);
  fixture_wait_until (is_nothing_running, fixture->path);

  assert_sound_is_whole (fixture, "kept", 20);
  g_assert_cmpstr (refused->str, ==, "gone");
}

static void
test_a_clip_whose_place_is_taken_keeps_what_it_has (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GString) refused = begin_two_clips (fixture, fixture_get_take (loop)->id);

  fixture_query_int64 (fixture->path,
                       "INSERT INTO chunk SELECT rowid << 24 | 1, 0, 4800, 4800, x'' FROM clip "
                       "WHERE id = 'gone' RETURNING 1");
  fixture_append (fixture, "gone", 1, 5);
  fixture_append (fixture, "kept", 1, 5);
  fixture_wait_for_saved (fixture);
  fixture_wait_until (is_something_refused, refused);

  g_assert_cmpstr (refused->str, ==, "gone");
  assert_sound_is_whole (fixture, "kept", 6);
  g_assert_cmpint (fixture_query_int64 (fixture->path,
                                        "SELECT count (*) FROM chunk JOIN clip "
                                        "ON chunk.rowid >> 24 = clip.rowid WHERE id = 'gone'"),
                   ==,
                   2);
}

static void
test_what_a_deleted_clip_leaves_gets_into_no_other (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  const char *take = fixture_get_take (loop)->id;
  g_autoptr (GString) refused = begin_two_clips (fixture, take);

  delete_clip (fixture, "gone");
  delete_clip (fixture, "kept");
  fixture_begin_clip (fixture, take, "next");
  fixture_append (fixture, "next", 0, 3);
  fixture_wait_for_saved (fixture);
  assert_sound_is_whole (fixture, "next", 3);
}

static void
test_a_clip_that_is_gone_when_it_ends_is_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GString) refused = begin_two_clips (fixture, fixture_get_take (loop)->id);

  delete_clip (fixture, "gone");
  onsite_library_end_clip (fixture->library, "gone", CHUNK_SAMPLES);
  fixture_wait_until (is_something_refused, refused);
  g_assert_cmpstr (refused->str, ==, "gone");
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, tear_down);
}

static void
add_deleting (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path,
              Fixture,
              NULL,
              fixture_set_up,
              test,
              tear_down_without_segments_of_clips_that_are_gone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  add ("/library/faults/no-write-that-fails-costs-any-sound",
       test_no_write_that_fails_costs_any_sound);
  add ("/library/faults/a-change-that-fails-leaves-nothing-behind",
       test_a_change_that_fails_leaves_nothing_behind);
  add ("/library/faults/half-a-library-is-never-made", test_half_a_library_is_never_made);
  add ("/library/faults/while-the-disk-is-full-sound-waits-and-is-told",
       test_while_the_disk_is_full_sound_waits_and_is_told);
  add ("/library/faults/on-a-full-disk-sound-takes-what-was-set-aside",
       test_on_a_full_disk_sound_takes_what_was_set_aside);
  add ("/library/faults/on-a-full-disk-changes-take-what-was-set-aside",
       test_on_a_full_disk_changes_take_what_was_set_aside);
  add ("/library/faults/wherever-the-disk-fills-what-was-set-aside-saves-the-answer",
       test_wherever_the_disk_fills_what_was_set_aside_saves_the_answer);
  add ("/library/faults/no-more-than-ten-minutes-wait", test_no_more_than_ten_minutes_wait);
  add ("/library/faults/what-is-given-up-while-it-is-written-is-kept",
       test_what_is_given_up_while_it_is_written_is_kept);
  add ("/library/faults/a-foreign-lock-of-some-time-costs-nothing",
       test_a_foreign_lock_of_some_time_costs_nothing);
  add ("/library/faults/sound-overtakes-changes", test_sound_overtakes_changes);
  add ("/library/faults/a-clip-begins-after-the-changes-before-it",
       test_a_clip_begins_after_the_changes_before_it);
  add_deleting ("/library/faults/a-clip-that-is-deleted-while-it-runs-holds-up-no-other",
                test_a_clip_that_is_deleted_while_it_runs_holds_up_no_other);
  add ("/library/faults/a-clip-whose-place-is-taken-keeps-what-it-has",
       test_a_clip_whose_place_is_taken_keeps_what_it_has);
  add_deleting ("/library/faults/what-a-deleted-clip-leaves-gets-into-no-other",
                test_what_a_deleted_clip_leaves_gets_into_no_other);
  add_deleting ("/library/faults/a-clip-that-is-gone-when-it-ends-is-told",
                test_a_clip_that_is_gone_when_it_ends_is_told);

  return g_test_run ();
}
