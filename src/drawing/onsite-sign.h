/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-waveform.h"
#include "records/onsite-records.h"

G_BEGIN_DECLS

/* Who says that an answer covers something, as a shape: asked a ring, claimed a
 * half disc, heard a disc (its size the strength), coach a diamond. Where
 * several say so the strongest is drawn: coach over heard over claimed over asked, asked staying as the ring around. */
void onsite_sign_draw (cairo_t *cr,
                       guint sources,
                       double strength,
                       double size,
                       const OnsiteColour *colour);

G_END_DECLS
