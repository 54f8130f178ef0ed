/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-library.h"

G_BEGIN_DECLS

/**
 * OnsiteMatch:
 * @loop: the id of a loop
 * @part: (nullable): the id of an answer or a review of @loop, where those were looked for
 *
 * Something whose id begins as was asked for.
 */
typedef struct
{
  char *loop;
  char *part;
} OnsiteMatch;

/**
 * onsite_match_free:
 * @self: (transfer full): a match
 */
void onsite_match_free (OnsiteMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteMatch, onsite_match_free)

/**
 * onsite_library_find_loops:
 * @library: a library
 * @prefix: the beginning of an id, in either case
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks for loops that are not in the bin. Two matches are enough to tell that
 * a prefix is ambiguous, so that there are never more. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteMatch): at most two matches
 */
GPtrArray *onsite_library_find_loops (OnsiteLibrary *library, const char *prefix, GError **error);

/**
 * onsite_library_find_answers:
 * @library: a library
 * @prefix: the beginning of an id, in either case
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks for answers of loops that are not in the bin. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteMatch): at most two matches
 */
GPtrArray *onsite_library_find_answers (OnsiteLibrary *library, const char *prefix, GError **error);

/**
 * onsite_library_find_reviews:
 * @library: a library
 * @prefix: the beginning of an id, in either case
 * @error: return location: %ONSITE_LIBRARY_ERROR
 *
 * Looks for reviews of loops that are not in the bin. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type OnsiteMatch): at most two matches
 */
GPtrArray *onsite_library_find_reviews (OnsiteLibrary *library, const char *prefix, GError **error);

G_END_DECLS
