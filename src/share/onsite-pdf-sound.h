/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-capsule.h"
#include "onsite-pdf.h"

G_BEGIN_DECLS

/**
 * onsite_pdf_sound_write:
 * @pdf: pages
 * @take: a take
 * @turn: the index of a turn of it that has a clip
 *
 * Draws how loud a recording is over its time, with marks, gaps and evidence, and writes
 * how long it is, where each goes along.
 */
void onsite_pdf_sound_write (OnsitePdf *pdf, const OnsiteCapsuleTake *take, guint turn);

G_END_DECLS
