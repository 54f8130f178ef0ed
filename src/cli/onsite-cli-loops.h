/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "debrief/onsite-debrief.h"
#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * onsite_cli_loops_list:
 * @library: a library
 * @error: return location
 *
 * Reads all of a library's loops, page by page. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteLoopSummary): newest first
 */
GPtrArray *onsite_cli_loops_list (OnsiteLibrary *library, GError **error);

/**
 * onsite_cli_loops_debrief:
 * @library: a library
 * @loop: the id of a loop
 * @error: return location
 *
 * Reads a loop and computes what it meant, with its own pack. Blocks.
 *
 * Returns: (transfer full) (nullable): the debrief
 */
OnsiteDebrief *onsite_cli_loops_debrief (OnsiteLibrary *library, const char *loop, GError **error);

G_END_DECLS
