/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * SECTION:onsite-records
 *
 * The plain things that are kept: a loop has rounds, a round has answers, an
 * answer has takes, a take has turns, a turn has at most one clip. Each struct
 * owns what it points to. Ids are UUIDs in lower case, except those that name
 * something in a pack. Wall-clock times are microseconds since 1970 in UTC, 0
 * for "not yet". The enumerations are registered, so that their nicks can be
 * written down and read back.
 */

#include "onsite-answer.h"
#include "onsite-clip.h"
#include "onsite-codec.h"
#include "onsite-evidence.h"
#include "onsite-export-record.h"
#include "onsite-history-item.h"
#include "onsite-loop.h"
#include "onsite-rating.h"
#include "onsite-receipt.h"
#include "onsite-review.h"
#include "onsite-round.h"
#include "onsite-take.h"
