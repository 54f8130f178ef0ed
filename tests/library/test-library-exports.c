/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"
#include "library-sample.h"
#include "library/onsite-library-exports.h"

/* The schema that began to keep them. */
#define FIRST_VERSION 6

static void
assert_kept (Fixture *fixture, const OnsiteExportRecord *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteExportRecord) record = onsite_library_load_export (fixture->library,
                                                                      wanted->id,
                                                                      &error);

  g_assert_no_error (error);
  g_assert_cmpstr (record->id, ==, wanted->id);
  g_assert_cmpstr (record->loop, ==, wanted->loop);
  g_assert_cmpint (record->created_at_us, ==, wanted->created_at_us);
  g_assert_true (record->blind == wanted->blind);
  g_assert_cmpstr (record->document, ==, wanted->document);
}

static void
assert_unknown (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (onsite_library_load_export (fixture->library, id, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteExportRecord) first = onsite_export_record_new ("e1", loop->id, 5, TRUE, "{}");
  g_autoptr (OnsiteExportRecord) second = onsite_export_record_new ("e2",
                                                                    loop->id,
                                                                    6,
                                                                    FALSE,
                                                                    "{\"takes\":[\"'\"]}");
  OnsiteChange *change = onsite_change_new ();

  assert_unknown (fixture, "e1");
  onsite_change_add_export (change, first);
  onsite_change_add_export (change, second);
  fixture_commit (fixture, change);
  assert_kept (fixture, first);
  fixture_reopen (fixture);
  assert_kept (fixture, first);
  assert_kept (fixture, second);
}

static void
test_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteExportRecord) newer = onsite_export_record_new ("e1", loop->id, 6, TRUE, "{}");
  g_autoptr (OnsiteExportRecord) older = onsite_export_record_new ("e2", loop->id, 5, TRUE, "{}");
  g_autoptr (OnsiteExportRecord) later = onsite_export_record_new ("e3", loop->id, 6, TRUE, "{}");
  const char *const wanted[] = { "e3", "e1", "e2" };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_export (change, newer);
  onsite_change_add_export (change, older);
  onsite_change_add_export (change, later);
  fixture_commit (fixture, change);

  records = onsite_library_list_exports (fixture->library, loop->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpstr (((OnsiteExportRecord *) records->pdata[i])->id, ==, wanted[i]);

  others = onsite_library_list_exports (fixture->library, "none", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (others->len, ==, 0);
}

static void
test_no_loop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteExportRecord) record = onsite_export_record_new ("e1", "none", 5, TRUE, "{}");
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_export (change, record);
  g_assert_false (onsite_library_commit (fixture->library, change, &error));
  g_assert_error (error, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_NOT_FOUND);
  assert_unknown (fixture, "e1");
}

static void
test_purged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
  g_autoptr (OnsiteExportRecord) record = onsite_export_record_new ("e1", loop->id, 5, TRUE, "{}");
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_export (change, record);
  fixture_commit (fixture, change);
  change = onsite_change_new ();
  onsite_change_purge_loop (change, loop->id);
  fixture_commit (fixture, change);
  assert_unknown (fixture, "e1");
}

static void
test_fixture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteExportRecord) record = library_sample_make_export ();
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  library_sample_remake (fixture, FIRST_VERSION);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_kept (fixture, record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/library/exports/what-was-handed-on-is-kept", test_kept);
  ADD ("/library/exports/those-of-a-loop-are-listed-the-newest-first", test_listed);
  ADD ("/library/exports/one-of-no-loop-is-refused", test_no_loop);
  ADD ("/library/exports/they-go-with-their-loop", test_purged);
  ADD ("/library/exports/the-first-library-that-kept-them-is-read", test_fixture);

  return g_test_run ();
}
