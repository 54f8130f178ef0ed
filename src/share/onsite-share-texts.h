/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/* The formats "vtt" and "labels": what stands beside the Ogg files. There are no
 * transcripts yet, so that WebVTT holds the questions as chapters, and the marks. See
 * #OnsiteShareFormat. */
gboolean onsite_share_vtt_write (const OnsiteShareJob *job, GError **error);
gboolean onsite_share_labels_write (const OnsiteShareJob *job, GError **error);
gint64 onsite_share_texts_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
