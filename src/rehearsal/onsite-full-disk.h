/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-codec.h"

G_BEGIN_DECLS

/**
 * onsite_full_disk_describe:
 * @free_bytes: what is left on the disk of the library once what was set aside for the
 *   loop is given back; less than 0 if nobody knows
 * @codec: how its sound is kept
 *
 * Returns: (transfer full): that the disk is full, for how long it still does, and what
 *   to do, in words for a person who is answering
 */
char *onsite_full_disk_describe (gint64 free_bytes, OnsiteCodec codec);

G_END_DECLS
