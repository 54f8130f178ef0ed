/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-pack-choice.h"
#include "library-fixture.h"
#include "pack/onsite-builtin-packs.h"

/* The packs that come with the program, and a folder to add to. */
typedef struct
{
  char *folder;
  char *added;
  GSettings *settings;
  OnsitePackStore *store;
  OnsitePackChoice *choice;
  guint n_failed;
} Desk;

static void
failed_cb (Desk *desk)
{
  desk->n_failed++;
}

static gboolean
has_chosen (gpointer data)
{
  Desk *desk = data;

  return onsite_pack_choice_get_pack (desk->choice) != NULL || desk->n_failed > 0;
}

static gboolean
has_entries (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Desk *) data)->store)) > 0;
}

static void
open_choice (Desk *desk, GFile *built_in, GFile *given)
{
  g_autoptr (GFile) added = g_file_new_for_path (desk->added);

  desk->store = onsite_pack_store_new (built_in, added);
  desk->choice = onsite_pack_choice_new (desk->settings, desk->store, given);
  g_signal_connect_swapped (desk->choice, "failed", G_CALLBACK (failed_cb), desk);
  onsite_pack_choice_load (desk->choice, NULL);
  fixture_wait_until (has_chosen, desk);
}

static void
open_usual (Desk *desk, GFile *given)
{
  g_autoptr (GFile) built_in = onsite_builtin_packs_get_folder ();

  open_choice (desk, built_in, given);
}

static void
close_choice (Desk *desk)
{
  g_assert_finalize_object (desk->choice);
  g_clear_object (&desk->store);
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->folder = g_dir_make_tmp ("onsite-choice-XXXXXX", NULL);
  desk->added = g_build_filename (desk->folder, "packs", NULL);
  desk->settings = g_settings_new ("io.github.onsite.Onsite");
  g_settings_reset (desk->settings, "pack");
  g_settings_reset (desk->settings, "pack-language");
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", desk->folder);

  close_choice (desk);
  g_clear_object (&desk->settings);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  g_clear_pointer (&desk->folder, g_free);
  g_clear_pointer (&desk->added, g_free);
}

static GFile *
get_tiny (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);

  return g_file_new_for_path (path);
}

static const char *
get_id (Desk *desk)
{
  return onsite_pack_get_id (onsite_pack_choice_get_pack (desk->choice));
}

static OnsitePackEntry *
find (Desk *desk, const char *id)
{
  return onsite_pack_store_find (desk->store, id, g_get_language_names ());
}

static void
add_tiny (Desk *desk)
{
  g_autoptr (GFile) file = get_tiny ();
  g_autoptr (OnsitePackEntry) entry = NULL;

  entry = onsite_pack_store_add (desk->store, file, FALSE, NULL, NULL, NULL);
  g_assert_nonnull (entry);
}

static void
at_first_it_is_the_pack_of_the_program (Desk *desk, gconstpointer unused)
{
  open_usual (desk, NULL);
  g_assert_cmpstr (get_id (desk), ==, onsite_builtin_packs_get_default_id ());
  g_assert_null (onsite_pack_choice_get_notice (desk->choice));
}

static void
what_was_chosen_is_there_at_the_next_start (Desk *desk, gconstpointer unused)
{
  open_usual (desk, NULL);
  onsite_pack_choice_choose (desk->choice, find (desk, "engineering-manager"));
  g_assert_cmpstr (get_id (desk), ==, "engineering-manager");
  close_choice (desk);

  open_usual (desk, NULL);
  g_assert_cmpstr (get_id (desk), ==, "engineering-manager");
  g_assert_true (onsite_pack_choice_is_chosen (desk->choice, find (desk, "engineering-manager")));
}

static void
a_given_pack_goes_before_the_choice_and_leaves_it (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) given = get_tiny ();
  g_autofree char *kept = NULL;

  g_settings_set_string (desk->settings, "pack", "engineering-manager");
  open_usual (desk, given);
  fixture_wait_until (has_entries, desk);
  kept = g_settings_get_string (desk->settings, "pack");

  g_assert_cmpstr (get_id (desk), ==, "tiny");
  g_assert_cmpstr (kept, ==, "engineering-manager");
}

static void
a_pack_that_is_gone_is_told_once (Desk *desk, gconstpointer unused)
{
  g_settings_set_string (desk->settings, "pack", "gone");
  open_usual (desk, NULL);
  g_assert_cmpstr (get_id (desk), ==, onsite_builtin_packs_get_default_id ());
  g_assert_nonnull (strstr (onsite_pack_choice_get_notice (desk->choice), "“gone” is not there"));
  close_choice (desk);

  open_usual (desk, NULL);
  g_assert_null (onsite_pack_choice_get_notice (desk->choice));
}

static void
a_pack_that_broke_is_told_and_stays_the_choice (Desk *desk, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (desk->added, "mine.en.json", NULL);
  g_autofree char *kept = NULL;

  g_assert_no_errno (g_mkdir_with_parents (desk->added, 0700));
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  g_settings_set_string (desk->settings, "pack", "mine");
  open_usual (desk, NULL);
  kept = g_settings_get_string (desk->settings, "pack");

  g_assert_cmpstr (get_id (desk), ==, onsite_builtin_packs_get_default_id ());
  g_assert_nonnull (strstr (onsite_pack_choice_get_notice (desk->choice), "“mine.en.json” can’t"));
  g_assert_cmpstr (kept, ==, "mine");
}

static void
removing_the_chosen_pack_goes_back_to_that_of_the_program (Desk *desk, gconstpointer unused)
{
  g_autoptr (GBytes) content = NULL;

  open_usual (desk, NULL);
  add_tiny (desk);
  onsite_pack_choice_choose (desk->choice, find (desk, "tiny"));
  g_assert_cmpstr (get_id (desk), ==, "tiny");

  content = onsite_pack_store_remove (desk->store, find (desk, "tiny"), NULL, NULL);
  g_assert_nonnull (content);
  g_assert_cmpstr (get_id (desk), ==, onsite_builtin_packs_get_default_id ());
}

static void
a_folder_of_added_packs_that_can_not_be_read_keeps_nobody (Desk *desk, gconstpointer unused)
{
  g_assert_true (g_file_set_contents (desk->added, "no folder", -1, NULL));
  open_usual (desk, NULL);
  g_assert_cmpstr (get_id (desk), ==, onsite_builtin_packs_get_default_id ());
  g_assert_nonnull (onsite_pack_choice_get_notice (desk->choice));
}

static void
without_any_pack_it_fails (Desk *desk, gconstpointer unused)
{
  g_autoptr (GFile) empty = g_file_new_for_path (desk->folder);

  open_choice (desk, empty, NULL);
  g_assert_cmpuint (desk->n_failed, ==, 1);
  g_assert_null (onsite_pack_choice_get_pack (desk->choice));
}

#define ADD(test) g_test_add ("/app/pack-choice/" #test, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (at_first_it_is_the_pack_of_the_program);
  ADD (what_was_chosen_is_there_at_the_next_start);
  ADD (a_given_pack_goes_before_the_choice_and_leaves_it);
  ADD (a_pack_that_is_gone_is_told_once);
  ADD (a_pack_that_broke_is_told_and_stays_the_choice);
  ADD (removing_the_chosen_pack_goes_back_to_that_of_the_program);
  ADD (a_folder_of_added_packs_that_can_not_be_read_keeps_nobody);
  ADD (without_any_pack_it_fails);

  return g_test_run ();
}
