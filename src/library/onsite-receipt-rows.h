/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-change.h"
#include "onsite-statement.h"
#include "records/onsite-receipt.h"

G_BEGIN_DECLS

/**
 * ONSITE_RECEIPT_ROWS_SELECT:
 *
 * Selects the receipt of the clip whose rowid is ?1, for onsite_receipt_rows_read().
 */
#define ONSITE_RECEIPT_ROWS_SELECT                                             \
  "SELECT device, processing, peak_dbfs, coalesce (loudness_lufs, -9e999), "   \
  "noise_floor_dbfs, silent_share, speech_ms, clipped_samples, gaps, gap_us, " \
  "captured_samples, kept_samples FROM receipt WHERE clip = ?1"

/**
 * onsite_receipt_rows_append:
 * @change: a change that has brought @clip to its end
 * @clip: a clip's id
 * @n_samples: where it was to end; what the library lacks up to there is not kept
 * @receipt: what was measured of it
 *
 * Adds to @change what keeps a receipt.
 */
void onsite_receipt_rows_append (OnsiteChange *change,
                                 const char *clip,
                                 gint64 n_samples,
                                 const OnsiteReceipt *receipt);

/**
 * onsite_receipt_rows_read:
 * @row: a row of %ONSITE_RECEIPT_ROWS_SELECT
 *
 * Returns: (transfer full): the receipt, to be freed with g_free()
 */
OnsiteReceipt *onsite_receipt_rows_read (OnsiteStatement *row);

G_END_DECLS
