/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "onsite-wait.h"
#include "pack/onsite-pack-folder.h"
#include "pack/onsite-pack-store.h"
#include "tiny-pack.h"
#include "json/onsite-json-document.h"

/* A store of two folders, the tiny pack being built in, and a desk beside them. */
typedef struct
{
  char *folder;
  GFile *added;
  OnsitePackStore *store;
  guint n_changes;
} Desk;

static const char *const english[] = { "en", NULL };

static void
write_edited (const char *path, const char *version, const char *language, const char *title)
{
  g_autofree char *id_line = g_strdup_printf ("\"version\": \"%s\"", version);
  g_autofree char *language_line = g_strdup_printf ("\"language\": \"%s\"", language);
  const TinyEdit edits[TINY_MOST_EDITS] = {
    { NULL, "\"version\": \"1.0.0\"", id_line },
    { NULL, "\"language\": \"en\"", language_line },
    { NULL, "A tiny pack", title },
  };
  g_autoptr (GBytes) text = tiny_pack_edit (edits);
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static GFile *
make_pack (Desk *desk, const char *version, const char *language, const char *title)
{
  g_autofree char *path = g_build_filename (desk->folder, "given.json", NULL);

  write_edited (path, version, language, title);

  return g_file_new_for_path (path);
}

static void
changed_cb (Desk *desk)
{
  desk->n_changes++;
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  g_autofree char *built_in = NULL;
  g_autofree char *pack = NULL;
  g_autofree char *added = NULL;
  g_autoptr (GFile) folder = NULL;

  desk->folder = g_dir_make_tmp ("onsite-packs-XXXXXX", NULL);
  built_in = g_build_filename (desk->folder, "built-in", NULL);
  pack = g_build_filename (built_in, "tiny.json", NULL);
  added = g_build_filename (desk->folder, "data", "packs", NULL);
  g_assert_no_errno (g_mkdir (built_in, 0755));
  write_edited (pack, "1.0.0", "en", "A tiny pack");

  folder = g_file_new_for_path (built_in);
  desk->added = g_file_new_for_path (added);
  desk->store = onsite_pack_store_new (folder, desk->added);
  g_assert_true (onsite_pack_store_load (desk->store, NULL, NULL));
  g_signal_connect_swapped (desk->store, "items-changed", G_CALLBACK (changed_cb), desk);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", desk->folder);

  onsite_wait_finalize (desk->store);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  g_clear_object (&desk->added);
  g_clear_pointer (&desk->folder, g_free);
}

static guint
count (Desk *desk)
{
  return g_list_model_get_n_items (G_LIST_MODEL (desk->store));
}

static const char *
get_version (OnsitePackEntry *entry)
{
  return onsite_pack_get_version (onsite_pack_entry_get_pack (entry));
}

static OnsitePackEntry *
find_tiny (Desk *desk)
{
  return onsite_pack_store_find (desk->store, "tiny", english);
}

static void
add (Desk *desk, const char *version, const char *language, const char *title)
{
  g_autoptr (GFile) file = make_pack (desk, version, language, title);
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePackEntry) entry = NULL;

  entry = onsite_pack_store_add (desk->store, file, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_version (entry), ==, version);
}

static guint
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));

  return status.st_mode & 0777;
}

static void
an_added_pack_is_there_for_its_owner_alone (Desk *desk, gconstpointer unused)
{
  OnsitePackEntry *entry;

  add (desk, "1.0.0", "de", "Ein kleines Paket");
  entry = onsite_pack_store_find (desk->store, "tiny", (const char *const[]){ "de", NULL });

  g_assert_cmpuint (count (desk), ==, 2);
  g_assert_cmpuint (desk->n_changes, ==, 1);
  g_assert_false (onsite_pack_entry_get_built_in (entry));
  g_assert_cmpstr (onsite_pack_entry_get_name (entry), ==, "Ein kleines Paket");
  g_assert_cmphex (get_mode (g_file_peek_path (desk->added)), ==, 0700);
  g_assert_cmphex (get_mode (g_file_peek_path (onsite_pack_entry_get_file (entry))), ==, 0600);
}

static void
another_store_of_the_folder_finds_it (Desk *desk, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (desk->folder, "built-in", NULL);
  g_autoptr (GFile) built_in = g_file_new_for_path (path);
  g_autoptr (OnsitePackStore) other = onsite_pack_store_new (built_in, desk->added);

  add (desk, "2.0.0", "en", "A new tiny pack");
  g_assert_true (onsite_pack_store_load (other, NULL, NULL));
  g_assert_cmpstr (get_version (onsite_pack_store_find (other, "tiny", english)), ==, "2.0.0");
}

static void
a_newer_version_stands_in_for_the_built_in_one_until_it_is_removed (Desk *desk,
                                                                    gconstpointer unused)
{
  g_autoptr (GBytes) content = NULL;

  add (desk, "1.1.0", "en", "A newer tiny pack");
  g_assert_cmpuint (count (desk), ==, 1);
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "1.1.0");
  g_assert_cmpstr (onsite_pack_entry_get_instead_of (find_tiny (desk)), ==, "1.0.0");

  content = onsite_pack_store_remove (desk->store, find_tiny (desk), NULL, NULL);
  g_assert_nonnull (content);
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "1.0.0");
  g_assert_true (onsite_pack_entry_get_built_in (find_tiny (desk)));
}

static void
a_newer_version_replaces_what_was_added_and_says_what (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (OnsitePackEntry) entry = NULL;
  g_autofree char *replaced = NULL;

  add (desk, "1.9.0", "en", "A newer tiny pack");
  file = make_pack (desk, "1.10.0", "en", "The newest tiny pack");
  entry = onsite_pack_store_add (desk->store, file, FALSE, &replaced, NULL, NULL);

  g_assert_cmpstr (replaced, ==, "1.9.0");
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "1.10.0");
  g_assert_cmpuint (count (desk), ==, 1);
}

static void
an_older_version_is_refused_unless_forced (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = make_pack (desk, "0.9.0", "en", "An old tiny pack");
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsitePackEntry) entry = NULL;

  g_assert_null (onsite_pack_store_add (desk->store, file, FALSE, NULL, NULL, &error));
  g_assert_error (error, ONSITE_PACK_FOLDER_ERROR, ONSITE_PACK_FOLDER_ERROR_NOT_NEWER);
  g_assert_cmpstr (error->message,
                   ==,
                   "“A tiny pack” is there already in version 1.0.0, and this is 0.9.0.");
  g_assert_cmpuint (desk->n_changes, ==, 0);

  entry = onsite_pack_store_add (desk->store, file, TRUE, NULL, NULL, NULL);
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "0.9.0");
}

static void
another_text_under_the_same_version_is_refused (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = make_pack (desk, "1.0.0", "en", "Another tiny pack");
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_pack_store_add (desk->store, file, FALSE, NULL, NULL, &error));
  g_assert_error (error, ONSITE_PACK_FOLDER_ERROR, ONSITE_PACK_FOLDER_ERROR_NOT_NEWER);
}

static void
a_pack_that_is_there_already_changes_nothing (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = make_pack (desk, "1.0.0", "en", "A tiny pack");
  g_autoptr (OnsitePackEntry) entry = NULL;

  entry = onsite_pack_store_add (desk->store, file, FALSE, NULL, NULL, NULL);
  g_assert_true (onsite_pack_entry_get_built_in (entry));
  g_assert_false (g_file_query_exists (desk->added, NULL));
}

static void
a_bad_pack_is_refused_with_its_place_and_what_was_there_stays (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = make_pack (desk, "1.2", "en", "A bad tiny pack");
  g_autoptr (GError) error = NULL;

  add (desk, "1.1.0", "en", "A newer tiny pack");
  g_object_unref (file);
  file = make_pack (desk, "1.2", "en", "A bad tiny pack");
  g_assert_null (onsite_pack_store_add (desk->store, file, TRUE, NULL, NULL, &error));
  g_assert_error (error, ONSITE_JSON_ERROR, ONSITE_JSON_ERROR_VALUE);
  g_assert_true (g_str_has_suffix (error->message,
                                   "given.json:5: $.version: a version is three numbers, such "
                                   "as 1.0.0"));
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "1.1.0");
}

static void
a_built_in_pack_is_not_removed (Desk *desk, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_pack_store_remove (desk->store, find_tiny (desk), NULL, &error));
  g_assert_error (error, ONSITE_PACK_STORE_ERROR, ONSITE_PACK_STORE_ERROR_BUILT_IN);
  g_assert_nonnull (find_tiny (desk));
}

static void
what_broke_in_the_folder_is_told_and_can_be_removed (Desk *desk, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) content = NULL;
  OnsitePackEntry *entry;

  add (desk, "1.0.0", "de", "Ein kleines Paket");
  path = g_build_filename (g_file_peek_path (desk->added), "tiny.de.json", NULL);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  g_assert_true (onsite_pack_store_load (desk->store, NULL, NULL));
  g_assert_cmpuint (count (desk), ==, 2);
  g_assert_nonnull (onsite_pack_entry_get_pack (find_tiny (desk)));

  for (guint i = 0; i < count (desk); i++)
    {
      entry = g_list_model_get_item (G_LIST_MODEL (desk->store), i);
      if (onsite_pack_entry_get_error (entry) != NULL)
        break;
      g_clear_object (&entry);
    }
  g_assert_cmpstr (onsite_pack_entry_get_id (entry), ==, "tiny");
  g_assert_cmpstr (onsite_pack_entry_get_name (entry), ==, "tiny.de.json");

  content = onsite_pack_store_remove (desk->store, entry, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (content), ==, 1);
  g_assert_cmpuint (count (desk), ==, 1);
  g_object_unref (entry);
}

/* Whatever stands first in the list. */
static void
what_can_be_read_is_found_before_what_broke (Desk *desk, gconstpointer unused)
{
  g_autofree char *built_in = g_build_filename (desk->folder, "built-in", "tiny.json", NULL);
  g_autofree char *broken = NULL;
  g_autoptr (OnsitePackEntry) first = NULL;

  add (desk, "1.0.0", "de", "Ein kleines Paket");
  broken = g_build_filename (g_file_peek_path (desk->added), "tiny.de.json", NULL);
  write_edited (built_in, "1.0.0", "en", "Übung");
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  g_assert_true (onsite_pack_store_load (desk->store, NULL, NULL));

  first = g_list_model_get_item (G_LIST_MODEL (desk->store), 0);
  g_assert_nonnull (onsite_pack_entry_get_error (first));
  g_assert_cmpstr (onsite_pack_entry_get_name (find_tiny (desk)), ==, "Übung");
}

static void
of_translations_the_one_that_suits_best_is_found (Desk *desk, gconstpointer unused)
{
  static const char *const german[] = { "de_AT.UTF-8", "de_AT", "de", "C", NULL };
  static const char *const french[] = { "fr_FR", "fr", "C", NULL };
  OnsitePackEntry *entry;

  add (desk, "0.1.0", "de", "Ein kleines Paket");
  g_assert_cmpuint (count (desk), ==, 2);
  entry = onsite_pack_store_find (desk->store, "tiny", german);
  g_assert_cmpstr (onsite_pack_entry_get_name (entry), ==, "Ein kleines Paket");
  entry = onsite_pack_store_find (desk->store, "tiny", french);
  g_assert_cmpstr (onsite_pack_entry_get_name (entry), ==, "A tiny pack");
  g_assert_null (onsite_pack_store_find (desk->store, "no-such", french));
}

static void
what_stays_as_it_was_is_not_made_anew (Desk *desk, gconstpointer unused)
{
  OnsitePackEntry *before = find_tiny (desk);

  add (desk, "1.0.0", "de", "Ein kleines Paket");
  g_assert_true (find_tiny (desk) == before);
  add (desk, "1.0.0", "fr", "Un petit paquet");
  g_assert_true (find_tiny (desk) == before);
  add (desk, "1.0.1", "en", "A tiny pack");
  g_assert_true (find_tiny (desk) != before);
}

static void
copy_newer (Desk *desk, const char *name, const char *version)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (desk->added), name, NULL);

  write_edited (path, version, "en", "A copy of the tiny pack");
  g_assert_true (onsite_pack_store_load (desk->store, NULL, NULL));

  g_assert_cmpuint (count (desk), ==, 1);
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, version);
}

/* Whichever of them is read first. */
static void
of_the_files_of_a_pack_the_newest_version_counts (Desk *desk, gconstpointer unused)
{
  add (desk, "1.9.0", "en", "A newer tiny pack");
  copy_newer (desk, "a-copy.json", "1.10.0");
  copy_newer (desk, "z-copy.json", "1.11.0");
}

static void
removing_can_be_undone (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = make_pack (desk, "3.0.0", "en", "A newer tiny pack");
  g_autoptr (GAsyncResult) added = NULL, removed = NULL, put_back = NULL;
  g_autoptr (OnsitePackEntry) entry = NULL;
  g_autoptr (GBytes) content = NULL;

  onsite_pack_store_add_async (desk->store, file, FALSE, NULL, onsite_wait_take_result, &added);
  onsite_wait_for (added != NULL);
  entry = onsite_pack_store_add_finish (desk->store, added, NULL, NULL);
  g_assert_cmpstr (get_version (entry), ==, "3.0.0");

  onsite_pack_store_remove_async (desk->store, entry, NULL, onsite_wait_take_result, &removed);
  onsite_wait_for (removed != NULL);
  content = onsite_pack_store_remove_finish (desk->store, removed, NULL);
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "1.0.0");

  onsite_pack_store_put_back_async (desk->store,
                                    entry,
                                    content,
                                    NULL,
                                    onsite_wait_take_result,
                                    &put_back);
  onsite_wait_for (put_back != NULL);
  g_assert_true (onsite_pack_store_put_back_finish (desk->store, put_back, NULL));
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "3.0.0");
}

static void
what_is_given_up_before_it_began_changes_nothing (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = make_pack (desk, "3.0.0", "en", "A newer tiny pack");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) added = NULL, loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  onsite_pack_store_add_async (desk->store,
                               file,
                               FALSE,
                               cancellable,
                               onsite_wait_take_result,
                               &added);
  onsite_pack_store_load_async (desk->store, cancellable, onsite_wait_take_result, &loaded);
  onsite_wait_for (added != NULL);
  onsite_wait_for (loaded != NULL);

  g_assert_null (onsite_pack_store_add_finish (desk->store, added, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (onsite_pack_store_load_finish (desk->store, loaded, NULL));
  g_assert_false (g_file_query_exists (desk->added, NULL));
  g_assert_cmpuint (count (desk), ==, 1);
}

typedef struct
{
  const char *path;
  GCancellable *cancellable;
} Pipe;

/* A pipe holds up whoever reads it, until there is somebody who writes. */
static gpointer
give_up_once_read (gpointer user_data)
{
  const Pipe *self = user_data;
  int pipe = open (self->path, O_WRONLY);

  g_assert_no_errno (pipe);
  g_cancellable_cancel (self->cancellable);
  g_assert_no_errno (close (pipe));

  return NULL;
}

static void
what_is_given_up_in_the_middle_is_no_broken_pack (Desk *desk, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (desk->added), "pipe.json", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Pipe pipe = { path, cancellable };
  GThread *thread;

  g_assert_true (g_file_make_directory_with_parents (desk->added, NULL, NULL));
  g_assert_no_errno (mkfifo (path, 0600));
  thread = g_thread_new ("pipe", give_up_once_read, &pipe);
  g_assert_false (onsite_pack_store_load (desk->store, cancellable, &error));
  g_thread_join (thread);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (desk), ==, 1);
}

static void
a_folder_that_can_not_be_written_is_told (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) file = make_pack (desk, "3.0.0", "en", "A newer tiny pack");
  g_autofree char *path = g_build_filename (desk->folder, "data", NULL);
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "no folder", -1, NULL));
  onsite_pack_store_add_async (desk->store, file, FALSE, NULL, onsite_wait_take_result, &added);
  onsite_wait_for (added != NULL);
  g_assert_null (onsite_pack_store_add_finish (desk->store, added, NULL, &error));
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpstr (get_version (find_tiny (desk)), ==, "1.0.0");
}

#define ADD(test) g_test_add ("/pack-store/" #test, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (an_added_pack_is_there_for_its_owner_alone);
  ADD (another_store_of_the_folder_finds_it);
  ADD (a_newer_version_stands_in_for_the_built_in_one_until_it_is_removed);
  ADD (a_newer_version_replaces_what_was_added_and_says_what);
  ADD (an_older_version_is_refused_unless_forced);
  ADD (another_text_under_the_same_version_is_refused);
  ADD (a_pack_that_is_there_already_changes_nothing);
  ADD (a_bad_pack_is_refused_with_its_place_and_what_was_there_stays);
  ADD (a_built_in_pack_is_not_removed);
  ADD (what_broke_in_the_folder_is_told_and_can_be_removed);
  ADD (what_can_be_read_is_found_before_what_broke);
  ADD (of_translations_the_one_that_suits_best_is_found);
  ADD (what_stays_as_it_was_is_not_made_anew);
  ADD (of_the_files_of_a_pack_the_newest_version_counts);
  ADD (removing_can_be_undone);
  ADD (what_is_given_up_before_it_began_changes_nothing);
  ADD (what_is_given_up_in_the_middle_is_no_broken_pack);
  ADD (a_folder_that_can_not_be_written_is_told);

  return g_test_run ();
}
