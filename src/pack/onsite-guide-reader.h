/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-guide.h"
#include "json/onsite-json-value.h"

G_BEGIN_DECLS

/**
 * onsite_guide_read:
 * @value: the guide in a pack's text
 * @error: return location for an #OnsitePackError or an #OnsiteJsonError
 *
 * Reads a guide and validates it whole: a row has a cell for each column, a
 * series a share for each group, and no two sections have one id.
 *
 * Returns: (transfer full): the guide, or %NULL
 */
OnsiteGuide *onsite_guide_read (const OnsiteJsonValue *value, GError **error);

G_END_DECLS
