/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsiteColour:
 *
 * A colour as cairo takes it: from 0 to 1 each, alpha not multiplied in.
 */
typedef struct
{
  double red, green, blue, alpha;
} OnsiteColour;

/**
 * onsite_colour_set_source:
 * @self: a colour
 * @cr: what is drawn with in it from now on
 */
void onsite_colour_set_source (const OnsiteColour *self, cairo_t *cr);

G_END_DECLS
