/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"
#include "onsite-pdf.h"

G_BEGIN_DECLS

/**
 * onsite_pdf_answer_write:
 * @pdf: pages
 * @capsule: what is handed on
 * @answer: an answer of it
 *
 * Writes an answer on a page of its own, and on over as many as it takes: the question
 * with its exhibit, what was asked on and how it sounds, what supports what, marks,
 * notes, the rating, and lines to write on.
 */
void onsite_pdf_answer_write (OnsitePdf *pdf,
                              const OnsiteCapsule *capsule,
                              const OnsiteCapsuleAnswer *answer);

G_END_DECLS
