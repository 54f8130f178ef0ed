/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to read what a page needs, beside a bare query of SQLite
 * that reads as many rows; and how long a write holds others up. */

#include "fakes/neighbour.h"
#include "library-fixture.h"

#include <sqlite3.h>

#define N_RUNS    9
#define N_COMMITS 100
#define CHUNK_US  (100 * G_TIME_SPAN_MILLISECOND)

typedef void (*Measured) (Fixture *fixture, gpointer data);

static double
measure_ms (Measured measured, Fixture *fixture, gpointer data)
{
  gint64 start_us = g_get_monotonic_time ();

  measured (fixture, data);

  return (double) (g_get_monotonic_time () - start_us) / 1000.0;
}

static void
print_list (const char *name, Measured measured, Fixture *fixture, gpointer data)
{
  g_print ("\"%s\": [", name);
  for (guint i = 0; i < N_RUNS; i++)
    g_print ("%s%.3f", i > 0 ? ", " : "", measure_ms (measured, fixture, data));
  g_print ("]");
}

static void
print_figure (const char *name,
              double aim_ms,
              Measured measured,
              Measured baseline,
              Fixture *fixture,
              gpointer data)
{
  g_print ("{\"name\": \"%s\", \"unit\": \"ms\", \"aim\": %g, ", name, aim_ms);
  print_list ("value", measured, fixture, data);
  g_print (", ");
  print_list ("baseline", baseline, fixture, data);
  g_print ("}\n");
}

static OnsiteTake *
make_take (guint n_ratings)
{
  static const char *dimensions[] = { "structure", "ownership", "depth",
                                      "data",      "decision",  "clarity" };
  OnsiteTake *take = onsite_take_new ();

  g_ptr_array_add (take->turns,
                   onsite_turn_new (ONSITE_TURN_QUESTION, "Tell me about a time you were wrong."));
  g_ptr_array_add (take->turns,
                   onsite_turn_new (ONSITE_TURN_FOLLOW_UP, "What would you do today?"));
  for (guint i = 0; i < n_ratings; i++)
    g_ptr_array_add (take->ratings, onsite_rating_new (dimensions[i], 1 + i % 5));
  g_ptr_array_add (
      take->evidence,
      onsite_evidence_new (ONSITE_TARGET_PRINCIPLE, "ownership", ONSITE_SOURCE_CLAIMED));
  g_ptr_array_add (take->evidence,
                   onsite_evidence_new (ONSITE_TARGET_CHECKLIST, "stories", ONSITE_SOURCE_CLAIMED));

  return take;
}

static OnsiteLoop *
make_answered_loop (guint n_rounds, guint n_answers)
{
  OnsiteLoop *loop = fixture_make_loop (n_rounds, n_answers);

  for (guint i = 0; i < n_rounds; i++)
    for (guint j = 0; j < n_answers; j++)
      g_ptr_array_add (fixture_get_answer (loop, i, j)->takes, make_take (6));

  return loop;
}

static void
add_clips (Fixture *fixture, const OnsiteLoop *loop)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const char *take = onsite_answer_get_current_take (round->answers->pdata[j])->id;

          fixture_begin_clip (fixture, take, take);
          fixture_append (fixture, take, 0, 2);
          onsite_library_end_clip (fixture->library, take, 2 * CHUNK_SAMPLES);
        }
    }
}

static void
run_bare_query (const char *path, const char *sql)
{
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    ;
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
load_loop (Fixture *fixture, gpointer loop)
{
  g_autoptr (OnsiteStoredLoop) stored = fixture_load (fixture, loop);

  g_assert_nonnull (stored);
}

static void
load_bare (Fixture *fixture, gpointer loop)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT * FROM loop JOIN round ON round.loop = loop.rowid "
      "JOIN answer ON answer.round = round.rowid "
      "JOIN take ON take.answer = answer.rowid "
      "JOIN rating ON rating.take = take.rowid WHERE loop.id = '%s'",
      (const char *) loop);

  run_bare_query (fixture->path, sql);
}

static void
bench_loop (guint n_rounds, guint n_answers, double aim_ms)
{
  g_autofree char *name = g_strdup_printf ("load a loop of %u answers", n_rounds * n_answers);
  g_autoptr (OnsiteLoop) loop = make_answered_loop (n_rounds, n_answers);
  Fixture fixture = { NULL };

  fixture_set_up (&fixture, NULL);
  fixture_add_loop (&fixture, loop);
  add_clips (&fixture, loop);
  fixture_wait_for_saved (&fixture);
  print_figure (name, aim_ms, load_loop, load_bare, &fixture, loop->id);
  fixture_tear_down (&fixture, NULL);
}

static void
seek_clip (Fixture *fixture, gpointer data)
{
  OnsiteClipReader *reader = data;
  gint64 sample = g_test_rand_int_range (0, 27000) * (gint64) CHUNK_SAMPLES;
  g_autoptr (OnsiteChunk) chunk = NULL;

  g_assert_true (onsite_clip_reader_seek (reader, sample, NULL));
  chunk = onsite_clip_reader_next (reader, NULL);
  g_assert_cmpint (chunk->start_samples, ==, sample);
}

static void
seek_bare (Fixture *fixture, gpointer unused)
{
  run_bare_query (fixture->path, "SELECT packets FROM chunk WHERE rowid = (1 << 24) + 13000");
}

static gboolean
is_purged (gpointer path)
{
  return fixture_query_int64 (path, "SELECT count (*) FROM chunk") == 0;
}

static void
commit_something (Fixture *fixture, gpointer loop)
{
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, loop, "{}");
  fixture_commit (fixture, change);
}

static double
commit_many (Fixture *fixture, const char *loop, gboolean (*is_enough) (gpointer path))
{
  double longest_ms = 0;

  for (guint i = 0; i < 50 || !is_enough (fixture->path); i++)
    {
      double ms = measure_ms (commit_something, fixture, (gpointer) loop);

      longest_ms = MAX (longest_ms, ms);
    }

  return longest_ms;
}

static gboolean
is_always_enough (gpointer unused)
{
  return TRUE;
}

static void
print_longest_wait (const char *name, double value_ms, double baseline_ms)
{
  g_print ("{\"name\": \"%s\", \"unit\": \"ms\", \"aim\": 20, "
           "\"value\": %.3f, \"baseline\": %.3f}\n",
           name,
           value_ms,
           baseline_ms);
}

/* The longest that a change waits beside the purge of a clip, and beside
 * nothing. */
static void
bench_purge (Fixture *fixture, const char *purged, const char *kept)
{
  OnsiteChange *change = onsite_change_new ();
  double alone_ms = commit_many (fixture, kept, is_always_enough);

  onsite_change_purge_loop (change, purged);
  fixture_commit (fixture, change);
  print_longest_wait ("longest commit beside a purge",
                      commit_many (fixture, kept, is_purged),
                      alone_ms);
}

static void
bench_clip (void)
{
  Fixture fixture = { NULL };
  g_autoptr (OnsiteLoop) loop = NULL;
  g_autoptr (OnsiteLoop) other = NULL;
  OnsiteClipReader *reader;

  fixture_set_up (&fixture, NULL);
  loop = fixture_add_small_loop (&fixture);
  other = fixture_add_small_loop (&fixture);
  fixture_begin_clip (&fixture, fixture_get_take (loop)->id, "c");
  for (guint i = 0; i < 27; i++)
    {
      fixture_append (&fixture, "c", i * 1000, 1000);
      fixture_wait_for_saved (&fixture);
    }
  onsite_library_end_clip (fixture.library, "c", 27000 * (gint64) CHUNK_SAMPLES);
  reader = onsite_clip_reader_new (fixture.library, "c", NULL);
  print_figure ("seek in the rows of 45 minutes", 10, seek_clip, seek_bare, &fixture, reader);
  onsite_clip_reader_free (reader);

  bench_purge (&fixture, loop->id, other->id);
  fixture_tear_down (&fixture, NULL);
}

static void
commit_chunk (Fixture *fixture, gpointer place)
{
  fixture_append (fixture, "c", (*(guint *) place)++, 1);
  while (onsite_library_get_unsaved_ms (fixture->library) > 0)
    g_thread_yield ();
}

static int
compare_ms (gconstpointer a, gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return *one < *other ? -1 : *one > *other;
}

/* Ten a second, as they come. */
static void
measure_commits (Fixture *fixture, guint *place, double *median_ms, double *longest_ms)
{
  double ms[N_COMMITS];

  for (guint i = 0; i < N_COMMITS; i++)
    {
      g_usleep (CHUNK_US);
      ms[i] = measure_ms (commit_chunk, fixture, place);
    }
  qsort (ms, N_COMMITS, sizeof *ms, compare_ms);
  *median_ms = ms[N_COMMITS / 2];
  *longest_ms = ms[N_COMMITS - 1];
}

static void
print_commits (const char *name, double value_ms, double baseline_ms, int aim_ms)
{
  g_print ("{\"name\": \"%s\", \"unit\": \"ms\", \"aim\": %d, "
           "\"value\": %.3f, \"baseline\": %.3f}\n",
           name,
           aim_ms,
           value_ms,
           baseline_ms);
}

/* How long 100 ms of sound take to be durable, alone and beside a disk that is busy. */
static void
bench_commits (void)
{
  double median_ms, longest_ms, beside_median_ms, beside_longest_ms;
  g_autoptr (OnsiteLoop) loop = NULL;
  g_autofree char *path = NULL;
  Fixture fixture = { NULL };
  GSubprocess *neighbour;
  guint place = 0;

  fixture_set_up (&fixture, NULL);
  path = g_build_filename (fixture.folder, "neighbour", NULL);
  loop = fixture_add_small_loop (&fixture);
  fixture_begin_clip (&fixture, fixture_get_take (loop)->id, "c");
  measure_commits (&fixture, &place, &median_ms, &longest_ms);
  neighbour = neighbour_start_on_disk (path);
  measure_commits (&fixture, &place, &beside_median_ms, &beside_longest_ms);
  neighbour_end (neighbour);
  print_commits ("commit of sound beside a busy disk", beside_median_ms, median_ms, 50);
  print_commits ("longest commit of sound beside a busy disk", beside_longest_ms, longest_ms, 500);
  onsite_library_end_clip (fixture.library, "c", (gint64) place * CHUNK_SAMPLES);
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  bench_loop (5, 6, 100);
  bench_loop (50, 6, 100);
  bench_clip ();
  bench_commits ();

  return 0;
}
