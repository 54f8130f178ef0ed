/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-finding.h"
#include "library/onsite-library.h"
#include "library/onsite-progress.h"

G_BEGIN_DECLS

/**
 * OnsiteCheck:
 * @findings: (element-type OnsiteFinding): what is wrong; empty if nothing is
 * @silent: (element-type OnsiteFinding): answers that were begun and of which
 *   there is no sound, which need not be wrong
 * @n_clips: how many clips were decoded
 * @duration_ms: how much sound that was
 *
 * What a check of a library found.
 */
typedef struct
{
  GPtrArray *findings;
  GPtrArray *silent;
  guint n_clips;
  gint64 duration_ms;
} OnsiteCheck;

/**
 * onsite_check_run:
 * @library: a library
 * @progress: (nullable): is told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location
 *
 * Looks at all of a library: its file, what refers to what, its packs, and
 * each clip, which is read row by row and decoded. Changes nothing. Blocks for
 * a good while: some 100 clips of 3 minutes take about half a minute.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL only if it could
 *   not be looked at
 */
OnsiteCheck *onsite_check_run (OnsiteLibrary *library,
                               OnsiteProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

/**
 * onsite_check_free:
 * @self: (transfer full): a check
 */
void onsite_check_free (OnsiteCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteCheck, onsite_check_free)

G_END_DECLS
