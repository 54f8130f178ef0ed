/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "library-fixture.h"

#include <string.h>

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

static void
keep_loop (OnsiteLibrary *library, const char *loop, gpointer data)
{
  g_ptr_array_add (data, g_strdup (loop));
}

static gboolean
is_not_empty (gpointer data)
{
  GPtrArray *array = data;

  return array->len > 0;
}

static OnsiteChange *
make_session_change (const char *loop, const char *json)
{
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, loop, json);

  return change;
}

static void
test_a_commit_succeeds_without_waiting (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_library_commit_async (fixture->library,
                               make_session_change (loop->id, "{}"),
                               NULL,
                               keep_result,
                               &result);
  g_assert_null (result);
  fixture_wait_until (is_set, &result);
  g_assert_true (onsite_library_commit_finish (fixture->library, result, &error));
  g_assert_no_error (error);
}

static void
test_a_commit_that_fails_says_why (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  onsite_library_commit_async (fixture->library,
                               make_session_change ("none", "{}"),
                               NULL,
                               keep_result,
                               &result);
  fixture_wait_until (is_set, &result);
  g_assert_false (onsite_library_commit_finish (fixture->library, result, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_a_commit_can_be_taken_back_while_it_waits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  onsite_library_commit_async (fixture->library,
                               make_session_change (loop->id, "{}"),
                               cancellable,
                               keep_result,
                               &result);
  fixture_wait_until (is_set, &result);
  g_assert_false (onsite_library_commit_finish (fixture->library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  stored = fixture_load (fixture, loop->id);
  g_assert_null (stored->session);
}

static void
test_changes_are_committed_in_their_order (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GAsyncResult) last = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *json = g_strdup_printf ("%u", i);

      onsite_library_commit_async (fixture->library,
                                   make_session_change (loop->id, json),
                                   NULL,
                                   i == 99 ? keep_result : NULL,
                                   &last);
    }
  fixture_wait_until (is_set, &last);
  stored = fixture_load (fixture, loop->id);
  g_assert_cmpstr (stored->session, ==, "99");
}

static void
test_each_change_is_told_with_its_loop (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  OnsiteChange *changes[] = { onsite_change_new (), onsite_change_new (), onsite_change_new () };

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->library, "changed", G_CALLBACK (keep_loop), told);
  onsite_change_set_ratings (changes[0], fixture_get_take (loop)->id, nothing);
  onsite_change_update_round (changes[1], loop->rounds->pdata[0]);
  onsite_change_update_answer (changes[2], fixture_get_answer (loop, 0, 0));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_ptr_array_set_size (told, 0);
      fixture_commit (fixture, changes[i]);
      fixture_wait_until (is_not_empty, told);
      g_assert_cmpstr (told->pdata[0], ==, loop->id);
    }

  g_ptr_array_set_size (told, 0);
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 1);
  onsite_library_end_clip (fixture->library, "c", CHUNK_SAMPLES);
  fixture_wait_until (is_not_empty, told);
  g_assert_cmpstr (told->pdata[0], ==, loop->id);
}

static guint
count_loops (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = onsite_library_list_loops (fixture->library, NULL, 100, &error);

  g_assert_no_error (error);

  return page->len;
}

static void
test_what_is_in_the_bin_can_be_taken_out (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteChange *change = onsite_change_new ();

  onsite_change_delete_loop (change, loop->id, 77);
  fixture_commit (fixture, change);
  g_assert_cmpuint (count_loops (fixture), ==, 0);
  stored = fixture_load (fixture, loop->id);
  g_assert_cmpint (stored->loop->deleted_at_us, ==, 77);

  change = onsite_change_new ();
  onsite_change_restore_loop (change, loop->id);
  fixture_commit (fixture, change);
  g_assert_cmpuint (count_loops (fixture), ==, 1);
}

typedef struct
{
  const char *path;
  const char *sql;
  gint64 value;
} Figure;

static gboolean
is_reached (gpointer data)
{
  Figure *figure = data;

  return fixture_query_int64 (figure->path, figure->sql) == figure->value;
}

static void
wait_for_figure (Fixture *fixture, const char *sql, gint64 value)
{
  Figure figure = { fixture->path, sql, value };

  fixture_wait_until (is_reached, &figure);
}

#define SECRET "unmistakable-words"

static gboolean
file_holds_secret (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) &&
         memmem (contents, length, SECRET, strlen (SECRET)) != NULL;
}

static OnsiteLoop *
add_loop_with_secret (Fixture *fixture)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  OnsiteAnswer *answer = fixture_get_answer (loop, 0, 0);
  OnsiteChange *change = onsite_change_new ();

  g_free (answer->note);
  answer->note = g_strdup (SECRET);
  onsite_change_update_answer (change, answer);
  fixture_commit (fixture, change);
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, loop->id);
  fixture_append (fixture, loop->id, 0, 1000);
  onsite_library_end_clip (fixture->library, loop->id, 1000 * CHUNK_SAMPLES);
  fixture_wait_for_saved (fixture);

  return g_steal_pointer (&loop);
}

static void
test_what_is_purged_is_gone_from_the_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) kept = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteLoop) loop = add_loop_with_secret (fixture);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();

  g_assert_true (file_holds_secret (fixture->path) || file_holds_secret (wal));
  onsite_change_purge_loop (change, loop->id);
  fixture_commit (fixture, change);
  g_assert_cmpuint (count_loops (fixture), ==, 1);
  g_assert_null (onsite_library_load_loop (fixture->library, loop->id, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);

  wait_for_figure (fixture, "SELECT count (*) FROM loop", 1);
  wait_for_figure (fixture, "PRAGMA freelist_count", 0);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM chunk, peak, clip"),
                   ==,
                   0);
  fixture_close (fixture);
  g_assert_false (file_holds_secret (fixture->path));
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT page_count FROM pragma_page_count"),
                   <,
                   100);
}

static void
test_the_last_loop_takes_its_pack_with_it (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  OnsiteChange *change = onsite_change_new ();

  onsite_change_purge_loop (change, loop->id);
  fixture_commit (fixture, change);
  wait_for_figure (fixture, "SELECT count (*) FROM pack", 0);
}

static void
test_the_bin_is_emptied_by_age (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 1; i <= 4; i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
      OnsiteChange *change = onsite_change_new ();

      onsite_change_delete_loop (change, loop->id, 100 * i);
      fixture_commit (fixture, change);
    }

  {
    OnsiteChange *change = onsite_change_new ();

    onsite_change_purge_bin (change, 300);
    fixture_commit (fixture, change);
  }
  wait_for_figure (fixture, "SELECT count (*) FROM loop", 2);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT min (deleted_at_us) FROM loop"),
                   ==,
                   300);
}

/* Only those that are both go. */
static void
test_samples_in_the_bin_are_deleted_for_good (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);

      loop->sample = (i & 1) != 0;
      loop->deleted_at_us = (i & 2) != 0 ? 100 : 0;
      fixture_add_loop (fixture, loop);
    }

  {
    OnsiteChange *change = onsite_change_new ();

    onsite_change_purge_samples (change);
    fixture_commit (fixture, change);
  }
  wait_for_figure (fixture, "SELECT count (*) FROM loop", 3);
  g_assert_cmpint (
      fixture_query_int64 (fixture->path,
                           "SELECT count (*) FROM loop WHERE sample = 1 AND deleted_at_us > 0"),
      ==,
      0);
}

static void
test_a_purge_waits_for_the_end_of_a_clip (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) running = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteLoop) loop = add_loop_with_secret (fixture);
  OnsiteChange *change = onsite_change_new ();

  fixture_begin_clip (fixture, fixture_get_take (running)->id, "c");
  onsite_change_purge_loop (change, loop->id);
  fixture_commit (fixture, change);
  /* A commit behind it shows that the writing thread had the time for it. */
  for (guint i = 0; i < 20; i++)
    {
      fixture_append (fixture, "c", i, 1);
      fixture_commit (fixture, make_session_change (running->id, "{}"));
    }
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM chunk"), >=, 1000);

  onsite_library_end_clip (fixture->library, "c", 20 * CHUNK_SAMPLES);
  wait_for_figure (fixture, "SELECT count (*) FROM chunk", 20);
}

static void
test_a_purge_is_taken_up_again_at_the_next_start (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) running = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteLoop) loop = add_loop_with_secret (fixture);
  OnsiteChange *change = onsite_change_new ();

  /* The clip that is not ended holds the purge until the end of the program. */
  fixture_begin_clip (fixture, fixture_get_take (running)->id, "c");
  onsite_change_purge_loop (change, loop->id);
  fixture_commit (fixture, change);
  fixture_close (fixture);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM loop"), ==, 2);

  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, NULL);
  wait_for_figure (fixture, "SELECT count (*) FROM loop", 1);
}

static void
test_a_closed_library_says_so (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (onsite_library_close (fixture->library, NULL));
  g_assert_true (onsite_library_close (fixture->library, NULL));
  g_assert_false (
      onsite_library_commit (fixture->library, make_session_change ("l", NULL), &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (onsite_library_list_loops (fixture->library, NULL, 1, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FAILED);
  g_clear_error (&error);
  onsite_library_load_loop_async (fixture->library, "l", NULL, keep_result, &result);
  fixture_wait_until (is_set, &result);
  g_assert_null (onsite_library_load_loop_finish (fixture->library, result, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FAILED);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/library/changes/a-commit-succeeds-without-waiting",
       test_a_commit_succeeds_without_waiting);
  add ("/library/changes/a-commit-that-fails-says-why", test_a_commit_that_fails_says_why);
  add ("/library/changes/a-commit-can-be-taken-back-while-it-waits",
       test_a_commit_can_be_taken_back_while_it_waits);
  add ("/library/changes/changes-are-committed-in-their-order",
       test_changes_are_committed_in_their_order);
  add ("/library/changes/each-change-is-told-with-its-loop",
       test_each_change_is_told_with_its_loop);
  add ("/library/changes/what-is-in-the-bin-can-be-taken-out",
       test_what_is_in_the_bin_can_be_taken_out);
  add ("/library/changes/what-is-purged-is-gone-from-the-file",
       test_what_is_purged_is_gone_from_the_file);
  add ("/library/changes/the-last-loop-takes-its-pack-with-it",
       test_the_last_loop_takes_its_pack_with_it);
  add ("/library/changes/the-bin-is-emptied-by-age", test_the_bin_is_emptied_by_age);
  add ("/library/changes/samples-in-the-bin-are-deleted-for-good",
       test_samples_in_the_bin_are_deleted_for_good);
  add ("/library/changes/a-purge-waits-for-the-end-of-a-clip",
       test_a_purge_waits_for_the_end_of_a_clip);
  add ("/library/changes/a-purge-is-taken-up-again-at-the-next-start",
       test_a_purge_is_taken_up_again_at_the_next_start);
  add ("/library/changes/a-closed-library-says-so", test_a_closed_library_says_so);

  return g_test_run ();
}
