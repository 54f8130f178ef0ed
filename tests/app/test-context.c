/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <string.h>

#include "app/onsite-caretaker.h"
#include "app/onsite-context.h"
#include "app/onsite-start.h"
#include "fakes/fault-vfs.h"
#include "library-fixture.h"
#include "loop/onsite-plan.h"
#include "upkeep/onsite-backups.h"

#define WORK_MS 300

typedef struct
{
  char *folder;
  GSettings *settings;
  OnsiteContext *context;
  char *loop;
  guint n_not_kept;
} Desk;

static gboolean
is_ready (gpointer data)
{
  return onsite_context_get_state (((Desk *) data)->context) == ONSITE_CONTEXT_READY;
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

static void
not_kept_cb (Desk *desk)
{
  desk->n_not_kept++;
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  g_autofree char *pack = g_test_build_filename (G_TEST_DIST,
                                                 "fixtures",
                                                 "packs",
                                                 "tiny.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (pack);
  g_autofree char *library = NULL;

  desk->folder = g_dir_make_tmp ("onsite-context-XXXXXX", NULL);
  library = g_build_filename (desk->folder, "library.onsite", NULL);
  desk->settings = g_settings_new ("io.github.onsite.Onsite");
  desk->context = onsite_context_new (desk->settings, library, file);
  g_signal_connect_swapped (onsite_context_get_settling (desk->context),
                            "not-kept",
                            G_CALLBACK (not_kept_cb),
                            desk);
  onsite_context_open (desk->context);
  fixture_wait_until (is_ready, desk);
}

static gboolean
close_context (Desk *desk, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_context_close_async (desk->context, keep_result, &result);
  fixture_wait_until (has_come, &result);

  return onsite_context_close_finish (desk->context, result, error);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", desk->folder);

  fault_vfs_reset ();
  g_assert_true (close_context (desk, NULL));
  g_assert_finalize_object (desk->context);
  g_clear_object (&desk->settings);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  g_clear_pointer (&desk->folder, g_free);
  g_clear_pointer (&desk->loop, g_free);
}

static OnsiteLoop *
plan (Desk *desk)
{
  const OnsitePlanRequest request = {
    .pack = onsite_context_get_pack (desk->context),
    .level = "L5",
    .mode = ONSITE_MODE_ONSITE,
    .kind = ONSITE_LOOP_KIND_WHOLE,
    .seed = 1,
  };
  g_autoptr (GError) error = NULL;
  OnsiteLoop *loop = onsite_plan_loop (&request, &error);

  g_assert_no_error (error);
  loop->created_at_us = 1;

  return loop;
}

static OnsiteRehearsal *
start (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteLoop *loop = plan (desk);
  OnsiteRehearsal *rehearsal;

  desk->loop = g_strdup (loop->id);
  onsite_start_loop_async (desk->context, loop, NULL, keep_result, &result);
  fixture_wait_until (has_come, &result);
  rehearsal = onsite_start_finish (desk->context, result, &error);
  g_assert_no_error (error);

  return rehearsal;
}

static gboolean
settle (Desk *desk, GError **error)
{
  OnsiteSettling *settling = onsite_context_get_settling (desk->context);
  g_autoptr (GAsyncResult) result = NULL;

  onsite_settling_wait_async (settling, keep_result, &result);
  fixture_wait_until (has_come, &result);

  return onsite_settling_wait_finish (settling, result, error);
}

typedef struct
{
  OnsiteContext *context;
  GCancellable *cancellable;
  gboolean is_done;
} Work;

static gboolean
end_work (gpointer data)
{
  Work *work = data;

  g_assert_true (g_cancellable_is_cancelled (work->cancellable));
  work->is_done = TRUE;
  onsite_settling_remove_work (onsite_context_get_settling (work->context), work->cancellable);

  return G_SOURCE_REMOVE;
}

/* For a while, in which a library that waits for nothing is closed long since. */
static void
work_is_given_up_and_waited_for_as_it_is_closed (Desk *desk, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Work work = { desk->context, cancellable, FALSE };

  onsite_settling_add_work (onsite_context_get_settling (desk->context), cancellable);
  g_timeout_add (WORK_MS, end_work, &work);
  g_assert_true (close_context (desk, &error));
  g_assert_no_error (error);
  g_assert_true (work.is_done);
}

static const char *
get_vote (OnsiteLoop *loop)
{
  return ((OnsiteRound *) g_ptr_array_index (loop->rounds, 0))->vote;
}

static void
what_was_left_on_a_full_disk_is_kept_once_there_is_room (Desk *desk, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal = start (desk);

  fault_vfs_set_full (TRUE);
  onsite_rehearsal_set_vote (rehearsal, 0, "hire");
  onsite_context_end_rehearsal (desk->context);
  g_assert_false (settle (desk, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);
  g_assert_cmpuint (desk->n_not_kept, ==, 1);

  fault_vfs_set_full (FALSE);
  g_assert_true (settle (desk, NULL));
  stored = onsite_library_load_loop (onsite_context_get_library (desk->context), desk->loop, NULL);
  g_assert_cmpstr (get_vote (stored->loop), ==, "hire");
}

static void
closing_tells_what_is_not_kept_and_can_be_tried_again (Desk *desk, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal = start (desk);

  fault_vfs_set_full (TRUE);
  onsite_rehearsal_set_vote (rehearsal, 0, "hire");
  g_assert_false (close_context (desk, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);

  fault_vfs_set_full (FALSE);
  g_assert_true (close_context (desk, NULL));
}

static void
going_on_waits_for_what_left_the_loop (Desk *desk, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal = start (desk);

  onsite_rehearsal_set_vote (rehearsal, 0, "no");
  onsite_rehearsal_set_vote (rehearsal, 0, NULL);
  onsite_rehearsal_set_vote (rehearsal, 0, "hire");
  onsite_context_end_rehearsal (desk->context);
  onsite_start_again_async (desk->context, desk->loop, NULL, keep_result, &result);
  fixture_wait_until (has_come, &result);
  rehearsal = onsite_start_finish (desk->context, result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (get_vote (onsite_rehearsal_get_loop (rehearsal)), ==, "hire");
}

static void
closing_waits_for_edits (Desk *desk, gconstpointer unused)
{
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autofree char *path = NULL;
  OnsiteRehearsal *rehearsal = start (desk);
  OnsiteRound *round = onsite_rehearsal_get_round (rehearsal);

  path = g_strdup (onsite_context_get_library_path (desk->context));
  for (guint i = 0; i < 20; i++)
    {
      OnsiteChange *change = onsite_change_new ();

      g_free (round->vote);
      round->vote = g_strdup_printf ("%u", i);
      onsite_change_update_round (change, round);
      onsite_scribe_write (onsite_context_get_scribe (desk->context), change);
    }
  g_assert_true (close_context (desk, NULL));

  library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_DEFAULT, NULL);
  stored = onsite_library_load_loop (library, desk->loop, NULL);
  g_assert_cmpstr (get_vote (stored->loop), ==, "19");
  g_assert_true (onsite_library_close (library, NULL));
}

static void
there_is_one_rehearsal_at_a_time (Desk *desk, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  OnsiteRehearsal *rehearsal = start (desk);

  g_assert_null (onsite_context_rehearse (desk->context,
                                          plan (desk),
                                          onsite_context_get_pack (desk->context),
                                          NULL,
                                          &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (onsite_context_get_rehearsal (desk->context) == rehearsal);
}

static gboolean
is_idle (gpointer data)
{
  return !onsite_caretaker_get_busy (onsite_context_get_caretaker (((Desk *) data)->context));
}

static guint
count_backups (Desk *desk)
{
  g_autoptr (GPtrArray) backups = onsite_backups_list (
      onsite_context_get_library_path (desk->context));

  return backups->len;
}

static void
no_backup_is_made_while_a_loop_runs (Desk *desk, gconstpointer unused)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (desk->context);

  start (desk);
  onsite_caretaker_back_up (caretaker);
  g_assert_true (is_idle (desk));
  g_assert_cmpuint (count_backups (desk), ==, 0);

  onsite_context_end_rehearsal (desk->context);
  g_assert_true (settle (desk, NULL));
  onsite_caretaker_back_up (caretaker);
  g_assert_false (is_idle (desk));
  fixture_wait_until (is_idle, desk);
  g_assert_cmpuint (count_backups (desk), ==, 1);
}

static void
a_backup_that_fails_says_why (Desk *desk, gconstpointer unused)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (desk->context);

  fault_vfs_set_full (TRUE);
  onsite_caretaker_back_up (caretaker);
  fixture_wait_until (is_idle, desk);
  fault_vfs_set_full (FALSE);

  g_assert_cmpuint (count_backups (desk), ==, 0);
  g_assert_nonnull (strstr (onsite_caretaker_get_status (caretaker), "no space left"));
  onsite_caretaker_back_up (caretaker);
  fixture_wait_until (is_idle, desk);
  g_assert_null (strstr (onsite_caretaker_get_status (caretaker), "no space left"));
}

/* What stops a backup in the middle: nothing is written to one while this is held. */
static struct
{
  GMutex mutex;
  GCond changed;
  gboolean is_held;
  gboolean is_reached;
} gate;

static guint
watch_open (const char *path, gboolean syncs_folder)
{
  return strstr (path, "-backups/") != NULL ? 1 : 0;
}

static void
watch_write (guint file, const void *data, gsize size, gint64 offset)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (file != 1)
    return;

  locker = g_mutex_locker_new (&gate.mutex);
  gate.is_reached = TRUE;
  while (gate.is_held)
    g_cond_wait (&gate.changed, &gate.mutex);
}

static void
ignore_truncate (guint file, gint64 size)
{
}

static void
ignore_sync (guint file)
{
}

static void
ignore_delete (const char *path, gboolean syncs_folder)
{
}

static const FaultVfsWatcher watcher = {
  watch_open, watch_write, ignore_truncate, ignore_sync, ignore_delete,
};

static void
hold_gate (gboolean is_held)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&gate.mutex);

  gate.is_held = is_held;
  gate.is_reached = FALSE;
  g_cond_broadcast (&gate.changed);
}

static gboolean
is_gate_reached (gpointer data)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&gate.mutex);

  return gate.is_reached;
}

static void
begin_backup_that_waits (Desk *desk)
{
  hold_gate (TRUE);
  onsite_caretaker_back_up (onsite_context_get_caretaker (desk->context));
  fixture_wait_until (is_gate_reached, NULL);
}

static void
a_loop_that_begins_breaks_off_a_backup (Desk *desk, gconstpointer unused)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (desk->context);
  const char *library = onsite_context_get_library_path (desk->context);
  g_autofree char *folder = onsite_backups_dup_folder (library);
  g_autoptr (GDir) dir = NULL;

  begin_backup_that_waits (desk);
  start (desk);
  hold_gate (FALSE);
  fixture_wait_until (is_idle, desk);

  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  /* It's no fault: it comes later. */
  g_assert_null (strchr (onsite_caretaker_get_status (caretaker), '\n'));
}

static gboolean
holds_loop (Desk *desk, const char *path)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));

  return memmem (data, size, desk->loop, strlen (desk->loop)) != NULL;
}

static void
purge_loop (Desk *desk)
{
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GAsyncResult) result = NULL;

  onsite_change_purge_loop (change, desk->loop);
  onsite_library_commit_async (onsite_context_get_library (desk->context),
                               change,
                               NULL,
                               keep_result,
                               &result);
  fixture_wait_until (has_come, &result);
  g_assert_true (
      onsite_library_commit_finish (onsite_context_get_library (desk->context), result, NULL));
}

static void
what_is_deleted_for_good_is_in_no_backup_that_was_being_made (Desk *desk, gconstpointer unused)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (desk->context);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const OnsiteBackup *backup;

  start (desk);
  onsite_context_end_rehearsal (desk->context);
  g_assert_true (settle (desk, NULL));
  onsite_caretaker_back_up (caretaker);
  fixture_wait_until (is_idle, desk);
  backups = onsite_backups_list (onsite_context_get_library_path (desk->context));
  backup = g_ptr_array_index (backups, 0);
  g_assert_true (holds_loop (desk, backup->path));

  begin_backup_that_waits (desk);
  purge_loop (desk);
  onsite_caretaker_forget_async (caretaker, desk->loop, keep_result, &result);
  hold_gate (FALSE);
  fixture_wait_until (has_come, &result);
  g_assert_true (onsite_caretaker_forget_finish (caretaker, result, &error));
  g_assert_no_error (error);
  fixture_wait_until (is_idle, desk);

  g_assert_false (holds_loop (desk, backup->path));
  g_assert_cmpuint (count_backups (desk), ==, 1);
}

static void
a_library_in_a_loop_is_not_let_go_of (Desk *desk, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  start (desk);
  onsite_context_release_async (desk->context, keep_result, &result);
  fixture_wait_until (has_come, &result);
  g_assert_false (onsite_context_release_finish (desk->context, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (is_ready (desk));
}

static void
a_library_that_was_let_go_of_opens_where_it_is_by_then (Desk *desk, gconstpointer unused)
{
  OnsiteCaretaker *caretaker = onsite_context_get_caretaker (desk->context);
  g_autofree char *folder = g_build_filename (desk->folder, "elsewhere", NULL);
  g_autofree char *expected = g_build_filename (folder, "library.onsite", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GAsyncResult) released = NULL;
  g_autoptr (GAsyncResult) moved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  onsite_context_release_async (desk->context, keep_result, &released);
  fixture_wait_until (has_come, &released);
  g_assert_true (onsite_context_release_finish (desk->context, released, &error));
  g_assert_null (onsite_context_get_library (desk->context));

  onsite_caretaker_move_async (caretaker, folder, FALSE, keep_result, &moved);
  fixture_wait_until (has_come, &moved);
  g_assert_true (onsite_caretaker_move_finish (caretaker, moved, &path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, expected);
  onsite_context_open_at (desk->context, path);
  fixture_wait_until (is_ready, desk);
  g_assert_cmpstr (onsite_context_get_library_path (desk->context), ==, expected);
}

#define ADD(test) g_test_add ("/app/context/" #test, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install_watched (&watcher);

  ADD (what_was_left_on_a_full_disk_is_kept_once_there_is_room);
  ADD (closing_tells_what_is_not_kept_and_can_be_tried_again);
  ADD (going_on_waits_for_what_left_the_loop);
  ADD (closing_waits_for_edits);
  ADD (work_is_given_up_and_waited_for_as_it_is_closed);
  ADD (there_is_one_rehearsal_at_a_time);
  ADD (no_backup_is_made_while_a_loop_runs);
  ADD (a_backup_that_fails_says_why);
  ADD (a_loop_that_begins_breaks_off_a_backup);
  ADD (what_is_deleted_for_good_is_in_no_backup_that_was_being_made);
  ADD (a_library_in_a_loop_is_not_let_go_of);
  ADD (a_library_that_was_let_go_of_opens_where_it_is_by_then);

  return g_test_run ();
}
