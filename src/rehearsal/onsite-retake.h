/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * OnsiteRetake:
 * @loop: a loop that is over
 * @answer: an answer of it, to be given once more
 * @review: (nullable): the id of a review of @loop
 * @comment: (nullable): the id of the comment of it that is answered
 *
 * What is to be given again. Owns nothing.
 */
typedef struct
{
  const OnsiteLoop *loop;
  const OnsiteAnswer *answer;
  const char *review;
  const char *comment;
} OnsiteRetake;

/**
 * onsite_retake_plan:
 * @self: what is to be given again
 * @pack: the pack that its loop was planned from
 *
 * Plans a rehearsal of that answer alone: one round, held by whom it was held by, in
 * practice mode, for as long as @pack suggests. Its answer has the id of the one that
 * is given again, and no take yet, so that a take of the one is a take of the other.
 *
 * Returns: (transfer full): a loop that is in no library, and is not to be kept
 */
OnsiteLoop *onsite_retake_plan (const OnsiteRetake *self, OnsitePack *pack);

G_END_DECLS
