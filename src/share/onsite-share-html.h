/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/**
 * onsite_share_html_write:
 * @job: what to do
 * @error: return location for what onsite_share_format_write() gives
 *
 * Writes the format "html": the page for the coach, one file with the sound in it.
 * Blocks.
 *
 * Returns: whether it did
 */
gboolean onsite_share_html_write (const OnsiteShareJob *job, GError **error);

/**
 * onsite_share_html_estimate:
 * @capsule: what is handed on
 *
 * Returns: how many bytes the page will have, about: exact but for the sound. All else
 *   is made for that
 */
gint64 onsite_share_html_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
