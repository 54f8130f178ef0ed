/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-receipt.h"

G_BEGIN_DECLS

/**
 * OnsiteReceiptMeter:
 *
 * Measures a clip while it is recorded. Pure: no thread, no clock. It holds a byte for
 * each 20 ms, and else as much for an hour as for a second.
 *
 * Clipped is what onsite_audio_count_clipped() counts. The noise floor is a low
 * percentile of short-time levels (the minimum statistics of a recording; Martin, 2001,
 * uses the like). Silence and speech are told apart as #OnsiteSilenceMap does.
 */
typedef struct _OnsiteReceiptMeter OnsiteReceiptMeter;

/**
 * onsite_receipt_meter_new:
 *
 * Returns: (transfer full): a meter that has heard nothing
 */
OnsiteReceiptMeter *onsite_receipt_meter_new (void);

/**
 * onsite_receipt_meter_free:
 * @self: (transfer full): a meter
 */
void onsite_receipt_meter_free (OnsiteReceiptMeter *self);

/**
 * onsite_receipt_meter_set_origin:
 * @self: a meter
 * @device: where what follows comes from
 * @processing: what was done to it on its way
 */
void onsite_receipt_meter_set_origin (OnsiteReceiptMeter *self,
                                      OnsiteDeviceKind device,
                                      OnsiteProcessing processing);

/**
 * onsite_receipt_meter_feed:
 * @self: a meter
 * @samples: (array length=n_samples): what was captured next, at 48 kHz, mono
 * @n_samples: how many
 *
 * Measures what was captured next.
 */
void onsite_receipt_meter_feed (OnsiteReceiptMeter *self, const gint16 *samples, gsize n_samples);

/**
 * onsite_receipt_meter_add_clipped:
 * @self: a meter
 * @n_clipped: samples that were clipped before what was fed became of them
 *
 * Adds to what was clipped, where it can't be seen in what is fed.
 */
void onsite_receipt_meter_add_clipped (OnsiteReceiptMeter *self, guint n_clipped);

/**
 * onsite_receipt_meter_add_gap:
 * @self: a meter
 * @gap_us: how long it is
 *
 * Before what comes next, sound is missing.
 */
void onsite_receipt_meter_add_gap (OnsiteReceiptMeter *self, gint64 gap_us);

/**
 * onsite_receipt_meter_read:
 * @self: a meter
 *
 * Reads what was measured up to now; it may go on. Takes a moment for each minute that
 * was heard: an hour costs 1 ms.
 *
 * Returns: the receipt, in which all that was captured counts as kept
 */
OnsiteReceipt onsite_receipt_meter_read (OnsiteReceiptMeter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnsiteReceiptMeter, onsite_receipt_meter_free)

G_END_DECLS
