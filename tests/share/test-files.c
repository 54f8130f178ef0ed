/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/onsite-share-files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean disk_fails;
static guint n_waits;

/* In place of the C library's. */
int
fsync (int fd)
{
  n_waits++;
  errno = EIO;

  return disk_fails ? -1 : fdatasync (fd);
}

typedef struct
{
  char *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("onsite-files-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "out", NULL);
  fixture->file = g_file_new_for_path (path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir && g_dir_read_name (dir))
    n_files++;

  return n_files;
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static void
write_one (OnsiteShareFiles *files, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) output = onsite_share_files_add (files, name, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_printf (output, NULL, NULL, &error, "%s", text);
  g_assert_no_error (error);
  g_output_stream_close (output, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_text (GFile *file, const char *wanted)
{
  g_autofree char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteShareFiles) files = onsite_share_files_new (fixture->file, FALSE);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (fixture->file), "before", -1, NULL);
  write_one (files, NULL, "after");
  assert_text (fixture->file, "before");
  onsite_share_files_keep (files, &error);
  g_assert_no_error (error);
  assert_text (fixture->file, "after");
  g_assert_cmpint (onsite_share_files_get_n_bytes (files), ==, 5);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  OnsiteShareFiles *files = onsite_share_files_new (fixture->file, FALSE);

  g_file_set_contents (g_file_peek_path (fixture->file), "before", -1, NULL);
  write_one (files, NULL, "after");
  onsite_share_files_free (files);
  assert_text (fixture->file, "before");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_disk (Fixture *fixture, gconstpointer data)
{
  OnsiteShareFiles *files = onsite_share_files_new (fixture->file, TRUE);
  g_autoptr (GError) error = NULL;

  write_one (files, "1", "one");
  write_one (files, "2", "two");
  n_waits = 0;
  disk_fails = TRUE;
  g_assert_false (onsite_share_files_keep (files, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, g_strerror (EIO));
  disk_fails = FALSE;
  g_clear_error (&error);
  g_assert_true (onsite_share_files_keep (files, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_waits, ==, 1 + 2);
  onsite_share_files_free (files);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autoptr (GFile) file = g_file_get_child (fixture->file, name);

      assert_text (file, i == 1 ? "one" : "two");
      g_file_delete (file, NULL, NULL);
    }
}

static void
test_folder_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteShareFiles) files = onsite_share_files_new (fixture->file, TRUE);
  g_autoptr (GFile) first = g_file_get_child (fixture->file, "1");
  g_autoptr (GFile) second = g_file_get_child (fixture->file, "2");
  g_autoptr (GError) error = NULL;

  write_one (files, "1", "one");
  write_one (files, "2", "two");
  g_assert_false (g_file_query_exists (first, NULL));
  onsite_share_files_keep (files, &error);
  g_assert_no_error (error);
  assert_text (first, "one");
  assert_text (second, "two");
  g_assert_cmpuint (count_files (g_file_peek_path (fixture->file)), ==, 2);
  g_file_delete (first, NULL, NULL);
  g_file_delete (second, NULL, NULL);
}

static void
test_folder_given_up (Fixture *fixture, gconstpointer data)
{
  OnsiteShareFiles *files = onsite_share_files_new (fixture->file, TRUE);

  write_one (files, "1", "one");
  onsite_share_files_free (files);
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

static void
test_folder_of_others (Fixture *fixture, gconstpointer data)
{
  OnsiteShareFiles *files = onsite_share_files_new (fixture->file, TRUE);
  g_autoptr (GFile) other = g_file_get_child (fixture->file, "other");

  g_file_make_directory (fixture->file, NULL, NULL);
  g_file_set_contents (g_file_peek_path (other), "mine", -1, NULL);
  write_one (files, "1", "one");
  onsite_share_files_free (files);
  assert_text (other, "mine");
  g_assert_cmpuint (count_files (g_file_peek_path (fixture->file)), ==, 1);
  g_file_delete (other, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/files/one-takes-the-place-of-another-at-once", test_kept);
  ADD ("/files/one-that-is-given-up-leaves-what-was-there", test_given_up);
  ADD ("/files/none-is-there-before-the-disk-has-them-all", test_disk);
  ADD ("/files/those-of-a-folder-appear-together", test_folder_kept);
  ADD ("/files/a-folder-that-is-given-up-is-gone", test_folder_given_up);
  ADD ("/files/a-folder-that-was-there-keeps-what-is-in-it", test_folder_of_others);

  return g_test_run ();
}
