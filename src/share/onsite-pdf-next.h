/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"
#include "onsite-pdf.h"

G_BEGIN_DECLS

/**
 * onsite_pdf_next_write:
 * @pdf: pages
 * @capsule: what is handed on
 *
 * Writes, from a new page on, what nothing shows, what to do about it, the vote and
 * lines for a summary, and what this document holds.
 */
void onsite_pdf_next_write (OnsitePdf *pdf, const OnsiteCapsule *capsule);

G_END_DECLS
