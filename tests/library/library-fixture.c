/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("onsite-library-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "library.onsite", NULL);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
}

static gboolean
is_gone (gpointer data)
{
  g_autoptr (GObject) object = g_weak_ref_get (data);

  return object == NULL;
}

void
fixture_close (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GWeakRef weak;

  onsite_library_close (fixture->library, &error);
  g_assert_no_error (error);
  g_weak_ref_init (&weak, fixture->library);
  g_clear_object (&fixture->library);
  /* Answers that are on their way hold on to it, in other threads too. */
  fixture_wait_until (is_gone, &weak);
  g_weak_ref_clear (&weak);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  fixture->library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->library != NULL)
    {
      fixture_close (fixture);
      fixture_assert_sound (fixture->path);
    }
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

GBytes *
fixture_make_pack (void)
{
  static const char pack[] = "{ \"id\": \"test\" }";

  return g_bytes_new_static (pack, sizeof pack - 1);
}

static OnsiteRound *
make_round (guint index, guint n_answers)
{
  static const char *principles[] = { "ownership", "dive-deep", NULL };
  OnsiteRound *round = onsite_round_new ("behavioral");

  round->interviewer = g_strdup ("Senior TPM");
  round->bar_raiser = index == 1;
  round->voice = index;
  round->seconds = 3600;
  g_strfreev (round->principles);
  round->principles = g_strdupv ((GStrv) principles);

  for (guint i = 0; i < n_answers; i++)
    {
      g_autofree char *question = g_strdup_printf ("q%u.%u", index, i);

      g_ptr_array_add (round->answers, onsite_answer_new (question));
    }

  return round;
}

OnsiteLoop *
fixture_make_loop (guint n_rounds, guint n_answers)
{
  g_autoptr (GBytes) pack = fixture_make_pack ();
  OnsiteLoop *loop = onsite_loop_new ();

  loop->pack_id = g_strdup ("test");
  loop->pack_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pack);
  loop->level = g_strdup ("l6");
  loop->seed = G_MAXUINT64 - 7;
  loop->created_at_us = g_get_real_time ();
  for (guint i = 0; i < n_rounds; i++)
    g_ptr_array_add (loop->rounds, make_round (i, n_answers));

  return loop;
}

void
fixture_add_loop (Fixture *fixture, const OnsiteLoop *loop)
{
  g_autoptr (GBytes) pack = fixture_make_pack ();
  OnsiteChange *change = onsite_change_new ();

  onsite_change_add_loop (change, loop, pack);
  fixture_commit (fixture, change);
}

OnsiteAnswer *
fixture_get_answer (const OnsiteLoop *loop, guint round, guint answer)
{
  OnsiteRound *in = g_ptr_array_index (loop->rounds, round);

  return g_ptr_array_index (in->answers, answer);
}

OnsiteTake *
fixture_get_take (const OnsiteLoop *loop)
{
  return onsite_answer_get_current_take (fixture_get_answer (loop, 0, 0));
}

OnsiteLoop *
fixture_add_small_loop (Fixture *fixture)
{
  OnsiteLoop *loop = fixture_make_loop (1, 1);
  OnsiteTake *take = onsite_take_new ();

  take->created_at_us = loop->created_at_us;
  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, "Tell me about a time."));
  g_ptr_array_add (fixture_get_answer (loop, 0, 0)->takes, take);
  fixture_add_loop (fixture, loop);

  return loop;
}

void
fixture_commit (Fixture *fixture, OnsiteChange *change)
{
  g_autoptr (GError) error = NULL;

  onsite_library_commit (fixture->library, change, &error);
  g_assert_no_error (error);
}

OnsiteStoredLoop *
fixture_load (Fixture *fixture, const char *loop)
{
  g_autoptr (GError) error = NULL;
  OnsiteStoredLoop *stored = onsite_library_load_loop (fixture->library, loop, &error);

  g_assert_no_error (error);

  return stored;
}

void
fixture_begin_clip (Fixture *fixture, const char *take, const char *clip)
{
  g_autoptr (GBytes) head = g_bytes_new_static ("OpusHead", 8);

  onsite_library_begin_clip (fixture->library, take, 0, clip, 312, head, 1000);
  onsite_library_begin_segment (fixture->library, clip, 0, 0, 0);
}

OnsiteChunk *
fixture_make_chunk (guint place)
{
  OnsiteChunk *chunk = g_new0 (OnsiteChunk, 1);
  guint8 packets[350] = { 0 };
  guint8 peaks[5] = { 0 };

  memcpy (packets, &place, sizeof place);
  memset (peaks, (int) (place & 0xff), sizeof peaks);
  chunk->start_samples = (gint64) place * CHUNK_SAMPLES;
  chunk->n_samples = CHUNK_SAMPLES;
  chunk->packets = g_bytes_new (packets, sizeof packets);
  chunk->peaks = g_bytes_new (peaks, sizeof peaks);

  return chunk;
}

void
fixture_append (Fixture *fixture, const char *clip, guint from, guint n_chunks)
{
  for (guint i = from; i < from + n_chunks; i++)
    {
      g_autoptr (OnsiteChunk) chunk = fixture_make_chunk (i);

      onsite_library_append_chunk (fixture->library, clip, chunk);
    }
}

void
fixture_assert_chunk (const OnsiteChunk *chunk, guint place)
{
  guint told;

  g_assert_nonnull (chunk);
  g_assert_cmpint (chunk->start_samples, ==, (gint64) place * CHUNK_SAMPLES);
  g_assert_cmpuint (g_bytes_get_size (chunk->packets), ==, 350);
  memcpy (&told, g_bytes_get_data (chunk->packets, NULL), sizeof told);
  g_assert_cmpuint (told, ==, place);
}

static gboolean
is_saved (gpointer library)
{
  return onsite_library_get_unsaved_ms (library) == 0;
}

void
fixture_wait_for_saved (Fixture *fixture)
{
  fixture_wait_until (is_saved, fixture->library);
}

void
fixture_wait_until (gboolean (*is_true) (gpointer data), gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!is_true (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

void
fixture_execute (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

gint64
fixture_query_int64 (const char *path, const char *sql)
{
  sqlite3_stmt *statement;
  sqlite3 *db;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return value;
}

void
fixture_assert_sound (const char *path)
{
  g_assert_cmpint (fixture_query_int64 (path,
                                        "SELECT count (*) FROM pragma_integrity_check "
                                        "WHERE integrity_check <> 'ok'"),
                   ==,
                   0);
  g_assert_cmpint (fixture_query_int64 (path, "SELECT count (*) FROM pragma_foreign_key_check"),
                   ==,
                   0);
}
