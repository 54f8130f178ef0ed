/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "fakes/fault-vfs.h"
#include "onsite-wait.h"
#include "rehearsal/onsite-scribe.h"
#include "stage.h"

static OnsiteChange *
make_change (Stage *stage, const char *session)
{
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, stage->loop, session);
  return change;
}

static void
assert_kept (Stage *stage, const char *session)
{
  g_autoptr (OnsiteStoredLoop) stored = stage_load (stage);

  g_assert_cmpstr (stored->session, ==, session);
}

static void
test_a_change_that_fails_is_tried_again_and_those_after_it_wait (void)
{
  Stage stage;
  g_autoptr (OnsiteScribe) scribe = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  scribe = onsite_scribe_new (stage.library);
  fault_vfs_set_full (TRUE);
  onsite_scribe_write (scribe, make_change (&stage, "first"));
  onsite_scribe_write (scribe, make_change (&stage, "second"));
  onsite_wait_for (onsite_scribe_get_trouble (scribe) != NULL);
  fault_vfs_set_full (FALSE);
  onsite_wait_for (onsite_scribe_get_trouble (scribe) == NULL);

  onsite_wait_finalize (g_steal_pointer (&scribe));
  assert_kept (&stage, "second");
  stage_clear (&stage);
}

static void
test_a_flush_tells_what_keeps_it_from_the_disk (void)
{
  Stage stage;
  g_autoptr (OnsiteScribe) scribe = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GAsyncResult) flushed = NULL;
  g_autoptr (GError) error = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  scribe = onsite_scribe_new (stage.library);
  fault_vfs_set_full (TRUE);
  onsite_scribe_write (scribe, make_change (&stage, "kept"));
  onsite_scribe_flush_async (scribe, NULL, onsite_wait_take_result, &failed);
  onsite_wait_for (failed != NULL);
  g_assert_false (onsite_scribe_flush_finish (scribe, failed, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);

  fault_vfs_set_full (FALSE);
  onsite_scribe_flush_async (scribe, NULL, onsite_wait_take_result, &flushed);
  onsite_wait_for (flushed != NULL);
  g_clear_error (&error);
  onsite_scribe_flush_finish (scribe, flushed, &error);
  g_assert_no_error (error);

  g_clear_object (&failed);
  g_clear_object (&flushed);
  onsite_wait_finalize (g_steal_pointer (&scribe));
  assert_kept (&stage, "kept");
  stage_clear (&stage);
}

static void
test_what_was_written_is_kept_when_nobody_holds_the_scribe (void)
{
  Stage stage;
  OnsiteScribe *scribe;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  scribe = onsite_scribe_new (stage.library);
  fault_vfs_set_full (TRUE);
  onsite_scribe_write (scribe, make_change (&stage, "first"));
  onsite_scribe_write (scribe, make_change (&stage, "second"));
  onsite_wait_for (onsite_scribe_get_trouble (scribe) != NULL);
  g_object_add_weak_pointer (G_OBJECT (scribe), (gpointer *) &scribe);
  g_object_unref (scribe);
  g_assert_nonnull (scribe);
  fault_vfs_set_full (FALSE);
  onsite_wait_for (scribe == NULL);

  assert_kept (&stage, "second");
  stage_clear (&stage);
}

static OnsiteChange *
make_refused_change (void)
{
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, "a loop that is gone", "{}");
  return change;
}

/* An answer that says of itself what the library's table of takes says already. */
static OnsiteChange *
make_contradiction (Stage *stage)
{
  g_autoptr (OnsiteStoredLoop) stored = stage_load (stage);
  const OnsiteRound *round = g_ptr_array_index (stored->loop->rounds, 0);
  const OnsiteAnswer *answer = g_ptr_array_index (round->answers, 0);
  g_autoptr (OnsiteTake) take = onsite_take_new ();
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_take (change, answer->id, take);
  onsite_change_add_take (change, answer->id, take);
  return change;
}

static void
flush (OnsiteScribe *scribe, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_scribe_flush_async (scribe, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  onsite_scribe_flush_finish (scribe, result, error);
}

static void
assert_set_aside (Stage *stage, OnsiteChange *refused, int code)
{
  g_autoptr (OnsiteScribe) scribe = onsite_scribe_new (stage->library);
  g_autoptr (GError) error = NULL;
  const guint64 first = onsite_scribe_write (scribe, make_change (stage, "first"));
  const guint64 second = onsite_scribe_write (scribe, refused);
  const guint64 third = onsite_scribe_write (scribe, make_change (stage, "third"));

  flush (scribe, &error);
  g_assert_error (error, ONSITE_LIBRARY_ERROR, code);
  g_assert_cmpstr (onsite_scribe_get_trouble (scribe), ==, error->message);
  g_assert_true (onsite_scribe_has_written (scribe, first));
  g_assert_false (onsite_scribe_has_written (scribe, second));
  g_assert_true (onsite_scribe_has_written (scribe, third));
  assert_kept (stage, "third");

  /* It was told, and keeps nobody any longer. */
  g_clear_error (&error);
  flush (scribe, &error);
  g_assert_no_error (error);
  onsite_wait_finalize (g_steal_pointer (&scribe));
}

static void
test_what_the_library_refuses_for_good_is_set_aside_and_told (void)
{
  Stage stage;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  assert_set_aside (&stage, make_refused_change (), ONSITE_LIBRARY_ERROR_NOT_FOUND);
  assert_set_aside (&stage, make_contradiction (&stage), ONSITE_LIBRARY_ERROR_REFUSED);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  g_test_add_func ("/scribe/a-change-that-fails-is-tried-again-and-those-after-it-wait",
                   test_a_change_that_fails_is_tried_again_and_those_after_it_wait);
  g_test_add_func ("/scribe/a-flush-tells-what-keeps-it-from-the-disk",
                   test_a_flush_tells_what_keeps_it_from_the_disk);
  g_test_add_func ("/scribe/what-was-written-is-kept-when-nobody-holds-the-scribe",
                   test_what_was_written_is_kept_when_nobody_holds_the_scribe);
  g_test_add_func ("/scribe/what-the-library-refuses-for-good-is-set-aside-and-told",
                   test_what_the_library_refuses_for_good_is_set_aside_and_told);

  return g_test_run ();
}
