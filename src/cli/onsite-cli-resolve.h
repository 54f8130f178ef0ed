/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/onsite-library.h"

G_BEGIN_DECLS

/**
 * onsite_cli_resolve_loop:
 * @library: a library
 * @prefix: an id, or as much of its beginning as no other id shares
 * @error: return location
 *
 * Finds a loop by what was typed. Blocks.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *onsite_cli_resolve_loop (OnsiteLibrary *library, const char *prefix, GError **error);

/**
 * onsite_cli_resolve_answer:
 * @library: a library
 * @prefix: an id, or as much of its beginning as no other id shares
 * @answer: (out) (transfer full): its id
 * @error: return location
 *
 * Finds an answer by what was typed. Blocks.
 *
 * Returns: (transfer full) (nullable): the id of the loop that it belongs to
 */
char *onsite_cli_resolve_answer (OnsiteLibrary *library,
                                 const char *prefix,
                                 char **answer,
                                 GError **error);

/**
 * onsite_cli_resolve_review:
 * @library: a library
 * @prefix: an id, or as much of its beginning as no other id shares
 * @review: (out) (transfer full): its id
 * @error: return location
 *
 * Finds a review by what was typed. Blocks.
 *
 * Returns: (transfer full) (nullable): the id of the loop that it belongs to
 */
char *onsite_cli_resolve_review (OnsiteLibrary *library,
                                 const char *prefix,
                                 char **review,
                                 GError **error);

G_END_DECLS
