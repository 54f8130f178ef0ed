/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-receipt-meter.h"

#include <math.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-device-kind.h"
#include "onsite-signal.h"

#define SECOND ONSITE_AUDIO_RATE

/* What EBU Tech 3341 leaves to a meter. */
#define TOLERANCE_LU 0.1

/* As a source hands it over, in blocks that fit nothing. */
static void
feed (OnsiteReceiptMeter *meter, GArray *sound)
{
  for (guint i = 0; i < sound->len; i += 441)
    onsite_receipt_meter_feed (meter, &g_array_index (sound, gint16, i), MIN (441, sound->len - i));
}

static OnsiteReceipt
measure (GArray *sound)
{
  g_autoptr (OnsiteReceiptMeter) meter = onsite_receipt_meter_new ();

  feed (meter, sound);
  return onsite_receipt_meter_read (meter);
}

static GArray *
make_silence (guint seconds)
{
  GArray *sound = g_array_new (FALSE, TRUE, sizeof (gint16));

  return g_array_set_size (sound, seconds * SECOND);
}

static void
append (GArray *sound, GArray *more)
{
  g_array_append_vals (sound, more->data, more->len);
}

/* ITU-R BS.1770-4: 997 Hz at 0 dBFS in one channel is −3.01 LKFS. */
static void
test_a_full_sine_has_the_loudness_of_the_standard (void)
{
  g_autoptr (GArray) sine = onsite_signal_make_tone (20 * SECOND, SECOND, 997, 1.0);
  const OnsiteReceipt receipt = measure (sine);

  g_assert_cmpfloat_with_epsilon (receipt.loudness_lufs, -3.01, TOLERANCE_LU);
  g_assert_cmpfloat_with_epsilon (receipt.peak_dbfs, 0, 0.001);
}

static void
test_a_sine_of_minus_20_dbfs_is_measured_as_that (void)
{
  g_autoptr (GArray) sine = onsite_signal_make_tone (10 * SECOND, SECOND, 997, 0.1);
  const OnsiteReceipt receipt = measure (sine);

  g_assert_cmpfloat_with_epsilon (receipt.peak_dbfs, -20, 0.01);
  g_assert_cmpfloat_with_epsilon (receipt.loudness_lufs, -23.01, TOLERANCE_LU);
  g_assert_cmpfloat_with_epsilon (receipt.noise_floor_dbfs, -23.01, 0.5);
  g_assert_cmpint (receipt.n_clipped_samples, ==, 0);
  g_assert_cmpint (receipt.n_captured_samples, ==, 10 * SECOND);
  g_assert_cmpint (receipt.n_kept_samples, ==, 10 * SECOND);
}

static void
test_silence_is_silent_and_has_no_loudness (void)
{
  g_autoptr (GArray) silence = make_silence (3);
  const OnsiteReceipt receipt = measure (silence);

  g_assert_cmpfloat (receipt.peak_dbfs, ==, -100);
  g_assert_false (onsite_receipt_is_measurable (&receipt));
  g_assert_cmpfloat (receipt.noise_floor_dbfs, ==, -100);
  g_assert_cmpfloat (receipt.silent_share, ==, 1);
  g_assert_cmpint (receipt.speech_ms, ==, 0);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_SILENT);
}

static void
test_nothing_at_all_is_measured_too (void)
{
  g_autoptr (OnsiteReceiptMeter) meter = onsite_receipt_meter_new ();
  const OnsiteReceipt receipt = onsite_receipt_meter_read (meter);

  g_assert_cmpint (receipt.n_captured_samples, ==, 0);
  g_assert_cmpfloat (receipt.silent_share, ==, 0);
  g_assert_cmpfloat (onsite_receipt_get_clipped_share (&receipt), ==, 0);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_NONE);
}

static void
test_each_sample_of_a_clipped_square_is_counted (void)
{
  g_autoptr (GArray) square = make_silence (2);
  OnsiteReceipt receipt;

  for (guint i = 0; i < square->len; i++)
    g_array_index (square, gint16, i) = i / 100 % 2 == 0 ? G_MAXINT16 : G_MININT16;
  receipt = measure (square);

  g_assert_cmpint (receipt.n_clipped_samples, ==, 2 * SECOND);
  g_assert_cmpfloat (receipt.peak_dbfs, ==, 0);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_CLIPPED);
}

static void
test_what_stays_below_a_tenth_of_a_decibel_is_not_clipped (void)
{
  g_autoptr (GArray) sound = make_silence (1);

  g_array_index (sound, gint16, 100) = 32392;
  g_array_index (sound, gint16, 200) = -32392;
  g_assert_cmpint (measure (sound).n_clipped_samples, ==, 0);

  g_array_index (sound, gint16, 100) = 32393;
  g_array_index (sound, gint16, 200) = -32393;
  g_assert_cmpint (measure (sound).n_clipped_samples, ==, 2);
}

static void
test_pauses_between_words_are_the_silence (void)
{
  g_autoptr (GArray) sound = onsite_signal_make_babble (2 * SECOND, SECOND, 1);
  g_autoptr (GArray) pause = make_silence (2);
  g_autoptr (GArray) more = onsite_signal_make_babble (4 * SECOND, SECOND, 2);
  OnsiteReceipt receipt;

  append (sound, pause);
  append (sound, more);
  receipt = measure (sound);

  g_assert_cmpfloat_with_epsilon (receipt.silent_share, 0.25, 0.01);
  g_assert_cmpint (receipt.speech_ms, >, 3000);
  g_assert_cmpint (receipt.speech_ms, <=, 6000);
  g_assert_cmpfloat (receipt.noise_floor_dbfs, ==, -100);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_NONE);
}

/* A room at −50 dBFS: somebody thinks in it for a minute, and then says a word. */
static void
test_somebody_who_thinks_for_long_and_then_speaks_is_left_alone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GArray) sound = make_silence (61);
  g_autoptr (GArray) word = onsite_signal_make_babble (SECOND, SECOND, 3);
  OnsiteReceipt receipt;

  for (guint i = 0; i < sound->len; i++)
    g_array_index (sound, gint16, i) = (gint16) g_rand_int_range (rand, -179, 180);
  receipt = measure (sound);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_SILENT);
  g_assert_cmpfloat_with_epsilon (receipt.noise_floor_dbfs, -50, 0.5);

  for (guint i = 0; i < word->len; i++)
    g_array_index (sound, gint16, 60 * SECOND + i) += g_array_index (word, gint16, i) / 2;
  receipt = measure (sound);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_NONE);
}

static void
test_gaps_are_added_up (void)
{
  g_autoptr (OnsiteReceiptMeter) meter = onsite_receipt_meter_new ();
  g_autoptr (GArray) sound = onsite_signal_make_babble (2 * SECOND, SECOND, 1);
  OnsiteReceipt receipt;

  feed (meter, sound);
  onsite_receipt_meter_add_gap (meter, 150 * 1000);
  feed (meter, sound);
  receipt = onsite_receipt_meter_read (meter);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_NONE);

  onsite_receipt_meter_add_gap (meter, 250 * 1000);
  receipt = onsite_receipt_meter_read (meter);
  g_assert_cmpuint (receipt.n_gaps, ==, 2);
  g_assert_cmpint (receipt.gap_us, ==, 400 * 1000);
  g_assert_cmpint (onsite_receipt_find_fault (&receipt), ==, ONSITE_TAKE_FAULT_HOLES);
}

static void
test_a_second_kind_of_microphone_is_told (void)
{
  g_autoptr (OnsiteReceiptMeter) meter = onsite_receipt_meter_new ();
  g_autoptr (GArray) sound = make_silence (1);

  /* The server is asked, and takes its time. */
  feed (meter, sound);
  onsite_receipt_meter_set_origin (meter, ONSITE_DEVICE_KIND_USB, ONSITE_PROCESSING_NONE);
  onsite_receipt_meter_set_origin (meter, ONSITE_DEVICE_KIND_USB, ONSITE_PROCESSING_CLEANED);
  g_assert_cmpint (onsite_receipt_meter_read (meter).device, ==, ONSITE_DEVICE_KIND_USB);
  onsite_receipt_meter_set_origin (meter, ONSITE_DEVICE_KIND_BUILT_IN, ONSITE_PROCESSING_NONE);
  g_assert_cmpint (onsite_receipt_meter_read (meter).device, ==, ONSITE_DEVICE_KIND_SEVERAL);
  g_assert_cmpint (onsite_receipt_meter_read (meter).processing, ==, ONSITE_PROCESSING_CLEANED);
}

static void
test_a_kind_is_told_by_what_the_server_calls_it (void)
{
  static const struct
  {
    const char *id;
    OnsiteDeviceKind kind;
  } cases[] = {
    { NULL, ONSITE_DEVICE_KIND_UNKNOWN },
    { "", ONSITE_DEVICE_KIND_UNKNOWN },
    { "alsa_input.pci-0000_00_1f.3.analog-stereo", ONSITE_DEVICE_KIND_BUILT_IN },
    { "alsa_input.platform-snd_aloop.0.analog-stereo", ONSITE_DEVICE_KIND_BUILT_IN },
    { "alsa_input.usb-Blue_Microphones_Yeti-00.analog-stereo", ONSITE_DEVICE_KIND_USB },
    { "alsa_input.usb-Logitech_USB_Headset_H340-00.mono-fallback", ONSITE_DEVICE_KIND_HEADSET },
    { "bluez_source.00_11_22_33_44_55.headset_head_unit", ONSITE_DEVICE_KIND_BLUETOOTH },
    { "bluez_input.00_11_22_33_44_55.0", ONSITE_DEVICE_KIND_BLUETOOTH },
    { "alsa_output.usb-Headset-00.analog-stereo.monitor", ONSITE_DEVICE_KIND_OTHER },
    { "tunnel.elsewhere", ONSITE_DEVICE_KIND_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (onsite_device_kind_from_id (cases[i].id), ==, cases[i].kind);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/receipt-meter/a-full-sine-has-the-loudness-of-the-standard",
                   test_a_full_sine_has_the_loudness_of_the_standard);
  g_test_add_func ("/receipt-meter/a-sine-of-minus-20-dbfs-is-measured-as-that",
                   test_a_sine_of_minus_20_dbfs_is_measured_as_that);
  g_test_add_func ("/receipt-meter/silence-is-silent-and-has-no-loudness",
                   test_silence_is_silent_and_has_no_loudness);
  g_test_add_func ("/receipt-meter/nothing-at-all-is-measured-too",
                   test_nothing_at_all_is_measured_too);
  g_test_add_func ("/receipt-meter/each-sample-of-a-clipped-square-is-counted",
                   test_each_sample_of_a_clipped_square_is_counted);
  g_test_add_func ("/receipt-meter/what-stays-below-a-tenth-of-a-decibel-is-not-clipped",
                   test_what_stays_below_a_tenth_of_a_decibel_is_not_clipped);
  g_test_add_func ("/receipt-meter/pauses-between-words-are-the-silence",
                   test_pauses_between_words_are_the_silence);
  g_test_add_func ("/receipt-meter/somebody-who-thinks-for-long-and-then-speaks-is-left-alone",
                   test_somebody_who_thinks_for_long_and_then_speaks_is_left_alone);
  g_test_add_func ("/receipt-meter/gaps-are-added-up", test_gaps_are_added_up);
  g_test_add_func ("/receipt-meter/a-second-kind-of-microphone-is-told",
                   test_a_second_kind_of_microphone_is_told);

  g_test_add_func ("/receipt-meter/a-kind-is-told-by-what-the-server-calls-it",
                   test_a_kind_is_told_by_what_the_server_calls_it);

  return g_test_run ();
}
