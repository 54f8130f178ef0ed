/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audio/onsite-capture-times.h"

#define BLOCK_US (10 * G_TIME_SPAN_MILLISECOND)
#define TAKES_US (25 * G_TIME_SPAN_MILLISECOND)
/* Less is nobody's gap. */
#define NEAR_US ONSITE_AUDIO_GAP_US

/* A source that counts its samples, and a machine that hands them on. */
typedef struct
{
  OnsiteCaptureTimes times;
  gint64 counted_us; /* where the next block begins */
  gint64 now_us;
  gint64 shift_us;
  gint64 since_us; /* the last that was told */
} Source;

static void
hand_over (Source *source)
{
  gint64 since_us;
  const gint64 placed_us = onsite_capture_times_place (&source->times,
                                                       source->counted_us,
                                                       BLOCK_US,
                                                       source->now_us,
                                                       &since_us);

  if (since_us > 0)
    source->since_us = since_us;
  /* Nothing comes before it was heard. */
  g_assert_cmpint (placed_us + BLOCK_US, <=, source->now_us);
  source->shift_us = placed_us - source->counted_us;
  source->counted_us += BLOCK_US;
}

static Source
begin (void)
{
  return (Source){ .counted_us = 7000000, .now_us = 7000000 + BLOCK_US + TAKES_US };
}

/* @lasts_us: by the machine's clock, of each block */
static void
hear (Source *source, gint64 us, gint64 lasts_us)
{
  for (gint64 heard_us = 0; heard_us < us; heard_us += BLOCK_US)
    {
      /* Now later, now earlier. */
      const gint64 jitter_us = heard_us / BLOCK_US % 3 * 5000;

      source->now_us += jitter_us;
      hand_over (source);
      source->now_us += lasts_us - jitter_us;
    }
}

static void
catch_up (Source *source, gint64 us)
{
  for (gint64 heard_us = 0; heard_us < us; heard_us += BLOCK_US)
    hand_over (source);
}

static void
assert_later_by (const Source *source, gint64 us)
{
  g_assert_cmpint (ABS (source->shift_us - us), <, NEAR_US);
}

static void
test_what_is_only_fetched_late_is_not_lost (void)
{
  Source source = begin ();

  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  source.now_us += 3 * G_USEC_PER_SEC;
  hand_over (&source);
  assert_later_by (&source, 0);
  catch_up (&source, 3 * G_USEC_PER_SEC);
  hear (&source, 2 * G_USEC_PER_SEC, BLOCK_US);
  assert_later_by (&source, 0);
}

static void
test_what_was_never_captured_is_a_gap_of_its_length (void)
{
  Source source = begin ();

  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  source.now_us += 3 * G_USEC_PER_SEC;
  hear (&source, ONSITE_CAPTURE_TIMES_PATIENCE_US / 2, BLOCK_US);
  assert_later_by (&source, 0);
  hear (&source, ONSITE_CAPTURE_TIMES_PATIENCE_US, BLOCK_US);
  assert_later_by (&source, 3 * G_USEC_PER_SEC);
  /* All that came since is told, and where it began. */
  g_assert_cmpint (ABS (source.since_us - ONSITE_CAPTURE_TIMES_PATIENCE_US), <=, 2 * BLOCK_US);
  source.since_us = 0;
  hear (&source, 5 * G_USEC_PER_SEC, BLOCK_US);
  assert_later_by (&source, 3 * G_USEC_PER_SEC);
  g_assert_cmpint (source.since_us, ==, 0);
}

static void
test_two_gaps_add_up (void)
{
  Source source = begin ();

  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  source.now_us += G_USEC_PER_SEC;
  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  source.now_us += G_USEC_PER_SEC / 2;
  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  assert_later_by (&source, G_USEC_PER_SEC * 3 / 2);
}

/* A part of it was kept. */
static void
test_what_catches_up_in_part_is_a_gap_of_the_rest (void)
{
  Source source = begin ();

  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  source.now_us += 3 * G_USEC_PER_SEC;
  catch_up (&source, G_USEC_PER_SEC);
  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  assert_later_by (&source, 2 * G_USEC_PER_SEC);
}

static void
test_what_was_given_up_too_early_is_taken_back (void)
{
  Source source = begin ();

  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  source.now_us += G_USEC_PER_SEC;
  /* So busy that it can't even keep up. */
  hear (&source, G_USEC_PER_SEC / 2, BLOCK_US);
  assert_later_by (&source, G_USEC_PER_SEC);
  catch_up (&source, G_USEC_PER_SEC);
  assert_later_by (&source, 0);
}

/* It began to count when it was fetched. */
static void
test_what_waited_for_the_first_to_be_fetched_is_older_than_that (void)
{
  Source source = begin ();

  hand_over (&source);
  catch_up (&source, G_USEC_PER_SEC);
  hear (&source, G_USEC_PER_SEC, BLOCK_US);
  assert_later_by (&source, -G_USEC_PER_SEC);
}

static void
test_a_clock_that_goes_wrong_slowly_loses_nothing (void)
{
  Source slow = begin ();
  Source fast = begin ();

  hear (&slow, 3600 * G_TIME_SPAN_SECOND, BLOCK_US + 3);
  assert_later_by (&slow, 0);
  hear (&fast, 3600 * G_TIME_SPAN_SECOND, BLOCK_US - 3);
  assert_later_by (&fast, -3600 * 300 * G_TIME_SPAN_MILLISECOND / 1000);
}

#define ADD(function) g_test_add_func ("/audio/times/" #function, test_##function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (what_is_only_fetched_late_is_not_lost);
  ADD (what_was_never_captured_is_a_gap_of_its_length);
  ADD (two_gaps_add_up);
  ADD (what_catches_up_in_part_is_a_gap_of_the_rest);
  ADD (what_was_given_up_too_early_is_taken_back);
  ADD (what_waited_for_the_first_to_be_fetched_is_older_than_that);
  ADD (a_clock_that_goes_wrong_slowly_loses_nothing);

  return g_test_run ();
}
