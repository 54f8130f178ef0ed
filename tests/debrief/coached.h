/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-agreement.h"
#include "rehearsed.h"

G_BEGIN_DECLS

/**
 * Coached:
 * @pack: what was asked from
 * @loop: until it is in the debrief
 * @round: its only one
 * @reviews: of two coaches, who said nothing yet
 * @debrief: (nullable): from coached_compare() on
 * @agreements: (nullable): the same
 * @found: (nullable): what a test makes of them
 *
 * A loop that two coaches listened to.
 */
typedef struct
{
  OnsitePack *pack;
  OnsiteLoop *loop;
  OnsiteRound *round;
  OnsiteReview *reviews[2];
  OnsiteDebrief *debrief;
  GPtrArray *agreements;
  GPtrArray *found;
} Coached;

void coached_set_up (Coached *self, gconstpointer unused);
void coached_tear_down (Coached *self, gconstpointer unused);

/* What a coach says of the current take, which is nothing yet. */
OnsiteReviewTake *coached_hear (Coached *self, guint coach, const OnsiteAnswer *answer);

/* Once all was said. */
void coached_compare (Coached *self);

G_END_DECLS
