/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE

#include "library-fixture.h"
#include "library/onsite-library-files.h"
#include "upkeep/onsite-backups.h"
#include "upkeep/onsite-moving.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <utime.h>

#include "fakes/fault-vfs.h"

#define SECRET "a word that nobody else has"

static char *
make_backup (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  char *path = onsite_backups_make (fixture->path, now, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return path;
}

/* A loop with a note that can be found in a file. */
static OnsiteLoop *
add_loop (Fixture *fixture, const char *note)
{
  OnsiteLoop *loop = fixture_add_small_loop (fixture);
  OnsiteAnswer *answer = fixture_get_answer (loop, 0, 0);
  OnsiteChange *change = onsite_change_new ();

  g_free (answer->note);
  answer->note = g_strdup (note);
  onsite_change_update_answer (change, answer);
  fixture_commit (fixture, change);

  return loop;
}

static gboolean
holds (const char *path, const char *word)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));

  return memmem (data, size, word, strlen (word)) != NULL;
}

static void
set_written_at (const char *path, gint64 seconds)
{
  const struct utimbuf times = { .actime = seconds, .modtime = seconds };

  g_assert_cmpint (g_utime (path, (struct utimbuf *) &times), ==, 0);
}

static void
write_something (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE answer SET note = 'more'", NULL, NULL, NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_close (db);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = add_loop (fixture, "");
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (today, 1);
  g_autofree char *path = NULL;

  fixture_close (fixture);
  g_assert_true (onsite_backups_is_due (fixture->path, today));
  path = make_backup (fixture);
  g_assert_false (onsite_backups_is_due (fixture->path, today));

  set_written_at (fixture->path, 1000);
  g_assert_false (onsite_backups_is_due (fixture->path, tomorrow));
  set_written_at (path, 999);
  write_something (fixture->path);
  g_assert_true (onsite_backups_is_due (fixture->path, tomorrow));
  g_assert_false (onsite_backups_is_due (fixture->path, today));
}

/* Opened and closed, as by somebody who only looks. */
static void
test_not_due (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = add_loop (fixture, "");
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (today, 1);
  g_autofree char *path = NULL;

  fixture_close (fixture);
  path = make_backup (fixture);
  set_written_at (path, 999);
  for (guint i = 0; i < 2; i++)
    {
      fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, NULL);
      fixture_close (fixture);
      g_assert_false (onsite_backups_is_due (fixture->path, tomorrow));
    }
}

static void
test_purge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) secret = add_loop (fixture, SECRET);
  g_autoptr (OnsiteLoop) other = add_loop (fixture, "kept");
  g_autofree char *path = make_backup (fixture);
  g_autofree char *older = g_strconcat (fixture->path, ".backup-of-version-1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (onsite_library_files_copy (path, older, NULL, NULL, NULL, &error));
  g_assert_true (holds (path, SECRET) && holds (older, SECRET));
  g_assert_true (onsite_backups_purge (fixture->path, secret->id, &error));
  g_assert_no_error (error);

  g_assert_false (holds (path, SECRET) || holds (older, SECRET));
  g_assert_true (holds (path, "kept") && holds (older, "kept"));
  g_assert_cmpint (fixture_query_int64 (path, "SELECT count (*) FROM loop"), ==, 1);
  fixture_assert_sound (path);
}

static void
test_purge_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) secret = add_loop (fixture, SECRET);
  g_autofree char *path = make_backup (fixture);
  g_autofree char *older = g_strconcat (fixture->path, ".backup-of-version-1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (older, "no library", -1, NULL));
  g_assert_false (onsite_backups_purge (fixture->path, secret->id, &error));
  g_assert_nonnull (strstr (error->message, older));
  g_assert_false (holds (path, SECRET));
}

/* Whatever a disk refuses, the backup of before is there, and whole. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = add_loop (fixture, "before");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *path = NULL;
  g_autoptr (OnsiteLoop) more = NULL;
  guint n_failures = 0;

  fixture_close (fixture);
  path = make_backup (fixture);
  for (gboolean is_done = FALSE; !is_done;)
    {
      g_autofree char *again = NULL;
      g_autofree char *draft = g_strconcat (path, ".new", NULL);

      fault_vfs_reset ();
      fault_vfs_fail_after (n_failures++);
      again = onsite_backups_make (fixture->path, now, NULL, NULL, NULL, NULL);
      is_done = !fault_vfs_has_failed ();
      fault_vfs_reset ();

      g_assert_true (is_done || again == NULL || holds (path, "before"));
      g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
      g_assert_true (holds (path, "before"));
      fixture_assert_sound (path);
    }
  g_assert_cmpuint (n_failures, >, 5);
}

static void
cancel_at_half (double fraction, gpointer cancellable)
{
  if (fraction > 0)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = add_loop (fixture, "");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_null (
      onsite_backups_make (fixture->path, now, cancel_at_half, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  backups = onsite_backups_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 0);
}

static void
test_go_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = add_loop (fixture, "good");
  g_autofree char *path = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *harmed = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  path = make_backup (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3 no more", -1, NULL));
  aside = onsite_backups_go_back (fixture->path, path, &error);
  g_assert_no_error (error);

  g_assert_true (holds (fixture->path, "good"));
  g_assert_true (g_file_get_contents (aside, &harmed, NULL, NULL));
  g_assert_cmpstr (harmed, ==, "SQLite format 3 no more");
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
}

static gboolean
refuse_to_remember (const char *path, gpointer data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");

  return FALSE;
}

static void
test_move_not_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = add_loop (fixture, "here");
  g_autofree char *folder = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autofree char *path = g_build_filename (folder, "library.onsite", NULL);
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_null (
      onsite_moving_run (fixture->path, folder, refuse_to_remember, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (holds (fixture->path, "here"));
}

#define add(name, test) \
  g_test_add ("/upkeep/backups/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  add ("one-is-due-once-a-day-if-something-was-written", test_due);
  add ("none-is-due-where-the-last-one-holds-the-same", test_not_due);
  add ("what-is-deleted-for-good-is-in-none-of-them", test_purge);
  add ("one-that-can-not-be-purged-is-named-and-the-others-are", test_purge_fails);
  add ("a-disk-that-fails-leaves-the-one-of-before", test_faults);
  add ("one-that-is-cancelled-is-not-there", test_cancel);
  add ("one-takes-the-place-of-a-damaged-library-which-stays-aside", test_go_back);
  add ("a-library-whose-new-place-can-not-be-remembered-stays", test_move_not_remembered);

  return g_test_run ();
}
