/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-evidence.h"
#include "onsite-rating.h"

G_BEGIN_DECLS

/**
 * OnsiteReviewComment:
 * @id: a UUID, which the coach's page made; no other comment of the review has it
 * @clip: the id of the clip that it is about
 * @from_ms: where it is, or where it begins, in milliseconds of that clip
 * @to_ms: where it ends; -1 if it is about a point
 * @text: what the coach says
 *
 * What a coach says about a point or a span of a recording.
 */
typedef struct
{
  char *id;
  char *clip;
  gint64 from_ms;
  gint64 to_ms;
  char *text;
} OnsiteReviewComment;

/**
 * OnsiteReviewReply:
 * @comment: the id of a comment of the review
 * @done: whether the candidate has ticked the comment off
 * @text: what the candidate answers, or ""
 *
 * What the candidate made of a comment. It is the candidate's own: a newer
 * revision of the review leaves it as it is, also where the comment is gone.
 */
typedef struct
{
  char *comment;
  gboolean done;
  char *text;
} OnsiteReviewReply;

/**
 * OnsiteReviewTake:
 * @answer: the id of the answer
 * @take: the id of the take that was listened to
 * @ratings: (element-type OnsiteRating): the coach's, by dimension, never %NULL
 * @evidence: (element-type OnsiteEvidence): of %ONSITE_SOURCE_COACH, never %NULL; what was
 *   read from a library has it among the take's evidence too
 * @comments: (element-type OnsiteReviewComment): never %NULL
 *
 * What a coach says of one take.
 */
typedef struct
{
  char *answer;
  char *take;
  GPtrArray *ratings;
  GPtrArray *evidence;
  GPtrArray *comments;
} OnsiteReviewTake;

/**
 * OnsiteReview:
 * @id: a UUID, which the coach's page made
 * @export_id: the id of the export that the coach listened to
 * @revision: from 1 on, one more each time that the coach saved it
 * @coach: the coach's name, or ""
 * @summary: what the coach says of all of it, or ""
 * @vote: (nullable): the id of the coach's vote
 * @merged_at_us: when this revision came into the library
 * @takes: (element-type OnsiteReviewTake): those of which anything is said, never %NULL
 * @replies: (element-type OnsiteReviewReply): what the candidate made of the comments,
 *   never %NULL
 *
 * What a coach sent back about a loop. Times are those of the recordings, not of
 * the copies that the coach heard.
 */
typedef struct
{
  char *id;
  char *export_id;
  guint revision;
  char *coach;
  char *summary;
  char *vote;
  gint64 merged_at_us;
  GPtrArray *takes;
  GPtrArray *replies;
} OnsiteReview;

/**
 * onsite_review_comment_new:
 * @id: a UUID
 * @clip: the id of a clip
 * @from_ms: where it is, or where it begins
 * @to_ms: where it ends; -1 if it is about a point
 * @text: what the coach says
 *
 * Makes a comment.
 *
 * Returns: (transfer full): a comment
 */
OnsiteReviewComment *onsite_review_comment_new (const char *id,
                                                const char *clip,
                                                gint64 from_ms,
                                                gint64 to_ms,
                                                const char *text);

/**
 * onsite_review_comment_free:
 * @self: (transfer full): a comment
 *
 * Frees a comment.
 */
void onsite_review_comment_free (OnsiteReviewComment *self);

/**
 * onsite_review_reply_new:
 * @comment: the id of a comment
 * @done: whether it is ticked off
 * @text: what the candidate answers, or ""
 *
 * Makes a reply.
 *
 * Returns: (transfer full): a reply
 */
OnsiteReviewReply *onsite_review_reply_new (const char *comment, gboolean done, const char *text);

/**
 * onsite_review_reply_free:
 * @self: (transfer full): a reply
 *
 * Frees a reply.
 */
void onsite_review_reply_free (OnsiteReviewReply *self);

/**
 * onsite_review_take_new:
 * @answer: the id of an answer
 * @take: the id of one of its takes
 *
 * Makes what says nothing of a take yet.
 *
 * Returns: (transfer full): it
 */
OnsiteReviewTake *onsite_review_take_new (const char *answer, const char *take);

/**
 * onsite_review_take_is_empty:
 * @self: what is said of a take
 *
 * Returns: whether that is nothing
 */
gboolean onsite_review_take_is_empty (const OnsiteReviewTake *self);

/**
 * onsite_review_take_get_score:
 * @self: what is said of a take
 * @dimension: the id of a dimension
 *
 * Looks up how the coach rated the take.
 *
 * Returns: 1 to 5; 0 if the dimension is not rated
 */
guint onsite_review_take_get_score (const OnsiteReviewTake *self, const char *dimension);

/**
 * onsite_review_take_free:
 * @self: (transfer full): what is said of a take
 *
 * Frees it with all that belongs to it.
 */
void onsite_review_take_free (OnsiteReviewTake *self);

/**
 * onsite_review_new:
 * @id: a UUID
 * @export_id: the id of an export
 *
 * Makes the first revision of a review in which nothing is said yet.
 *
 * Returns: (transfer full): a review
 */
OnsiteReview *onsite_review_new (const char *id, const char *export_id);

/**
 * onsite_review_find_take:
 * @self: a review
 * @take: the id of a take
 *
 * Returns: (transfer none) (nullable): what is said of it; %NULL if nothing is
 */
OnsiteReviewTake *onsite_review_find_take (const OnsiteReview *self, const char *take);

/**
 * onsite_review_has_evidence:
 * @self: a review
 * @kind: what @target names
 * @target: the id of a principle or a checklist item
 *
 * Returns: whether the coach found it in any take
 */
gboolean
onsite_review_has_evidence (const OnsiteReview *self, OnsiteTargetKind kind, const char *target);

/**
 * onsite_review_find_reply:
 * @self: a review
 * @comment: the id of a comment
 *
 * Returns: (transfer none) (nullable): what the candidate made of it; %NULL if nothing
 */
OnsiteReviewReply *onsite_review_find_reply (const OnsiteReview *self, const char *comment);

/**
 * onsite_review_find_comment:
 * @self: a review
 * @id: the id of a comment
 * @said: (out) (optional) (transfer none): what is said of the take that it is about
 *
 * Returns: (transfer none) (nullable): the comment; %NULL if this revision has none
 */
const OnsiteReviewComment *
onsite_review_find_comment (const OnsiteReview *self, const char *id, OnsiteReviewTake **said);

/**
 * onsite_review_set_reply:
 * @self: a review
 * @reply: (transfer full): what the candidate makes of a comment
 *
 * Puts a reply in the place of the one that there was to its comment.
 */
void onsite_review_set_reply (OnsiteReview *self, OnsiteReviewReply *reply);

/**
 * onsite_review_is_done:
 * @self: a review
 * @comment: the id of a comment
 *
 * Returns: whether the candidate has ticked it off
 */
gboolean onsite_review_is_done (const OnsiteReview *self, const char *comment);

/**
 * onsite_review_count_comments:
 * @self: a review
 * @n_done: (out) (optional): how many of them are ticked off
 *
 * Returns: how many comments this revision has
 */
guint onsite_review_count_comments (const OnsiteReview *self, guint *n_done);

/**
 * onsite_review_says_the_same:
 * @self: a review
 * @other: another reading of it
 *
 * Compares what the coach says, in whatever order; neither revisions nor the candidate's
 * replies.
 *
 * Returns: whether both say the same
 */
gboolean onsite_review_says_the_same (const OnsiteReview *self, const OnsiteReview *other);

/**
 * onsite_review_free:
 * @self: (transfer full): a review
 *
 * Frees a review with all that belongs to it.
 */
void onsite_review_free (OnsiteReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReviewComment, onsite_review_comment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReviewReply, onsite_review_reply_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReviewTake, onsite_review_take_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReview, onsite_review_free)

G_END_DECLS
