/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/* The format "html": the page for the coach. See #OnsiteShareFormat. */
gboolean onsite_share_html_write (const OnsiteShareJob *job, GError **error);
gint64 onsite_share_html_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
