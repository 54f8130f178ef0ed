/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-finding.h"
#include "onsite-library.h"
#include "onsite-place.h"

G_BEGIN_DECLS

/**
 * onsite_library_check:
 * @library: a library
 * @cancellable: (nullable): a #GCancellable
 * @error: return location: %ONSITE_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
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
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Lists every clip that there is, also those in the bin and those that no
 * answer leads to, but not what is being purged. Blocks.
 *
 * Returns: (transfer full) (nullable): their ids
 */
GStrv onsite_library_list_clips (OnsiteLibrary *library, GError **error);

/**
 * onsite_library_find_place:
 * @library: a library
 * @clip: a clip's id
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks where a clip belongs. Blocks.
 *
 * Returns: (transfer full) (nullable): the place
 */
OnsitePlace *onsite_library_find_place (OnsiteLibrary *library, const char *clip, GError **error);

/**
 * onsite_library_list_silent_answers:
 * @library: a library
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks for answers that were begun and not skipped, and of which there is no
 * sound. Nothing need be wrong with these. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteFinding): these
 */
GPtrArray *onsite_library_list_silent_answers (OnsiteLibrary *library, GError **error);

G_END_DECLS
