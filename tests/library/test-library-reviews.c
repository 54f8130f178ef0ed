/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach.h"
#include "library-compare.h"
#include "library-fixture.h"

#include <sqlite3.h>

#define EXPORT "5a6b0c1d-0000-4000-8000-0000000e0001"
#define OTHER  "5a6b0c1d-0000-4000-8000-0000000e0002"

#define N_ROUNDS    10
#define N_COACHES   3
#define N_REVISIONS 3

/* All that a table holds; of evidence only what no review brought. */
static void
dump_table (sqlite3 *db, const char *table, GString *into)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s%s",
                                          table,
                                          g_str_equal (table, "evidence") ? " WHERE review IS NULL"
                                                                          : "");
  sqlite3_stmt *rows;

  g_string_append_printf (into, "%s\n", table);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      {
        const guchar *bytes = sqlite3_column_blob (rows, i);
        g_autofree char *coded = g_base64_encode (bytes, (gsize) sqlite3_column_bytes (rows, i));

        g_string_append_printf (into, "%d:%s\n", sqlite3_column_type (rows, i), coded);
      }
  sqlite3_finalize (rows);
}

/* What is in the library, byte for byte; without what coaches sent unless @is_all. */
static char *
dump (Fixture *fixture, gboolean is_all)
{
  GString *all = g_string_new (NULL);
  sqlite3_stmt *tables;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "AND (?1 OR name NOT LIKE 'review%') ORDER BY name",
                                       -1,
                                       &tables,
                                       NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_bind_int (tables, 1, is_all);
  while (sqlite3_step (tables) == SQLITE_ROW)
    dump_table (db, (const char *) sqlite3_column_text (tables, 0), all);
  sqlite3_finalize (tables);
  sqlite3_close (db);

  return g_string_free (all, FALSE);
}

static void
record (Fixture *fixture, const OnsiteTake *take)
{
  g_autofree char *clip = g_uuid_string_random ();

  fixture_begin_clip (fixture, take->id, clip);
  fixture_append (fixture, clip, 0, 5);
  onsite_library_end_clip (fixture->library, clip, 5 * CHUNK_SAMPLES);
}

static OnsiteLoop *
steal_loop (Fixture *fixture, const char *id)
{
  g_autoptr (OnsiteStoredLoop) stored = fixture_load (fixture, id);

  return g_steal_pointer (&stored->loop);
}

/* A loop that the candidate rated, and that somebody can listen to. */
static OnsiteLoop *
add_recorded_loop (Fixture *fixture)
{
  g_autoptr (OnsiteLoop) loop = fixture_make_loop (2, 2);

  for (guint i = 0; i < 4; i++)
    {
      OnsiteAnswer *answer = fixture_get_answer (loop, i / 2, i % 2);
      OnsiteTake *take = onsite_take_new ();

      g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, "Tell me."));
      g_ptr_array_add (take->ratings, onsite_rating_new ("clarity", i + 1));
      g_ptr_array_add (
          take->evidence,
          onsite_evidence_new (ONSITE_TARGET_PRINCIPLE, "dive-deep", ONSITE_SOURCE_CLAIMED));
      g_ptr_array_add (answer->takes, take);
    }
  fixture_add_loop (fixture, loop);
  for (guint i = 0; i < 4; i++)
    record (fixture, onsite_answer_get_current_take (fixture_get_answer (loop, i / 2, i % 2)));
  fixture_wait_for_saved (fixture);

  return steal_loop (fixture, loop->id);
}

static void
put (Fixture *fixture, const OnsiteLoop *loop, const OnsiteReview *review)
{
  OnsiteChange *change = onsite_change_new ();

  onsite_change_put_review (change, loop->id, review);
  fixture_commit (fixture, change);
}

static void
assert_refused (Fixture *fixture,
                const OnsiteLoop *loop,
                const OnsiteReview *review,
                OnsiteLibraryError code)
{
  g_autofree char *before = dump (fixture, TRUE);
  g_autofree char *after = NULL;
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;

  onsite_change_put_review (change, loop->id, review);
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, (int) code);
  after = dump (fixture, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
reply (Fixture *fixture, const OnsiteReview *review, const char *comment, const char *text)
{
  g_autoptr (OnsiteReviewReply) said = onsite_review_reply_new (comment, TRUE, text);
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_review_reply (change, review->id, said);
  fixture_commit (fixture, change);
}

/* One that has a comment. */
static OnsiteReview *
make_talkative (const OnsiteLoop *loop)
{
  for (;;)
    {
      g_autoptr (OnsiteReview) review = coach_review_new_random (loop, EXPORT);

      for (guint i = 0; i < review->takes->len; i++)
        if (((OnsiteReviewTake *) review->takes->pdata[i])->comments->len > 0)
          return g_steal_pointer (&review);
    }
}

static const OnsiteReviewComment *
get_comment (const OnsiteReview *review)
{
  for (guint i = 0; i < review->takes->len; i++)
    {
      const OnsiteReviewTake *take = g_ptr_array_index (review->takes, i);

      if (take->comments->len > 0)
        return g_ptr_array_index (take->comments, 0);
    }

  return NULL;
}

static void
test_any_review_is_given_back_with_its_loop (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (OnsiteReview) review = coach_review_new_random (loop, EXPORT);
      g_autoptr (OnsiteLoop) after = NULL;
      OnsiteChange *change = onsite_change_new ();

      put (fixture, loop, review);
      after = steal_loop (fixture, loop->id);
      g_assert_cmpuint (after->reviews->len, ==, 1);
      compare_reviews (after->reviews->pdata[0], review);

      onsite_change_remove_review (change, loop->id, review->id);
      fixture_commit (fixture, change);
    }
}

static void
test_its_evidence_is_the_takes_too (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteReview) review = make_talkative (loop);
  g_autoptr (OnsiteLoop) after = NULL;
  guint n_wanted = 0, n_found = 0;

  put (fixture, loop, review);
  after = steal_loop (fixture, loop->id);
  for (guint i = 0; i < review->takes->len; i++)
    n_wanted += ((OnsiteReviewTake *) review->takes->pdata[i])->evidence->len;
  for (guint i = 0; i < 4; i++)
    {
      const OnsiteAnswer *answer = fixture_get_answer (after, i / 2, i % 2);
      const OnsiteTake *take = onsite_answer_get_current_take (answer);

      for (guint j = 0; j < take->evidence->len; j++)
        {
          const OnsiteEvidence *evidence = g_ptr_array_index (take->evidence, j);

          g_assert_cmpint (evidence->source == ONSITE_SOURCE_COACH,
                           ==,
                           g_strcmp0 (evidence->review, review->id) == 0);
          n_found += evidence->source == ONSITE_SOURCE_COACH;
        }
    }
  g_assert_cmpuint (n_found, ==, n_wanted);
}

static void
test_what_the_candidate_made_stays_byte_for_byte (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteLoop) after = NULL;
  g_autofree char *before = dump (fixture, FALSE);
  g_autofree char *whole = dump (fixture, TRUE);
  OnsiteChange *change = onsite_change_new ();

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (OnsiteReview) review = coach_review_new_random (loop, EXPORT);
      g_autoptr (OnsiteReview) newer = coach_review_revise (review, loop);
      g_autofree char *with_it = NULL;

      put (fixture, loop, review);
      put (fixture, loop, newer);
      with_it = dump (fixture, FALSE);
      g_assert_cmpstr (with_it, ==, before);
      onsite_change_remove_review (change, loop->id, review->id);
    }
  fixture_commit (fixture, change);

  after = steal_loop (fixture, loop->id);
  compare_loops (after, loop);
  g_clear_pointer (&before, g_free);
  before = dump (fixture, TRUE);
  g_assert_cmpstr (before, ==, whole);
}

static void
test_what_is_no_newer_changes_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteReview) first = make_talkative (loop);
  g_autoptr (OnsiteReview) second = coach_review_revise (first, loop);
  g_autoptr (OnsiteReview) same = coach_review_revise (first, loop);

  put (fixture, loop, second);
  assert_refused (fixture, loop, second, ONSITE_LIBRARY_ERROR_REFUSED);
  assert_refused (fixture, loop, first, ONSITE_LIBRARY_ERROR_REFUSED);
  assert_refused (fixture, loop, same, ONSITE_LIBRARY_ERROR_REFUSED);
}

/* Whatever comes in whatever order, however often: the newest of each counts. */
static void
merge_shuffled (Fixture *fixture, const OnsiteLoop *loop, GPtrArray *reviews)
{
  for (guint i = 0; i < 2 * reviews->len; i++)
    {
      OnsiteChange *change = onsite_change_new ();
      g_autoptr (GError) error = NULL;
      guint which = i < reviews->len ? (guint) g_test_rand_int_range (0, (gint32) reviews->len)
                                     : i - reviews->len;

      onsite_change_put_review (change, loop->id, reviews->pdata[which]);
      if (!onsite_library_commit (fixture->library, change, &error))
        g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_REFUSED);
    }
}

static const OnsiteReview *
find_review (const OnsiteLoop *loop, const char *id)
{
  for (guint i = 0; i < loop->reviews->len; i++)
    if (g_str_equal (((OnsiteReview *) loop->reviews->pdata[i])->id, id))
      return loop->reviews->pdata[i];

  return NULL;
}

static void
test_the_order_of_merging_does_not_matter (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (
          (GDestroyNotify) onsite_review_free);
      g_autoptr (OnsiteLoop) after = NULL;
      OnsiteChange *change = onsite_change_new ();

      for (guint i = 0; i < N_COACHES; i++)
        {
          g_ptr_array_add (all, coach_review_new_random (loop, EXPORT));
          for (guint j = 1; j < N_REVISIONS; j++)
            g_ptr_array_add (all, coach_review_revise (all->pdata[all->len - 1], loop));
        }
      merge_shuffled (fixture, loop, all);

      after = steal_loop (fixture, loop->id);
      g_assert_cmpuint (after->reviews->len, ==, N_COACHES);
      for (guint i = N_REVISIONS - 1; i < all->len; i += N_REVISIONS)
        {
          const OnsiteReview *newest = g_ptr_array_index (all, i);

          compare_reviews (find_review (after, newest->id), newest);
          onsite_change_remove_review (change, loop->id, newest->id);
        }
      fixture_commit (fixture, change);
    }
}

static void
test_replies_survive_a_newer_revision (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteReview) review = make_talkative (loop);
  g_autoptr (OnsiteReview) without = coach_review_revise (review, loop);
  g_autoptr (OnsiteLoop) after = NULL;
  const char *comment = get_comment (review)->id;
  const OnsiteReviewReply *kept;

  put (fixture, loop, review);
  reply (fixture, review, comment, "First thought.");
  reply (fixture, review, comment, "Second thought.");
  put (fixture, loop, without);

  after = steal_loop (fixture, loop->id);
  kept = onsite_review_find_reply (after->reviews->pdata[0], comment);
  g_assert_nonnull (kept);
  g_assert_true (kept->done);
  g_assert_cmpstr (kept->text, ==, "Second thought.");
}

static void
test_a_reply_to_a_review_that_is_gone_is_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteReviewReply) said = onsite_review_reply_new (OTHER, FALSE, "");
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;

  onsite_change_set_review_reply (change, OTHER, said);
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_what_is_of_another_loop_is_refused_whole (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteLoop) other = add_recorded_loop (fixture);
  g_autoptr (OnsiteReview) review = make_talkative (loop);
  g_autofree char *clip = NULL;
  OnsiteReviewTake *take;

  assert_refused (fixture, other, review, ONSITE_LIBRARY_ERROR_NOT_FOUND);

  g_clear_pointer (&review, onsite_review_free);
  review = make_talkative (other);
  clip = g_strdup (get_comment (review)->clip);
  g_ptr_array_set_size (review->takes, 0);
  take = onsite_review_take_new (fixture_get_answer (loop, 0, 0)->id, fixture_get_take (loop)->id);
  g_ptr_array_add (take->comments, onsite_review_comment_new (OTHER, clip, 0, -1, ""));
  g_ptr_array_add (review->takes, take);
  assert_refused (fixture, loop, review, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_a_review_of_another_export_is_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteReview) review = make_talkative (loop);
  g_autoptr (OnsiteReview) newer = coach_review_revise (review, loop);

  put (fixture, loop, review);
  g_free (newer->export_id);
  newer->export_id = g_strdup (OTHER);
  assert_refused (fixture, loop, newer, ONSITE_LIBRARY_ERROR_REFUSED);
}

static gboolean
is_purged (gpointer path)
{
  return fixture_query_int64 (path, "SELECT count (*) FROM loop") == 0;
}

static void
test_a_review_goes_with_its_loop (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *empty = dump (fixture, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (OnsiteLoop) loop = add_recorded_loop (fixture);
  g_autoptr (OnsiteReview) review = make_talkative (loop);
  OnsiteChange *change = onsite_change_new ();

  put (fixture, loop, review);
  reply (fixture, review, get_comment (review)->id, "Why?");
  onsite_change_purge_loop (change, loop->id);
  fixture_commit (fixture, change);
  fixture_wait_until (is_purged, fixture->path);

  after = dump (fixture, TRUE);
  g_assert_cmpstr (after, ==, empty);
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

  add ("/library/reviews/any-review-is-given-back-with-its-loop",
       test_any_review_is_given_back_with_its_loop);
  add ("/library/reviews/its-evidence-is-the-takes-too", test_its_evidence_is_the_takes_too);
  add ("/library/reviews/what-the-candidate-made-stays-byte-for-byte",
       test_what_the_candidate_made_stays_byte_for_byte);
  add ("/library/reviews/what-is-no-newer-changes-nothing", test_what_is_no_newer_changes_nothing);
  add ("/library/reviews/the-order-of-merging-does-not-matter",
       test_the_order_of_merging_does_not_matter);
  add ("/library/reviews/replies-survive-a-newer-revision", test_replies_survive_a_newer_revision);
  add ("/library/reviews/a-reply-to-a-review-that-is-gone-is-refused",
       test_a_reply_to_a_review_that_is_gone_is_refused);
  add ("/library/reviews/what-is-of-another-loop-is-refused-whole",
       test_what_is_of_another_loop_is_refused_whole);
  add ("/library/reviews/a-review-of-another-export-is-refused",
       test_a_review_of_another_export_is_refused);
  add ("/library/reviews/a-review-goes-with-its-loop", test_a_review_goes_with_its_loop);

  return g_test_run ();
}
