/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-sample.h"

#include <glib/gstdio.h>

#include "library-compare.h"
#include "library/onsite-library-exports.h"

static void
set_string (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
set_id (char **field, guint number)
{
  g_free (*field);
  *field = g_strdup_printf ("5a6b0c1d-0000-4000-8000-%012u", number);
}

static OnsiteTake *
make_take (guint number)
{
  OnsiteTake *take = onsite_take_new ();
  OnsiteEvidence *claim = onsite_evidence_new (ONSITE_TARGET_PRINCIPLE,
                                               "dive-deep",
                                               ONSITE_SOURCE_CLAIMED);
  OnsiteEvidence *span = onsite_evidence_new (ONSITE_TARGET_CHECKLIST,
                                              "trade-offs",
                                              ONSITE_SOURCE_COACH);

  set_id (&take->id, number);
  set_id (&claim->id, number + 1);
  set_id (&span->id, number + 2);
  take->created_at_us = 1700000000000000 + number;
  span->turn = 1;
  span->from_ms = 100;
  span->to_ms = 900;
  span->strength = 0.75;
  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, "Tell me about a time."));
  g_ptr_array_add (take->turns,
                   onsite_turn_new (ONSITE_TURN_FOLLOW_UP, "Was war der Preis? – „Viel“"));
  g_ptr_array_add (take->ratings, onsite_rating_new ("structure", 4));
  g_ptr_array_add (take->ratings, onsite_rating_new ("clarity", 2));
  g_ptr_array_add (take->evidence, claim);
  g_ptr_array_add (take->evidence, span);

  return take;
}

OnsiteLoop *
library_sample_make_loop (void)
{
  OnsiteLoop *loop = fixture_make_loop (2, 2);
  OnsiteRound *round = g_ptr_array_index (loop->rounds, 0);
  OnsiteAnswer *answer = fixture_get_answer (loop, 0, 0);

  set_id (&loop->id, 1);
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      set_id (&((OnsiteRound *) loop->rounds->pdata[i])->id, 10 + i);
      for (guint j = 0; j < 2; j++)
        set_id (&fixture_get_answer (loop, i, j)->id, 20 + 10 * i + j);
    }
  loop->kind = ONSITE_LOOP_KIND_ROUND;
  set_string (&loop->target, "behavioral");
  loop->mode = ONSITE_MODE_PRACTICE;
  loop->state = ONSITE_LOOP_STATE_RUNNING;
  loop->created_at_us = 1700000000000000;
  round->started_at_us = 1700000001000000;
  round->ended_at_us = 1700000002000000;
  round->ended_early = TRUE;
  round->interruptions = 1;
  set_string (&round->vote, "hire");
  set_string (&answer->story, "Ledger");
  set_string (&answer->note, "40 %");
  fixture_get_answer (loop, 1, 1)->skipped = TRUE;
  g_ptr_array_add (answer->takes, make_take (100));
  g_ptr_array_add (answer->takes, make_take (200));

  return loop;
}

OnsiteReview *
library_sample_make_review (void)
{
  OnsiteReview *review = onsite_review_new ("5a6b0c1d-0000-4000-8000-000000000400",
                                            "5a6b0c1d-0000-4000-8000-000000000401");
  OnsiteReviewTake *take = onsite_review_take_new ("5a6b0c1d-0000-4000-8000-000000000020",
                                                   "5a6b0c1d-0000-4000-8000-000000000200");
  OnsiteEvidence *evidence = onsite_evidence_new (ONSITE_TARGET_PRINCIPLE,
                                                  "ownership",
                                                  ONSITE_SOURCE_COACH);

  set_string (&review->coach, "Ada");
  set_string (&review->summary, "Lead with the figure.");
  set_string (&review->vote, "hire");
  review->revision = 3;
  review->merged_at_us = 1700000003000000;
  g_ptr_array_add (review->takes, take);
  g_ptr_array_add (take->ratings, onsite_rating_new ("clarity", 4));
  g_ptr_array_add (take->evidence, evidence);
  set_id (&evidence->id, 402);
  set_string (&evidence->review, review->id);
  evidence->from_ms = 200;
  evidence->to_ms = 400;
  g_ptr_array_add (take->comments,
                   onsite_review_comment_new ("5a6b0c1d-0000-4000-8000-000000000403",
                                              SAMPLE_CLIP,
                                              300,
                                              -1,
                                              "Whose idea was it?"));
  g_ptr_array_add (review->replies,
                   onsite_review_reply_new ("5a6b0c1d-0000-4000-8000-000000000403", TRUE, "Mine."));

  return review;
}

/* One that answers the comment, though it is of another question. */
static OnsiteTake *
make_answer_to_comment (void)
{
  OnsiteTake *take = onsite_take_new ();

  set_id (&take->id, 500);
  set_string (&take->review, "5a6b0c1d-0000-4000-8000-000000000400");
  set_string (&take->comment, "5a6b0c1d-0000-4000-8000-000000000403");
  take->created_at_us = 1700000004000000;

  return take;
}

/* As a library has the loop that has it. */
static void
add_review (OnsiteLoop *loop)
{
  OnsiteReview *review = library_sample_make_review ();
  OnsiteReviewTake *said = g_ptr_array_index (review->takes, 0);
  OnsiteTake *take = fixture_get_take (loop);

  g_ptr_array_add (loop->reviews, review);
  g_ptr_array_add (take->evidence, onsite_evidence_copy (said->evidence->pdata[0]));
}

OnsiteExportRecord *
library_sample_make_export (void)
{
  g_autoptr (OnsiteLoop) loop = library_sample_make_loop ();

  return onsite_export_record_new ("5a6b0c1d-0000-4000-8000-000000000401",
                                   loop->id,
                                   1700000002000000,
                                   TRUE,
                                   "{\"takes\":[]}");
}

void
library_sample_add (Fixture *fixture)
{
  g_autoptr (OnsiteExportRecord) export = library_sample_make_export ();
  g_autoptr (OnsiteLoop) loop = library_sample_make_loop ();
  g_autoptr (OnsiteReview) review = library_sample_make_review ();
  g_autoptr (OnsiteTake) take = make_answer_to_comment ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_mark_free);
  const OnsiteReceipt receipt = { .device = ONSITE_DEVICE_KIND_USB, .peak_dbfs = -6.5 };
  OnsiteMark *mark = onsite_mark_new ();
  OnsiteChange *change = onsite_change_new ();

  fixture_add_loop (fixture, loop);
  fixture_begin_clip (fixture, fixture_get_take (loop)->id, SAMPLE_CLIP);
  fixture_append (fixture, SAMPLE_CLIP, 0, SAMPLE_CHUNKS);
  onsite_library_end_measured_clip (fixture->library,
                                    SAMPLE_CLIP,
                                    SAMPLE_CHUNKS * CHUNK_SAMPLES,
                                    &receipt);
  fixture_wait_for_saved (fixture);

  set_id (&mark->id, 300);
  set_string (&mark->note, "here");
  mark->from_ms = 250;
  g_ptr_array_add (marks, mark);
  onsite_change_set_marks (change, SAMPLE_CLIP, marks);
  onsite_change_set_session (change, loop->id, SAMPLE_SESSION);
  onsite_change_add_export (change, export);
  onsite_change_put_review (change, loop->id, review);
  onsite_change_set_review_reply (change, review->id, review->replies->pdata[0]);
  onsite_change_add_take (change, fixture_get_answer (loop, 1, 0)->id, take);
  fixture_commit (fixture, change);
}

static void
assert_clip (Fixture *fixture, const OnsiteClip *clip)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (fixture->library,
                                                                SAMPLE_CLIP,
                                                                &error);
  const OnsiteMark *mark;

  g_assert_no_error (error);
  for (guint i = 0; i < SAMPLE_CHUNKS; i++)
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &error);

      fixture_assert_chunk (chunk, i);
    }

  g_assert_cmpstr (clip->id, ==, SAMPLE_CLIP);
  g_assert_cmpint (clip->state, ==, ONSITE_CLIP_COMPLETE);
  g_assert_cmpint (clip->n_samples, ==, SAMPLE_CHUNKS * CHUNK_SAMPLES);
  g_assert_cmpuint (clip->segments->len, ==, 1);
  g_assert_cmpuint (clip->marks->len, ==, 1);
  mark = g_ptr_array_index (clip->marks, 0);
  g_assert_cmpstr (mark->note, ==, "here");
  g_assert_cmpint (mark->from_ms, ==, 250);
  g_assert_cmpint (mark->to_ms, ==, -1);
}

void
library_sample_assert (Fixture *fixture)
{
  g_autoptr (OnsiteLoop) loop = library_sample_make_loop ();
  g_autoptr (OnsiteStoredLoop) stored = fixture_load (fixture, loop->id);
  g_autoptr (GBytes) pack = fixture_make_pack ();
  OnsiteTurn *turn = g_ptr_array_index (fixture_get_take (stored->loop)->turns, 0);

  if (stored->loop->reviews->len > 0)
    add_review (loop);
  if (fixture_get_answer (stored->loop, 1, 0)->takes->len > 0)
    g_ptr_array_add (fixture_get_answer (loop, 1, 0)->takes, make_answer_to_comment ());
  compare_loops (stored->loop, loop);
  g_assert_true (g_bytes_equal (stored->pack, pack));
  g_assert_cmpstr (stored->session, ==, SAMPLE_SESSION);
  assert_clip (fixture, turn->clip);
}

void
library_sample_remake (Fixture *fixture, guint version)
{
  g_autofree char *name = g_strdup_printf ("%04u.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "libraries", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  fixture_execute (fixture->path, sql);
}
