/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-receipt-meter.h"

#include <ebur128.h>
#include <math.h>

#include "onsite-audio.h"
#include "onsite-silence-map.h"

#define FULL_SCALE    32768.0
#define FRAME_MS      (1000 * ONSITE_AUDIO_FRAME_SAMPLES / ONSITE_AUDIO_RATE)
#define BINS_PER_DB   2
#define N_BINS        (100 * BINS_PER_DB + 1)
#define NOISE_PERCENT 10

struct _OnsiteReceiptMeter
{
  ebur128_state *loudness;
  GByteArray *peaks;     /* of each 20 ms */
  guint64 bins[N_BINS];  /* of their levels, from −100 dBFS */
  guint frame_peak;      /* of the 20 ms under way … */
  guint64 frame_squares; /* … and its sum of squares */
  gsize frame_length;
  guint peak;
  gint64 n_samples;
  gint64 n_clipped;
  guint n_gaps;
  gint64 gap_us;
  OnsiteDeviceKind device;
  OnsiteProcessing processing;
};

OnsiteReceiptMeter *
onsite_receipt_meter_new (void)
{
  OnsiteReceiptMeter *self = g_new0 (OnsiteReceiptMeter, 1);

  /* By a histogram: else it would hold every block of a clip. */
  self->loudness = ebur128_init (1, ONSITE_AUDIO_RATE, EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM);
  self->peaks = g_byte_array_new ();
  return self;
}

void
onsite_receipt_meter_free (OnsiteReceiptMeter *self)
{
  ebur128_destroy (&self->loudness);
  g_byte_array_unref (self->peaks);
  g_free (self);
}

void
onsite_receipt_meter_set_origin (OnsiteReceiptMeter *self,
                                 OnsiteDeviceKind device,
                                 OnsiteProcessing processing)
{
  if (self->n_samples == 0 || self->device == ONSITE_DEVICE_KIND_UNKNOWN || self->device == device)
    self->device = device;
  else
    self->device = ONSITE_DEVICE_KIND_SEVERAL;
  self->processing = MAX (self->processing, processing);
}

static int
find_bin (guint64 squares)
{
  const double mean = (double) squares / ONSITE_AUDIO_FRAME_SAMPLES / (FULL_SCALE * FULL_SCALE);
  const double dbfs = squares == 0 ? ONSITE_RECEIPT_SILENCE_DBFS : 10 * log10 (mean);

  return CLAMP ((int) lrint ((dbfs - ONSITE_RECEIPT_SILENCE_DBFS) * BINS_PER_DB), 0, N_BINS - 1);
}

static void
end_frame (OnsiteReceiptMeter *self)
{
  const guint8 peak = onsite_audio_peak_to_byte (self->frame_peak);

  g_byte_array_append (self->peaks, &peak, 1);
  self->bins[find_bin (self->frame_squares)]++;
  self->frame_peak = 0;
  self->frame_squares = 0;
  self->frame_length = 0;
}

/* Without a branch on each sample, so that the compiler vectorises it. */
static void
measure (OnsiteReceiptMeter *self, const gint16 *samples, gsize n_samples)
{
  guint64 squares = 0;
  guint peak;

  for (gsize i = 0; i < n_samples; i++)
    squares += (guint64) ((gint64) samples[i] * samples[i]);
  peak = onsite_audio_peak (samples, n_samples);
  self->frame_peak = MAX (self->frame_peak, peak);
  self->peak = MAX (self->peak, peak);
  self->frame_squares += squares;
  self->n_clipped += onsite_audio_count_clipped (samples, n_samples);
}

void
onsite_receipt_meter_feed (OnsiteReceiptMeter *self, const gint16 *samples, gsize n_samples)
{
  self->n_samples += (gint64) n_samples;
  ebur128_add_frames_short (self->loudness, samples, n_samples);
  while (n_samples > 0)
    {
      gsize n = MIN (n_samples, ONSITE_AUDIO_FRAME_SAMPLES - self->frame_length);

      measure (self, samples, n);
      self->frame_length += n;
      samples += n;
      n_samples -= n;
      if (self->frame_length == ONSITE_AUDIO_FRAME_SAMPLES)
        end_frame (self);
    }
}

void
onsite_receipt_meter_add_clipped (OnsiteReceiptMeter *self, guint n_clipped)
{
  self->n_clipped += n_clipped;
}

void
onsite_receipt_meter_add_gap (OnsiteReceiptMeter *self, gint64 gap_us)
{
  self->n_gaps++;
  self->gap_us += gap_us;
}

static double
read_loudness (OnsiteReceiptMeter *self)
{
  double lufs;

  return ebur128_loudness_global (self->loudness, &lufs) == EBUR128_SUCCESS ? lufs : -HUGE_VAL;
}

static double
read_noise_floor (OnsiteReceiptMeter *self)
{
  guint64 below = self->bins[0];
  int bin = 0;

  while (bin < N_BINS - 1 && below * 100 < (guint64) self->peaks->len * NOISE_PERCENT)
    below += self->bins[++bin];
  return ONSITE_RECEIPT_SILENCE_DBFS + (double) bin / BINS_PER_DB;
}

OnsiteReceipt
onsite_receipt_meter_read (OnsiteReceiptMeter *self)
{
  const guint n_frames = self->peaks->len;
  g_autoptr (GBytes) peaks = g_bytes_new (self->peaks->data, n_frames);
  g_autoptr (OnsiteSilenceMap) silences = onsite_silence_map_new (peaks);
  const double n_silent = (double) onsite_silence_map_get_n_silent (silences);

  return (OnsiteReceipt){
    .device = self->device,
    .processing = self->processing,
    .peak_dbfs = MAX (onsite_audio_peak_to_dbfs (self->peak), ONSITE_RECEIPT_SILENCE_DBFS),
    .loudness_lufs = read_loudness (self),
    .noise_floor_dbfs = read_noise_floor (self),
    .silent_share = n_frames > 0 ? n_silent / n_frames : 0,
    .speech_ms = onsite_silence_map_get_n_loud (silences) * FRAME_MS,
    .n_clipped_samples = self->n_clipped,
    .n_gaps = self->n_gaps,
    .gap_us = self->gap_us,
    .n_captured_samples = self->n_samples,
    .n_kept_samples = self->n_samples,
  };
}
