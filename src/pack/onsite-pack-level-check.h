/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack.h"
#include "json/onsite-json-value.h"

G_BEGIN_DECLS

/**
 * onsite_pack_level_check:
 * @self: a pack whose references resolve
 * @part: one of its levels
 * @value: what the level was read from
 * @error: return location for %ONSITE_PACK_ERROR_CONTENT
 *
 * Checks that a whole loop can be held at a level without asking a question
 * twice.
 *
 * Returns: whether it can
 */
gboolean onsite_pack_level_check (OnsitePack *self,
                                  gconstpointer part,
                                  const OnsiteJsonValue *value,
                                  GError **error);

G_END_DECLS
