/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/* The format "audio": an Ogg file for each take, with a title and a chapter for each
 * question. See #OnsiteShareFormat. */
gboolean onsite_share_audio_write (const OnsiteShareJob *job, GError **error);
gint64 onsite_share_audio_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
