/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_pack_version_compare:
 * @a: a version as a pack has it, three numbers without leading zeros
 * @b: another
 *
 * Compares by Semantic Versioning 2.0.0, clause 11, without what comes before
 * a release: 1.10.0 is newer than 1.9.0. Numbers may be of any length.
 *
 * Returns: less than, equal to or more than 0, as @a is older than, the same
 *   as or newer than @b
 */
int onsite_pack_version_compare (const char *a, const char *b);

G_END_DECLS
