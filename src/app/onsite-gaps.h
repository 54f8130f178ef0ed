/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * onsite_gaps_find:
 * @pack: whose principles are asked for
 * @history: (element-type OnsiteHistoryItem): what was answered so far
 *
 * Returns: (transfer full): the names of the principles that no past answer
 *   covers, in the pack's order; empty as long as nothing was answered, for
 *   then there is nothing to miss
 */
GStrv onsite_gaps_find (OnsitePack *pack, GPtrArray *history);

G_END_DECLS
