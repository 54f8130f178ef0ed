/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/**
 * onsite_share_json_write:
 * @job: what to do
 * @error: return location for %G_IO_ERROR
 *
 * Writes the format "json": what a capsule is, but for the sound. Blocks.
 *
 * Returns: whether it did
 */
gboolean onsite_share_json_write (const OnsiteShareJob *job, GError **error);

/**
 * onsite_share_json_estimate:
 * @capsule: what is handed on
 *
 * Returns: how many bytes the file will have: exact, since it is made for that
 */
gint64 onsite_share_json_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
