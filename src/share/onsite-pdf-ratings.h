/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"
#include "onsite-pdf.h"

G_BEGIN_DECLS

/**
 * onsite_pdf_ratings_write:
 * @pdf: pages
 * @capsule: what is handed on
 * @take: (nullable): whose ratings are filled in, where they go along
 *
 * Writes each dimension with a box for each score and what 1, 3 and 5 sound like: to be
 * filled in with a pen, or with the candidate's own scores.
 */
void onsite_pdf_ratings_write (OnsitePdf *pdf,
                               const OnsiteCapsule *capsule,
                               const OnsiteCapsuleTake *take);

/**
 * onsite_pdf_ratings_measure:
 * @pdf: pages
 * @capsule: what is handed on
 *
 * Returns: how high that is, in points; it stays on one page where it fits onto one, since
 *   nobody wants to turn a sheet to compare
 */
double onsite_pdf_ratings_measure (OnsitePdf *pdf, const OnsiteCapsule *capsule);

/**
 * onsite_pdf_choice_write:
 * @pdf: pages
 * @start: how far from where a line begins, in points
 * @width: in points
 * @text: what may be chosen
 * @is_chosen: whether it is
 * @is_theirs: whether it is in the language of the pack
 *
 * Writes a box and what it is for at this height, without moving on.
 */
void onsite_pdf_choice_write (OnsitePdf *pdf,
                              double start,
                              double width,
                              const char *text,
                              gboolean is_chosen,
                              gboolean is_theirs);

G_END_DECLS
