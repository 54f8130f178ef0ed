/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "records/onsite-receipt.h"

G_BEGIN_DECLS

/**
 * OnsiteMeasured:
 * @clip: the clip's id
 * @peaks: (element-type GBytes): of each of its rows of sound, in their order, what
 *   #OnsiteChunk has as "peaks"
 * @figures: (nullable): its level, loudness, noise, silence and speech; %NULL if it
 *   can't be decoded
 *
 * What was measured anew of a clip as it is.
 */
typedef struct
{
  char *clip;
  GPtrArray *peaks;
  OnsiteReceipt *figures;
} OnsiteMeasured;

/**
 * onsite_measured_free:
 * @self: (transfer full): what was measured
 */
void onsite_measured_free (OnsiteMeasured *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteMeasured, onsite_measured_free)

/**
 * onsite_measured_list_without_peaks:
 * @path: the path of a library
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Lists the clips of which peaks were lost. Blocks.
 *
 * Returns: (transfer full) (nullable): their ids
 */
GStrv onsite_measured_list_without_peaks (const char *path, GError **error);

/**
 * onsite_measured_keep:
 * @path: the path of a library that nobody has open
 * @measured: (element-type OnsiteMeasured): what was measured
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Puts peaks in the place of lost ones, and figures in the place of those of a receipt
 * that was measured before something of the clip was lost. What can only be known
 * while sound is captured stays: the device, what was done to it, what is clipped. Of a
 * clip that can't be decoded the receipt goes, and one that had none gets none. All or
 * nothing. Blocks.
 *
 * Returns: whether all is kept
 */
gboolean onsite_measured_keep (const char *path, GPtrArray *measured, GError **error);

G_END_DECLS
