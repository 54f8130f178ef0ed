/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"
#include "onsite-pdf.h"

G_BEGIN_DECLS

/**
 * onsite_pdf_summary_write:
 * @pdf: pages
 * @capsule: what is handed on
 *
 * Writes what it is all about: level and pack, what is covered in figures, the rounds,
 * and which answer is on which page.
 */
void onsite_pdf_summary_write (OnsitePdf *pdf, const OnsiteCapsule *capsule);

/**
 * onsite_pdf_summary_make_title:
 * @capsule: what is handed on
 *
 * Returns: (transfer full): what the document is called, with the candidate's name if
 *   that is to be shown
 */
char *onsite_pdf_summary_make_title (const OnsiteCapsule *capsule);

G_END_DECLS
