/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rehearsal/onsite-reply-editor.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_COMMENT_LIST (onsite_comment_list_get_type ())

/**
 * OnsiteCommentList:
 *
 * What coaches say of a take, in order of time, with what the candidate makes of it; and
 * which comment the take itself was given in answer to. Not visible where there is
 * neither. See #OnsiteCommentRow for the actions that it activates.
 */
G_DECLARE_FINAL_TYPE (OnsiteCommentList, onsite_comment_list, ONSITE, COMMENT_LIST, AdwBin)

/**
 * onsite_comment_list_set_editor:
 * @self: a list
 * @editor: (nullable): who keeps what is made of comments
 *
 * Says who keeps it; %NULL before what it is about goes.
 */
void onsite_comment_list_set_editor (OnsiteCommentList *self, OnsiteReplyEditor *editor);

/**
 * onsite_comment_list_show:
 * @self: a list with an editor
 * @loop: the loop whose reviews there are
 * @answer: an answer of it
 * @take: the index of one of its takes
 *
 * Shows what is said of that take.
 */
void onsite_comment_list_show (OnsiteCommentList *self,
                               const OnsiteLoop *loop,
                               const OnsiteAnswer *answer,
                               guint take);

G_END_DECLS
