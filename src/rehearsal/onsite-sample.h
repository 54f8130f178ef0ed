/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * onsite_sample_new:
 * @pack: what is asked from
 * @finished_at_us: when it is to have ended, in microseconds since 1970 in UTC
 * @error: return location
 *
 * Makes a loop to look around in, as if it had been rehearsed: planned from the
 * pack, cut to a few questions, rated, claimed and voted on, some answers strong
 * and some weak. Only the clips are missing. The same pack gives the same
 * questions, answers and ratings.
 *
 * Returns: (transfer full) (nullable): a finished loop that is marked as a sample
 */
OnsiteLoop *onsite_sample_new (OnsitePack *pack, gint64 finished_at_us, GError **error);

/**
 * onsite_sample_dup_words:
 * @pack: the pack of the sample
 * @answer: an answer of the sample
 * @turn: the index of a turn of its take
 *
 * Returns: (transfer full): what the candidate says in that turn
 */
char *onsite_sample_dup_words (OnsitePack *pack, const OnsiteAnswer *answer, guint turn);

G_END_DECLS
