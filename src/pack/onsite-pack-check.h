/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack.h"
#include "json/onsite-json-value.h"

G_BEGIN_DECLS

/**
 * onsite_pack_check:
 * @self: a pack that onsite_pack_read() has filled
 * @root: the root of its text, to tell where a fault is
 * @error: return location for an #OnsitePackError
 *
 * Checks that the parts of a pack fit together, and that every loop that can
 * be asked for can be held.
 *
 * Returns: whether they do
 */
gboolean onsite_pack_check (OnsitePack *self, const OnsiteJsonValue *root, GError **error);

G_END_DECLS
