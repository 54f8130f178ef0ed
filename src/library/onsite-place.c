/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-place.h"

void
onsite_place_free (OnsitePlace *self)
{
  g_free (self->loop);
  g_free (self->question);
  g_free (self);
}
