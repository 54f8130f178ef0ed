/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-json-document.h"

G_BEGIN_DECLS

/**
 * onsite_json_scan:
 * @text: the text, which needs no NUL at its end
 * @length: its length in bytes
 * @name: what it is called in messages
 * @limits: what it may cost
 * @error: return location for an #OnsiteJsonError
 *
 * Checks that a text is one value by the rules of RFC 8259 and of this
 * program, which #OnsiteJsonDocument lists. Goes through the text once, and
 * keeps its own stack, so that no nesting can exhaust that of the thread.
 *
 * Returns: (transfer full) (element-type guint): the line, from 1, that each
 *   value begins on, in the order of the text; or %NULL
 */
GArray *onsite_json_scan (const char *text,
                          gsize length,
                          const char *name,
                          const OnsiteJsonLimits *limits,
                          GError **error);

G_END_DECLS
