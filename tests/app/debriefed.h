/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/* Loops as they are when their debrief is opened, made of the built-in pack's questions
 * and put into a library with sound: bursts of a known loudness in the peaks,
 * and silence in the packets. The same each time. */

OnsitePack *debriefed_load_pack (void);

/* A whole L6 loop, answered: each with a clip and follow-ups, rated but for the
 * second last, claimed for what its question asks, but for its every third.
 * The last question was not asked, and the third skipped. */
OnsiteLoop *debriefed_make_loop (OnsitePack *pack);

/* The same with @n_answers answers in rounds of ten. */
OnsiteLoop *debriefed_make_long_loop (OnsitePack *pack, guint n_answers);

/* Keeps a loop, and records a clip of @seconds for each of its turns. */
void
debriefed_keep (OnsiteLibrary *library, const OnsiteLoop *loop, OnsitePack *pack, guint seconds);

G_END_DECLS
