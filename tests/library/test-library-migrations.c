/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-sample.h"
#include "library/onsite-migrations.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static int
append_row (gpointer data, int n_columns, char **values, char **names)
{
  g_string_append_printf (data, "%s\n", values[0]);

  return 0;
}

static char *
read_schema (const char *path)
{
  g_autoptr (GString) schema = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db,
                    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
                    append_row,
                    schema,
                    NULL),
      ==,
      SQLITE_OK);
  sqlite3_close (db);

  return g_string_free (g_steal_pointer (&schema), FALSE);
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n_backups = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_backups += strstr (name, ".backup-of-version-") != NULL;

  return n_backups;
}

/* What was recorded before was not measured. */
#define RECEIPTS_SINCE 4
#define REVIEWS_SINCE  5
#define ANSWERS_SINCE  8

static guint
get_newest (void)
{
  g_auto (GStrv) migrations = onsite_migrations_load ();

  return g_strv_length (migrations);
}

static void
test_each_released_version_is_brought_up_to_date (Fixture *fixture, gconstpointer unused)
{
  guint newest = get_newest ();
  g_autofree char *expected = read_schema (fixture->path);

  fixture_close (fixture);
  for (guint version = 1; version <= newest; version++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *schema = NULL;
      guint n_backups = count_backups (fixture);

      library_sample_remake (fixture, version);
      fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      library_sample_assert (fixture);
      fixture_close (fixture);
      schema = read_schema (fixture->path);
      g_assert_cmpstr (schema, ==, expected);
      fixture_assert_sound (fixture->path);
      g_assert_cmpuint (count_backups (fixture), ==, n_backups + (version < newest));
      g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM receipt"),
                       ==,
                       version >= RECEIPTS_SINCE);
      g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM review"),
                       ==,
                       version >= REVIEWS_SINCE);
      g_assert_cmpint (
          fixture_query_int64 (fixture->path, "SELECT count (*) FROM take WHERE review NOT NULL"),
          ==,
          version >= ANSWERS_SINCE);
    }
}

static void
test_the_newest_fixture_is_what_is_made_today (Fixture *fixture, gconstpointer unused)
{
  library_sample_add (fixture);
  fixture_reopen (fixture);
  library_sample_assert (fixture);
}

static OnsiteConnection *
open_to_write (const char *path)
{
  g_autoptr (GError) error = NULL;
  OnsiteConnection *connection = onsite_connection_open_to_write (path, &error);

  g_assert_no_error (error);

  return connection;
}

/* As the second of two that come after those of today. */
static void
assert_migration_fails (Fixture *fixture, const char *sql, OnsiteLibraryError code)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (OnsiteConnection) connection = open_to_write (fixture->path);
  g_auto (GStrv) migrations = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < get_newest (); i++)
    g_strv_builder_add (builder, "unused");
  g_strv_builder_add (builder, "CREATE TABLE second (x)");
  g_strv_builder_add (builder, sql);
  migrations = g_strv_builder_end (builder);

  g_assert_false (onsite_migrations_run (connection, (const char *const *) migrations, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, (int) code);
}

static void
test_a_migration_that_fails_stops_at_the_version_before (Fixture *fixture, gconstpointer unused)
{
  library_sample_add (fixture);
  fixture_close (fixture);

  assert_migration_fails (fixture,
                          "CREATE TABLE third (x); DROP TABLE chunk; nonsense;",
                          ONSITE_LIBRARY_ERROR_FAILED);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "PRAGMA user_version"),
                   ==,
                   get_newest () + 1);
  g_assert_cmpint (
      fixture_query_int64 (fixture->path,
                           "SELECT count (*) FROM sqlite_schema WHERE name IN ('second', 'third')"),
      ==,
      1);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM chunk"),
                   ==,
                   SAMPLE_CHUNKS);
}

static void
test_a_migration_that_loses_what_is_referred_to_is_undone (Fixture *fixture, gconstpointer unused)
{
  library_sample_add (fixture);
  fixture_close (fixture);

  assert_migration_fails (fixture, "DELETE FROM pack", ONSITE_LIBRARY_ERROR_DAMAGED);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "PRAGMA user_version"),
                   ==,
                   get_newest () + 1);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "SELECT count (*) FROM pack"), ==, 1);
}

static void
test_a_backup_is_whole_and_for_its_owner_only (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteConnection *connection;
  GStatBuf info;

  library_sample_add (fixture);
  connection = open_to_write (fixture->path);
  first = onsite_migrations_back_up (connection, 1, &error);
  g_assert_no_error (error);
  second = onsite_migrations_back_up (connection, 1, &error);
  g_assert_no_error (error);
  onsite_connection_free (connection);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (g_stat (first, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  fixture_close (fixture);
  fixture_assert_sound (first);
  g_assert_cmpint (g_rename (first, fixture->path), ==, 0);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  library_sample_assert (fixture);
}

static void
make_older (Fixture *fixture)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  fixture_execute (fixture->path,
                   "PRAGMA auto_vacuum = 2; PRAGMA application_id = 1332638569; "
                   "CREATE TABLE older (x);");
}

static void
test_an_older_library_is_backed_up_before_it_is_changed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".backup-of-version-0", NULL);
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  make_older (fixture);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);

  g_assert_cmpint (fixture_query_int64 (fixture->path, "PRAGMA user_version"), >, 0);
  g_assert_cmpint (fixture_query_int64 (backup, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (fixture_query_int64 (backup, "SELECT count (*) FROM older"), ==, 0);
  g_assert_cmpint (fixture_query_int64 (backup, "SELECT count (*) FROM sqlite_schema"), ==, 1);
}

static void
test_an_older_library_is_not_read_before_it_is_up_to_date (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  make_older (fixture);
  g_assert_null (onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_READ_ONLY, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_READ_ONLY);
  g_assert_cmpint (fixture_query_int64 (fixture->path, "PRAGMA user_version"), ==, 0);
}

static void
test_the_kind_of_an_older_drill_is_told_by_its_pack (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *target;
    OnsiteDrill drill;
  } drills[] = {
    { "", ONSITE_DRILL_GAPS },
    { "dive-deep", ONSITE_DRILL_PRINCIPLE },
    { "behavioral", ONSITE_DRILL_CATEGORY },
    { "trade-offs", ONSITE_DRILL_CHECKLIST },
    { "forgotten", ONSITE_DRILL_NONE },
  };
  g_autoptr (GPtrArray) loops = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  library_sample_remake (fixture, 1);
  fixture_execute (
      fixture->path,
      "UPDATE pack SET bytes = CAST ('{ \"principles\": [ { \"id\": \"dive-deep\" } ], "
      "\"categories\": [ \"no object\", { \"id\": \"behavioral\" } ], "
      "\"checklist\": [ { \"id\": \"trade-offs\" } ] }' AS BLOB); "
      "INSERT INTO pack (hash, bytes) VALUES ('unread', x'7b'); "
      "UPDATE loop SET kind = 'drill', target = '', deleted_at_us = 0;");
  for (guint i = 1; i < G_N_ELEMENTS (drills); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO loop SELECT %u, %u, pack_id, pack_hash, level, kind, '%s', mode, seed, "
          "state, sample, created_at_us - %u, 0, 0, 0, NULL FROM loop WHERE rowid = 1",
          i + 1,
          i,
          drills[i].target,
          i);

      fixture_execute (fixture->path, sql);
    }
  fixture_execute (fixture->path,
                   "UPDATE loop SET pack_hash = 'unread' WHERE target = 'forgotten'");

  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  loops = onsite_library_list_loops (fixture->library, NULL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loops->len, ==, G_N_ELEMENTS (drills));
  for (guint i = 0; i < loops->len; i++)
    {
      const OnsiteLoopSummary *loop = g_ptr_array_index (loops, i);

      g_assert_cmpstr (loop->target, ==, drills[i].target);
      g_assert_cmpint (loop->drill, ==, drills[i].drill);
    }
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

  add ("/library/migrations/each-released-version-is-brought-up-to-date",
       test_each_released_version_is_brought_up_to_date);
  add ("/library/migrations/the-newest-fixture-is-what-is-made-today",
       test_the_newest_fixture_is_what_is_made_today);
  add ("/library/migrations/a-migration-that-fails-stops-at-the-version-before",
       test_a_migration_that_fails_stops_at_the_version_before);
  add ("/library/migrations/a-migration-that-loses-what-is-referred-to-is-undone",
       test_a_migration_that_loses_what_is_referred_to_is_undone);
  add ("/library/migrations/a-backup-is-whole-and-for-its-owner-only",
       test_a_backup_is_whole_and_for_its_owner_only);
  add ("/library/migrations/an-older-library-is-backed-up-before-it-is-changed",
       test_an_older_library_is_backed_up_before_it_is_changed);
  add ("/library/migrations/an-older-library-is-not-read-before-it-is-up-to-date",
       test_an_older_library_is_not_read_before_it_is_up_to_date);
  add ("/library/migrations/the-kind-of-an-older-drill-is-told-by-its-pack",
       test_the_kind_of_an_older_drill_is_told_by_its_pack);

  return g_test_run ();
}
