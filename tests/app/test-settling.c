/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-settling.h"
#include "library-fixture.h"

/* Something that has something to keep; a test says when it is kept, or isn't. */
#define TEST_TYPE_HOLDER (test_holder_get_type ())
G_DECLARE_FINAL_TYPE (TestHolder, test_holder, TEST, HOLDER, GObject)

struct _TestHolder
{
  GObject parent_instance;

  GQueue attempts; /* of GTask */
};

G_DEFINE_FINAL_TYPE (TestHolder, test_holder, G_TYPE_OBJECT)

static void
test_holder_class_init (TestHolderClass *klass)
{
}

static void
test_holder_init (TestHolder *self)
{
  g_queue_init (&self->attempts);
}

static TestHolder *
test_holder_new (void)
{
  return g_object_new (TEST_TYPE_HOLDER, NULL);
}

static void
keep_async (gpointer object,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  TestHolder *self = TEST_HOLDER (object);

  g_queue_push_tail (&self->attempts, g_task_new (self, cancellable, callback, user_data));
}

static gboolean
keep_finish (gpointer object, GAsyncResult *result, GError **error)
{
  g_assert_true (g_task_is_valid (result, object));

  return g_task_propagate_boolean (G_TASK (result), error);
}

static const OnsiteSettlingFuncs funcs = { keep_async, keep_finish };

static void
succeed (TestHolder *holder)
{
  g_autoptr (GTask) task = g_queue_pop_head (&holder->attempts);

  g_task_return_boolean (task, TRUE);
  while (!g_task_get_completed (task))
    g_main_context_iteration (NULL, TRUE);
}

static void
fail (TestHolder *holder, int code)
{
  g_autoptr (GTask) task = g_queue_pop_head (&holder->attempts);

  g_task_return_new_error (task, G_IO_ERROR, code, "Not now");
  while (!g_task_get_completed (task))
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  OnsiteSettling *settling;
  guint n_not_kept;
} Desk;

/* What a wait came to. */
typedef struct
{
  gboolean is_over;
  GError *error;
} Outcome;

static void
not_kept_cb (Desk *desk)
{
  desk->n_not_kept++;
}

static void
set_up (Desk *desk, gconstpointer unused)
{
  desk->settling = onsite_settling_new ();
  g_signal_connect_swapped (desk->settling, "not-kept", G_CALLBACK (not_kept_cb), desk);
}

static void
tear_down (Desk *desk, gconstpointer unused)
{
  g_assert_finalize_object (desk->settling);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;
  const gboolean is_kept = onsite_settling_wait_finish (ONSITE_SETTLING (source),
                                                        result,
                                                        &outcome->error);

  g_assert_cmpint (is_kept, ==, outcome->error == NULL);
  outcome->is_over = TRUE;
}

static gboolean
is_over (gpointer data)
{
  return ((Outcome *) data)->is_over;
}

/* What is to be called back has been by then. */
static void
catch_up (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_goes_on (Outcome *outcome)
{
  catch_up ();
  g_assert_false (outcome->is_over);
}

static void
assert_kept (Outcome *outcome)
{
  fixture_wait_until (is_over, outcome);
  g_assert_no_error (outcome->error);
}

static void
assert_failed (Outcome *outcome, int code)
{
  fixture_wait_until (is_over, outcome);
  g_assert_error (outcome->error, G_IO_ERROR, code);
  g_clear_error (&outcome->error);
}

static void
where_nothing_is_to_be_kept_all_is (Desk *desk, gconstpointer unused)
{
  Outcome outcome = { 0 };

  onsite_settling_wait_async (desk->settling, waited_cb, &outcome);
  assert_kept (&outcome);
}

static void
what_was_let_go_of_is_held_and_waited_for_until_it_is_kept (Desk *desk, gconstpointer unused)
{
  TestHolder *holder = test_holder_new ();
  gpointer alive = holder;
  Outcome outcome = { 0 };

  g_object_add_weak_pointer (G_OBJECT (holder), &alive);
  onsite_settling_let_go (desk->settling, holder, &funcs);
  g_object_unref (holder);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcome);
  assert_goes_on (&outcome);
  g_assert_nonnull (alive);

  succeed (holder);
  assert_kept (&outcome);
  catch_up ();
  g_assert_null (alive);
  g_assert_cmpuint (desk->n_not_kept, ==, 0);
}

static void
what_could_not_be_kept_is_told_and_tried_again_by_each_wait (Desk *desk, gconstpointer unused)
{
  g_autoptr (TestHolder) holder = test_holder_new ();
  Outcome outcomes[3] = { 0 };

  onsite_settling_let_go (desk->settling, holder, &funcs);
  fail (holder, G_IO_ERROR_BUSY);
  g_assert_cmpuint (desk->n_not_kept, ==, 1);
  g_assert_cmpuint (holder->attempts.length, ==, 0);

  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[0]);
  fail (holder, G_IO_ERROR_NO_SPACE);
  assert_failed (&outcomes[0], G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (desk->n_not_kept, ==, 2);

  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[1]);
  succeed (holder);
  assert_kept (&outcomes[1]);

  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[2]);
  assert_kept (&outcomes[2]);
  g_assert_cmpuint (desk->n_not_kept, ==, 2);
}

static void
what_is_being_kept_is_not_tried_a_second_time_meanwhile (Desk *desk, gconstpointer unused)
{
  g_autoptr (TestHolder) holder = test_holder_new ();
  Outcome outcomes[2] = { 0 };

  onsite_settling_let_go (desk->settling, holder, &funcs);
  fail (holder, G_IO_ERROR_BUSY);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[0]);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[1]);
  g_assert_cmpuint (holder->attempts.length, ==, 1);

  succeed (holder);
  assert_kept (&outcomes[0]);
  assert_kept (&outcomes[1]);
}

static void
all_are_waited_for_though_one_has_failed (Desk *desk, gconstpointer unused)
{
  g_autoptr (TestHolder) failing = test_holder_new ();
  g_autoptr (TestHolder) slow = test_holder_new ();
  Outcome outcome = { 0 };

  onsite_settling_let_go (desk->settling, failing, &funcs);
  onsite_settling_let_go (desk->settling, slow, &funcs);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcome);
  fail (failing, G_IO_ERROR_NO_SPACE);
  assert_goes_on (&outcome);

  succeed (slow);
  assert_failed (&outcome, G_IO_ERROR_NO_SPACE);
}

static void
what_is_in_use_is_kept_by_each_wait_and_not_told_of (Desk *desk, gconstpointer unused)
{
  g_autoptr (TestHolder) holder = test_holder_new ();
  Outcome outcomes[2] = { 0 };

  onsite_settling_set_in_use (desk->settling, holder, &funcs);
  g_assert_cmpuint (holder->attempts.length, ==, 0);

  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[0]);
  fail (holder, G_IO_ERROR_NO_SPACE);
  assert_failed (&outcomes[0], G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (desk->n_not_kept, ==, 0);

  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[1]);
  succeed (holder);
  assert_kept (&outcomes[1]);
}

static void
of_two_attempts_the_last_one_counts (Desk *desk, gconstpointer unused)
{
  g_autoptr (TestHolder) holder = test_holder_new ();
  Outcome outcomes[2] = { 0 };

  onsite_settling_set_in_use (desk->settling, holder, &funcs);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[0]);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[1]);
  fail (holder, G_IO_ERROR_NO_SPACE);
  assert_goes_on (&outcomes[0]);

  succeed (holder);
  assert_kept (&outcomes[0]);
  assert_kept (&outcomes[1]);
}

static void
what_is_no_longer_in_use_is_let_go_of_once_it_is_kept (Desk *desk, gconstpointer unused)
{
  TestHolder *holder = test_holder_new ();
  Outcome outcomes[2] = { 0 };

  onsite_settling_set_in_use (desk->settling, holder, &funcs);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[0]);
  fail (holder, G_IO_ERROR_NO_SPACE);
  assert_failed (&outcomes[0], G_IO_ERROR_NO_SPACE);
  onsite_settling_set_in_use (desk->settling, NULL, NULL);

  onsite_settling_wait_async (desk->settling, waited_cb, &outcomes[1]);
  succeed (holder);
  assert_kept (&outcomes[1]);
  catch_up ();
  g_assert_finalize_object (holder);
}

static void
only_what_is_in_use_now_is_asked (Desk *desk, gconstpointer unused)
{
  TestHolder *before = test_holder_new ();
  g_autoptr (TestHolder) now = test_holder_new ();
  Outcome outcome = { 0 };

  onsite_settling_set_in_use (desk->settling, before, &funcs);
  onsite_settling_set_in_use (desk->settling, now, &funcs);
  g_assert_finalize_object (before);

  onsite_settling_wait_async (desk->settling, waited_cb, &outcome);
  succeed (now);
  assert_kept (&outcome);
}

static void
work_is_waited_for_until_it_has_come_to_its_end (Desk *desk, gconstpointer unused)
{
  g_autoptr (GCancellable) one = g_cancellable_new ();
  g_autoptr (GCancellable) other = g_cancellable_new ();
  Outcome outcome = { 0 };

  onsite_settling_add_work (desk->settling, one);
  onsite_settling_add_work (desk->settling, other);
  onsite_settling_wait_async (desk->settling, waited_cb, &outcome);
  onsite_settling_give_up_works (desk->settling);
  g_assert_true (g_cancellable_is_cancelled (one));
  g_assert_true (g_cancellable_is_cancelled (other));

  onsite_settling_remove_work (desk->settling, one);
  assert_goes_on (&outcome);
  onsite_settling_remove_work (desk->settling, other);
  assert_kept (&outcome);
}

typedef struct
{
  Outcome first;
  Outcome second;
  TestHolder *holder;
} Again;

static void
wait_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Again *again = user_data;

  waited_cb (source, result, &again->first);
  onsite_settling_let_go (ONSITE_SETTLING (source), again->holder, &funcs);
  onsite_settling_wait_async (ONSITE_SETTLING (source), waited_cb, &again->second);
}

static void
whoever_waited_may_let_go_of_more_and_wait_again (Desk *desk, gconstpointer unused)
{
  g_autoptr (GCancellable) work = g_cancellable_new ();
  Again again = { .holder = test_holder_new () };
  Outcome other = { 0 };

  onsite_settling_add_work (desk->settling, work);
  onsite_settling_wait_async (desk->settling, wait_again_cb, &again);
  onsite_settling_wait_async (desk->settling, waited_cb, &other);
  onsite_settling_remove_work (desk->settling, work);
  assert_kept (&again.first);
  assert_kept (&other);
  assert_goes_on (&again.second);

  succeed (again.holder);
  assert_kept (&again.second);
  catch_up ();
  g_assert_finalize_object (again.holder);
}

#define ADD(test) g_test_add ("/app/settling/" #test, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (where_nothing_is_to_be_kept_all_is);
  ADD (what_was_let_go_of_is_held_and_waited_for_until_it_is_kept);
  ADD (what_could_not_be_kept_is_told_and_tried_again_by_each_wait);
  ADD (what_is_being_kept_is_not_tried_a_second_time_meanwhile);
  ADD (all_are_waited_for_though_one_has_failed);
  ADD (what_is_in_use_is_kept_by_each_wait_and_not_told_of);
  ADD (of_two_attempts_the_last_one_counts);
  ADD (what_is_no_longer_in_use_is_let_go_of_once_it_is_kept);
  ADD (only_what_is_in_use_now_is_asked);
  ADD (work_is_waited_for_until_it_has_come_to_its_end);
  ADD (whoever_waited_may_let_go_of_more_and_wait_again);

  return g_test_run ();
}
