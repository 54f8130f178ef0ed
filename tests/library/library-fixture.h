/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

/* 100 ms at 48 kHz. */
#define CHUNK_SAMPLES 4800

/**
 * Fixture:
 *
 * A library in a folder of its own, open to write.
 */
typedef struct
{
  char *folder;
  char *path;
  OnsiteLibrary *library;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer unused);
void fixture_tear_down (Fixture *fixture, gconstpointer unused);

/* Closes the library and opens it again. */
void fixture_reopen (Fixture *fixture);
/* Closes the library, and asserts that nothing else holds it. */
void fixture_close (Fixture *fixture);

GBytes *fixture_make_pack (void);
/* Planned, without takes; the id of each question is "qROUND.ANSWER". */
OnsiteLoop *fixture_make_loop (guint n_rounds, guint n_answers);
void fixture_add_loop (Fixture *fixture, const OnsiteLoop *loop);
/* A loop of one answer with one take of one turn, all in the library. */
OnsiteLoop *fixture_add_small_loop (Fixture *fixture);

OnsiteAnswer *fixture_get_answer (const OnsiteLoop *loop, guint round, guint answer);
OnsiteTake *fixture_get_take (const OnsiteLoop *loop);

void fixture_commit (Fixture *fixture, OnsiteChange *change);
OnsiteStoredLoop *fixture_load (Fixture *fixture, const char *loop);

/* The clip begins with the turn 0 of @take, in one segment. */
void fixture_begin_clip (Fixture *fixture, const char *take, const char *clip);
/* The bytes tell @place. */
OnsiteChunk *fixture_make_chunk (guint place);
void fixture_append (Fixture *fixture, const char *clip, guint from, guint n_chunks);
void fixture_assert_chunk (const OnsiteChunk *chunk, guint place);
/* Waits until all sound is committed. */
void fixture_wait_for_saved (Fixture *fixture);

/* Iterates the main context until @is_true, at most ten seconds. */
void fixture_wait_until (gboolean (*is_true) (gpointer data), gpointer data);

/* By SQLite itself, from outside. */
void fixture_execute (const char *path, const char *sql);
/* What SQLite itself says of the file, from outside. */
gint64 fixture_query_int64 (const char *path, const char *sql);
void fixture_assert_sound (const char *path);
