/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-finding.h"
#include "onsite-library.h"

G_BEGIN_DECLS

/**
 * onsite_library_check:
 * @library: a library
 * @cancellable: (nullable): a #GCancellable
 * @error: return location
 *
 * Looks whether a library's file is sound: its pages and indexes, what its rows
 * refer to, its packs, and sound that nothing leads to. Reads the whole file
 * and changes nothing. The sound itself isn't looked at. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteFinding): what is
 *   wrong; %NULL only if it could not be looked at
 */
GPtrArray *onsite_library_check (OnsiteLibrary *library, GCancellable *cancellable, GError **error);

/**
 * onsite_library_list_clips:
 * @library: a library
 * @error: return location
 *
 * Lists every clip that there is, also those in the bin and those that no
 * answer leads to, but not what is being purged. Blocks.
 *
 * Returns: (transfer full) (nullable): their ids
 */
GStrv onsite_library_list_clips (OnsiteLibrary *library, GError **error);

G_END_DECLS
