/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-paper.h"

#include <langinfo.h>

/* ISO 216, and ANSI/ASME Y14.1. */
static const OnsitePaper papers[] = {
  { "a4", 210 / 25.4 * 72, 297 / 25.4 * 72 },
  { "letter", 8.5 * 72, 11 * 72 },
};

#define LETTER_HEIGHT_MM 279

const OnsitePaper *
onsite_paper_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name))
      return &papers[i];

  return NULL;
}

const OnsitePaper *
onsite_paper_get_usual (void)
{
#ifdef _NL_PAPER_HEIGHT
  /* The C library hands out a number in the place of a pointer. */
  union
  {
    const char *text;
    int millimetres;
  } height = { .text = nl_langinfo (_NL_PAPER_HEIGHT) };

  if (height.millimetres == LETTER_HEIGHT_MM)
    return onsite_paper_find ("letter");
#endif

  return onsite_paper_find ("a4");
}
