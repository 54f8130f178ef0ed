/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-pack.h"
#include "json/onsite-json-value.h"

G_BEGIN_DECLS

/**
 * onsite_exhibit_check:
 * @self: a pack whose lists are read
 * @part: one of its exhibits
 * @value: what the exhibit was read from
 * @error: return location for an #OnsitePackError
 *
 * Checks that an exhibit can be drawn: that its references resolve, that no
 * two boxes stand on one cell, and that the frame around a zone's boxes holds
 * no other box and touches no other frame.
 *
 * Returns: whether it can
 */
gboolean onsite_exhibit_check (OnsitePack *self,
                               gconstpointer part,
                               const OnsiteJsonValue *value,
                               GError **error);

G_END_DECLS
