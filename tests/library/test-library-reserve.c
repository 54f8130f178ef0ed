/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "library-fixture.h"
#include "library/onsite-reserve.h"

/* On a disk of 24 MiB, which tests/library/on-small-disk.py mounts. */

#define MIB      (1024 * 1024)
#define DISK_MIB 24
/* A minute, with the log's share. */
#define MINUTE_MS 60000

static char *
get_reserve_path (Fixture *fixture)
{
  return g_strconcat (fixture->path, "-reserve", NULL);
}

static gboolean
has_reserve (Fixture *fixture)
{
  g_autofree char *path = get_reserve_path (fixture);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static OnsiteReserve *
set_aside (Fixture *fixture, gint64 length_ms)
{
  OnsiteReserve *reserve = onsite_reserve_new (fixture->path, length_ms, ONSITE_CODEC_OPUS);

  onsite_reserve_wait (reserve);
  return reserve;
}

static char *
get_filler_path (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "filler", NULL);
}

static void
fill_disk (Fixture *fixture)
{
  g_autofree char *path = get_filler_path (fixture);
  g_autofree char *piece = g_malloc0 (4096);
  const int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ssize_t written;

  g_assert_cmpint (fd, >=, 0);
  do
    written = write (fd, piece, 4096);
  while (written > 0);
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);
}

static void
make_room (Fixture *fixture)
{
  g_autofree char *path = get_filler_path (fixture);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
assert_sound (Fixture *fixture, const char *clip, guint n_chunks)
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
}

static void
test_room_for_a_loop_is_its_minutes_and_the_log (void)
{
  g_assert_cmpint (onsite_reserve_needed_bytes (0, ONSITE_CODEC_OPUS), ==, 8 * MIB);
  g_assert_cmpint (onsite_reserve_needed_bytes (60 * MINUTE_MS, ONSITE_CODEC_OPUS),
                   ==,
                   8 * MIB + 60 * 216 * 1024);
  g_assert_cmpint (onsite_reserve_needed_bytes (60 * MINUTE_MS, ONSITE_CODEC_FLAC),
                   ==,
                   8 * MIB + 60 * 6 * MIB);
}

static void
test_a_disk_has_room_for_as_many_minutes_as_were_needed (void)
{
  g_assert_cmpint (onsite_reserve_fitting_minutes (-1, ONSITE_CODEC_OPUS), ==, 0);
  g_assert_cmpint (onsite_reserve_fitting_minutes (8 * MIB, ONSITE_CODEC_OPUS), ==, 0);
  for (OnsiteCodec codec = ONSITE_CODEC_OPUS; codec <= ONSITE_CODEC_FLAC; codec++)
    for (gint64 minutes = 0; minutes < 600; minutes += 7)
      {
        const gint64 n_bytes = onsite_reserve_needed_bytes (minutes * MINUTE_MS, codec);

        g_assert_cmpint (onsite_reserve_fitting_minutes (n_bytes, codec), ==, minutes);
      }
}

static void
test_it_is_really_there_and_for_its_owner_only (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = get_reserve_path (fixture);
  OnsiteReserve *reserve = set_aside (fixture, MINUTE_MS);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, onsite_reserve_needed_bytes (MINUTE_MS, ONSITE_CODEC_OPUS));
  g_assert_cmpint (info.st_blocks * 512, >=, info.st_size);

  onsite_reserve_free (reserve);
  g_assert_false (has_reserve (fixture));
}

static void
test_half_of_a_small_disk_is_left (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = get_reserve_path (fixture);
  g_autoptr (OnsiteReserve) reserve = set_aside (fixture, 600 * MINUTE_MS);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, DISK_MIB * MIB / 4);
  g_assert_cmpint (info.st_size, <=, DISK_MIB * MIB / 2);
}

static void
test_a_full_disk_sets_nothing_aside (Fixture *fixture, gconstpointer unused)
{
  fill_disk (fixture);
  onsite_reserve_free (set_aside (fixture, MINUTE_MS));
  g_assert_false (has_reserve (fixture));
}

static void
test_what_a_crash_left_goes_at_the_next_start (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = get_reserve_path (fixture);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "left", -1, &error);
  g_assert_no_error (error);
  fixture_reopen (fixture);
  g_assert_false (has_reserve (fixture));
}

static void
test_what_is_said_on_a_full_disk_still_fits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteReserve) reserve = NULL;

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 5);
  fixture_wait_for_saved (fixture);
  reserve = set_aside (fixture, MINUTE_MS);
  fill_disk (fixture);
  g_assert_true (has_reserve (fixture));

  /* A minute, committed as it comes. */
  for (guint i = 5; i < 605; i++)
    {
      fixture_append (fixture, "c", i, 1);
      fixture_wait_for_saved (fixture);
    }
  g_assert_no_error (onsite_library_get_write_error (fixture->library));
  g_assert_false (has_reserve (fixture));
  assert_sound (fixture, "c", 605);
}

static gboolean
has_write_error (gpointer library)
{
  return onsite_library_get_write_error (library) != NULL;
}

static void
test_without_one_it_waits_until_there_is_room (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);

  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_wait_for_saved (fixture);
  fill_disk (fixture);
  fixture_append (fixture, "c", 0, 600);
  fixture_wait_until (has_write_error, fixture->library);
  g_assert_error (onsite_library_get_write_error (fixture->library),
                  ONSITE_LIBRARY_ERROR,
                  ONSITE_LIBRARY_ERROR_FULL);
  g_assert_cmpint (onsite_library_get_unsaved_ms (fixture->library), >, 0);

  make_room (fixture);
  fixture_wait_for_saved (fixture);
  assert_sound (fixture, "c", 600);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
is_set (gpointer result)
{
  return *(gpointer *) result != NULL;
}

static gint64
read_free (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_reserve_read_free_async (path, cancellable, on_read, &result);
  fixture_wait_until (is_set, &result);
  return onsite_reserve_read_free_finish (result, error);
}

static void
test_what_is_free_is_of_the_librarys_own_disk (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (read_free (fixture->path, NULL, &error), <, DISK_MIB * MIB);
  g_assert_no_error (error);
  g_assert_cmpint (read_free (fixture->path, NULL, &error), >, DISK_MIB * MIB / 2);
  fill_disk (fixture);
  g_assert_cmpint (read_free (fixture->path, NULL, &error), ==, 0);
  g_assert_no_error (error);

  g_assert_cmpint (read_free ("/nowhere/at/all/library.onsite", NULL, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (read_free (fixture->path, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/library/reserve/", name, NULL);

  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/reserve/room-for-a-loop-is-its-minutes-and-the-log",
                   test_room_for_a_loop_is_its_minutes_and_the_log);
  g_test_add_func ("/library/reserve/a-disk-has-room-for-as-many-minutes-as-were-needed",
                   test_a_disk_has_room_for_as_many_minutes_as_were_needed);
  add ("it-is-really-there-and-for-its-owner-only", test_it_is_really_there_and_for_its_owner_only);
  add ("half-of-a-small-disk-is-left", test_half_of_a_small_disk_is_left);
  add ("a-full-disk-sets-nothing-aside", test_a_full_disk_sets_nothing_aside);
  add ("what-a-crash-left-goes-at-the-next-start", test_what_a_crash_left_goes_at_the_next_start);
  add ("what-is-said-on-a-full-disk-still-fits", test_what_is_said_on_a_full_disk_still_fits);
  add ("without-one-it-waits-until-there-is-room", test_without_one_it_waits_until_there_is_room);
  add ("what-is-free-is-of-the-librarys-own-disk", test_what_is_free_is_of_the_librarys_own_disk);

  return g_test_run ();
}
