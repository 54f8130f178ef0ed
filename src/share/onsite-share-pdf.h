/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/**
 * onsite_share_pdf_write:
 * @job: what to do
 * @error: return location for what onsite_share_format_write() gives
 *
 * Writes the format "pdf": the debrief on paper. Blocks.
 *
 * Returns: whether it did
 */
gboolean onsite_share_pdf_write (const OnsiteShareJob *job, GError **error);

/**
 * onsite_share_pdf_estimate:
 * @capsule: what is handed on
 *
 * Returns: how many bytes it will have, about
 */
gint64 onsite_share_pdf_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
