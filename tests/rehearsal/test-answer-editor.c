/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "desk.h"
#include "fakes/fault-vfs.h"
#include "onsite-wait.h"
#include "rehearsal/onsite-answer-editor.h"

/* A loop whose first question was answered, and an editor for that answer. */
static void
desk_set (Desk *desk)
{
  const OnsiteRound *round;

  desk_begin (desk);
  round = g_ptr_array_index (desk->stored->loop->rounds, 0);
  desk->editor = onsite_answer_editor_new (desk->scribe,
                                           desk->stage.pack,
                                           g_ptr_array_index (round->answers, 0));
}

/* What the library has by now. */
static OnsiteStoredLoop *
desk_read (Desk *desk, OnsiteAnswer **answer)
{
  OnsiteStoredLoop *stored;
  const OnsiteRound *round;

  desk_flush (desk);
  stored = stage_load (&desk->stage);
  round = g_ptr_array_index (stored->loop->rounds, 0);
  *answer = g_ptr_array_index (round->answers, 0);
  return stored;
}

static const char *
get_dimension (Desk *desk, guint index)
{
  GPtrArray *dimensions = onsite_pack_get_dimensions (desk->stage.pack);

  return ((const OnsiteDimension *) g_ptr_array_index (dimensions, index))->id;
}

static const char *
get_principle (Desk *desk)
{
  GPtrArray *principles = onsite_pack_get_principles (desk->stage.pack);

  return ((const OnsitePrinciple *) g_ptr_array_index (principles, 0))->id;
}

static void
test_each_edit_is_committed_at_once (void)
{
  Desk desk;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteAnswer *answer;
  const OnsiteTake *take;

  desk_set (&desk);
  onsite_answer_editor_set_score (desk.editor, get_dimension (&desk, 0), 4);
  onsite_answer_editor_set_claimed (desk.editor,
                                    ONSITE_TARGET_PRINCIPLE,
                                    get_principle (&desk),
                                    TRUE);

  stored = desk_read (&desk, &answer);
  take = onsite_answer_get_current_take (answer);
  g_assert_cmpuint (onsite_take_get_score (take, get_dimension (&desk, 0)), ==, 4);
  g_assert_cmpuint (take->evidence->len, ==, 1);
  desk_clear (&desk);
}

static void
type (Desk *desk)
{
  onsite_answer_editor_set_story (desk->editor, "The migra");
  onsite_answer_editor_set_story (desk->editor, "The migration");
  onsite_answer_editor_set_note (desk->editor, "Say the number");
}

static void
assert_kept (Desk *desk, const char *story, const char *note)
{
  OnsiteAnswer *answer;
  g_autoptr (OnsiteStoredLoop) stored = desk_read (desk, &answer);

  g_assert_cmpstr (answer->story, ==, story);
  g_assert_cmpstr (answer->note, ==, note);
}

static guint64
count_changes (Desk *desk)
{
  return onsite_scribe_write (desk->scribe, onsite_change_new ());
}

static gboolean
has_written_what_was_typed (Desk *desk)
{
  OnsiteAnswer *answer;
  g_autoptr (OnsiteStoredLoop) stored = desk_read (desk, &answer);

  return g_str_equal (answer->note, "Say the number");
}

static void
test_what_is_typed_is_committed_when_typing_pauses (void)
{
  Desk desk;
  guint64 n_changes;

  desk_set (&desk);
  n_changes = count_changes (&desk);
  type (&desk);
  g_assert_cmpuint (count_changes (&desk), ==, n_changes + 1);

  onsite_wait_for (has_written_what_was_typed (&desk));
  assert_kept (&desk, "The migration", "Say the number");
  desk_clear (&desk);
}

static void
test_what_is_typed_is_committed_before_that_if_asked_to (void)
{
  Desk desk;

  desk_set (&desk);
  type (&desk);
  onsite_answer_editor_flush (desk.editor);

  assert_kept (&desk, "The migration", "Say the number");
  desk_clear (&desk);
}

static void
test_what_is_typed_is_committed_when_the_editor_goes (void)
{
  Desk desk;

  desk_set (&desk);
  type (&desk);
  g_assert_finalize_object (g_steal_pointer (&desk.editor));

  assert_kept (&desk, "The migration", "Say the number");
  desk_clear (&desk);
}

static void
test_edits_are_undone_one_after_another (void)
{
  Desk desk;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteAnswer *answer;
  gboolean can_undo;

  desk_set (&desk);
  onsite_answer_editor_set_score (desk.editor, get_dimension (&desk, 0), 2);
  onsite_answer_editor_set_score (desk.editor, get_dimension (&desk, 0), 5);
  onsite_answer_editor_set_claimed (desk.editor,
                                    ONSITE_TARGET_PRINCIPLE,
                                    get_principle (&desk),
                                    TRUE);

  onsite_answer_editor_undo (desk.editor);
  g_assert_false (onsite_answer_editor_get_claimed (desk.editor,
                                                    ONSITE_TARGET_PRINCIPLE,
                                                    get_principle (&desk)));
  onsite_answer_editor_undo (desk.editor);
  g_assert_cmpuint (onsite_answer_editor_get_score (desk.editor, get_dimension (&desk, 0)), ==, 2);
  onsite_answer_editor_undo (desk.editor);
  g_object_get (desk.editor, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);

  stored = desk_read (&desk, &answer);
  g_assert_cmpuint (onsite_answer_get_current_take (answer)->ratings->len, ==, 0);
  desk_clear (&desk);
}

static void
test_typing_in_one_field_is_one_edit (void)
{
  Desk desk;

  desk_set (&desk);
  onsite_answer_editor_set_note (desk.editor, "S");
  onsite_answer_editor_set_note (desk.editor, "Sa");
  onsite_answer_editor_set_note (desk.editor, "Say");
  onsite_answer_editor_undo (desk.editor);

  g_assert_cmpstr (onsite_answer_editor_get_answer (desk.editor)->note, ==, "");
  desk_clear (&desk);
}

static void
test_an_answer_is_complete_when_every_dimension_is_rated (void)
{
  Desk desk;
  gboolean complete;

  desk_set (&desk);

  for (guint i = 0; i < onsite_pack_get_dimensions (desk.stage.pack)->len; i++)
    {
      g_object_get (desk.editor, "complete", &complete, NULL);
      g_assert_false (complete);
      onsite_answer_editor_set_score (desk.editor, get_dimension (&desk, i), 3);
    }

  g_object_get (desk.editor, "complete", &complete, NULL);
  g_assert_true (complete);
  desk_clear (&desk);
}

static void
test_a_rating_that_the_disk_did_not_take_is_tried_again (void)
{
  Desk desk;
  g_autoptr (OnsiteStoredLoop) stored = NULL;
  OnsiteAnswer *answer;

  desk_set (&desk);
  desk_listen (&desk);
  fault_vfs_set_full (TRUE);
  onsite_answer_editor_set_score (desk.editor, get_dimension (&desk, 0), 4);
  onsite_wait_for (desk.n_failed > 0);
  g_assert_cmpuint (desk.n_kept, ==, 0);
  fault_vfs_set_full (FALSE);
  onsite_wait_for (desk.n_kept > 0);

  stored = desk_read (&desk, &answer);
  g_assert_cmpuint (
      onsite_take_get_score (onsite_answer_get_current_take (answer), get_dimension (&desk, 0)),
      ==,
      4);
  g_assert_cmpuint (desk.n_kept, ==, 1);
  desk_clear (&desk);
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  g_test_add_func ("/answer-editor/each-edit-is-committed-at-once",
                   test_each_edit_is_committed_at_once);
  g_test_add_func ("/answer-editor/what-is-typed-is-committed-when-typing-pauses",
                   test_what_is_typed_is_committed_when_typing_pauses);
  g_test_add_func ("/answer-editor/what-is-typed-is-committed-before-that-if-asked-to",
                   test_what_is_typed_is_committed_before_that_if_asked_to);
  g_test_add_func ("/answer-editor/what-is-typed-is-committed-when-the-editor-goes",
                   test_what_is_typed_is_committed_when_the_editor_goes);
  g_test_add_func ("/answer-editor/edits-are-undone-one-after-another",
                   test_edits_are_undone_one_after_another);
  g_test_add_func ("/answer-editor/typing-in-one-field-is-one-edit",
                   test_typing_in_one_field_is_one_edit);
  g_test_add_func ("/answer-editor/an-answer-is-complete-when-every-dimension-is-rated",
                   test_an_answer_is_complete_when_every_dimension_is_rated);
  g_test_add_func ("/answer-editor/a-rating-that-the-disk-did-not-take-is-tried-again",
                   test_a_rating_that_the_disk_did_not_take_is_tried_again);

  return g_test_run ();
}
