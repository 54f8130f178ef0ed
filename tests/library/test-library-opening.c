/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "library-fixture.h"
#include "library/onsite-migrations.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* How a child of this program is bound to read. */
#define READ_ONLY_MOUNT "--read-only-mount"
#define READ_ONLY_MODES "--read-only-modes"

static char *program;

static void
execute (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

/* Without what SQLite needs to read a file beside others who may write it. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, "-shm") && !g_str_has_suffix (name, "-wal"))
      n_files++;

  return n_files;
}

/* Whatever is tried, @path is refused with @code, and nothing in its folder
 * is different afterwards. */
static void
assert_refused (Fixture *fixture, const char *path, OnsiteLibraryError code)
{
  static const OnsiteLibraryOpenFlags flags[] = {
    ONSITE_LIBRARY_OPEN_DEFAULT,
    ONSITE_LIBRARY_OPEN_CREATE,
    ONSITE_LIBRARY_OPEN_READ_ONLY,
  };
  g_autoptr (GBytes) before = read_file (path);
  guint n_files = count_files (fixture->folder);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_null (onsite_library_open (path, flags[i], &error));
      g_assert_error (error, ONSITE_LIBRARY_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, name));
      after = read_file (path);
      g_assert_true (g_bytes_equal (before, after));
      g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
    }
}

static guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static void
test_a_new_library_is_for_its_owner_only (Fixture *fixture, gconstpointer unused)
{
  static const mode_t masks[] = { 0, 0022, 0077 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      mode_t mask = umask (masks[i]);
      g_autofree char *folder = g_strdup_printf ("%s/new-%u", fixture->folder, i);
      g_autofree char *path = g_build_filename (folder, "library.onsite", NULL);
      g_autofree char *wal = g_strconcat (path, "-wal", NULL);
      g_autofree char *shm = g_strconcat (path, "-shm", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (OnsiteLibrary) library = onsite_library_open (path,
                                                               ONSITE_LIBRARY_OPEN_CREATE,
                                                               &error);

      umask (mask);
      g_assert_no_error (error);
      g_assert_cmpuint (get_mode (folder), ==, 0700);
      g_assert_cmpuint (get_mode (path), ==, 0600);
      g_assert_cmpuint (get_mode (wal), ==, 0600);
      g_assert_cmpuint (get_mode (shm), ==, 0600);
    }
}

static void
test_a_copy_that_is_open_to_all_is_closed_to_them (Fixture *fixture, gconstpointer unused)
{
  fixture_close (fixture);
  g_chmod (fixture->path, 0644);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, NULL);
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
}

static void
test_a_new_library_is_set_up_to_last (Fixture *fixture, gconstpointer unused)
{
  g_auto (GStrv) migrations = onsite_migrations_load ();
  const struct
  {
    const char *sql;
    gint64 value;
  } settings[] = {
    { "PRAGMA application_id", 0x4f6e7369 },
    { "PRAGMA auto_vacuum", 2 },
    { "PRAGMA user_version", g_strv_length (migrations) },
    { "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
    { "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
      "AND name NOT LIKE 'sqlite%' AND NOT strict",
      0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    g_assert_cmpint (fixture_query_int64 (fixture->path, settings[i].sql), ==, settings[i].value);
}

static void
test_a_closed_library_is_one_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);

  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);

  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  fixture_close (fixture);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shm, G_FILE_TEST_EXISTS));
}

static void
test_a_library_that_is_missing_is_not_made_unasked (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (onsite_library_open (path,
                                      ONSITE_LIBRARY_OPEN_CREATE | ONSITE_LIBRARY_OPEN_READ_ONLY,
                                      &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_an_empty_file_becomes_a_library_if_asked (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty", NULL);
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "", 0, NULL);
  g_assert_null (onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY);
  g_clear_error (&error);
  library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

static void
test_a_text_is_no_library (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "notes.txt", NULL);

  g_file_set_contents (path, "Dear diary,\n", -1, NULL);
  assert_refused (fixture, path, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY);
}

static void
test_another_programs_database_is_no_library (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "places.sqlite", NULL);

  execute (path, "CREATE TABLE loop (id TEXT); PRAGMA user_version = 1;");
  assert_refused (fixture, path, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY);
}

/* SQLite would roll the journal back, or write the log into the file. */
static void
test_another_programs_unfinished_work_is_left_alone (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "places.sqlite", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.sqlite", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *wal_copy = g_strconcat (copy, "-wal", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) database = NULL;
  sqlite3 *db;

  sqlite3_open (path, &db);
  sqlite3_exec (db,
                "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1);",
                0,
                0,
                0);
  before = read_file (wal);
  database = read_file (path);
  g_file_set_contents (copy,
                       g_bytes_get_data (database, NULL),
                       (gssize) g_bytes_get_size (database),
                       NULL);
  g_file_set_contents (wal_copy,
                       g_bytes_get_data (before, NULL),
                       (gssize) g_bytes_get_size (before),
                       NULL);
  sqlite3_close (db);

  assert_refused (fixture, copy, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY);
  after = read_file (wal_copy);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_what_is_no_file_is_no_library (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  const char *paths[] = { fixture->folder, pipe_path };

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (onsite_library_open (paths[i], ONSITE_LIBRARY_OPEN_CREATE, &error));
      g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY);
    }
}

static void
test_a_library_that_is_cut_short_is_refused (Fixture *fixture, gconstpointer unused)
{
  GStatBuf info;

  fixture_close (fixture);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  for (gint64 size = 100; size < info.st_size; size += 4096 * 7 - 13)
    {
      g_autofree char *path = g_strdup_printf ("%s-%d", fixture->path, (int) size);
      g_autoptr (GBytes) whole = read_file (fixture->path);

      g_file_set_contents (path, g_bytes_get_data (whole, NULL), size, NULL);
      assert_refused (fixture, path, ONSITE_LIBRARY_ERROR_DAMAGED);
    }
}

static void
test_a_library_with_a_broken_schema_is_refused (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "broken", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  fixture_close (fixture);
  g_file_get_contents (fixture->path, &contents, &length, NULL);
  memset (contents + 100, 0xff, 4096 - 100);
  g_file_set_contents (path, contents, (gssize) length, NULL);
  assert_refused (fixture, path, ONSITE_LIBRARY_ERROR_DAMAGED);
}

static void
test_a_library_that_lacks_a_table_is_refused (Fixture *fixture, gconstpointer unused)
{
  fixture_close (fixture);
  execute (fixture->path, "DROP TABLE chunk; PRAGMA journal_mode = DELETE;");
  assert_refused (fixture, fixture->path, ONSITE_LIBRARY_ERROR_DAMAGED);
}

static void
test_a_newer_library_is_read_and_never_written (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 3);
  fixture_close (fixture);
  execute (fixture->path,
           "PRAGMA user_version = 1000; CREATE TABLE later (x); "
           "ALTER TABLE loop ADD COLUMN later TEXT;");
  before = read_file (fixture->path);

  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (onsite_library_get_read_only (fixture->library));
  stored = fixture_load (fixture, loop->id);
  g_assert_cmpstr (stored->loop->id, ==, loop->id);
  onsite_change_set_session (change, loop->id, "{}");
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_TOO_NEW);
  fixture_close (fixture);

  after = read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_what_is_open_to_read_is_not_written (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLibrary) reader = onsite_library_open (fixture->path,
                                                          ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                          NULL);
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, "l", "{}");
  g_assert_false (onsite_library_commit (reader, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_READ_ONLY);
}

static GSubprocess *
start_child (const char *what, const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                             G_SUBPROCESS_FLAGS_STDIN_PIPE,
                                         &error,
                                         program,
                                         what,
                                         path,
                                         NULL);

  g_assert_no_error (error);

  return child;
}

static int
hold_library (const char *path)
{
  g_autoptr (OnsiteLibrary) library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, NULL);
  char end;

  if (library == NULL || write (STDOUT_FILENO, "r", 1) != 1)
    return 1;

  /* Until it is killed, or the test has ended. */
  return read (STDIN_FILENO, &end, 1) > 0;
}

static void
test_one_process_writes_and_is_named (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (OnsiteLibrary) reader = NULL;
  g_autoptr (GError) error = NULL;
  char ready;

  fixture_close (fixture);
  child = start_child ("--hold", fixture->path);
  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (child), &ready, 1, NULL, NULL),
      ==,
      1);

  g_assert_null (onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_subprocess_get_identifier (child)));
  g_clear_error (&error);
  reader = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);

  /* The right to write ends with the process, whatever file it left behind. */
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
test_one_process_has_it_open_to_write_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED);
}

static gboolean
write_text (const char *path, const char *text)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean is_written = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);

  return is_written;
}

/* A real mount, in a name space of its own, that even root can't write to. */
static gboolean
mount_read_only (const char *folder)
{
  g_autofree char *map = g_strdup_printf ("0 %d 1", (int) getuid ());

  return (unshare (CLONE_NEWNS) == 0 ||
          (unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_text ("/proc/self/uid_map", map))) &&
         mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount (folder, folder, NULL, MS_BIND, NULL) == 0 &&
         mount (NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) == 0;
}

/* From here on somebody who is bound by modes, as root is not. */
static void
take_modes_away (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_chmod (path, 0444), ==, 0);
    }
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  if (getuid () == 0)
    g_assert_cmpint (setuid (65534), ==, 0);
}

static int
use_read_only (const char *how, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *new_path = g_strconcat (path, "-not-there", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean has_log = g_file_test (log, G_FILE_TEST_EXISTS);
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autoptr (OnsiteClipReader) reader = NULL;
  g_autoptr (OnsiteChunk) chunk = NULL;
  g_autoptr (GError) error = NULL;

  /* Where there may be no name spaces, as in some containers, modes do for both. */
  if (!g_str_equal (how, READ_ONLY_MOUNT) || !mount_read_only (folder))
    take_modes_away (folder);
  g_assert_cmpint (g_access (folder, W_OK), !=, 0);

  g_assert_null (onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (onsite_library_open (new_path, ONSITE_LIBRARY_OPEN_CREATE, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_READ_ONLY);
  g_clear_error (&error);

  library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_READ_ONLY, &error);
  if (has_log)
    {
      g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_READ_ONLY);
      g_assert_nonnull (strstr (error->message, "-wal"));
      return 0;
    }

  g_assert_no_error (error);
  page = onsite_library_list_loops (library, NULL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 1);
  reader = onsite_clip_reader_new (library, "c", &error);
  g_assert_no_error (error);
  chunk = onsite_clip_reader_next (reader, &error);
  fixture_assert_chunk (chunk, 0);

  return 0;
}

static void
run_read_only (const char *how, const char *path)
{
  g_autoptr (GSubprocess) child = start_child (how, path);

  g_assert_true (g_subprocess_wait_check (child, NULL, NULL));
}

static void
test_what_is_read_only_can_be_read (Fixture *fixture, gconstpointer how)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 3);
  onsite_library_end_clip (fixture->library, "c", 3 * CHUNK_SAMPLES);
  fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);

  before = read_file (fixture->path);
  run_read_only (how, fixture->path);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  after = read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* What the log holds would be missing from what is read without it. */
static void
test_what_is_read_only_with_a_log_is_refused (Fixture *fixture, gconstpointer how)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "copy", NULL);
  g_autofree char *copy = g_build_filename (folder, "library.onsite", NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *wal_copy = g_strconcat (copy, "-wal", NULL);
  g_autoptr (GBytes) database = read_file (fixture->path);
  g_autoptr (GBytes) log = read_file (wal);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_file_set_contents (copy,
                       g_bytes_get_data (database, NULL),
                       (gssize) g_bytes_get_size (database),
                       NULL);
  g_file_set_contents (wal_copy,
                       g_bytes_get_data (log, NULL),
                       (gssize) g_bytes_get_size (log),
                       NULL);
  run_read_only (how, copy);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  gpointer *pointer = data;

  return *pointer != NULL;
}

static OnsiteLibrary *
open_without_waiting (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_library_open_async (path, ONSITE_LIBRARY_OPEN_CREATE, cancellable, keep_result, &result);
  fixture_wait_until (is_set, &result);

  return onsite_library_open_finish (result, error);
}

static void
test_a_library_is_opened_without_waiting (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (open_without_waiting (fixture->path, NULL, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED);
  g_clear_error (&error);

  fixture_close (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (open_without_waiting (fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  fixture->library = open_without_waiting (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
add_with (const char *path, gconstpointer data, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  add_with (path, NULL, test);
}

static void
add_refusals (void)
{
  add ("/library/opening/a-text-is-no-library", test_a_text_is_no_library);
  add ("/library/opening/another-programs-database-is-no-library",
       test_another_programs_database_is_no_library);
  add ("/library/opening/another-programs-unfinished-work-is-left-alone",
       test_another_programs_unfinished_work_is_left_alone);
  add ("/library/opening/what-is-no-file-is-no-library", test_what_is_no_file_is_no_library);
  add ("/library/opening/a-library-that-is-cut-short-is-refused",
       test_a_library_that_is_cut_short_is_refused);
  add ("/library/opening/a-library-with-a-broken-schema-is-refused",
       test_a_library_with_a_broken_schema_is_refused);
  add ("/library/opening/a-library-that-lacks-a-table-is-refused",
       test_a_library_that_lacks_a_table_is_refused);
  add ("/library/opening/a-newer-library-is-read-and-never-written",
       test_a_newer_library_is_read_and_never_written);
  add ("/library/opening/what-is-open-to-read-is-not-written",
       test_what_is_open_to_read_is_not_written);
  add ("/library/opening/one-process-writes-and-is-named", test_one_process_writes_and_is_named);
  add ("/library/opening/one-process-has-it-open-to-write-once",
       test_one_process_has_it_open_to_write_once);
  add_with ("/library/opening/a-read-only-mount-can-be-read",
            READ_ONLY_MOUNT,
            test_what_is_read_only_can_be_read);
  add_with ("/library/opening/a-read-only-mount-with-a-log-is-refused",
            READ_ONLY_MOUNT,
            test_what_is_read_only_with_a_log_is_refused);
  add_with ("/library/opening/a-folder-of-somebody-else-can-be-read",
            READ_ONLY_MODES,
            test_what_is_read_only_can_be_read);
  add_with ("/library/opening/a-folder-of-somebody-else-with-a-log-is-refused",
            READ_ONLY_MODES,
            test_what_is_read_only_with_a_log_is_refused);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold_library (argv[2]);
  if (argc == 3 && g_str_has_prefix (argv[1], "--read-only"))
    return use_read_only (argv[1], argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  add ("/library/opening/a-new-library-is-for-its-owner-only",
       test_a_new_library_is_for_its_owner_only);
  add ("/library/opening/a-copy-that-is-open-to-all-is-closed-to-them",
       test_a_copy_that_is_open_to_all_is_closed_to_them);
  add ("/library/opening/a-new-library-is-set-up-to-last", test_a_new_library_is_set_up_to_last);
  add ("/library/opening/a-closed-library-is-one-file", test_a_closed_library_is_one_file);
  add ("/library/opening/a-library-that-is-missing-is-not-made-unasked",
       test_a_library_that_is_missing_is_not_made_unasked);
  add ("/library/opening/an-empty-file-becomes-a-library-if-asked",
       test_an_empty_file_becomes_a_library_if_asked);
  add ("/library/opening/a-library-is-opened-without-waiting",
       test_a_library_is_opened_without_waiting);
  add_refusals ();

  return g_test_run ();
}
