/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OnsitePaper:
 * @name: what it is called on the command line
 * @width: in points, of which an inch has 72
 * @height: in points
 *
 * A sheet of paper, upright.
 */
typedef struct
{
  const char *name;
  double width;
  double height;
} OnsitePaper;

/**
 * onsite_paper_find:
 * @name: what it is called
 *
 * Returns: (transfer none) (nullable): that paper
 */
const OnsitePaper *onsite_paper_find (const char *name);

/**
 * onsite_paper_get_usual:
 *
 * Returns: (transfer none): what is in the printers where the person lives, by the
 *   locale's LC_PAPER: Letter where it says so, else A4
 */
const OnsitePaper *onsite_paper_get_usual (void);

G_END_DECLS
