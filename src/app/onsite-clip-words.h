/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-clip.h"

G_BEGIN_DECLS

/**
 * onsite_clip_words_state:
 * @clip: (nullable): a clip, or %NULL where there is none
 *
 * Says what one has to know of a clip before one hears it: that there is no sound,
 * that it's not whole, where time passed that nothing was recorded of. A pause that
 * the person made is told as one; without a receipt nobody knows which was which,
 * and only what is sure is said.
 *
 * Returns: (transfer full) (nullable): that, in a sentence or more; %NULL if the clip
 *   is as it should be
 */
char *onsite_clip_words_state (const OnsiteClip *clip);

G_END_DECLS
