/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/onsite-exhibit.h"

G_BEGIN_DECLS

/**
 * onsite_exhibit_words_get_box_kind:
 * @kind: what a box is
 *
 * Returns: (transfer none): what that is called, to be shown
 */
const char *onsite_exhibit_words_get_box_kind (OnsiteBoxKind kind);

/**
 * onsite_exhibit_words_get_arrow_kind:
 * @kind: how something goes
 *
 * Returns: (transfer none): what that is called, to be shown
 */
const char *onsite_exhibit_words_get_arrow_kind (OnsiteArrowKind kind);

/**
 * onsite_exhibit_words_describe:
 * @exhibit: an exhibit
 *
 * Tells what a drawing of the exhibit shows, for those who do not see it: each
 * box with what it is, where it is and its note, then each arrow, in the
 * person's language. Risks are not told, as the drawing does not show them.
 *
 * Returns: (transfer full): a few sentences, of which each stands alone
 */
char *onsite_exhibit_words_describe (const OnsiteExhibit *exhibit);

G_END_DECLS
