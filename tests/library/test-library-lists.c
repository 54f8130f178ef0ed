/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"

static OnsiteTake *
add_take (OnsiteLoop *loop, guint answer, gint64 created_at_us)
{
  OnsiteTake *take = onsite_take_new ();

  take->created_at_us = created_at_us;
  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, "?"));
  g_ptr_array_add (fixture_get_answer (loop, 0, answer)->takes, take);

  return take;
}

static void
claim (OnsiteTake *take, OnsiteTargetKind kind, const char *target, OnsiteSource source)
{
  g_ptr_array_add (take->evidence, onsite_evidence_new (kind, target, source));
}

static void
set_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
add_loops (Fixture *fixture, guint n_loops)
{
  for (guint i = 0; i < n_loops; i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);

      /* Three at the same moment. */
      loop->created_at_us = 1000 + i / 3;
      fixture_add_loop (fixture, loop);
    }
}

static void
test_loops_are_listed_page_by_page_newest_first (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) page = NULL;
  gint64 last = G_MAXINT64;

  add_loops (fixture, 25);
  do
    {
      const OnsiteLoopSummary *after = page != NULL ? g_ptr_array_index (page, page->len - 1)
                                                    : NULL;
      g_autoptr (GError) error = NULL;
      GPtrArray *next = onsite_library_list_loops (fixture->library, after, 4, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (next->len, <=, 4);
      for (guint i = 0; i < next->len; i++)
        {
          const OnsiteLoopSummary *summary = g_ptr_array_index (next, i);

          g_assert_cmpint (summary->created_at_us, <=, last);
          last = summary->created_at_us;
          g_assert_true (g_hash_table_add (seen, g_strdup (summary->id)));
        }
      g_clear_pointer (&page, g_ptr_array_unref);
      page = next;
    }
  while (page->len > 0);

  g_assert_cmpuint (g_hash_table_size (seen), ==, 25);
}

static void
test_a_summary_counts_the_takes_that_count (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (2, 3);
  g_autoptr (GPtrArray) page = NULL;
  OnsiteChange *change = onsite_change_new ();
  OnsiteRound *round = g_ptr_array_index (loop->rounds, 0);
  OnsiteTake *first = add_take (loop, 0, 1);
  OnsiteTake *current = add_take (loop, 0, 2);
  OnsiteTake *other = add_take (loop, 1, 3);
  OnsiteLoopSummary *summary;

  round->ended_at_us = 9;
  claim (first, ONSITE_TARGET_PRINCIPLE, "frugality", ONSITE_SOURCE_CLAIMED);
  g_ptr_array_add (first->ratings, onsite_rating_new ("depth", 1));
  claim (current, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  claim (current, ONSITE_TARGET_CHECKLIST, "stories", ONSITE_SOURCE_CLAIMED);
  claim (current, ONSITE_TARGET_PRINCIPLE, "think-big", ONSITE_SOURCE_HEARD);
  claim (current, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_COACH);
  claim (current, ONSITE_TARGET_PRINCIPLE, "earn-trust", ONSITE_SOURCE_COACH);
  claim (first, ONSITE_TARGET_PRINCIPLE, "bias", ONSITE_SOURCE_COACH);
  g_ptr_array_add (current->ratings, onsite_rating_new ("depth", 4));
  claim (other, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  claim (other, ONSITE_TARGET_PRINCIPLE, "dive-deep", ONSITE_SOURCE_CLAIMED);
  g_ptr_array_add (other->ratings, onsite_rating_new ("depth", 3));
  fixture_add_loop (fixture, loop);
  onsite_change_set_session (change, loop->id, "{}");
  fixture_commit (fixture, change);

  fixture_begin_clip (fixture, first->id, "c1");
  fixture_append (fixture, "c1", 0, 50);
  onsite_library_end_clip (fixture->library, "c1", 50 * CHUNK_SAMPLES);
  fixture_begin_clip (fixture, current->id, "c2");
  fixture_append (fixture, "c2", 0, 20);
  onsite_library_end_clip (fixture->library, "c2", 20 * CHUNK_SAMPLES);
  fixture_reopen (fixture);

  page = onsite_library_list_loops (fixture->library, NULL, 10, NULL);
  g_assert_cmpuint (page->len, ==, 1);
  summary = g_ptr_array_index (page, 0);
  g_assert_cmpstr (summary->id, ==, loop->id);
  g_assert_cmpstr (summary->pack_id, ==, "test");
  g_assert_cmpstr (summary->level, ==, "l6");
  g_assert_cmpuint (summary->n_rounds, ==, 2);
  g_assert_cmpuint (summary->n_rounds_ended, ==, 1);
  g_assert_cmpuint (summary->n_answers, ==, 6);
  g_assert_cmpuint (summary->n_answered, ==, 1);
  g_assert_cmpuint (summary->n_principles_covered, ==, 3);
  g_assert_cmpuint (summary->n_checklist_covered, ==, 1);
  g_assert_cmpfloat (summary->mean_score, ==, 3.5);
  g_assert_cmpint (summary->talk_ms, ==, 2000);
  g_assert_true (summary->has_session);
}

static void
test_history_tells_what_was_asked_and_covered (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 3);
  g_autoptr (OnsiteLoop) sample = fixture_make_loop (1, 1);
  g_autoptr (OnsiteLoop) binned = fixture_make_loop (1, 1);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const char *covered[] = { "dive-deep", "ownership", NULL };
  OnsiteTake *take;
  OnsiteHistoryItem *item;

  add_take (loop, 0, 50);
  take = add_take (loop, 1, 40);
  claim (take, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_COACH);
  claim (take, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  claim (take, ONSITE_TARGET_PRINCIPLE, "dive-deep", ONSITE_SOURCE_CLAIMED);
  claim (take, ONSITE_TARGET_PRINCIPLE, "think-big", ONSITE_SOURCE_HEARD);
  claim (take, ONSITE_TARGET_CHECKLIST, "stories", ONSITE_SOURCE_CLAIMED);
  sample->sample = TRUE;
  add_take (sample, 0, 10);
  binned->deleted_at_us = 5;
  add_take (binned, 0, 20);
  fixture_add_loop (fixture, loop);
  fixture_add_loop (fixture, sample);
  fixture_add_loop (fixture, binned);

  history = onsite_library_read_history (fixture->library, "test", NULL);
  g_assert_cmpuint (history->len, ==, 2);
  item = g_ptr_array_index (history, 0);
  g_assert_cmpstr (item->question, ==, "q0.1");
  g_assert_cmpint (item->asked_at_us, ==, 40);
  g_assert_true (g_strv_equal ((const char *const *) item->covered, covered));
  item = g_ptr_array_index (history, 1);
  g_assert_cmpstr (item->question, ==, "q0.0");
  g_assert_cmpuint (g_strv_length (item->covered), ==, 0);

  none = onsite_library_read_history (fixture->library, "another", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

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
test_covered_is_what_the_takes_that_count_cover (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 2);
  g_autoptr (OnsiteLoop) sample = fixture_make_loop (1, 1);
  g_autoptr (OnsiteLoop) binned = fixture_make_loop (1, 1);
  g_auto (GStrv) covered = NULL;
  OnsiteTake *current;

  claim (add_take (loop, 0, 1), ONSITE_TARGET_PRINCIPLE, "frugality", ONSITE_SOURCE_CLAIMED);
  current = add_take (loop, 0, 2);
  claim (current, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  claim (current, ONSITE_TARGET_PRINCIPLE, "think-big", ONSITE_SOURCE_HEARD);
  claim (current, ONSITE_TARGET_CHECKLIST, "stories", ONSITE_SOURCE_CLAIMED);
  current = add_take (loop, 1, 3);
  claim (current, ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED);
  claim (current, ONSITE_TARGET_PRINCIPLE, "dive-deep", ONSITE_SOURCE_COACH);
  sample->sample = TRUE;
  claim (add_take (sample, 0, 4), ONSITE_TARGET_PRINCIPLE, "sampled", ONSITE_SOURCE_CLAIMED);
  binned->deleted_at_us = 5;
  claim (add_take (binned, 0, 5), ONSITE_TARGET_PRINCIPLE, "binned", ONSITE_SOURCE_CLAIMED);
  fixture_add_loop (fixture, loop);
  fixture_add_loop (fixture, sample);
  fixture_add_loop (fixture, binned);

  onsite_library_list_covered_async (fixture->library, "test", NULL, keep_result, &result);
  fixture_wait_until (is_set, &result);
  covered = onsite_library_list_covered_finish (fixture->library, result, NULL);
  g_assert_cmpuint (g_strv_length (covered), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) covered, "ownership"));
  g_assert_true (g_strv_contains ((const char *const *) covered, "dive-deep"));
}

static void
test_stories_are_listed_by_when_they_were_last_used (Fixture *fixture, gconstpointer unused)
{
  static const char *labels[] = { "Ledger", "Pager", "Ledger", "" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OnsiteLoop) sample = fixture_make_loop (1, 1);
  g_auto (GStrv) stories = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);

      loop->created_at_us = 100 + i;
      set_string (&fixture_get_answer (loop, 0, 0)->story, labels[i]);
      fixture_add_loop (fixture, loop);
    }
  sample->sample = TRUE;
  set_string (&fixture_get_answer (sample, 0, 0)->story, "Made up");
  fixture_add_loop (fixture, sample);

  onsite_library_list_stories_async (fixture->library, NULL, keep_result, &result);
  fixture_wait_until (is_set, &result);
  stories = onsite_library_list_stories_finish (fixture->library, result, NULL);
  g_assert_cmpuint (g_strv_length (stories), ==, 2);
  g_assert_cmpstr (stories[0], ==, "Ledger");
  g_assert_cmpstr (stories[1], ==, "Pager");
}

static void
test_what_is_read_without_waiting_is_the_same (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) history = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  onsite_library_list_loops_async (fixture->library, NULL, 10, NULL, keep_result, &listed);
  onsite_library_load_loop_async (fixture->library, loop->id, NULL, keep_result, &loaded);
  onsite_library_read_history_async (fixture->library, "test", NULL, keep_result, &history);
  fixture_wait_until (is_set, &listed);
  fixture_wait_until (is_set, &loaded);
  fixture_wait_until (is_set, &history);

  page = onsite_library_list_loops_finish (fixture->library, listed, NULL);
  g_assert_cmpuint (page->len, ==, 1);
  stored = onsite_library_load_loop_finish (fixture->library, loaded, NULL);
  g_assert_cmpstr (stored->loop->id, ==, loop->id);
  items = onsite_library_read_history_finish (fixture->library, history, NULL);
  g_assert_cmpuint (items->len, ==, 1);
}

static void
test_reading_can_be_cancelled_and_can_fail (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  onsite_library_list_loops_async (fixture->library,
                                   NULL,
                                   10,
                                   cancellable,
                                   keep_result,
                                   &cancelled);
  onsite_library_load_loop_async (fixture->library, "none", NULL, keep_result, &failed);
  fixture_wait_until (is_set, &cancelled);
  fixture_wait_until (is_set, &failed);

  g_assert_null (onsite_library_list_loops_finish (fixture->library, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (onsite_library_load_loop_finish (fixture->library, failed, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_reading_goes_on_beside_a_writer (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteLibrary) reader = NULL;
  g_autoptr (GError) error = NULL;

  reader = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (onsite_library_get_read_only (reader));
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (OnsiteLoop) another = fixture_add_small_loop (fixture);
      g_autoptr (GPtrArray) page = NULL;

      fixture_append (fixture, "c", i, 1);
      page = onsite_library_list_loops (reader, NULL, 100, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->len, ==, i + 2);
    }
}

static char *
add_finished_loop (Fixture *fixture, gint64 created_at_us, gboolean sample)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (1, 1);

  loop->state = ONSITE_LOOP_STATE_FINISHED;
  loop->created_at_us = created_at_us;
  loop->sample = sample;
  fixture_add_loop (fixture, loop);

  return g_strdup (loop->id);
}

static void
test_a_loop_tells_how_many_were_finished_before_it (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) unfinished = fixture_make_loop (1, 1);
  g_autofree char *first = add_finished_loop (fixture, 1, FALSE);
  g_autofree char *deleted = add_finished_loop (fixture, 2, FALSE);
  g_autofree char *sample = add_finished_loop (fixture, 3, TRUE);
  g_autofree char *second = add_finished_loop (fixture, 5, FALSE);
  g_autofree char *last = add_finished_loop (fixture, 6, FALSE);
  g_autoptr (OnsiteStoredLoop) stored_first = NULL;
  g_autoptr (OnsiteStoredLoop) stored_last = NULL;
  OnsiteChange *change = onsite_change_new ();

  unfinished->created_at_us = 4;
  fixture_add_loop (fixture, unfinished);
  onsite_change_delete_loop (change, deleted, 7);
  fixture_commit (fixture, change);

  stored_first = fixture_load (fixture, first);
  stored_last = fixture_load (fixture, last);
  g_assert_cmpuint (stored_first->n_finished_before, ==, 0);
  g_assert_cmpuint (stored_last->n_finished_before, ==, 2);
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

  add ("/library/lists/loops-are-listed-page-by-page-newest-first",
       test_loops_are_listed_page_by_page_newest_first);
  add ("/library/lists/a-summary-counts-the-takes-that-count",
       test_a_summary_counts_the_takes_that_count);
  add ("/library/lists/history-tells-what-was-asked-and-covered",
       test_history_tells_what_was_asked_and_covered);
  add ("/library/lists/covered-is-what-the-takes-that-count-cover",
       test_covered_is_what_the_takes_that_count_cover);
  add ("/library/lists/stories-are-listed-by-when-they-were-last-used",
       test_stories_are_listed_by_when_they_were_last_used);
  add ("/library/lists/a-loop-tells-how-many-were-finished-before-it",
       test_a_loop_tells_how_many_were_finished_before_it);
  add ("/library/lists/what-is-read-without-waiting-is-the-same",
       test_what_is_read_without_waiting_is_the_same);
  add ("/library/lists/reading-can-be-cancelled-and-can-fail",
       test_reading_can_be_cancelled_and_can_fail);
  add ("/library/lists/reading-goes-on-beside-a-writer", test_reading_goes_on_beside_a_writer);

  return g_test_run ();
}
