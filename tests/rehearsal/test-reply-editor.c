/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "desk.h"
#include "fakes/fault-vfs.h"
#include "library/onsite-change-review.h"
#include "onsite-wait.h"
#include "rehearsal/onsite-reply-editor.h"

#define REVIEW  "5a6b0c1d-0000-4000-8000-0000000e0001"
#define EXPORT  "5a6b0c1d-0000-4000-8000-0000000e0002"
#define COMMENT "5a6b0c1d-0000-4000-8000-0000000e0003"
#define OTHER   "5a6b0c1d-0000-4000-8000-0000000e0004"

static OnsiteReview *
make_review (const OnsiteLoop *loop, guint revision)
{
  const OnsiteRound *round = g_ptr_array_index (loop->rounds, 0);
  const OnsiteAnswer *answer = g_ptr_array_index (round->answers, 0);
  const OnsiteTake *take = onsite_answer_get_current_take (answer);
  const OnsiteTurn *turn = g_ptr_array_index (take->turns, 0);
  OnsiteReview *review = onsite_review_new (REVIEW, EXPORT);
  OnsiteReviewTake *said = onsite_review_take_new (answer->id, take->id);

  review->revision = revision;
  g_ptr_array_add (review->takes, said);
  g_ptr_array_add (said->comments,
                   onsite_review_comment_new (COMMENT, turn->clip->id, 0, -1, "Whose idea?"));
  g_ptr_array_add (said->comments,
                   onsite_review_comment_new (OTHER, turn->clip->id, 10, 20, "What did it cost?"));

  return review;
}

static void
send_review (Desk *desk, guint revision)
{
  g_autoptr (OnsiteReview) review = make_review (desk->stored->loop, revision);
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GError) error = NULL;

  onsite_change_put_review (change, desk->stored->loop->id, review);
  onsite_library_commit (desk->stage.library, change, &error);
  g_assert_no_error (error);
}

/* A loop whose first question was answered, of which a coach says something. */
static void
desk_set (Desk *desk)
{
  desk_begin (desk);
  send_review (desk, 1);
  g_clear_pointer (&desk->stored, onsite_stored_loop_free);
  desk->stored = stage_load (&desk->stage);
  desk->editor = onsite_reply_editor_new (desk->scribe, desk->stored->loop);
}

static void
assert_kept (Desk *desk, const char *comment, gboolean done, const char *text)
{
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  const OnsiteReviewReply *reply;

  desk_flush (desk);
  stored = stage_load (&desk->stage);
  reply = onsite_review_find_reply (g_ptr_array_index (stored->loop->reviews, 0), comment);
  g_assert_nonnull (reply);
  g_assert_cmpint (reply->done, ==, done);
  g_assert_cmpstr (reply->text, ==, text);
  reply = onsite_reply_editor_find_reply (desk->editor, REVIEW, comment);
  g_assert_cmpint (reply->done, ==, done);
  g_assert_cmpstr (reply->text, ==, text);
}

static void
test_a_tick_is_committed_at_once (void)
{
  Desk desk;

  desk_set (&desk);
  onsite_reply_editor_set_done (desk.editor, REVIEW, COMMENT, TRUE);

  assert_kept (&desk, COMMENT, TRUE, "");
  desk_clear (&desk);
}

static gboolean
has_written (Desk *desk, const char *text)
{
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  const OnsiteReviewReply *reply;

  desk_flush (desk);
  stored = stage_load (&desk->stage);
  reply = onsite_review_find_reply (g_ptr_array_index (stored->loop->reviews, 0), COMMENT);

  return reply != NULL && g_str_equal (reply->text, text);
}

static void
test_a_reply_is_committed_when_typing_pauses (void)
{
  Desk desk;
  guint64 n_changes;

  desk_set (&desk);
  n_changes = onsite_scribe_write (desk.scribe, onsite_change_new ());
  onsite_reply_editor_set_text (desk.editor, REVIEW, COMMENT, "Mi");
  onsite_reply_editor_set_text (desk.editor, REVIEW, COMMENT, "Mine.");
  g_assert_cmpuint (onsite_scribe_write (desk.scribe, onsite_change_new ()), ==, n_changes + 1);

  onsite_wait_for (has_written (&desk, "Mine."));
  desk_clear (&desk);
}

static void
test_who_replies_to_another_comment_has_done_with_the_first (void)
{
  Desk desk;

  desk_set (&desk);
  onsite_reply_editor_set_text (desk.editor, REVIEW, COMMENT, "Mine.");
  onsite_reply_editor_set_text (desk.editor, REVIEW, OTHER, "A week.");
  onsite_reply_editor_set_done (desk.editor, REVIEW, OTHER, TRUE);

  assert_kept (&desk, COMMENT, FALSE, "Mine.");
  assert_kept (&desk, OTHER, TRUE, "A week.");
  desk_clear (&desk);
}

static void
test_what_was_typed_is_committed_when_the_editor_goes (void)
{
  Desk desk;

  desk_set (&desk);
  onsite_reply_editor_set_text (desk.editor, REVIEW, COMMENT, "Mine.");
  g_assert_finalize_object (g_steal_pointer (&desk.editor));

  g_assert_true (has_written (&desk, "Mine."));
  desk_clear (&desk);
}

static void
test_edits_are_undone_one_after_another (void)
{
  Desk desk;
  gboolean can_undo;

  desk_set (&desk);
  onsite_reply_editor_set_text (desk.editor, REVIEW, COMMENT, "Mi");
  onsite_reply_editor_set_text (desk.editor, REVIEW, COMMENT, "Mine.");
  onsite_reply_editor_set_done (desk.editor, REVIEW, COMMENT, TRUE);
  onsite_reply_editor_set_done (desk.editor, REVIEW, COMMENT, TRUE);

  onsite_reply_editor_undo (desk.editor);
  assert_kept (&desk, COMMENT, FALSE, "Mine.");
  onsite_reply_editor_undo (desk.editor);
  assert_kept (&desk, COMMENT, FALSE, "");
  g_object_get (desk.editor, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  onsite_reply_editor_undo (desk.editor);
  desk_clear (&desk);
}

static void
test_replies_survive_a_newer_revision (void)
{
  Desk desk;

  desk_set (&desk);
  onsite_reply_editor_set_text (desk.editor, REVIEW, COMMENT, "Mine.");
  onsite_reply_editor_set_done (desk.editor, REVIEW, COMMENT, TRUE);
  desk_flush (&desk);
  send_review (&desk, 2);

  assert_kept (&desk, COMMENT, TRUE, "Mine.");
  desk_clear (&desk);
}

static void
test_a_tick_waits_for_room_on_the_disk (void)
{
  Desk desk;

  desk_set (&desk);
  desk_listen (&desk);
  fault_vfs_set_full (TRUE);
  onsite_reply_editor_set_done (desk.editor, REVIEW, COMMENT, TRUE);
  onsite_wait_for (desk.n_failed > 0);
  g_assert_cmpuint (desk.n_kept, ==, 0);

  fault_vfs_set_full (FALSE);
  onsite_wait_for (desk.n_kept > 0);
  assert_kept (&desk, COMMENT, TRUE, "");
  desk_clear (&desk);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  g_test_add_func ("/reply-editor/a-tick-is-committed-at-once", test_a_tick_is_committed_at_once);
  g_test_add_func ("/reply-editor/a-reply-is-committed-when-typing-pauses",
                   test_a_reply_is_committed_when_typing_pauses);
  g_test_add_func ("/reply-editor/who-replies-to-another-comment-has-done-with-the-first",
                   test_who_replies_to_another_comment_has_done_with_the_first);
  g_test_add_func ("/reply-editor/what-was-typed-is-committed-when-the-editor-goes",
                   test_what_was_typed_is_committed_when_the_editor_goes);
  g_test_add_func ("/reply-editor/edits-are-undone-one-after-another",
                   test_edits_are_undone_one_after_another);
  g_test_add_func ("/reply-editor/replies-survive-a-newer-revision",
                   test_replies_survive_a_newer_revision);
  g_test_add_func ("/reply-editor/a-tick-waits-for-room-on-the-disk",
                   test_a_tick_waits_for_room_on_the_disk);

  return g_test_run ();
}
