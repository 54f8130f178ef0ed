/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-share-format.h"

G_BEGIN_DECLS

/**
 * onsite_share_vtt_write:
 * @job: what to do
 * @error: return location: %ONSITE_SHARE_ERROR_EMPTY if nothing can be heard,
 *   %G_IO_ERROR
 *
 * Writes the format "vtt": WebVTT, to lie beside the Ogg file of each take. There are
 * no transcripts yet, so that it holds the questions as chapters, and the marks.
 * Blocks.
 *
 * Returns: whether it did
 */
gboolean onsite_share_vtt_write (const OnsiteShareJob *job, GError **error);

/**
 * onsite_share_labels_write:
 * @job: what to do
 * @error: return location: %ONSITE_SHARE_ERROR_EMPTY if nothing can be heard,
 *   %G_IO_ERROR
 *
 * Writes the format "labels": the same as labels for Audacity, tab-separated lines.
 * Blocks.
 *
 * Returns: whether it did
 */
gboolean onsite_share_labels_write (const OnsiteShareJob *job, GError **error);

/**
 * onsite_share_texts_estimate:
 * @capsule: what is handed on
 *
 * Returns: how many bytes the files of the format "vtt" will have in all, and those of
 *   "labels" about
 */
gint64 onsite_share_texts_estimate (const OnsiteCapsule *capsule);

G_END_DECLS
