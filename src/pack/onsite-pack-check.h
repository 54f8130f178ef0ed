/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack-layout.h"

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

/**
 * onsite_pack_check_fields:
 * @self: a pack whose lists are read
 * @fields: a table of fields
 * @part: the struct that they are in
 * @value: what the struct was read from
 * @error: return location for %ONSITE_PACK_ERROR_REFERENCE
 *
 * Checks that the ids in a struct's fields are those of parts of the pack.
 *
 * Returns: whether they are
 */
gboolean onsite_pack_check_fields (OnsitePack *self,
                                   const OnsitePackField *fields,
                                   gconstpointer part,
                                   const OnsiteJsonValue *value,
                                   GError **error);

G_END_DECLS
