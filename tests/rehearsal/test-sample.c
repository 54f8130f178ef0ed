/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>
#include <sqlite3.h>

#include "fakes/fault-vfs.h"
#include "onsite-wait.h"
#include "rehearsal/onsite-sample-maker.h"
#include "stage.h"

typedef struct
{
  GCancellable *cancellable; /* (nullable) */
  double cancel_at;          /* how far it is when it is cancelled */
  gboolean fills_disk;       /* full from the first step on */
  guint n_steps;
  double fraction;
  gboolean falls; /* a step went back */
} Watch;

static void
step_cb (double fraction, gpointer user_data)
{
  Watch *watch = user_data;

  watch->falls |= fraction <= watch->fraction;
  watch->fraction = fraction;
  watch->n_steps++;
  if (watch->cancellable && fraction >= watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
  if (watch->fills_disk)
    fault_vfs_set_full (TRUE);
}

static char *
make_sample (Stage *stage, Watch *watch, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  onsite_sample_make_async (stage->library,
                            stage->pack,
                            step_cb,
                            watch,
                            watch->cancellable,
                            onsite_wait_take_result,
                            &result);
  onsite_wait_for (result != NULL);

  return onsite_sample_make_finish (stage->library, result, error);
}

static guint
count_samples (Stage *stage)
{
  g_autoptr (GPtrArray) loops = onsite_library_list_loops (stage->library, NULL, 100, NULL);
  guint n_samples = 0;

  for (guint i = 0; i < loops->len; i++)
    n_samples += ((const OnsiteLoopSummary *) g_ptr_array_index (loops, i))->sample;

  return n_samples;
}

/* In the file, and so in the bin too, which is emptied piece by piece. */
static int
count_kept (Stage *stage)
{
  sqlite3 *database;
  sqlite3_stmt *statement;
  int n_kept;

  g_assert_cmpint (sqlite3_open (onsite_library_get_path (stage->library), &database),
                   ==,
                   SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (database, "SELECT count(*) FROM loop WHERE sample", -1, &statement, NULL),
      ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n_kept = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return n_kept;
}

static void
assert_spoken (const OnsiteLoop *loop)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteTake *take = onsite_answer_get_current_take (
              g_ptr_array_index (round->answers, j));

          for (guint k = 0; k < take->turns->len; k++)
            {
              const OnsiteTurn *turn = g_ptr_array_index (take->turns, k);

              g_assert_nonnull (turn->clip);
              g_assert_cmpint (turn->clip->n_samples, >, ONSITE_SAMPLE_RATE);
            }
        }
    }
}

static void
test_a_sample_is_whole_and_told_step_by_step (void)
{
  Stage stage;
  Watch watch = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  g_autofree char *sample = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  sample = make_sample (&stage, &watch, &error);
  g_assert_no_error (error);
  stored = onsite_library_load_loop (stage.library, sample, &error);
  g_assert_no_error (error);

  g_assert_true (stored->loop->sample);
  g_assert_cmpint (stored->loop->state, ==, ONSITE_LOOP_STATE_FINISHED);
  g_assert_cmpint (stored->loop->deleted_at_us, ==, 0);
  assert_spoken (stored->loop);
  g_assert_cmpuint (count_samples (&stage), ==, 1);
  g_assert_cmpuint (watch.n_steps, >, 2);
  g_assert_false (watch.falls);
  g_assert_cmpfloat (watch.fraction, ==, 1);
  stage_clear (&stage);
}

static void
test_a_sample_is_no_part_of_the_past (void)
{
  Stage stage;
  Watch watch = { 0 };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *sample = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  before = onsite_library_read_history (stage.library, onsite_pack_get_id (stage.pack), NULL);
  sample = make_sample (&stage, &watch, NULL);
  after = onsite_library_read_history (stage.library, onsite_pack_get_id (stage.pack), NULL);

  g_assert_nonnull (sample);
  g_assert_cmpuint (after->len, ==, before->len);
  stage_clear (&stage);
}

/* In this thread, so that nothing goes on while a step is told. */
static void
cancel_at (double fraction)
{
  Stage stage;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { .cancellable = cancellable, .cancel_at = fraction };
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  sample = onsite_sample_make (stage.library, stage.pack, step_cb, &watch, cancellable, &error);

  g_assert_null (sample);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (watch.fraction, <=, MAX (fraction, 0.5));
  onsite_wait_for (count_kept (&stage) == 0);
  stage_clear (&stage);
}

static void
test_a_cancelled_sample_is_not_made_any_further (void)
{
  cancel_at (0);
}

static void
test_a_sample_can_be_cancelled_to_the_last (void)
{
  cancel_at (1);
}

static void
test_a_full_disk_is_told_and_leaves_no_sample (void)
{
  Stage stage;
  Watch watch = { .fills_disk = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;

  stage_set (&stage, ONSITE_MODE_ONSITE, FALSE);
  sample = make_sample (&stage, &watch, &error);
  fault_vfs_set_full (FALSE);

  g_assert_null (sample);
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_FULL);
  g_assert_cmpuint (count_samples (&stage), ==, 0);

  /* What it left in the bin is in nobody's way, and goes with the next one. */
  g_assert_cmpint (count_kept (&stage), ==, 1);
  g_clear_error (&error);
  watch = (Watch){ 0 };
  sample = make_sample (&stage, &watch, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_samples (&stage), ==, 1);
  onsite_wait_for (count_kept (&stage) == 1);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  g_test_add_func ("/sample/a-sample-is-whole-and-told-step-by-step",
                   test_a_sample_is_whole_and_told_step_by_step);
  g_test_add_func ("/sample/a-sample-is-no-part-of-the-past", test_a_sample_is_no_part_of_the_past);
  g_test_add_func ("/sample/a-cancelled-sample-is-not-made-any-further",
                   test_a_cancelled_sample_is_not_made_any_further);
  g_test_add_func ("/sample/a-sample-can-be-cancelled-to-the-last",
                   test_a_sample_can_be_cancelled_to_the_last);
  g_test_add_func ("/sample/a-full-disk-is-told-and-leaves-no-sample",
                   test_a_full_disk_is_told_and_leaves_no_sample);

  return g_test_run ();
}
