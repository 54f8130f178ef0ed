/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"
#include "library/onsite-library-check.h"

#include <sqlite3.h>

/* A library with one recorded answer, closed. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = NULL;

  fixture_set_up (fixture, data);
  loop = fixture_add_small_loop (fixture);
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, "c");
  fixture_append (fixture, "c", 0, 3);
  onsite_library_end_clip (fixture->library, "c", 3 * CHUNK_SAMPLES);
  fixture_close (fixture);
}

static void
harm (Fixture *fixture, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static GPtrArray *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = onsite_library_open (fixture->path,
                                                           ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                           &error);
  GPtrArray *findings;

  g_assert_no_error (error);
  findings = onsite_library_check (library, NULL, &error);
  g_assert_no_error (error);
  onsite_library_close (library, &error);
  g_assert_no_error (error);

  return findings;
}

static const struct
{
  const char *sql;
  OnsiteFindingKind kind;
  const char *subject;
} cases[] = {
  { "DELETE FROM turn", ONSITE_FINDING_LOST_CLIP, "c" },
  { "UPDATE clip SET turn = 7", ONSITE_FINDING_LOST_CLIP, "c" },
  { "DELETE FROM segment; DELETE FROM clip", ONSITE_FINDING_LOST_SOUND, NULL },
  { "DELETE FROM chunk WHERE start_samples > 0", ONSITE_FINDING_LOST_SOUND, NULL },
  { "UPDATE clip SET state = 'recording'", ONSITE_FINDING_OPEN_CLIP, "c" },
  { "UPDATE segment SET n_samples = n_samples - 1", ONSITE_FINDING_BROKEN_CLIP, "c" },
  { "DELETE FROM segment", ONSITE_FINDING_BROKEN_CLIP, "c" },
  { "DELETE FROM peak WHERE rowid = (SELECT max (rowid) FROM peak)",
    ONSITE_FINDING_LOST_PICTURE,
    "c" },
  { "UPDATE pack SET bytes = x'20'", ONSITE_FINDING_PACK, NULL },
  { "PRAGMA foreign_keys = OFF; DELETE FROM round", ONSITE_FINDING_REFERENCE, NULL },
  { "PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'mark')"
    " WHERE name = 'evidence_by_take'",
    ONSITE_FINDING_FILE,
    NULL },
};

static gboolean
has_finding (GPtrArray *findings, OnsiteFindingKind kind, const char *subject)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const OnsiteFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind && (!subject || g_strcmp0 (finding->subject, subject) == 0))
        return *finding->text != '\0';
    }

  return FALSE;
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = check (fixture);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_harm (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  Fixture fixture = { 0 };
  g_autoptr (GPtrArray) findings = NULL;

  set_up (&fixture, NULL);
  harm (&fixture, cases[i].sql);
  findings = check (&fixture);

  g_assert_true (has_finding (findings, cases[i].kind, cases[i].subject));
  fixture_tear_down (&fixture, NULL);
}

static void
test_nothing_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gsize size_before, size_after;

  harm (fixture, "UPDATE clip SET state = 'recording'");
  g_assert_true (g_file_get_contents (fixture->path, &before, &size_before, NULL));
  findings = check (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));

  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_clips (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = NULL;
  g_auto (GStrv) clips = NULL;
  const char *const expected[] = { "c", NULL };

  harm (fixture, "DELETE FROM turn");
  library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  clips = onsite_library_list_clips (library, &error);

  g_assert_no_error (error);
  g_assert_cmpstrv (clips, expected);
  onsite_library_close (library, NULL);
}

static void
test_purging (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLibrary) library = NULL;
  g_auto (GStrv) clips = NULL;

  harm (fixture, "UPDATE loop SET deleted_at_us = 1, purging = 1");
  library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_READ_ONLY, NULL);
  clips = onsite_library_list_clips (library, NULL);

  g_assert_cmpuint (g_strv_length (clips), ==, 0);
  onsite_library_close (library, NULL);
}

#define add(name, test) \
  g_test_add ("/library/check/" name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("nothing-is-wrong-with-a-sound-library", test_sound);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/library/check/harm-is-found/%s-%" G_GSIZE_FORMAT,
                                               onsite_finding_kind_get_nick (cases[i].kind),
                                               i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_harm);
    }
  add ("looking-changes-nothing", test_nothing_changes);
  add ("clips-that-nothing-leads-to-are-listed-too", test_clips);
  add ("clips-that-are-being-purged-are-left-out", test_purging);

  return g_test_run ();
}
