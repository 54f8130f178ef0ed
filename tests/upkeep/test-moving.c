/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For statfs64(). */
#define _GNU_SOURCE

#include "library-fixture.h"
#include "library/onsite-library-files.h"
#include "library/onsite-lock.h"
#include "upkeep/onsite-backups.h"
#include "upkeep/onsite-moving.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "fakes/fault-vfs.h"

/* NFS_SUPER_MAGIC: what the kernel says of a folder on another computer. */
#define NFS 0x6969

/* What is said of all folders, since a test has none on another computer, and may be run
 * by somebody who may write everywhere. */
static gboolean is_remote;
static gboolean is_forbidden;

/* In the place of the C library's, also for GIO. */
int
statfs64 (const char *path, struct statfs64 *info)
{
  int result = (int) syscall (SYS_statfs, path, info);

  if (result == 0 && is_remote)
    info->f_type = NFS;

  return result;
}

int
access (const char *path, int mode)
{
  if (is_forbidden && (mode & W_OK) != 0)
    {
      errno = EACCES;
      return -1;
    }

  return (int) syscall (SYS_faccessat, AT_FDCWD, path, mode);
}

typedef struct
{
  Fixture fixture; /* first, so that it can be handed on as one */
  char *folder;    /* another one */
  char *path;      /* where the library would be in it */
  char *remembered;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = NULL;

  fixture_set_up (&place->fixture, data);
  loop = fixture_add_small_loop (&place->fixture);
  fixture_close (&place->fixture);
  place->folder = g_build_filename (place->fixture.folder, "elsewhere", NULL);
  place->path = g_build_filename (place->folder, "library.onsite", NULL);
  g_assert_cmpint (g_mkdir (place->folder, 0700), ==, 0);
}

static void
tear_down (Place *place, gconstpointer data)
{
  is_remote = FALSE;
  is_forbidden = FALSE;
  fault_vfs_reset ();
  g_clear_pointer (&place->folder, g_free);
  g_clear_pointer (&place->path, g_free);
  g_clear_pointer (&place->remembered, g_free);
  fixture_tear_down (&place->fixture, data);
}

static gboolean
remember (const char *path, gpointer data, GError **error)
{
  Place *place = data;

  g_free (place->remembered);
  place->remembered = g_strdup (path);

  return TRUE;
}

static char *
move (Place *place, GError **error)
{
  return onsite_moving_run (place->fixture.path, place->folder, remember, NULL, place, NULL, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir))
    n_files++;

  return n_files;
}

/* The library is where it was, and whole, and nothing of it is elsewhere. */
static void
assert_stays (Place *place)
{
  fixture_assert_sound (place->fixture.path);
  g_assert_cmpint (fixture_query_int64 (place->fixture.path, "SELECT count (*) FROM loop"), ==, 1);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

static void
assert_moved (Place *place)
{
  fixture_assert_sound (place->path);
  g_assert_cmpint (fixture_query_int64 (place->path, "SELECT count (*) FROM loop"), ==, 1);
  g_assert_cmpstr (place->remembered, ==, place->path);
  g_assert_false (g_file_test (place->fixture.path, G_FILE_TEST_EXISTS));
}

static void
test_moves (Place *place, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *backup = onsite_backups_make (place->fixture.path, now, NULL, NULL, NULL, NULL);
  g_autofree char *older = g_strconcat (place->fixture.path, ".backup-of-version-1", NULL);
  g_autofree char *aside = g_strconcat (place->fixture.path, ".damaged-2026", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) beside = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (older, "what it was", -1, NULL));
  g_assert_true (g_file_set_contents (aside, "damaged", -1, NULL));
  path = move (place, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (path, ==, place->path);
  assert_moved (place);
  backups = onsite_backups_list (path);
  g_assert_cmpuint (backups->len, ==, 1);
  beside = onsite_backups_list_beside (path);
  g_assert_cmpuint (beside->len, ==, 2);
  /* The other folder, and nothing else. */
  g_assert_cmpuint (count_files (place->fixture.folder), ==, 1);
}

static void
assert_refused (Place *place, const char *words)
{
  g_autoptr (GError) looked = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (onsite_moving_check (place->fixture.path, place->folder, &looked));
  g_assert_nonnull (strstr (looked->message, words));
  g_assert_null (move (place, &error));
  g_assert_cmpstr (error->message, ==, looked->message);
  g_assert_null (place->remembered);
  fixture_assert_sound (place->fixture.path);
}

static void
test_no_folder (Place *place, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  assert_refused (place, "no such folder");
}

static void
test_taken (Place *place, gconstpointer data)
{
  g_autofree char *there = NULL;

  g_assert_true (g_file_set_contents (place->path, "mine", -1, NULL));
  assert_refused (place, "such a file already");
  g_assert_true (g_file_get_contents (place->path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "mine");
}

static void
test_remote (Place *place, gconstpointer data)
{
  is_remote = TRUE;
  assert_refused (place, "on another computer");
  is_remote = FALSE;
  assert_stays (place);
}

static void
test_forbidden (Place *place, gconstpointer data)
{
  is_forbidden = TRUE;
  assert_refused (place, "can be written");
  is_forbidden = FALSE;
  assert_stays (place);
}

static void
test_in_use (Place *place, gconstpointer data)
{
  g_autoptr (OnsiteLock) lock = onsite_lock_take (place->fixture.path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (lock);
  g_assert_null (move (place, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED);
  assert_stays (place);
}

static void
cancel_at_once (double fraction, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
never (const char *path, gpointer data, GError **error)
{
  g_assert_not_reached ();
}

static void
test_cancelled (Place *place, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_moving_run (place->fixture.path,
                                    place->folder,
                                    never,
                                    cancel_at_once,
                                    cancellable,
                                    cancellable,
                                    &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_stays (place);
  g_assert_cmpuint (count_files (place->folder), ==, 0);
}

/* Whatever a disk refuses, there is a whole library where it's remembered to be. */
static void
test_faults (Place *place, gconstpointer data)
{
  guint n_failures = 0;

  for (gboolean is_done = FALSE; !is_done;)
    {
      g_autofree char *path = NULL;

      fault_vfs_reset ();
      fault_vfs_fail_after (n_failures++);
      path = move (place, NULL);
      is_done = path != NULL;
      fault_vfs_reset ();

      if (is_done)
        assert_moved (place);
      else
        {
          assert_stays (place);
          g_assert_null (place->remembered);
          g_assert_cmpuint (count_files (place->folder), ==, 0);
        }
    }
  g_assert_cmpuint (n_failures, >, 5);
}

#define add(name, test) g_test_add ("/upkeep/moving/" name, Place, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  add ("a-library-moves-with-all-that-is-its", test_moves);
  add ("a-folder-that-is-not-there-is-refused", test_no_folder);
  add ("a-folder-that-has-such-a-file-is-refused", test_taken);
  add ("a-folder-on-another-computer-is-refused", test_remote);
  add ("a-folder-where-nothing-can-be-written-is-refused", test_forbidden);
  add ("a-library-that-somebody-has-open-stays", test_in_use);
  add ("a-move-that-is-cancelled-leaves-nothing", test_cancelled);
  add ("a-disk-that-fails-leaves-one-whole-library", test_faults);

  return g_test_run ();
}
