/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/**
 * onsite_share_audio_write:
 * @job: what to do
 * @error: return location: %ONSITE_SHARE_ERROR_EMPTY if nothing can be heard, or what
 *   onsite_share_format_write() gives
 *
 * Writes the format "audio": an Ogg file for each take, with a title and a chapter for
 * each question. Blocks.
 *
 * Returns: whether it did
 */
gboolean onsite_share_audio_write (const OnsiteShareJob *job, GError **error);

/**
 * onsite_share_audio_estimate:
 * @capsule: what is handed on
 *
 * Returns: how many bytes the files of the format "audio" will have in all, about
 */
gint64 onsite_share_audio_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
