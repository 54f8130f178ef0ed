/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"
#include "upkeep/onsite-check.h"
#include "upkeep/onsite-clip-check.h"

#include <sqlite3.h>

#define N_CHUNKS          20
#define PACKETS_PER_CHUNK 5
#define N_MANY            12

/* 20 ms of silence (RFC 6716, 3.1: CELT, fullband, mono), after its length. */
static const guint8 silence[] = { 3, 0, 0xf8, 0xff, 0xfe };

static GBytes *
make_packets (guint n_packets)
{
  GByteArray *packets = g_byte_array_new ();

  for (guint i = 0; i < n_packets; i++)
    g_byte_array_append (packets, silence, sizeof silence);

  return g_byte_array_free_to_bytes (packets);
}

static void
record (Fixture *fixture, const char *take, const char *clip)
{
  fixture_begin_clip (fixture, take, clip);
  for (guint i = 0; i < N_CHUNKS; i++)
    {
      g_autoptr (GBytes) packets = make_packets (PACKETS_PER_CHUNK);
      const OnsiteChunk chunk = {
        .start_samples = (gint64) i * CHUNK_SAMPLES,
        .n_samples = CHUNK_SAMPLES,
        .packets = packets,
      };

      onsite_library_append_chunk (fixture->library, clip, &chunk);
    }
  /* Taken back to within a chunk, as after "Done". */
  onsite_library_end_clip (fixture->library, clip, N_CHUNKS * CHUNK_SAMPLES - 1000);
}

/* A library with one recorded answer, closed. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteLoop) loop = NULL;

  fixture_set_up (fixture, data);
  loop = fixture_add_small_loop (fixture);
  record (fixture, fixture_get_take (loop)->id, "c");
  fixture_close (fixture);
}

/* As many as no machine looks at at the same time, closed. */
static void
set_up_many (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (OnsiteLoop) loop = fixture_add_small_loop (fixture);
      g_autofree char *clip = g_strdup_printf ("c%02u", i);

      record (fixture, fixture_get_take (loop)->id, clip);
    }
  fixture_close (fixture);
}

/* 200 samples before the last chunk begins. */
#define END_BEFORE_LAST_CHUNK \
  "UPDATE clip SET n_samples = 91000; UPDATE segment SET n_samples = 91000"

static OnsiteCheck *
check (Fixture *fixture, const char *harm)
{
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteCheck *result;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, harm, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  library = onsite_library_open (fixture->path, ONSITE_LIBRARY_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  result = onsite_check_run (library, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  onsite_library_close (library, NULL);

  return result;
}

static void
test_intact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteCheck) result = check (fixture, "");

  g_assert_cmpuint (result->findings->len, ==, 0);
  g_assert_cmpuint (result->n_clips, ==, 1);
  g_assert_cmpint (result->duration_ms, ==, 1979);
}

static void
test_tail (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteCheck) result = check (fixture, END_BEFORE_LAST_CHUNK);

  g_assert_cmpuint (result->findings->len, ==, 0);
  g_assert_cmpint (result->duration_ms, ==, 1895);
}

/* All harm is done to the sixth chunk. */
#define CHUNK "(SELECT rowid FROM chunk ORDER BY rowid LIMIT 1 OFFSET 5)"

static const struct
{
  const char *name;
  const char *sql;
  OnsiteFindingKind kind;
} cases[] = {
  { "missing",
    "DELETE FROM peak; DELETE FROM chunk WHERE rowid = " CHUNK,
    ONSITE_FINDING_BROKEN_CLIP },
  { "moved",
    "UPDATE chunk SET start_samples = start_samples + 1 WHERE rowid = " CHUNK,
    ONSITE_FINDING_BROKEN_CLIP },
  { "too-long",
    "UPDATE chunk SET packets = CAST (packets || x'0300f8fffe' AS BLOB) WHERE rowid = " CHUNK,
    ONSITE_FINDING_BROKEN_CLIP },
  { "too-short",
    "UPDATE chunk SET packets = x'0300f8fffe' WHERE rowid = " CHUNK,
    ONSITE_FINDING_BROKEN_CLIP },
  { "cut",
    "UPDATE chunk SET packets = substr (packets, 1, 24) WHERE rowid = " CHUNK,
    ONSITE_FINDING_BROKEN_CLIP },
  { "ending-early",
    "UPDATE clip SET n_samples = 200000; UPDATE segment SET n_samples = 200000",
    ONSITE_FINDING_BROKEN_CLIP },
  { "no-opus",
    /* RFC 6716, 3.2.5: a packet of code 3 needs a byte with its number of frames. */
    "UPDATE chunk SET packets = x'0100ff0100ff0100ff0100ff0100ff' WHERE rowid = " CHUNK,
    ONSITE_FINDING_UNDECODABLE_CLIP },
};

/* The one harm that is not done at half a second. */
#define ENDING_EARLY 5

static void
test_harm (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  Fixture fixture = { 0 };
  g_autoptr (OnsiteCheck) result = NULL;
  const OnsiteFinding *finding;

  set_up (&fixture, NULL);
  result = check (&fixture, cases[i].sql);

  g_assert_cmpuint (result->findings->len, ==, 1);
  finding = g_ptr_array_index (result->findings, 0);
  g_assert_cmpint (finding->kind, ==, cases[i].kind);
  g_assert_cmpstr (finding->subject, ==, "c");
  if (i != ENDING_EARLY)
    g_assert_nonnull (strstr (finding->text, " 0.5 s"));
  fixture_tear_down (&fixture, NULL);
}

/* Several are looked at at once, and what is found is told in their order. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OnsiteCheck) result = check (
      fixture,
      "UPDATE chunk SET packets = x'0300f8fffe' WHERE rowid IN"
      " (SELECT min (chunk.rowid) FROM clip JOIN chunk ON chunk.rowid >> 24 = clip.rowid"
      "  WHERE id NOT IN ('c03', 'c07') GROUP BY clip.rowid)");

  g_assert_cmpuint (result->n_clips, ==, N_MANY);
  g_assert_cmpint (result->duration_ms, ==, N_MANY * 1979);
  g_assert_cmpuint (result->findings->len, ==, N_MANY - 2);
  for (guint i = 1; i < result->findings->len; i++)
    {
      const OnsiteFinding *before = g_ptr_array_index (result->findings, i - 1);
      const OnsiteFinding *finding = g_ptr_array_index (result->findings, i);

      g_assert_cmpstr (before->subject, <, finding->subject);
      g_assert_cmpstr (finding->subject, !=, "c03");
      g_assert_cmpstr (finding->subject, !=, "c07");
    }
}

static double last_told;

static void
note_progress (double fraction, gpointer cancellable)
{
  g_assert_cmpfloat (fraction, >=, last_told);
  last_told = fraction;
  if (fraction > 0)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = onsite_library_open (fixture->path,
                                                           ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                           NULL);
  g_autoptr (OnsiteCheck) result = onsite_check_run (library,
                                                     note_progress,
                                                     cancellable,
                                                     cancellable,
                                                     &error);

  /* All may be done before it's told that one is. */
  g_assert_true (result != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  onsite_library_close (library, NULL);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteLibrary) library = onsite_library_open (fixture->path,
                                                           ONSITE_LIBRARY_OPEN_READ_ONLY,
                                                           NULL);

  g_cancellable_cancel (cancellable);
  g_assert_null (onsite_check_run (library, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  onsite_library_close (library, NULL);
}

static const struct
{
  guint n_packets;
  gint64 start_samples;
  gint64 n_samples;
  gint64 clip_samples;
  gboolean fits;
} chunks[] = {
  { 5, 4800, 4800, 90000, TRUE },  { 5, 4800, 3841, 90000, TRUE },  { 5, 4800, 3840, 90000, FALSE },
  { 5, 4800, 4801, 90000, FALSE }, { 5, 4801, 4800, 90000, FALSE }, { 5, 0, 4800, 90000, FALSE },
  { 1, 4800, 960, 90000, TRUE },   { 0, 4800, 0, 90000, FALSE },    { 5, 4800, 200, 5000, TRUE },
  { 5, 4800, 4801, 9601, FALSE },  { 1, 4800, 0, 4800, TRUE },      { 5, 4900, 0, 4800, TRUE },
  { 0, 4800, 0, 4800, FALSE },     { 5, 4900, 0, 4900, FALSE },
};

static void
test_chunks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chunks); i++)
    {
      g_autoptr (GBytes) packets = make_packets (chunks[i].n_packets);
      const OnsiteChunk chunk = {
        .start_samples = chunks[i].start_samples,
        .n_samples = chunks[i].n_samples,
        .packets = packets,
      };
      g_autofree char *text = onsite_clip_check_chunk (&chunk, 4800, chunks[i].clip_samples);

      g_assert_cmpint (text == NULL, ==, chunks[i].fits);
    }
}

#define add(name, test) \
  g_test_add ("/upkeep/check/" name, Fixture, NULL, set_up, test, fixture_tear_down)

#define add_many(name, test) \
  g_test_add ("/upkeep/check/" name, Fixture, NULL, set_up_many, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("a-library-that-is-intact-is-decoded-whole", test_intact);
  add ("a-row-that-only-the-decoder-needs-is-no-finding", test_tail);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/upkeep/check/a-row-of-sound-is-found/",
                                           cases[i].name,
                                           NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_harm);
    }
  add ("a-check-can-be-cancelled", test_cancel);
  add_many ("what-is-wrong-with-several-is-told-in-their-order", test_many);
  add_many ("a-check-of-several-can-be-cancelled-midway", test_cancel_many);
  g_test_add_func ("/upkeep/check/rows-follow-each-other-and-hold-what-they-say", test_chunks);

  return g_test_run ();
}
