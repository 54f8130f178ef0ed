/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "loop/onsite-session.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * onsite_chronicle_note:
 * @loop: the loop that runs
 * @pack: its pack
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
                            const OnsiteEffect *effect,
                            gint64 wall_us,
                            OnsiteChange *change);

G_END_DECLS
