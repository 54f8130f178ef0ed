/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"

G_BEGIN_DECLS

/* Loops as they would be after a rehearsal, put together by hand. What is
 * returned belongs to the loop. */

#define NOT_ASKED (-1)

OnsitePack *rehearsed_pack_load (void);
OnsiteRound *rehearsed_add_round (OnsiteLoop *loop, const char *kind);
/* @talk_ms: what was recorded in the main answer; NOT_ASKED if it never came to it. */
OnsiteAnswer *rehearsed_add_answer (OnsiteRound *round, const char *question, gint64 talk_ms);
OnsiteTake *rehearsed_add_take (OnsiteAnswer *answer, gint64 talk_ms);
void rehearsed_add_turn (OnsiteTake *take, gint64 talk_ms);
void rehearsed_rate (OnsiteAnswer *answer, const char *dimension, guint score);
OnsiteEvidence *rehearsed_add_evidence (OnsiteAnswer *answer,
                                        OnsiteTargetKind kind,
                                        const char *target,
                                        OnsiteSource source);
/* Anything that could be in a library, by chance. */
OnsiteLoop *rehearsed_loop_new_random (OnsitePack *pack);

const OnsiteCoverageRow *rehearsed_find_row (GPtrArray *rows, const char *target);

G_END_DECLS
