/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * SECTION:onsite-plan-words
 *
 * What a loop will be, in words, before it begins. Pure; what is returned is the
 * caller's to free.
 */

/**
 * onsite_plan_words_length:
 * @plan: a loop as it was drawn, with one round or more
 * @length_ms: how long it takes, its breaks among it
 * @now: when it would begin, in the time zone that its end is told in
 *
 * Returns: (transfer full): how much there is of it, and when it's over, such as "7
 *   rounds, 6 h 30 min with breaks, to 20:10"
 */
char *onsite_plan_words_length (const OnsiteLoop *plan, gint64 length_ms, GDateTime *now);

/**
 * onsite_plan_words_rounds:
 * @plan: a loop as it was drawn
 * @pack: what its rounds are named by; one that the pack doesn't have is called by its id
 *
 * Returns: (transfer full): its rounds in their order, such as "Behavioral · Technical
 *   design review", with spaces that let a line begin with a name alone
 */
char *onsite_plan_words_rounds (const OnsiteLoop *plan, OnsitePack *pack);

G_END_DECLS
