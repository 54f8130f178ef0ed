/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "loop/onsite-session.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * OnsiteAnswered:
 * @review: the id of a review
 * @comment: the id of a comment of it
 *
 * What a take is given in answer to.
 */
typedef struct
{
  const char *review;
  const char *comment;
} OnsiteAnswered;

/**
 * onsite_chronicle_note:
 * @loop: the loop that runs
 * @pack: its pack
 * @answered: (nullable): which comment its takes are given in answer to
 * @effect: what the session has just brought about
 * @wall_us: when, in microseconds since 1970 in UTC
 * @change: where it is written down
 *
 * Keeps the records of a running loop true: what @effect means for them is
 * done to @loop and noted in @change, so that both agree once it's committed.
 * Effects that are deeds alone, such as speaking, leave no trace here.
 */
void onsite_chronicle_note (OnsiteLoop *loop,
                            OnsitePack *pack,
                            const OnsiteAnswered *answered,
                            const OnsiteEffect *effect,
                            gint64 wall_us,
                            OnsiteChange *change);

/**
 * onsite_chronicle_is_of_take:
 * @kind: what a session brings about
 *
 * Returns: whether it's about a take alone, and not about the answer, the round or the
 *   loop that this is in
 */
gboolean onsite_chronicle_is_of_take (OnsiteEffectKind kind);

G_END_DECLS
