/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_ANSWER_EDITOR (onsite_answer_editor_get_type ())

/**
 * OnsiteAnswerEditor:
 *
 * What a candidate says of an answer of their own: scores, claims, story,
 * note. Each edit is committed at once and can be undone. Used in the break
 * and in the debrief.
 *
 * Properties: "can-undo" (boolean), "complete" (boolean: all dimensions are rated),
 * "story", "note" (string, read and write).
 * Signals: "changed": anything changed, also by undo; "failed" (GError).
 */
G_DECLARE_FINAL_TYPE (OnsiteAnswerEditor, onsite_answer_editor, ONSITE, ANSWER_EDITOR, GObject)

/* @answer belongs to the caller, outlives the editor and is kept up to date by it. */
OnsiteAnswerEditor *
onsite_answer_editor_new (OnsiteLibrary *library, OnsitePack *pack, OnsiteAnswer *answer);
OnsiteAnswer *onsite_answer_editor_get_answer (OnsiteAnswerEditor *self);
/* 1 to 5, 0 to take the rating back. */
void onsite_answer_editor_set_score (OnsiteAnswerEditor *self, const char *dimension, guint score);
guint onsite_answer_editor_get_score (OnsiteAnswerEditor *self, const char *dimension);
void onsite_answer_editor_set_claimed (OnsiteAnswerEditor *self,
                                       OnsiteTargetKind kind,
                                       const char *target,
                                       gboolean claimed);
gboolean onsite_answer_editor_get_claimed (OnsiteAnswerEditor *self,
                                           OnsiteTargetKind kind,
                                           const char *target);
void onsite_answer_editor_set_story (OnsiteAnswerEditor *self, const char *story);
void onsite_answer_editor_set_note (OnsiteAnswerEditor *self, const char *note);
void onsite_answer_editor_undo (OnsiteAnswerEditor *self);

G_END_DECLS
