/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack.h"
#include "json/onsite-json-value.h"

G_BEGIN_DECLS

/**
 * onsite_pack_read:
 * @self: an empty pack
 * @root: the root of its text
 * @error: return location for an #OnsitePackError or an #OnsiteJsonError
 *
 * Fills a pack: types, ranges, texts, and that ids are unique. Whether its
 * parts fit together is for onsite_pack_check().
 *
 * Returns: whether the text is a pack so far
 */
gboolean onsite_pack_read (OnsitePack *self, const OnsiteJsonValue *root, GError **error);

G_END_DECLS
