/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * SECTION:onsite-loop-text
 *
 * What is said of a past loop in a line. Names come from @pack, and are the
 * ids where the loop is another pack's. Pure; the texts are the caller's.
 */

/* "Whole loop", "Behavioral", "Drill of a principle: Dive Deep". */
char *onsite_loop_text_what (OnsiteLoopKind kind,
                             OnsiteDrill drill,
                             const char *target,
                             OnsitePack *pack);
/* "L6 · Whole loop · Practice". */
char *onsite_loop_text_about (const OnsiteLoopSummary *loop, OnsitePack *pack);
/* "11 of 16", of the pack's principles; "11" where the loop is another pack's. */
char *onsite_loop_text_coverage (const OnsiteLoopSummary *loop, OnsitePack *pack);
/* "Round 3 of 5": where an interrupted loop is gone on with. */
char *onsite_loop_text_progress (const OnsiteLoopSummary *loop);
/* "11 of 16 principles, 5 checklist items, rated 3.4, 3 h 50 min of answers". */
char *onsite_loop_text_result (const OnsiteLoopSummary *loop, OnsitePack *pack);
/* "Onsite" or "Practice". */
const char *onsite_loop_text_mode (OnsiteMode mode);
/* A principle's, category's or checklist item's name, or the id. */
const char *onsite_loop_text_target (const char *target, OnsitePack *pack);

G_END_DECLS
