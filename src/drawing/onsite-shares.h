/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "onsite-colour.h"

G_BEGIN_DECLS

/* More could be told apart neither by colour nor by filling. */
#define ONSITE_SHARES_MOST_SERIES 3

/**
 * OnsiteSharesSeries:
 * @name: whose shares they are
 * @values: shares in percent, one for each group
 * @colour: of its bars
 */
typedef struct
{
  const char *name;
  const guint *values;
  OnsiteColour colour;
} OnsiteSharesSeries;

/**
 * OnsiteShares:
 * @groups: (array length=n_groups): what the groups are called
 * @n_groups: how many there are
 * @series: (array length=n_series): at most #ONSITE_SHARES_MOST_SERIES
 * @n_series: how many there are
 * @text: of all that is written
 * @line: of the ground that the bars stand on
 * @font: what it is written in
 * @format: words a share in percent, such as "40%"
 * @right_to_left: the first group is at the right
 *
 * A chart of shares: for each group a bar of each series, as high as its
 * share, with the share written above it, or once above all bars of a group
 * that are equal. Series differ in colour and in how
 * their bars are filled, so that colour is not needed to tell them apart;
 * where there is more than one, a line above the bars says which is which.
 * Owns nothing.
 */
typedef struct
{
  const char *const *groups;
  guint n_groups;
  const OnsiteSharesSeries *series;
  guint n_series;
  OnsiteColour text;
  OnsiteColour line;
  const PangoFontDescription *font;
  char *(*format) (guint share);
  gboolean right_to_left;
} OnsiteShares;

/**
 * onsite_shares_draw:
 * @self: what to draw
 * @cr: where to draw; the chart fills from (0, 0) to (@width, @height)
 * @width: in units of @cr
 * @height: in units of @cr
 *
 * Draws a chart, the same into a window, an SVG and a PDF. The scale ends at
 * the greatest share. A name that is wider than its group is broken into
 * lines, and cut where it would be of more than two. Leaves the state of @cr
 * as it was.
 */
void onsite_shares_draw (const OnsiteShares *self, cairo_t *cr, double width, double height);

G_END_DECLS
