/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/onsite-exhibit-drawing.h"
#include "pack/onsite-pack.h"

/* A test of one exhibit, laid out as written down or transposed. */
typedef void (*ExhibitTest) (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing);

GPtrArray *exhibits_load_packs (void);
PangoContext *exhibits_make_context (const char *font);
void exhibits_check_each (ExhibitTest test);
void exhibits_check_each_in_any_type (ExhibitTest test);
