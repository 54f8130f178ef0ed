/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"

G_BEGIN_DECLS

/** ONSITE_REMARK_UNANSWERED: no take was given in answer to it. */
#define ONSITE_REMARK_UNANSWERED G_MAXUINT

/**
 * OnsiteRemark:
 * @review: whose it is
 * @comment: what the coach says
 * @take: the index of the take that it is about, among its answer's
 * @turn: the index of the turn that it is about, in that take
 * @answered_by: the index of the last take that was given in answer to it;
 *   %ONSITE_REMARK_UNANSWERED if there is none
 *
 * A coach's comment, where it lies in an answer. Owns nothing.
 */
typedef struct
{
  const OnsiteReview *review;
  const OnsiteReviewComment *comment;
  guint take;
  guint turn;
  guint answered_by;
} OnsiteRemark;

/**
 * onsite_remarks_new:
 * @loop: a loop, which has to outlive what is returned
 * @answer: an answer of it
 * @take: the index of one of its takes
 *
 * Looks up what coaches say of one take.
 *
 * Returns: (transfer full) (element-type OnsiteRemark): by turn and where they begin;
 *   at one place in the order of the loop's reviews
 */
GPtrArray *onsite_remarks_new (const OnsiteLoop *loop, const OnsiteAnswer *answer, guint take);

/**
 * onsite_remark_find:
 * @self: (out caller-allocates): where it is told
 * @loop: a loop
 * @answer: an answer of it
 * @review: the id of a review
 * @comment: the id of a comment of it
 *
 * Looks for a comment, such as that which a take was given in answer to.
 *
 * Returns: whether it is there, and about a take of @answer
 */
gboolean onsite_remark_find (OnsiteRemark *self,
                             const OnsiteLoop *loop,
                             const OnsiteAnswer *answer,
                             const char *review,
                             const char *comment);

/**
 * onsite_remark_get_reply:
 * @self: a remark
 *
 * Returns: (transfer none) (nullable): what the candidate made of it; %NULL if nothing
 */
const OnsiteReviewReply *onsite_remark_get_reply (const OnsiteRemark *self);

G_END_DECLS
