/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-clip.h"

G_BEGIN_DECLS

/**
 * OnsiteReceiptLine:
 * @name: what it is about
 * @value: what is known of it, with its unit
 *
 * A line of what is known of a recording.
 */
typedef struct
{
  char *name;
  char *value;
} OnsiteReceiptLine;

/**
 * onsite_receipt_line_free:
 * @self: (transfer full): a line
 */
void onsite_receipt_line_free (OnsiteReceiptLine *self);

/**
 * onsite_receipt_text_new:
 * @clip: a clip
 *
 * Says what is known of a clip's recording in words, with figures rounded as a person
 * would say them. What nobody measured is not there, but for a line that says why.
 *
 * Returns: (transfer full) (element-type OnsiteReceiptLine): the lines, in order
 */
GPtrArray *onsite_receipt_text_new (const OnsiteClip *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReceiptLine, onsite_receipt_line_free)

G_END_DECLS
