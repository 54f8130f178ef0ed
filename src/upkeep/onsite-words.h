/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-place.h"

G_BEGIN_DECLS

/**
 * onsite_words_for_place:
 * @place: where a clip belongs
 *
 * Says it so that a person knows it: when the loop was, what was asked, and
 * which follow-up it is.
 *
 * Returns: (transfer full) (nullable): the place in words; %NULL if it belongs nowhere
 */
char *onsite_words_for_place (const OnsitePlace *place);

/**
 * onsite_words_for_time:
 * @ms: milliseconds
 *
 * Returns: (transfer full): a time in a clip, as "1:05"
 */
char *onsite_words_for_time (gint64 ms);

G_END_DECLS
