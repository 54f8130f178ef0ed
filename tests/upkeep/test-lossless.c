/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-decode.h"
#include "library/onsite-clip-reader.h"
#include "onsite-clip-library.h"
#include "onsite-signal.h"
#include "upkeep/onsite-check.h"
#include "upkeep/onsite-flac-packet.h"
#include "upkeep/onsite-repair.h"

/* What is kept as FLAC, as it was really encoded, harmed and saved. */

#define MS        (ONSITE_AUDIO_RATE / 1000)
#define LENGTH_MS 2950

/* All harm is done to the sixth row, which begins at half a second. */
#define ROW "(SELECT rowid FROM chunk ORDER BY rowid LIMIT 1 OFFSET 5)"

typedef struct
{
  OnsiteClipLibrary *clips;
  GArray *sound;
  char *clip;
  char *harmed;
  char *saved;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->clips = onsite_clip_library_new_with_codec (ONSITE_CODEC_FLAC);
  fixture->sound = onsite_signal_make_babble (LENGTH_MS * MS, ONSITE_AUDIO_RATE, 9);
  fixture->clip = onsite_clip_library_add (fixture->clips,
                                           (const gint16 *) (gpointer) fixture->sound->data,
                                           fixture->sound->len);
  fixture->harmed = g_build_filename (fixture->clips->folder, "harmed.onsite", NULL);
  fixture->saved = g_build_filename (fixture->clips->folder, "saved.onsite", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  onsite_clip_library_free (fixture->clips);
  g_array_unref (fixture->sound);
  g_free (fixture->clip);
  g_free (fixture->harmed);
  g_free (fixture->saved);
}

static void
do_harm (Fixture *fixture, const char *harm)
{
  g_autofree char *copy = g_strdup_printf ("VACUUM INTO '%s'", fixture->harmed);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (onsite_library_get_path (fixture->clips->library), &db), ==, 0);
  g_assert_cmpint (sqlite3_exec (db, copy, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (sqlite3_open (fixture->harmed, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, harm, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static OnsiteLibrary *
open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  OnsiteLibrary *library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return library;
}

static OnsiteCheck *
check (const char *path)
{
  g_autoptr (OnsiteLibrary) library = open_library (path);
  g_autoptr (GError) error = NULL;
  OnsiteCheck *result = onsite_check_run (library, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  onsite_library_close (library, NULL);
  return result;
}

static void
take_decoded (const gint16 *samples, gsize n_samples, gpointer user_data)
{
  g_array_append_vals (user_data, samples, (guint) n_samples);
}

/* To the end of its last packet. */
static GArray *
decode_saved (Fixture *fixture)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (gint16));
  g_autoptr (OnsiteLibrary) library = open_library (fixture->saved);
  g_autoptr (GError) error = NULL;

  onsite_audio_decode_clip (library, fixture->clip, take_decoded, samples, NULL, &error);
  g_assert_no_error (error);
  onsite_library_close (library, NULL);
  return samples;
}

static OnsiteRepair *
repair (Fixture *fixture)
{
  g_autoptr (GPtrArray) packs = onsite_repair_list_packs (NULL, NULL);
  g_autoptr (GError) error = NULL;
  OnsiteRepair *result =
      onsite_repair_run (fixture->harmed, fixture->saved, packs, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->check->findings->len, ==, 0);
  return result;
}

/* Bit for bit what was said, from one place on. */
static void
assert_same (Fixture *fixture, GArray *heard, guint at_ms, guint from_ms, guint to_ms)
{
  g_assert_cmpuint (heard->len, >=, (at_ms + to_ms - from_ms) * MS);
  g_assert_cmpmem (&g_array_index (heard, gint16, at_ms * MS),
                   (to_ms - from_ms) * MS * sizeof (gint16),
                   &g_array_index (fixture->sound, gint16, from_ms * MS),
                   (to_ms - from_ms) * MS * sizeof (gint16));
}

static void
test_what_is_sound_is_found_to_be (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteCheck) result = NULL;

  do_harm (fixture, "");
  result = check (fixture->harmed);

  g_assert_cmpuint (result->findings->len, ==, 0);
  g_assert_cmpuint (result->n_clips, ==, 1);
  g_assert_cmpint (result->duration_ms, ==, LENGTH_MS);
}

static void
test_a_bit_that_fell_over_is_found (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteCheck) result = NULL;
  const OnsiteFinding *finding;

  do_harm (fixture,
           "UPDATE chunk SET packets = CAST (substr (packets, 1, 400) || x'5a' ||"
           " substr (packets, 402) AS BLOB) WHERE rowid = " ROW);
  result = check (fixture->harmed);

  g_assert_cmpuint (result->findings->len, ==, 1);
  finding = g_ptr_array_index (result->findings, 0);
  g_assert_cmpint (finding->kind, ==, ONSITE_FINDING_UNDECODABLE_CLIP);
  g_assert_nonnull (strstr (finding->text, " 0.5 s"));
}

static void
test_what_is_left_is_saved_bit_for_bit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteRepair) result = NULL;
  g_autoptr (GArray) heard = NULL;

  do_harm (fixture,
           "UPDATE chunk SET packets = CAST (substr (packets, 1, 400) || x'5a' ||"
           " substr (packets, 402) AS BLOB) WHERE rowid = " ROW);
  result = repair (fixture);
  heard = decode_saved (fixture);

  g_assert_cmpuint (heard->len, >=, (LENGTH_MS - 100) * MS);
  g_assert_cmpuint (heard->len, <, (LENGTH_MS - 80) * MS);
  assert_same (fixture, heard, 0, 0, 500);
  assert_same (fixture, heard, 500, 600, LENGTH_MS);
}

static char *
find_clip (const char *path)
{
  sqlite3_stmt *row;
  char *clip;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id FROM clip", -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  clip = g_strdup ((const char *) sqlite3_column_text (row, 0));
  sqlite3_finalize (row);
  sqlite3_close (db);
  return clip;
}

static void
test_sound_of_which_nobody_knows_is_known_by_itself (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OnsiteRepair) result = NULL;
  g_autoptr (GArray) heard = NULL;

  do_harm (fixture, "PRAGMA foreign_keys = OFF; DELETE FROM clip");
  result = repair (fixture);
  g_free (fixture->clip);
  fixture->clip = find_clip (fixture->saved);
  heard = decode_saved (fixture);

  g_assert_cmpuint (heard->len, >=, LENGTH_MS * MS);
  assert_same (fixture, heard, 0, 0, LENGTH_MS);
}

/* The first packet that was really encoded. */
static GBytes *
read_packet (Fixture *fixture)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (fixture->clips->library,
                                                                fixture->clip,
                                                                NULL);
  g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, NULL);
  const guint8 *bytes = g_bytes_get_data (chunk->packets, NULL);

  return g_bytes_new (bytes + 2, (gsize) (bytes[0] | bytes[1] << 8));
}

static void
test_a_packet_is_sound_in_every_bit_or_it_is_not (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) packet = read_packet (fixture);
  const gsize size = g_bytes_get_size (packet);
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (packet, NULL), size);

  g_assert_true (onsite_flac_packet_is_sound (bytes, size));
  for (gsize i = 0; i < size; i++)
    {
      const guint8 bit = (guint8) (1 << i % 8);

      bytes[i] ^= bit;
      g_assert_false (onsite_flac_packet_is_sound (bytes, size));
      bytes[i] ^= bit;
      g_assert_false (onsite_flac_packet_is_sound (bytes, i));
    }
}

#define ADD(function) \
  g_test_add ("/upkeep/lossless/" #function, Fixture, NULL, set_up, test_##function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (onsite_audio_init (NULL));

  ADD (what_is_sound_is_found_to_be);
  ADD (a_bit_that_fell_over_is_found);
  ADD (what_is_left_is_saved_bit_for_bit);
  ADD (sound_of_which_nobody_knows_is_known_by_itself);
  ADD (a_packet_is_sound_in_every_bit_or_it_is_not);

  return g_test_run ();
}
