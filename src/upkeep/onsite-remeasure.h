/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "library/onsite-measured.h"

G_BEGIN_DECLS

/**
 * onsite_remeasure_clip:
 * @library: a library
 * @clip: a clip's id
 * @cancellable: (nullable): a #GCancellable
 * @error: return location
 *
 * Measures a clip by what a decoder makes of it: within a decibel that is what was
 * captured. Blocks.
 *
 * Returns: (transfer full) (nullable): its peaks and figures; no figures where it can't
 *   be decoded
 */
OnsiteMeasured *onsite_remeasure_clip (OnsiteLibrary *library,
                                       const char *clip,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
