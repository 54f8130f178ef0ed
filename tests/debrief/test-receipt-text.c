/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/onsite-receipt-text.h"

#include <math.h>

static const OnsiteReceipt usual = {
  .device = ONSITE_DEVICE_KIND_HEADSET,
  .peak_dbfs = -3.4,
  .loudness_lufs = -20.6,
  .noise_floor_dbfs = -61.5,
  .silent_share = 0.254,
  .n_clipped_samples = 300,
  .n_gaps = 2,
  .gap_us = 1540 * 1000,
  .n_captured_samples = 100 * ONSITE_SAMPLE_RATE,
  .n_kept_samples = 100 * ONSITE_SAMPLE_RATE,
};

static OnsiteClip *
make_clip (OnsiteClipState state, const OnsiteReceipt *receipt)
{
  OnsiteClip *clip = onsite_clip_new ();

  clip->state = state;
  clip->n_samples = 100 * ONSITE_SAMPLE_RATE;
  clip->receipt = receipt != NULL ? onsite_receipt_copy (receipt) : NULL;

  return clip;
}

static void
assert_said (const OnsiteClip *clip, const char *name, const char *value)
{
  g_autoptr (GPtrArray) lines = onsite_receipt_text_new (clip);

  for (guint i = 0; i < lines->len; i++)
    {
      const OnsiteReceiptLine *line = g_ptr_array_index (lines, i);

      if (!g_str_equal (line->name, name))
        continue;

      g_assert_cmpstr (line->value, ==, value);
      return;
    }

  g_assert_null (value);
}

static void
test_figures_are_rounded_and_have_their_unit (void)
{
  g_autoptr (OnsiteClip) clip = make_clip (ONSITE_CLIP_COMPLETE, &usual);

  assert_said (clip, "Recording", "Complete");
  assert_said (clip, "Length", "1 min 40 s");
  assert_said (clip, "Microphone", "Headset");
  assert_said (clip, "Loudness", "−21 LUFS");
  assert_said (clip, "Peak", "−3 dBFS");
  assert_said (clip, "Background noise", "−62 dBFS");
  assert_said (clip, "Silence", "25%");
  assert_said (clip, "Distorted", "Less than 0.1%");
  assert_said (clip, "Gaps", "2, 1.5 s in all");
  assert_said (clip, "Kept", "All that was captured");
  assert_said (clip, "Processing", "None");
  assert_said (clip, "Quality", NULL);
}

static void
test_what_is_out_of_the_ordinary_is_said_in_words (void)
{
  OnsiteReceipt odd = usual;
  g_autoptr (OnsiteClip) clip = NULL;

  odd.processing = ONSITE_PROCESSING_CLEANED;
  odd.loudness_lufs = -HUGE_VAL;
  odd.peak_dbfs = ONSITE_RECEIPT_SILENCE_DBFS;
  odd.noise_floor_dbfs = 0;
  odd.n_clipped_samples = odd.n_captured_samples / 40;
  odd.n_gaps = 0;
  odd.n_kept_samples -= 3 * ONSITE_SAMPLE_RATE;
  clip = make_clip (ONSITE_CLIP_COMPLETE, &odd);

  assert_said (clip, "Loudness", "Too quiet to be measured");
  assert_said (clip, "Peak", "No sound at all");
  assert_said (clip, "Background noise", "0 dBFS");
  assert_said (clip, "Distorted", "2.5%");
  assert_said (clip, "Gaps", "None");
  assert_said (clip, "Kept", "All but 3.0 s of what was captured");
  assert_said (clip, "Processing", "Noise suppressed, gain controlled");
}

static void
test_what_was_not_measured_is_not_made_up (void)
{
  g_autoptr (OnsiteClip) older = make_clip (ONSITE_CLIP_COMPLETE, NULL);
  g_autoptr (OnsiteClip) recovered = make_clip (ONSITE_CLIP_RECOVERED, NULL);

  assert_said (older, "Length", "1 min 40 s");
  assert_said (older, "Peak", NULL);
  assert_said (older, "Quality", "Not known: there are no figures of it");
  assert_said (recovered, "Recording", "Recovered; some of it may be missing");
  assert_said (recovered, "Quality", "Not known: there are no figures of it");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/receipt-text/figures-are-rounded-and-have-their-unit",
                   test_figures_are_rounded_and_have_their_unit);
  g_test_add_func ("/receipt-text/what-is-out-of-the-ordinary-is-said-in-words",
                   test_what_is_out_of_the_ordinary_is_said_in_words);
  g_test_add_func ("/receipt-text/what-was-not-measured-is-not-made-up",
                   test_what_was_not_measured_is_not_made_up);

  return g_test_run ();
}
