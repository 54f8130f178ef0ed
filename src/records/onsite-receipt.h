/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OnsiteDeviceKind:
 * @ONSITE_DEVICE_KIND_UNKNOWN: nothing tells
 * @ONSITE_DEVICE_KIND_BUILT_IN: part of the computer
 * @ONSITE_DEVICE_KIND_USB: plugged in by USB
 * @ONSITE_DEVICE_KIND_HEADSET: worn on the head, by a cable
 * @ONSITE_DEVICE_KIND_BLUETOOTH: by Bluetooth
 * @ONSITE_DEVICE_KIND_OTHER: none of these, say another program's sound
 * @ONSITE_DEVICE_KIND_SEVERAL: of one kind at first, and of another later
 *
 * What kind of microphone something was recorded with. Its name is nobody's business.
 */
typedef enum
{
  ONSITE_DEVICE_KIND_UNKNOWN,
  ONSITE_DEVICE_KIND_BUILT_IN,
  ONSITE_DEVICE_KIND_USB,
  ONSITE_DEVICE_KIND_HEADSET,
  ONSITE_DEVICE_KIND_BLUETOOTH,
  ONSITE_DEVICE_KIND_OTHER,
  ONSITE_DEVICE_KIND_SEVERAL,
} OnsiteDeviceKind;

#define ONSITE_TYPE_DEVICE_KIND (onsite_device_kind_get_type ())
GType onsite_device_kind_get_type (void);

/**
 * OnsiteProcessing:
 * @ONSITE_PROCESSING_NONE: kept as it was captured
 * @ONSITE_PROCESSING_CLEANED: noise suppressed and gain controlled before it was kept
 *
 * What was done to sound between the microphone and the library.
 */
typedef enum
{
  ONSITE_PROCESSING_NONE,
  ONSITE_PROCESSING_CLEANED,
} OnsiteProcessing;

#define ONSITE_TYPE_PROCESSING (onsite_processing_get_type ())
GType onsite_processing_get_type (void);

/**
 * OnsiteTakeFault:
 * @ONSITE_TAKE_FAULT_NONE: it can be used
 * @ONSITE_TAKE_FAULT_SILENT: nobody speaks in all of it
 * @ONSITE_TAKE_FAULT_CLIPPED: so loud that words are distorted
 * @ONSITE_TAKE_FAULT_HOLES: words are missing
 *
 * Why nobody could use what was recorded.
 */
typedef enum
{
  ONSITE_TAKE_FAULT_NONE,
  ONSITE_TAKE_FAULT_SILENT,
  ONSITE_TAKE_FAULT_CLIPPED,
  ONSITE_TAKE_FAULT_HOLES,
} OnsiteTakeFault;

/** ONSITE_RECEIPT_SILENCE_DBFS: what stands for no sound at all, in levels. */
#define ONSITE_RECEIPT_SILENCE_DBFS (-100.0)

/**
 * OnsiteReceipt:
 * @device: what it was recorded with
 * @processing: what was done to it
 * @peak_dbfs: the largest sample, from −100
 * @loudness_lufs: integrated loudness (EBU R 128, ITU-R BS.1770-4), or −HUGE_VAL where
 *   nothing is above the −70 LUFS from which on it's measured
 * @noise_floor_dbfs: the level (RMS) that a tenth of its stretches of 20 ms stay
 *   below, from −100
 * @silent_share: from 0 to 1, how much of it is silence, as skipping silence has it
 * @speech_ms: how long somebody may be speaking: stretches that stand out from the noise
 * @n_clipped_samples: how many are at full scale (−0.1 dBFS or more)
 * @n_gaps: how often sound was missing in the middle of it; a pause that was asked
 *   for is none
 * @gap_us: how long it was missing in all
 * @n_captured_samples: what came from the microphone
 * @n_kept_samples: what of that is in the library
 *
 * What is known of a clip's quality, measured while it was recorded.
 */
typedef struct
{
  OnsiteDeviceKind device;
  OnsiteProcessing processing;
  double peak_dbfs;
  double loudness_lufs;
  double noise_floor_dbfs;
  double silent_share;
  gint64 speech_ms;
  gint64 n_clipped_samples;
  guint n_gaps;
  gint64 gap_us;
  gint64 n_captured_samples;
  gint64 n_kept_samples;
} OnsiteReceipt;

/** ONSITE_RECEIPT_LEAST_MS: A clip that is shorter was given up, not answered. */
#define ONSITE_RECEIPT_LEAST_MS 1000

/**
 * ONSITE_RECEIPT_LEAST_SPEECH_MS:
 *
 * One syllable. They last 200 ms on average (Greenberg, 1999, "Speaking in shorthand");
 * a key or a chair is shorter.
 */
#define ONSITE_RECEIPT_LEAST_SPEECH_MS 200

/** ONSITE_RECEIPT_MOST_CLIPPED: From here on speech is heard to be distorted: 1 %. */
#define ONSITE_RECEIPT_MOST_CLIPPED 0.01

/**
 * ONSITE_RECEIPT_LEAST_HOLE_US:
 *
 * One word, at the 150 a minute at which people talk to each other (National Center for
 * Voice and Speech).
 */
#define ONSITE_RECEIPT_LEAST_HOLE_US (400 * G_TIME_SPAN_MILLISECOND)

/**
 * onsite_receipt_find_fault:
 * @self: a receipt
 *
 * Judges whether anybody could use what was recorded. Somebody who only thought for
 * long and then spoke is left alone, in whatever noise: only where nothing in the whole
 * clip stands out from it, it is silent.
 *
 * Returns: the worst that is wrong with it
 */
OnsiteTakeFault onsite_receipt_find_fault (const OnsiteReceipt *self);

/**
 * onsite_receipt_get_clipped_share:
 * @self: a receipt
 *
 * Returns: from 0 to 1, how many of the captured samples are clipped
 */
double onsite_receipt_get_clipped_share (const OnsiteReceipt *self);

/**
 * onsite_receipt_is_measurable:
 * @self: a receipt
 *
 * Returns: whether it's loud enough anywhere for a loudness
 */
gboolean onsite_receipt_is_measurable (const OnsiteReceipt *self);

/**
 * onsite_receipt_copy:
 * @self: a receipt
 *
 * Returns: (transfer full): a copy, to be freed with g_free()
 */
OnsiteReceipt *onsite_receipt_copy (const OnsiteReceipt *self);

G_END_DECLS
