/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-change.h"

G_BEGIN_DECLS

/**
 * onsite_change_put_review:
 * @self: a change
 * @loop: the id of the loop that it is about
 * @review: a review, its evidence of %ONSITE_SOURCE_COACH and with the review's id
 *
 * Keeps a review whole, in the place of its older revision if there is one. What the
 * candidate made of its comments stays, and @review's replies are not looked at; so does
 * everything else that a coach had no hand in.
 *
 * The change is refused with %ONSITE_LIBRARY_ERROR_REFUSED if the library has this
 * revision or a newer one, or has the review for another export; and with
 * %ONSITE_LIBRARY_ERROR_NOT_FOUND if a take or a clip isn't one of @loop.
 */
void onsite_change_put_review (OnsiteChange *self, const char *loop, const OnsiteReview *review);

/**
 * onsite_change_set_review_reply:
 * @self: a change
 * @review: the id of a review
 * @reply: what the candidate made of one of its comments
 *
 * Keeps a reply and whether the comment is done, in the place of what was said before.
 */
void onsite_change_set_review_reply (OnsiteChange *self,
                                     const char *review,
                                     const OnsiteReviewReply *reply);

/**
 * onsite_change_remove_review:
 * @self: a change
 * @loop: the id of the loop that it is about
 * @review: the id of a review
 *
 * Deletes a review for good, with its evidence and with what the candidate made of its
 * comments.
 */
void onsite_change_remove_review (OnsiteChange *self, const char *loop, const char *review);

G_END_DECLS
