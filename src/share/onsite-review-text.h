/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * onsite_review_text_clean:
 * @text: what a coach wrote
 *
 * Leaves out what can't be seen and acts on what stands around it: control characters,
 * but for line breaks, and bidirectional overrides, embeddings and isolates (U+202A–U+202E,
 * U+2066–U+2069). A tabulator becomes a space.
 *
 * Returns: (transfer full): the rest
 */
char *onsite_review_text_clean (const char *text);

/**
 * onsite_review_text_make_id:
 * @review: the id of a review
 * @part: the id that the review gives a part of its own
 *
 * Makes the id by which a library knows the part: a UUID of version 5 (RFC 4122, 4.3), of
 * the name @part in the name space @review. The same each time, and nobody else's.
 *
 * Returns: (transfer full): a UUID
 */
char *onsite_review_text_make_id (const char *review, const char *part);

G_END_DECLS
