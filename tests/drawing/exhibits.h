/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drawing/onsite-exhibit-drawing.h"
#include "pack/onsite-pack.h"

/* A test of one exhibit, laid out as written down or transposed. */
typedef void (*ExhibitTest) (const OnsiteExhibit *exhibit, OnsiteExhibitDrawing *drawing);

/* An exhibit as it is drawn, and what it was called for that. */
typedef struct
{
  OnsitePack *pack;
  const OnsiteExhibit *exhibit;
  OnsiteExhibitDrawing *drawing;
  char *name;
} LaidOut;

GPtrArray *exhibits_load_packs (void);
PangoContext *exhibits_make_context (const char *font);
/* Each exhibit of each pack, both ways, in each of the types: of LaidOut. It takes longer
 * than what is done with it, so that a program does it once. */
GPtrArray *exhibits_lay_out (const char *const *fonts);
void exhibits_check_each (GPtrArray *laid_out, ExhibitTest test);
