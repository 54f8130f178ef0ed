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

/**
 * onsite_loop_text_what:
 * @kind: how much of a loop
 * @drill: for a drill: what @target is
 * @target: the id of the round, or of what is drilled
 * @pack: what names are looked up in
 *
 * Returns: (transfer full): "Whole loop", "Behavioral", "Drill of a principle: Dive
 *   Deep"
 */
char *onsite_loop_text_what (OnsiteLoopKind kind,
                             OnsiteDrill drill,
                             const char *target,
                             OnsitePack *pack);

/**
 * onsite_loop_text_about:
 * @loop: a loop
 * @pack: what names are looked up in
 *
 * Returns: (transfer full): "L6 · Whole loop · Practice"
 */
char *onsite_loop_text_about (const OnsiteLoopSummary *loop, OnsitePack *pack);

/**
 * onsite_loop_text_coverage:
 * @loop: a loop
 * @pack: a pack
 *
 * Returns: (transfer full): how many principles it covers, "11 of 16"; "11" where the
 *   loop is another pack's
 */
char *onsite_loop_text_coverage (const OnsiteLoopSummary *loop, OnsitePack *pack);

/**
 * onsite_loop_text_progress:
 * @loop: a loop that was interrupted
 *
 * Returns: (transfer full): where it is gone on with: "Round 3 of 5"
 */
char *onsite_loop_text_progress (const OnsiteLoopSummary *loop);

/**
 * onsite_loop_text_result:
 * @loop: a loop
 * @pack: a pack, as for onsite_loop_text_coverage()
 *
 * Returns: (transfer full): "11 of 16 principles, 5 checklist items, rated 3.4, 3 h 50
 *   min of answers"
 */
char *onsite_loop_text_result (const OnsiteLoopSummary *loop, OnsitePack *pack);

G_END_DECLS
