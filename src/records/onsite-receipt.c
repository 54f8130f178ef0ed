/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-receipt.h"

#include <math.h>

#include "onsite-clip.h"

G_DEFINE_ENUM_TYPE (OnsiteDeviceKind,
                    onsite_device_kind,
                    G_DEFINE_ENUM_VALUE (ONSITE_DEVICE_KIND_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DEVICE_KIND_BUILT_IN, "built-in"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DEVICE_KIND_USB, "usb"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DEVICE_KIND_HEADSET, "headset"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DEVICE_KIND_BLUETOOTH, "bluetooth"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DEVICE_KIND_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (ONSITE_DEVICE_KIND_SEVERAL, "several"))

G_DEFINE_ENUM_TYPE (OnsiteProcessing,
                    onsite_processing,
                    G_DEFINE_ENUM_VALUE (ONSITE_PROCESSING_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (ONSITE_PROCESSING_CLEANED, "cleaned"))

OnsiteTakeFault
onsite_receipt_find_fault (const OnsiteReceipt *self)
{
  const gint64 length_ms = self->n_captured_samples * 1000 / ONSITE_SAMPLE_RATE;

  if (self->gap_us >= ONSITE_RECEIPT_LEAST_HOLE_US)
    return ONSITE_TAKE_FAULT_HOLES;

  if (length_ms < ONSITE_RECEIPT_LEAST_MS)
    return ONSITE_TAKE_FAULT_NONE;

  if (self->speech_ms < ONSITE_RECEIPT_LEAST_SPEECH_MS)
    return ONSITE_TAKE_FAULT_SILENT;

  if (onsite_receipt_get_clipped_share (self) > ONSITE_RECEIPT_MOST_CLIPPED)
    return ONSITE_TAKE_FAULT_CLIPPED;

  return ONSITE_TAKE_FAULT_NONE;
}

double
onsite_receipt_get_clipped_share (const OnsiteReceipt *self)
{
  if (self->n_captured_samples == 0)
    return 0;

  return (double) self->n_clipped_samples / (double) self->n_captured_samples;
}

gboolean
onsite_receipt_is_measurable (const OnsiteReceipt *self)
{
  return isfinite (self->loudness_lufs) != 0;
}

OnsiteReceipt *
onsite_receipt_copy (const OnsiteReceipt *self)
{
  return g_memdup2 (self, sizeof *self);
}
