/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"

G_BEGIN_DECLS

/**
 * onsite_unusable_counts:
 * @loop: a loop
 * @clip: the id of a clip
 *
 * Tells whether anybody will want to hear a clip: not if its question was passed over, or
 * has been answered again since.
 *
 * Returns: whether it belongs to the take that counts
 */
gboolean onsite_unusable_counts (const OnsiteLoop *loop, const char *clip);

/**
 * onsite_unusable_describe:
 * @fault: what is wrong with an answer, and not %ONSITE_TAKE_FAULT_NONE
 * @again: whether it can be given again
 *
 * Returns: (transfer full): what is wrong and what to do, in words for a person
 */
char *onsite_unusable_describe (OnsiteTakeFault fault, gboolean again);

G_END_DECLS
