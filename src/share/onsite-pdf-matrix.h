/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"
#include "onsite-pdf.h"

G_BEGIN_DECLS

/**
 * onsite_pdf_matrix_write:
 * @pdf: pages
 * @capsule: what is handed on
 *
 * Writes who says that which answer shows what, by signs: targets against answers, by
 * round. What doesn't fit beside one another goes below, and what doesn't fit on a page
 * on the next, with names and numbers again.
 */
void onsite_pdf_matrix_write (OnsitePdf *pdf, const OnsiteCapsule *capsule);

/**
 * onsite_pdf_make_anchor:
 * @answer: an answer
 *
 * Returns: (transfer full): its anchor: what leads to it goes there
 */
char *onsite_pdf_make_anchor (const OnsiteCapsuleAnswer *answer);

/**
 * onsite_pdf_draw_sign:
 * @pdf: pages
 * @sources: the #ONSITE_SOURCE_BIT of each who says so
 * @strength: how strongly
 * @start: how far from where a line begins, in points
 * @y: where, in points
 *
 * Draws a sign, as high as a line of small type.
 */
void onsite_pdf_draw_sign (OnsitePdf *pdf, guint sources, double strength, double start, double y);

/**
 * onsite_pdf_name_source:
 * @source: who says that an answer covers something
 *
 * Returns: (transfer none): what that is called, in the interface's language
 */
const char *onsite_pdf_name_source (OnsiteSource source);

/** ONSITE_PDF_SIGN: how wide a sign is, in points. */
#define ONSITE_PDF_SIGN 9.0

G_END_DECLS
