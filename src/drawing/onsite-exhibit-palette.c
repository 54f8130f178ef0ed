/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-exhibit-palette.h"

#define COLOUR(hex)                                                                        \
  {                                                                                        \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1.0, \
  }

/* The kinds keep their hues in both: after the GNOME palette, paled for what is
 * within, so that text stands on nearly white or nearly black. */
static const OnsiteExhibitPalette light = {
  .paper = COLOUR (0xffffff),
  .ink = COLOUR (0x241f31),
  .quiet = COLOUR (0x4f4b57),
  .line = COLOUR (0x4f4b57),
  .zone = COLOUR (0xf4f4f7),
  .frame = COLOUR (0x77767b),
  .fills = {
    [ONSITE_BOX_CLIENT] = COLOUR (0xf6f5f4),
    [ONSITE_BOX_SERVICE] = COLOUR (0xe3eefb),
    [ONSITE_BOX_STORE] = COLOUR (0xdff4e6),
    [ONSITE_BOX_CACHE] = COLOUR (0xfdebd8),
    [ONSITE_BOX_QUEUE] = COLOUR (0xf3e4f5),
    [ONSITE_BOX_JOB] = COLOUR (0xf3ebe4),
    [ONSITE_BOX_EXTERNAL] = COLOUR (0xf6f5f4),
  },
  .edges = {
    [ONSITE_BOX_CLIENT] = COLOUR (0x5e5c64),
    [ONSITE_BOX_SERVICE] = COLOUR (0x1a5fb4),
    [ONSITE_BOX_STORE] = COLOUR (0x1a7a40),
    [ONSITE_BOX_CACHE] = COLOUR (0xa84b00),
    [ONSITE_BOX_QUEUE] = COLOUR (0x813d9c),
    [ONSITE_BOX_JOB] = COLOUR (0x865e3c),
    [ONSITE_BOX_EXTERNAL] = COLOUR (0x5e5c64),
  },
};

static const OnsiteExhibitPalette dark_palette = {
  .paper = COLOUR (0x242424),
  .ink = COLOUR (0xffffff),
  .quiet = COLOUR (0xd0cfcc),
  .line = COLOUR (0xc0bfbc),
  .zone = COLOUR (0x2d2d30),
  .frame = COLOUR (0x9a9996),
  .fills = {
    [ONSITE_BOX_CLIENT] = COLOUR (0x3a3a3d),
    [ONSITE_BOX_SERVICE] = COLOUR (0x1f3247),
    [ONSITE_BOX_STORE] = COLOUR (0x1f3a2a),
    [ONSITE_BOX_CACHE] = COLOUR (0x45301c),
    [ONSITE_BOX_QUEUE] = COLOUR (0x3b2a42),
    [ONSITE_BOX_JOB] = COLOUR (0x3b3029),
    [ONSITE_BOX_EXTERNAL] = COLOUR (0x3a3a3d),
  },
  .edges = {
    [ONSITE_BOX_CLIENT] = COLOUR (0xc0bfbc),
    [ONSITE_BOX_SERVICE] = COLOUR (0x99c1f1),
    [ONSITE_BOX_STORE] = COLOUR (0x8fd4a8),
    [ONSITE_BOX_CACHE] = COLOUR (0xffbe6f),
    [ONSITE_BOX_QUEUE] = COLOUR (0xdc9ae6),
    [ONSITE_BOX_JOB] = COLOUR (0xcdab8f),
    [ONSITE_BOX_EXTERNAL] = COLOUR (0xc0bfbc),
  },
};

#define ALL_KINDS(colour)                                  \
  {                                                        \
    colour, colour, colour, colour, colour, colour, colour \
  }

static const OnsiteExhibitPalette black_on_white = {
  .paper = COLOUR (0xffffff),
  .ink = COLOUR (0x000000),
  .quiet = COLOUR (0x000000),
  .line = COLOUR (0x000000),
  .zone = COLOUR (0xffffff),
  .frame = COLOUR (0x000000),
  .fills = ALL_KINDS (COLOUR (0xffffff)),
  .edges = ALL_KINDS (COLOUR (0x000000)),
};

static const OnsiteExhibitPalette white_on_black = {
  .paper = COLOUR (0x000000),
  .ink = COLOUR (0xffffff),
  .quiet = COLOUR (0xffffff),
  .line = COLOUR (0xffffff),
  .zone = COLOUR (0x000000),
  .frame = COLOUR (0xffffff),
  .fills = ALL_KINDS (COLOUR (0x000000)),
  .edges = ALL_KINDS (COLOUR (0xffffff)),
};

const OnsiteExhibitPalette *
onsite_exhibit_palette_get (gboolean dark, gboolean high_contrast)
{
  if (high_contrast)
    return dark ? &white_on_black : &black_on_white;

  return dark ? &dark_palette : &light;
}
