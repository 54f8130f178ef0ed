/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-colour.h"
#include "pack/onsite-exhibit.h"

G_BEGIN_DECLS

/**
 * OnsiteExhibitPalette:
 * @paper: what all of it stands on
 * @ink: of text
 * @quiet: of text that matters less: notes, labels of arrows and zones
 * @line: of arrows
 * @zone: what is within a zone's frame
 * @frame: a zone's frame
 * @fills: what is within a box, by its kind
 * @edges: a box's outline, by its kind
 *
 * What an exhibit is drawn in. Text has a contrast of 4.5 at least to what it
 * stands on, and lines one of 3 (WCAG 2.1, 1.4.3 and 1.4.11).
 */
typedef struct
{
  OnsiteColour paper;
  OnsiteColour ink;
  OnsiteColour quiet;
  OnsiteColour line;
  OnsiteColour zone;
  OnsiteColour frame;
  OnsiteColour fills[ONSITE_BOX_N_KINDS];
  OnsiteColour edges[ONSITE_BOX_N_KINDS];
} OnsiteExhibitPalette;

/**
 * onsite_exhibit_palette_get:
 * @dark: whether it is dark around
 * @high_contrast: whether the person asked for more contrast
 *
 * Returns: (transfer none): what to draw in; print takes the one for neither
 */
const OnsiteExhibitPalette *onsite_exhibit_palette_get (gboolean dark, gboolean high_contrast);

G_END_DECLS
