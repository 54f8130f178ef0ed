/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-context.h"
#include "rehearsal/onsite-answer-editor.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_ANSWER_FORM (onsite_answer_form_get_type ())

/**
 * OnsiteAnswerForm:
 *
 * What candidates say of one answer: the ratings, of which the current one
 * shows what it's held against, what the answer covers, which story it was, and
 * a note. Each edit is kept at once and can be undone. In the break as in the
 * debrief.
 *
 * Keys, while they don't belong to a text: 1–5 rate the current dimension and
 * go to the next, 0 takes a rating back, Ctrl+Z undoes.
 */
G_DECLARE_FINAL_TYPE (OnsiteAnswerForm, onsite_answer_form, ONSITE, ANSWER_FORM, AdwBin)

/**
 * onsite_answer_form_new:
 * @context: the program's context
 * @editor: edits the answer; its answer has to outlive the form
 * @level: the id of the loop's level, whose anchors are shown
 *
 * The first dimension that isn't rated is the current one, else the first.
 *
 * Returns: (transfer floating): a new form, which can't be used where the library is
 *   read only
 */
GtkWidget *
onsite_answer_form_new (OnsiteContext *context, OnsiteAnswerEditor *editor, const char *level);

/**
 * onsite_answer_form_get_editor:
 * @self: a form
 *
 * Returns: (transfer none): what the form edits the answer with
 */
OnsiteAnswerEditor *onsite_answer_form_get_editor (OnsiteAnswerForm *self);

/**
 * onsite_answer_form_enter:
 * @self: a form
 *
 * Brings the focus to the current dimension. Not by GtkWidget's grab_focus,
 * for Tab would then go there too, past what stands before it.
 *
 * Returns: whether the focus is there
 */
gboolean onsite_answer_form_enter (OnsiteAnswerForm *self);

/**
 * onsite_answer_form_rate:
 * @self: a form
 * @score: from 1 to 5
 *
 * What the keys 1–5 do: rates the current dimension and goes to the next one,
 * with the focus if that's in the ratings. After the last the focus goes on to
 * what the answer covers.
 */
void onsite_answer_form_rate (OnsiteAnswerForm *self, guint score);

G_END_DECLS
