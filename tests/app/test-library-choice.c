/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "app/onsite-library-choice.h"
#include "fakes/fault-vfs.h"
#include "library-fixture.h"

typedef struct
{
  char *folder;
  char *path;
  GSettings *settings;
  OnsiteLibraryChoice *choice;
  guint n_changes;
  GError *error;
} Desk;

static void
changed_cb (Desk *desk)
{
  desk->n_changes++;
}

static void
failed_cb (Desk *desk, const GError *error)
{
  g_assert_no_error (desk->error);
  desk->error = g_error_copy (error);
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->folder = g_dir_make_tmp ("onsite-choice-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "mine", "library.onsite", NULL);
  desk->settings = g_settings_new ("io.github.onsite.Onsite");
  g_settings_set_string (desk->settings, "library-path", desk->path);
}

static void
make_choice (Desk *desk, const char *given)
{
  desk->choice = onsite_library_choice_new (desk->settings, given);
  g_signal_connect_swapped (desk->choice, "notify::library", G_CALLBACK (changed_cb), desk);
  g_signal_connect_swapped (desk->choice, "failed", G_CALLBACK (failed_cb), desk);
}

static gboolean
is_open_or_failed (gpointer data)
{
  Desk *desk = data;

  return onsite_library_choice_get_library (desk->choice) != NULL || desk->error != NULL;
}

static void
open_choice (Desk *desk, gboolean only_to_read)
{
  g_clear_error (&desk->error);
  onsite_library_choice_open (desk->choice, only_to_read, NULL);
  fixture_wait_until (is_open_or_failed, desk);
}

static OnsiteLibrary *
open_to_use (Desk *desk)
{
  open_choice (desk, FALSE);
  g_assert_no_error (desk->error);

  return onsite_library_choice_get_library (desk->choice);
}

static gboolean
has_come (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
close_choice (Desk *desk, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_library_choice_close_async (desk->choice, keep_result, &result);
  fixture_wait_until (has_come, &result);

  return onsite_library_choice_close_finish (desk->choice, result, error);
}

static gboolean
release (Desk *desk, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_library_choice_release_async (desk->choice, keep_result, &result);
  g_assert_null (onsite_library_choice_get_library (desk->choice));
  fixture_wait_until (has_come, &result);

  return onsite_library_choice_release_finish (desk->choice, result, error);
}

static gboolean
is_held_by_none (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", desk->folder);

  fault_vfs_reset ();
  g_assert_true (close_choice (desk, NULL));
  fixture_wait_until (is_held_by_none, desk->choice);
  g_assert_finalize_object (desk->choice);
  g_settings_reset (desk->settings, "library-path");
  g_clear_object (&desk->settings);
  g_clear_error (&desk->error);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  g_clear_pointer (&desk->folder, g_free);
  g_clear_pointer (&desk->path, g_free);
}

static void
library_is_made_with_its_folder (Desk *desk, gconstpointer unused)
{
  OnsiteLibrary *library;

  make_choice (desk, NULL);
  g_assert_cmpstr (onsite_library_choice_get_path (desk->choice), ==, desk->path);
  g_assert_null (onsite_library_choice_get_library (desk->choice));

  library = open_to_use (desk);
  g_assert_cmpstr (onsite_library_get_path (library), ==, desk->path);
  g_assert_false (onsite_library_get_read_only (library));
  g_assert_cmpuint (desk->n_changes, ==, 1);
}

static void
one_that_is_given_goes_before_the_settings_and_changes_none (Desk *desk, gconstpointer unused)
{
  g_autofree char *given = g_build_filename (desk->folder, "given.onsite", NULL);
  g_autofree char *set = NULL;

  make_choice (desk, given);
  open_to_use (desk);
  g_assert_cmpstr (onsite_library_choice_get_path (desk->choice), ==, given);
  g_assert_false (g_file_test (desk->path, G_FILE_TEST_EXISTS));
  set = g_settings_get_string (desk->settings, "library-path");
  g_assert_cmpstr (set, ==, desk->path);
}

static void
one_that_is_chosen_takes_the_place_of_one_that_fails (Desk *desk, gconstpointer unused)
{
  g_autofree char *letter = g_build_filename (desk->folder, "letter.txt", NULL);
  g_autofree char *other = g_build_filename (desk->folder, "other.onsite", NULL);
  g_autofree char *set = NULL;

  g_assert_true (g_file_set_contents (letter, "Dear reader", -1, NULL));
  make_choice (desk, letter);
  open_choice (desk, FALSE);
  g_assert_nonnull (desk->error);
  g_assert_false (onsite_library_choice_can_read (desk->choice, desk->error));
  g_assert_cmpuint (desk->n_changes, ==, 0);

  onsite_library_choice_choose (desk->choice, other);
  open_to_use (desk);
  g_assert_cmpstr (onsite_library_choice_get_path (desk->choice), ==, other);
  set = g_settings_get_string (desk->settings, "library-path");
  g_assert_cmpstr (set, ==, other);
}

static void
one_that_another_writes_can_be_opened_to_read (Desk *desk, gconstpointer unused)
{
  g_autofree char *folder = g_path_get_dirname (desk->path);
  g_autoptr (OnsiteLibrary) writer = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  writer = onsite_library_open (desk->path, ONSITE_LIBRARY_OPEN_CREATE, NULL);
  make_choice (desk, NULL);
  open_choice (desk, FALSE);
  g_assert_error (desk->error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED);
  g_assert_true (onsite_library_choice_can_read (desk->choice, desk->error));

  open_choice (desk, TRUE);
  g_assert_no_error (desk->error);
  g_assert_true (onsite_library_get_read_only (onsite_library_choice_get_library (desk->choice)));
  g_assert_true (onsite_library_close (writer, NULL));
}

static void
what_fails_to_be_read_too_is_not_offered_again (Desk *desk, gconstpointer unused)
{
  const GError locked = { ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_LOCKED, NULL };

  make_choice (desk, NULL);
  g_assert_true (onsite_library_choice_can_read (desk->choice, &locked));
  g_assert_false (onsite_library_choice_can_read (desk->choice, NULL));

  /* It isn't made where it is only to be read. */
  open_choice (desk, TRUE);
  g_assert_nonnull (desk->error);
  g_assert_false (onsite_library_choice_can_read (desk->choice, &locked));
}

static void
one_that_is_given_up_is_not_told_of (Desk *desk, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  make_choice (desk, NULL);
  onsite_library_choice_open (desk->choice, FALSE, cancellable);
  g_cancellable_cancel (cancellable);
  fixture_wait_until (is_held_by_none, desk->choice);

  g_assert_null (onsite_library_choice_get_library (desk->choice));
  g_assert_no_error (desk->error);
}

static void
one_that_is_open_stays_as_it_is (Desk *desk, gconstpointer unused)
{
  OnsiteLibrary *library;

  make_choice (desk, NULL);
  library = open_to_use (desk);
  g_settings_reset (desk->settings, "library-path");
  onsite_library_choice_open (desk->choice, FALSE, NULL);
  fixture_wait_until (is_held_by_none, desk->choice);

  g_assert_true (onsite_library_choice_get_library (desk->choice) == library);
  g_assert_cmpstr (onsite_library_choice_get_path (desk->choice), ==, desk->path);
  g_assert_cmpuint (desk->n_changes, ==, 1);
}

static void
one_that_was_released_opens_where_it_is_by_then (Desk *desk, gconstpointer unused)
{
  g_autofree char *given = g_build_filename (desk->folder, "given.onsite", NULL);
  g_autofree char *moved = g_build_filename (desk->folder, "moved.onsite", NULL);
  g_autoptr (GError) error = NULL;

  make_choice (desk, given);
  open_to_use (desk);
  g_assert_true (release (desk, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (desk->n_changes, ==, 2);

  g_assert_cmpint (g_rename (given, moved), ==, 0);
  onsite_library_choice_follow (desk->choice, moved);
  open_to_use (desk);
  g_assert_cmpstr (onsite_library_choice_get_path (desk->choice), ==, moved);
  g_assert_false (g_file_test (given, G_FILE_TEST_EXISTS));
}

/* It is the settings that name the new place, if they named the old one. */
static void
one_that_the_settings_name_is_followed_by_them (Desk *desk, gconstpointer unused)
{
  g_autofree char *elsewhere = g_build_filename (desk->folder, "elsewhere.onsite", NULL);

  make_choice (desk, NULL);
  onsite_library_choice_follow (desk->choice, elsewhere);
  open_to_use (desk);

  g_assert_cmpstr (onsite_library_choice_get_path (desk->choice), ==, desk->path);
}

/* Sound that the disk won't take waits in memory. */
static OnsiteLibrary *
leave_sound_waiting (Desk *desk)
{
  OnsiteLibrary *library = open_to_use (desk);
  Fixture fixture = { .path = desk->path, .library = library };
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (&fixture);

  fixture_begin_clip (&fixture, fixture_get_take (loop)->id, "clip");
  fault_vfs_set_full (TRUE);
  fixture_append (&fixture, "clip", 0, 5);

  return library;
}

static void
one_that_cant_be_closed_is_there_again (Desk *desk, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  OnsiteLibrary *library;

  make_choice (desk, NULL);
  library = leave_sound_waiting (desk);
  g_assert_false (release (desk, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);
  g_assert_true (onsite_library_choice_get_library (desk->choice) == library);
  g_assert_cmpuint (desk->n_changes, ==, 3);
}

static void
to_close_can_be_tried_again (Desk *desk, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  OnsiteLibrary *library;

  make_choice (desk, NULL);
  g_assert_true (close_choice (desk, NULL));
  library = leave_sound_waiting (desk);
  g_assert_false (close_choice (desk, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);

  fault_vfs_set_full (FALSE);
  g_assert_true (close_choice (desk, NULL));
  g_assert_true (onsite_library_choice_get_library (desk->choice) == library);
  g_assert_cmpuint (desk->n_changes, ==, 1);
}

#define ADD(test) g_test_add ("/app/library-choice/" #test, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  ADD (library_is_made_with_its_folder);
  ADD (one_that_is_given_goes_before_the_settings_and_changes_none);
  ADD (one_that_is_chosen_takes_the_place_of_one_that_fails);
  ADD (one_that_another_writes_can_be_opened_to_read);
  ADD (what_fails_to_be_read_too_is_not_offered_again);
  ADD (one_that_is_given_up_is_not_told_of);
  ADD (one_that_is_open_stays_as_it_is);
  ADD (one_that_was_released_opens_where_it_is_by_then);
  ADD (one_that_the_settings_name_is_followed_by_them);
  ADD (one_that_cant_be_closed_is_there_again);
  ADD (to_close_can_be_tried_again);

  return g_test_run ();
}
