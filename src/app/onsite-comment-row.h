/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "debrief/onsite-remark.h"
#include "rehearsal/onsite-reply-editor.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_COMMENT_ROW (onsite_comment_row_get_type ())

/**
 * OnsiteCommentRow:
 *
 * What a coach says at a place, to be heard there, replied to in a line, ticked off, and
 * answered again. Activates "answer.hear" with (take, turn, from, to), and has buttons
 * for "answer.again" with the ids of review and comment, and for "answer.show-take" with
 * the index of the take that answers it.
 */
G_DECLARE_FINAL_TYPE (OnsiteCommentRow, onsite_comment_row, ONSITE, COMMENT_ROW, GtkListBoxRow)

/**
 * onsite_comment_row_new:
 * @remark: what is said; not needed any more afterwards
 * @turn: (nullable): what the turn is called that it is about, if it isn't the answer itself
 * @editor: who keeps what is made of it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
onsite_comment_row_new (const OnsiteRemark *remark, const char *turn, OnsiteReplyEditor *editor);

G_END_DECLS
