/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule-parts.h"
#include "pack/onsite-exhibit.h"

G_BEGIN_DECLS

/**
 * onsite_capsule_exhibit_new:
 * @exhibit: an exhibit of a pack
 *
 * Draws an exhibit as SVG, in light colours, letters as outlines, so that it looks the
 * same everywhere.
 *
 * Returns: (transfer full): a copy of it; its risks stay at home
 */
OnsiteCapsuleExhibit *onsite_capsule_exhibit_new (const OnsiteExhibit *exhibit);

G_END_DECLS
