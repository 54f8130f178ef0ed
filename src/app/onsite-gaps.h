/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-pack.h"

G_BEGIN_DECLS

/**
 * onsite_gaps_find:
 * @pack: whose principles are asked for
 * @covered: the ids of the principles that past answers cover
 *
 * Returns: (transfer full): the names of the other principles, in the pack's
 *   order; empty as long as no answer covers any, for to name them all says nothing
 */
GStrv onsite_gaps_find (OnsitePack *pack, const char *const *covered);

G_END_DECLS
