/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-clip-words.h"

static OnsiteClip *
make_clip (OnsiteClipState state)
{
  OnsiteClip *clip = onsite_clip_new ();

  clip->state = state;
  clip->n_samples = 60 * ONSITE_SAMPLE_RATE;
  g_ptr_array_add (clip->segments, onsite_segment_new (0, 20 * ONSITE_SAMPLE_RATE, 0));

  return clip;
}

static void
add_gap (OnsiteClip *clip, double seconds)
{
  g_ptr_array_add (clip->segments,
                   onsite_segment_new (20 * ONSITE_SAMPLE_RATE,
                                       20 * ONSITE_SAMPLE_RATE,
                                       (gint64) (seconds * G_TIME_SPAN_SECOND)));
}

/* What the recorder knows of it: of so much it was not told to keep nothing. */
static void
add_receipt (OnsiteClip *clip, double missing_s)
{
  OnsiteReceipt receipt = {
    .n_gaps = missing_s > 0,
    .gap_us = (gint64) (missing_s * G_TIME_SPAN_SECOND),
  };

  clip->receipt = onsite_receipt_copy (&receipt);
}

static void
assert_says (const OnsiteClip *clip, const char *expected)
{
  g_autofree char *words = onsite_clip_words_state (clip);

  g_assert_cmpstr (words, ==, expected);
}

static void
nothing_is_said_of_a_whole_clip (void)
{
  g_autoptr (OnsiteClip) clip = make_clip (ONSITE_CLIP_COMPLETE);

  assert_says (clip, NULL);
  add_receipt (clip, 0);
  assert_says (clip, NULL);
}

static void
a_clip_without_sound_says_so (void)
{
  g_autoptr (OnsiteClip) clip = make_clip (ONSITE_CLIP_COMPLETE);
  g_autoptr (OnsiteClip) growing = make_clip (ONSITE_CLIP_RECORDING);

  clip->n_samples = 0;
  assert_says (NULL, "Nothing was recorded here.");
  assert_says (clip, "Nothing was recorded here.");
  assert_says (growing, "It is still being recorded.");
}

static void
a_pause_is_no_missing_sound (void)
{
  g_autoptr (OnsiteClip) clip = make_clip (ONSITE_CLIP_COMPLETE);

  add_gap (clip, 7.2);
  add_gap (clip, 2);
  add_receipt (clip, 0);
  assert_says (clip, "You paused for 9\u00a0s.");
}

static void
missing_sound_is_told_beside_a_pause (void)
{
  g_autoptr (OnsiteClip) clip = make_clip (ONSITE_CLIP_COMPLETE);

  add_gap (clip, 0.3);
  add_receipt (clip, 0.3);
  assert_says (clip, "Nothing was recorded for 1\u00a0s in the middle.");
  add_gap (clip, 95);
  assert_says (
      clip,
      "Nothing was recorded for 1\u00a0s in the middle. You paused for 1\u00a0min\u00a035\u00a0s.");
}

/* What was padded up to the next packet is a part of what is missing. */
static void
padding_is_no_pause (void)
{
  g_autoptr (OnsiteClip) longer = make_clip (ONSITE_CLIP_COMPLETE);
  g_autoptr (OnsiteClip) shorter = make_clip (ONSITE_CLIP_COMPLETE);

  add_gap (longer, 3.02);
  add_receipt (longer, 3);
  assert_says (longer, "Nothing was recorded for 3\u00a0s in the middle.");
  add_gap (shorter, 2.98);
  add_receipt (shorter, 3);
  assert_says (shorter, "Nothing was recorded for 3\u00a0s in the middle.");
}

static void
without_a_receipt_only_what_is_sure_is_said (void)
{
  g_autoptr (OnsiteClip) clip = make_clip (ONSITE_CLIP_RECOVERED);

  assert_says (clip, "Given back after an interruption.");
  add_gap (clip, 12);
  assert_says (
      clip,
      "Given back after an interruption. Nothing was recorded for 12\u00a0s in the middle.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add_func ("/clip-words/" name, test)

  ADD ("nothing-is-said-of-a-whole-clip", nothing_is_said_of_a_whole_clip);
  ADD ("a-clip-without-sound-says-so", a_clip_without_sound_says_so);
  ADD ("a-pause-is-no-missing-sound", a_pause_is_no_missing_sound);
  ADD ("missing-sound-is-told-beside-a-pause", missing_sound_is_told_beside_a_pause);
  ADD ("padding-is-no-pause", padding_is_no_pause);
  ADD ("without-a-receipt-only-what-is-sure-is-said", without_a_receipt_only_what_is_sure_is_said);

  return g_test_run ();
}
