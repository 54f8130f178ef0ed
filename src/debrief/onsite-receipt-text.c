/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-receipt-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of what is less, no digit is left. */
#define LEAST_SHARE 0.0005

void
onsite_receipt_line_free (OnsiteReceiptLine *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static void
add (GPtrArray *lines, const char *name, char *value)
{
  OnsiteReceiptLine *line = g_new (OnsiteReceiptLine, 1);

  line->name = g_strdup (name);
  line->value = value;
  g_ptr_array_add (lines, line);
}

static char *
describe_state (const OnsiteClip *clip)
{
  switch (clip->state)
    {
    case ONSITE_CLIP_COMPLETE:
      return g_strdup (C_ ("receipt", "Complete"));

    case ONSITE_CLIP_RECOVERED:
      return g_strdup (C_ ("receipt", "Recovered; some of it may be missing"));

    case ONSITE_CLIP_RECORDING:
    default:
      return g_strdup (C_ ("receipt", "Still being recorded"));
    }
}

static char *
describe_length (gint64 length_ms)
{
  const int seconds = (int) ((length_ms + 500) / 1000);

  if (length_ms < 10000)
    return g_strdup_printf (C_ ("receipt", "%.1f s"), (double) length_ms / 1000);

  if (seconds < 60)
    return g_strdup_printf (C_ ("receipt", "%d s"), seconds);

  return g_strdup_printf (C_ ("receipt", "%d min %d s"), seconds / 60, seconds % 60);
}

static char *
describe_device (OnsiteDeviceKind device)
{
  switch (device)
    {
    case ONSITE_DEVICE_KIND_BUILT_IN:
      return g_strdup (C_ ("receipt", "Built in"));

    case ONSITE_DEVICE_KIND_USB:
      return g_strdup (C_ ("receipt", "USB"));

    case ONSITE_DEVICE_KIND_HEADSET:
      return g_strdup (C_ ("receipt", "Headset"));

    case ONSITE_DEVICE_KIND_BLUETOOTH:
      return g_strdup (C_ ("receipt", "Bluetooth"));

    case ONSITE_DEVICE_KIND_OTHER:
      return g_strdup (C_ ("receipt", "Another kind"));

    case ONSITE_DEVICE_KIND_SEVERAL:
      return g_strdup (C_ ("receipt", "Several, one after the other"));

    case ONSITE_DEVICE_KIND_UNKNOWN:
    default:
      return g_strdup (C_ ("receipt", "Not known"));
    }
}

/* With the sign that minus has in type, and no digit that nobody hears. */
static char *
describe_level (double level, const char *unit)
{
  const int rounded = (int) lrint (level);

  return g_strdup_printf ("%s%d %s", rounded < 0 ? "−" : "", ABS (rounded), unit);
}

static char *
describe_loudness (const OnsiteReceipt *receipt)
{
  if (!onsite_receipt_is_measurable (receipt))
    return g_strdup (C_ ("receipt", "Too quiet to be measured"));

  return describe_level (receipt->loudness_lufs, "LUFS");
}

static char *
describe_dbfs (double dbfs)
{
  if (dbfs <= ONSITE_RECEIPT_SILENCE_DBFS)
    return g_strdup (C_ ("receipt", "No sound at all"));

  return describe_level (dbfs, "dBFS");
}

static char *
describe_clipped (const OnsiteReceipt *receipt)
{
  const double share = onsite_receipt_get_clipped_share (receipt);

  if (receipt->n_clipped_samples == 0)
    return g_strdup (C_ ("receipt", "Nothing"));

  if (share < LEAST_SHARE)
    return g_strdup (C_ ("receipt", "Less than 0.1%"));

  return g_strdup_printf (C_ ("receipt", "%.1f%%"), share * 100);
}

static char *
describe_gaps (guint n_gaps, gint64 gap_us)
{
  g_autofree char *length = describe_length (gap_us / 1000);

  if (n_gaps == 0)
    return g_strdup (C_ ("gaps", "None"));

  /* Translators: how many gaps, and how long they are together */
  return g_strdup_printf (C_ ("receipt", "%u, %s in all"), n_gaps, length);
}

static char *
describe_kept (const OnsiteReceipt *receipt)
{
  const gint64 lost_samples = receipt->n_captured_samples - receipt->n_kept_samples;
  g_autofree char *lost = describe_length (lost_samples / ONSITE_SAMPLES_PER_MS);

  if (lost_samples <= 0)
    return g_strdup (C_ ("receipt", "All that was captured"));

  return g_strdup_printf (C_ ("receipt", "All but %s of what was captured"), lost);
}

static char *
describe_processing (OnsiteProcessing processing)
{
  return g_strdup (processing == ONSITE_PROCESSING_CLEANED
                       ? C_ ("receipt", "Noise suppressed, gain controlled")
                       : C_ ("processing", "None"));
}

static void
add_measured (GPtrArray *lines, const OnsiteReceipt *receipt)
{
  add (lines, C_ ("receipt", "Microphone"), describe_device (receipt->device));
  add (lines, C_ ("receipt", "Loudness"), describe_loudness (receipt));
  add (lines, C_ ("receipt", "Peak"), describe_dbfs (receipt->peak_dbfs));
  add (lines, C_ ("receipt", "Background noise"), describe_dbfs (receipt->noise_floor_dbfs));
  add (lines,
       C_ ("receipt", "Silence"),
       g_strdup_printf (C_ ("receipt", "%d%%"), (int) lrint (receipt->silent_share * 100)));
  add (lines, C_ ("receipt", "Distorted"), describe_clipped (receipt));
  add (lines, C_ ("receipt", "Gaps"), describe_gaps (receipt->n_gaps, receipt->gap_us));
  add (lines, C_ ("receipt", "Kept"), describe_kept (receipt));
  add (lines, C_ ("receipt", "Processing"), describe_processing (receipt->processing));
}

static const char *
explain_unmeasured (OnsiteClipState state)
{
  switch (state)
    {
    case ONSITE_CLIP_RECORDING:
      return C_ ("receipt", "Not known yet");

    case ONSITE_CLIP_RECOVERED:
    case ONSITE_CLIP_COMPLETE:
    default:
      return C_ ("receipt", "Not known: there are no figures of it");
    }
}

static const char *
describe_codec (OnsiteCodec codec)
{
  return codec == ONSITE_CODEC_FLAC ? C_ ("receipt", "FLAC, without loss") : C_ ("receipt", "Opus");
}

GPtrArray *
onsite_receipt_text_new (const OnsiteClip *clip)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) onsite_receipt_line_free);

  add (lines, C_ ("receipt", "Recording"), describe_state (clip));
  add (lines, C_ ("receipt", "Length"), describe_length (clip->n_samples / ONSITE_SAMPLES_PER_MS));
  add (lines, C_ ("receipt", "Format"), g_strdup (describe_codec (clip->codec)));

  if (clip->receipt != NULL)
    add_measured (lines, clip->receipt);
  else
    add (lines, C_ ("receipt", "Quality"), g_strdup (explain_unmeasured (clip->state)));

  return lines;
}
