/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/* The format "pdf": the debrief on paper. See #OnsiteShareFormat. */
gboolean onsite_share_pdf_write (const OnsiteShareJob *job, GError **error);
gint64 onsite_share_pdf_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
