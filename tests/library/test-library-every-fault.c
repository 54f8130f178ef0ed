/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An answer is recorded on a disk of which one thing fails, or all from it on: with
 * ONSITE_TEST_FULL each read, write, sync, opening and so on in its turn, else some
 * of each kind, spread over the answer. */
#include <gio/gio.h>

#include "fakes/fault-vfs.h"
#include "library-fixture.h"

#define N_CHUNKS   10
#define N_SAMPLED  12
#define SESSION_AT 5
#define CLIP       "clip"
#define FIRST      "{\"n\": 1}"
#define SECOND     "{\"n\": 2}"

typedef struct
{
  const char *name;
  FaultVfsOperation operation;
} Kind;

static const Kind kinds[] = {
  { "read", FAULT_VFS_READ },         { "write", FAULT_VFS_WRITE },
  { "room", FAULT_VFS_ROOM },         { "truncation", FAULT_VFS_TRUNCATE },
  { "sync", FAULT_VFS_SYNC },         { "opening", FAULT_VFS_OPEN },
  { "deletion", FAULT_VFS_DELETE },   { "lock", FAULT_VFS_LOCK },
  { "shared-map", FAULT_VFS_SHM_MAP }
};

/* What each answer is added to a copy of. */
static Fixture original;
static char *original_loop;
static char *original_take;

typedef struct
{
  Fixture fixture;
  guint n_appended;
  guint n_kept; /* chunks that were said to be */
  gboolean is_session_kept;
  gboolean is_closed;
} Answer;

static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == ONSITE_LIBRARY_ERROR);
  g_assert_cmpstr (error->message, !=, "");
  /* It is the disk that fails: what is on it is whole. */
  g_assert_cmpint (error->code, !=, ONSITE_LIBRARY_ERROR_DAMAGED);
  g_assert_cmpint (error->code, !=, ONSITE_LIBRARY_ERROR_NOT_A_LIBRARY);
}

static void
begin (Answer *answer)
{
  g_autoptr (GFile) from = g_file_new_for_path (original.path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  *answer = (Answer){ .is_closed = FALSE };
  answer->fixture.folder = g_dir_make_tmp ("onsite-fault-XXXXXX", &error);
  g_assert_no_error (error);
  answer->fixture.path = g_build_filename (answer->fixture.folder, "library.onsite", NULL);
  to = g_file_new_for_path (answer->fixture.path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
try_to_open (Answer *answer)
{
  g_autoptr (GError) error = NULL;

  answer->fixture.library = onsite_library_open (answer->fixture.path,
                                                 ONSITE_LIBRARY_OPEN_DEFAULT,
                                                 &error);
  if (answer->fixture.library == NULL)
    assert_told (error);

  return answer->fixture.library != NULL;
}

static gboolean
is_saved_or_told (gpointer library)
{
  return onsite_library_get_unsaved_ms (library) == 0 ||
         onsite_library_get_write_error (library) != NULL;
}

static void
append (Answer *answer)
{
  fixture_append (&answer->fixture, CLIP, answer->n_appended++, 1);
  fixture_wait_until (is_saved_or_told, answer->fixture.library);
  if (onsite_library_get_unsaved_ms (answer->fixture.library) == 0)
    answer->n_kept = answer->n_appended;
  else
    assert_told (onsite_library_get_write_error (answer->fixture.library));
}

static void
commit_session (Answer *answer)
{
  g_autoptr (GError) error = NULL;
  OnsiteChange *change = onsite_change_new ();

  onsite_change_set_session (change, original_loop, SECOND);
  answer->is_session_kept = onsite_library_commit (answer->fixture.library, change, &error);
  if (!answer->is_session_kept)
    assert_told (error);
}

static void
record (Answer *answer)
{
  fixture_begin_clip (&answer->fixture, original_take, CLIP);
  for (guint i = 0; i < N_CHUNKS; i++)
    {
      if (i == SESSION_AT)
        commit_session (answer);
      append (answer);
    }
  onsite_library_end_clip (answer->fixture.library, CLIP, N_CHUNKS * CHUNK_SAMPLES);
}

static void
try_to_close (Answer *answer)
{
  g_autoptr (GError) error = NULL;

  answer->is_closed = onsite_library_close (answer->fixture.library, &error);
  if (answer->is_closed)
    answer->n_kept = N_CHUNKS;
  else
    assert_told (error);
}

/* A disk that failed once may fail here; one that fails for good is mended by the
 * person each other time, who gives up the others. */
static void
end (Answer *answer, gboolean for_good, gboolean mends)
{
  GLogLevelFlags fatal;

  try_to_close (answer);
  if (!answer->is_closed && (mends || !for_good))
    {
      fault_vfs_mend ();
      try_to_close (answer);
      g_assert_true (answer->is_closed);
    }
  /* It warns of what it loses. */
  fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_object_unref (g_steal_pointer (&answer->fixture.library));
  g_log_set_always_fatal (fatal);
}

static void
assert_sound_is_kept (Answer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (answer->fixture.library,
                                                                CLIP,
                                                                &error);
  g_autoptr (OnsiteChunk) chunk = NULL;
  guint n_read = 0;

  g_assert_no_error (error);
  while ((chunk = onsite_clip_reader_next (reader, &error)) != NULL)
    {
      fixture_assert_chunk (chunk, n_read++);
      g_clear_pointer (&chunk, onsite_chunk_free);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, >=, answer->n_kept);
  g_assert_cmpuint (n_read, <=, answer->n_appended);
}

static void
assert_survived (Answer *answer)
{
  g_autoptr (OnsiteStoredLoop) stored = NULL;

  fault_vfs_reset ();
  g_assert_true (try_to_open (answer));
  stored = fixture_load (&answer->fixture, original_loop);
  g_assert_cmpstr (stored->session, ==, answer->is_session_kept ? SECOND : FIRST);
  if (answer->n_kept > 0)
    assert_sound_is_kept (answer);
  fixture_tear_down (&answer->fixture, NULL);
}

/* Returns how often the @operation was done. */
static guint
answer_on (FaultVfsOperation operation, guint n_before, gboolean for_good)
{
  Answer answer;
  guint n_operations;

  begin (&answer);
  fault_vfs_reset ();
  fault_vfs_fail (operation, n_before, for_good);
  if (try_to_open (&answer))
    {
      record (&answer);
      end (&answer, for_good, n_before % 2 == 0);
    }
  n_operations = fault_vfs_count (operation);
  assert_survived (&answer);

  return n_operations;
}

static void
answer_on_each (FaultVfsOperation operation, gboolean for_good)
{
  const guint n_operations = answer_on (operation, G_MAXINT, FALSE);
  const gboolean is_full = g_getenv ("ONSITE_TEST_FULL") != NULL;
  const guint n_tried = is_full ? n_operations : MIN (n_operations, N_SAMPLED);

  g_assert_cmpuint (n_operations, >, 0);
  g_test_message ("%u of %u places", n_tried, n_operations);
  for (guint i = 0; i < n_tried; i++)
    answer_on (operation, i * n_operations / n_tried, for_good);
}

static void
test_one_that_fails_costs_nothing (gconstpointer kind)
{
  answer_on_each (((const Kind *) kind)->operation, FALSE);
}

static void
test_all_that_fail_cost_only_what_was_told (gconstpointer kind)
{
  answer_on_each (((const Kind *) kind)->operation, TRUE);
}

static void
make_original (void)
{
  g_autoptr (OnsiteLoop) loop = NULL;
  OnsiteChange *change = onsite_change_new ();

  fixture_set_up (&original, NULL);
  loop = fixture_add_small_loop (&original);
  onsite_change_set_session (change, loop->id, FIRST);
  fixture_commit (&original, change);
  original_loop = g_strdup (loop->id);
  original_take = g_strdup (fixture_get_take (loop)->id);
  fixture_close (&original);
}

static void
add (const char *name, const Kind *kind, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/library/every-fault/%s/%s", kind->name, name);

  g_test_add_data_func (path, kind, test);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_original ();
  fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      add ("one-that-fails-costs-nothing", &kinds[i], test_one_that_fails_costs_nothing);
      add ("all-that-fail-cost-only-what-was-told",
           &kinds[i],
           test_all_that_fail_cost_only_what_was_told);
    }
  status = g_test_run ();

  fixture_tear_down (&original, NULL);
  g_free (original_loop);
  g_free (original_take);

  return status;
}
