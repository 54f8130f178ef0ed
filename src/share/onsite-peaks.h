/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"
#include "onsite-selection.h"

G_BEGIN_DECLS

/**
 * onsite_peaks_load:
 * @library: a library
 * @loop: a loop of it
 * @selection: what was chosen of the loop
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Reads the peaks of the clips of the answers that were chosen, for
 * onsite_capsule_new(). Blocks on the disk. Four hours are 720 kB.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): peaks by clip
 */
GHashTable *onsite_peaks_load (OnsiteLibrary *library,
                               const OnsiteLoop *loop,
                               const OnsiteSelection *selection,
                               GError **error);

G_END_DECLS
