/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-receipt-rows.h"

#include "onsite-change-private.h"
#include "onsite-nick.h"

void
onsite_receipt_rows_append (OnsiteChange *change,
                            const char *clip,
                            gint64 n_samples,
                            const OnsiteReceipt *receipt)
{
  GVariant *loudness = onsite_receipt_is_measurable (receipt)
                           ? g_variant_new_double (receipt->loudness_lufs)
                           : NULL;

  onsite_change_append (
      change,
      "INSERT INTO receipt SELECT rowid, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
      "?12, ?13, max (0, ?14 - max (0, ?2 - n_samples)) FROM clip WHERE id = ?1",
      g_variant_new ("(sxssd@mdddxxuxxx)",
                     clip,
                     n_samples,
                     onsite_nick (ONSITE_TYPE_DEVICE_KIND, (int) receipt->device),
                     onsite_nick (ONSITE_TYPE_PROCESSING, (int) receipt->processing),
                     receipt->peak_dbfs,
                     g_variant_new_maybe (G_VARIANT_TYPE_DOUBLE, loudness),
                     receipt->noise_floor_dbfs,
                     receipt->silent_share,
                     receipt->speech_ms,
                     receipt->n_clipped_samples,
                     receipt->n_gaps,
                     receipt->gap_us,
                     receipt->n_captured_samples,
                     receipt->n_kept_samples),
      NULL);
}

OnsiteReceipt *
onsite_receipt_rows_read (OnsiteStatement *row)
{
  OnsiteReceipt *receipt = g_new0 (OnsiteReceipt, 1);

  receipt->device = onsite_statement_get_enum (row, 0, ONSITE_TYPE_DEVICE_KIND);
  receipt->processing = onsite_statement_get_enum (row, 1, ONSITE_TYPE_PROCESSING);
  receipt->peak_dbfs = onsite_statement_get_double (row, 2);
  receipt->loudness_lufs = onsite_statement_get_double (row, 3);
  receipt->noise_floor_dbfs = onsite_statement_get_double (row, 4);
  receipt->silent_share = onsite_statement_get_double (row, 5);
  receipt->speech_ms = onsite_statement_get_int64 (row, 6);
  receipt->n_clipped_samples = onsite_statement_get_int64 (row, 7);
  receipt->n_gaps = onsite_statement_get_uint (row, 8);
  receipt->gap_us = onsite_statement_get_int64 (row, 9);
  receipt->n_captured_samples = onsite_statement_get_int64 (row, 10);
  receipt->n_kept_samples = onsite_statement_get_int64 (row, 11);

  return receipt;
}
