/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pen.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_ANSWER_EDITOR (onsite_answer_editor_get_type ())

/**
 * OnsiteAnswerEditor:
 *
 * What candidates say of an answer of their own: scores, claims, the story, a
 * note. Each edit is committed at once and can be undone; what is typed, half a
 * second after the last key or when the editor is let go of, if not before by
 * onsite_answer_editor_flush(). Used in the break and in the debrief.
 *
 * Properties: "can-undo" (boolean, read only), "complete" (boolean, read only:
 * every dimension is rated), "story" and "note" (string).
 *
 * Signals: "changed": something changed, also by undo. "failed" (GError): an
 * edit could not be committed; the answer keeps it all the same, and the scribe
 * tries again. "kept": after that, all edits are committed.
 */
G_DECLARE_FINAL_TYPE (OnsiteAnswerEditor, onsite_answer_editor, ONSITE, ANSWER_EDITOR, GObject)

/**
 * onsite_answer_editor_new:
 * @scribe: keeps the edits; of a loop that runs its own, see
 *   onsite_rehearsal_get_scribe(), so that nothing older comes after them
 * @pack: the answer's pack
 * @answer: an answer that was asked: it has a take
 *
 * The current take of @answer is edited. @answer stays the caller's, outlives
 * the editor and is kept up to date by it.
 *
 * Returns: (transfer full): a new editor
 */
OnsiteAnswerEditor *
onsite_answer_editor_new (OnsiteScribe *scribe, OnsitePack *pack, OnsiteAnswer *answer);

/**
 * onsite_answer_editor_get_answer:
 * @self: an editor
 *
 * Returns: (transfer none): what is edited
 */
OnsiteAnswer *onsite_answer_editor_get_answer (OnsiteAnswerEditor *self);

/**
 * onsite_answer_editor_get_pack:
 * @self: an editor
 *
 * Returns: (transfer none): the pack that the answer's question is from
 */
OnsitePack *onsite_answer_editor_get_pack (OnsiteAnswerEditor *self);

/**
 * onsite_answer_editor_set_score:
 * @self: an editor
 * @dimension: the id of a dimension of the pack
 * @score: from 1 to 5, or 0 to take the rating back
 */
void onsite_answer_editor_set_score (OnsiteAnswerEditor *self, const char *dimension, guint score);

/**
 * onsite_answer_editor_get_score:
 * @self: an editor
 * @dimension: the id of a dimension
 *
 * Returns: from 1 to 5, or 0 if it is not rated
 */
guint onsite_answer_editor_get_score (OnsiteAnswerEditor *self, const char *dimension);

/**
 * onsite_answer_editor_set_claimed:
 * @self: an editor
 * @kind: what @target is
 * @target: the id of a principle or a checklist item
 * @claimed: whether the candidate says that the answer supports it
 */
void onsite_answer_editor_set_claimed (OnsiteAnswerEditor *self,
                                       OnsiteTargetKind kind,
                                       const char *target,
                                       gboolean claimed);

/**
 * onsite_answer_editor_get_claimed:
 * @self: an editor
 * @kind: what @target is
 * @target: the id of a principle or a checklist item
 *
 * Returns: whether the candidate says that the answer supports it
 */
gboolean onsite_answer_editor_get_claimed (OnsiteAnswerEditor *self,
                                           OnsiteTargetKind kind,
                                           const char *target);

/**
 * onsite_answer_editor_set_story:
 * @self: an editor
 * @story: a label for the past program that the answer drew on, or ""
 */
void onsite_answer_editor_set_story (OnsiteAnswerEditor *self, const char *story);

/**
 * onsite_answer_editor_set_note:
 * @self: an editor
 * @note: free text, or ""
 */
void onsite_answer_editor_set_note (OnsiteAnswerEditor *self, const char *note);

/**
 * onsite_answer_editor_flush:
 * @self: an editor
 *
 * Commits at once what was typed: the field was left, or the page.
 */
void onsite_answer_editor_flush (OnsiteAnswerEditor *self);

/**
 * onsite_answer_editor_undo:
 * @self: an editor
 *
 * Takes the last edit back, if there is one. Typing in one field counts as one edit.
 */
void onsite_answer_editor_undo (OnsiteAnswerEditor *self);

G_END_DECLS
