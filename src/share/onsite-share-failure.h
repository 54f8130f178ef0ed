/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * onsite_share_failure_explain:
 * @target: the file or the folder that was to be written
 * @error: (inout): why it can't be
 *
 * Tells of a failed write in words for a person: on what it failed, and what to do.
 * Only the message changes, and only of errors of %G_IO_ERROR that nobody asked for;
 * those of other domains say it themselves.
 */
void onsite_share_failure_explain (GFile *target, GError **error);

G_END_DECLS
