/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-colour.h"

void
onsite_colour_set_source (const OnsiteColour *self, cairo_t *cr)
{
  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha);
}
