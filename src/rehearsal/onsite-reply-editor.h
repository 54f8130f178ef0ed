/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pen.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_REPLY_EDITOR (onsite_reply_editor_get_type ())

/**
 * OnsiteReplyEditor:
 *
 * What candidates make of coaches' comments: a line in reply, and whether it is done.
 * Each edit is committed at once and can be undone; what is typed, half a second after
 * the last key or when the editor is let go of, if not before by
 * onsite_reply_editor_flush().
 *
 * Properties: "can-undo" (boolean, read only).
 *
 * Signals: "changed": something changed, also by undo. "failed" (GError): an edit could
 * not be committed; the loop keeps it all the same, and the scribe tries again. "kept":
 * after that, all edits are committed.
 */
G_DECLARE_FINAL_TYPE (OnsiteReplyEditor, onsite_reply_editor, ONSITE, REPLY_EDITOR, GObject)

/**
 * onsite_reply_editor_new:
 * @scribe: keeps the edits
 * @loop: whose reviews are replied to; it stays the caller's, outlives the editor and is
 *   kept up to date by it
 *
 * Returns: (transfer full): a new editor
 */
OnsiteReplyEditor *onsite_reply_editor_new (OnsiteScribe *scribe, OnsiteLoop *loop);

/**
 * onsite_reply_editor_set_done:
 * @self: an editor
 * @review: the id of a review of the loop
 * @comment: the id of a comment of it
 * @done: whether it is ticked off
 */
void onsite_reply_editor_set_done (OnsiteReplyEditor *self,
                                   const char *review,
                                   const char *comment,
                                   gboolean done);

/**
 * onsite_reply_editor_set_text:
 * @self: an editor
 * @review: the id of a review of the loop
 * @comment: the id of a comment of it
 * @text: what is said in reply, or ""
 */
void onsite_reply_editor_set_text (OnsiteReplyEditor *self,
                                   const char *review,
                                   const char *comment,
                                   const char *text);

/**
 * onsite_reply_editor_find_reply:
 * @self: an editor
 * @review: the id of a review of the loop
 * @comment: the id of a comment of it
 *
 * Returns: (transfer none) (nullable): what is made of it by now; %NULL if nothing
 */
const OnsiteReviewReply *
onsite_reply_editor_find_reply (OnsiteReplyEditor *self, const char *review, const char *comment);

/**
 * onsite_reply_editor_flush:
 * @self: an editor
 *
 * Commits at once what was typed: the field was left, or the page.
 */
void onsite_reply_editor_flush (OnsiteReplyEditor *self);

/**
 * onsite_reply_editor_undo:
 * @self: an editor
 *
 * Takes the last edit back, if there is one. Typing in reply to one comment counts as
 * one edit.
 */
void onsite_reply_editor_undo (OnsiteReplyEditor *self);

G_END_DECLS
