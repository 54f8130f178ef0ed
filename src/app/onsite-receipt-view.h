/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "records/onsite-clip.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_RECEIPT_VIEW (onsite_receipt_view_get_type ())

/**
 * OnsiteReceiptView:
 *
 * What is known of a recording, to be unfolded. Not there where there is no recording.
 */
G_DECLARE_FINAL_TYPE (OnsiteReceiptView, onsite_receipt_view, ONSITE, RECEIPT_VIEW, AdwBin)

/**
 * onsite_receipt_view_set_clip:
 * @self: a view
 * @clip: (nullable): whose receipt is shown; not kept
 */
void onsite_receipt_view_set_clip (OnsiteReceiptView *self, const OnsiteClip *clip);

G_END_DECLS
