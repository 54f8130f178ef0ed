/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-guide.h"

G_BEGIN_DECLS

/**
 * OnsiteGuidePlace:
 * @section: which of the guide's sections
 * @block: which of its blocks
 * @item: which of the block's items, such as a card or a row
 *
 * A place in a guide, each from 0.
 */
typedef struct
{
  guint section;
  guint block;
  guint item;
} OnsiteGuidePlace;

/**
 * onsite_guide_search:
 * @guide: a guide
 * @words: what is looked for
 *
 * Looks for words in all that can be read, capitals or not. Where they are in
 * a section's title or summary, its first place is found.
 *
 * Returns: (transfer full) (element-type OnsiteGuidePlace): each place that has
 *   them, in the order of the guide; none for "" and for spaces alone
 */
GArray *onsite_guide_search (const OnsiteGuide *guide, const char *words);

/**
 * onsite_guide_search_next:
 * @text: a text
 * @words: what is looked for
 * @length: (out): how many bytes of @text are meant
 *
 * Finds words in a text. Capitals don't matter, nor whether hyphens, quotation
 * marks and spaces are those of a keyboard or of a printer.
 *
 * Returns: (transfer none) (nullable): where in @text they first stand, or %NULL
 */
const char *onsite_guide_search_next (const char *text, const char *words, gsize *length);

G_END_DECLS
