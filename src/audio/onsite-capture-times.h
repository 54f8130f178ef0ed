/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "onsite-audio.h"

G_BEGIN_DECLS

/**
 * ONSITE_CAPTURE_TIMES_LATE_US:
 *
 * How much later than usual sound has to come to be called late. The threads that
 * hand it on wait for as long as that on any machine that does more than one thing.
 */
#define ONSITE_CAPTURE_TIMES_LATE_US (200 * G_TIME_SPAN_MILLISECOND)

/**
 * ONSITE_CAPTURE_TIMES_PATIENCE_US:
 *
 * How long what comes late may take to catch up. What a program was too busy to
 * fetch comes all at once; what was never captured doesn't come.
 */
#define ONSITE_CAPTURE_TIMES_PATIENCE_US (400 * G_TIME_SPAN_MILLISECOND)

/**
 * OnsiteCaptureTimes:
 *
 * Tells sound that was lost from sound that was only fetched late. A source counts
 * samples, as if all of them had come: after a stall each is as late as the stall was
 * long. If the source has kept what it heard meanwhile, it catches up at once, and
 * nothing is lost. If not, all that follows stays late by as much as is missing: that
 * is a gap. It is known of only %ONSITE_CAPTURE_TIMES_PATIENCE_US after it. Nor does sound
 * come before it was heard, however its source counts. Pure; begins with zeroes; fields
 * are private.
 */
typedef struct
{
  gboolean begun;
  gint64 shift_us;      /* from what the source counts to when it was */
  gint64 usual_us;      /* how long sound takes to come */
  gint64 late_from_us;  /* since when it is late, or 0 … */
  gint64 late_time_us;  /* … which is where its source then was */
  gint64 least_late_us; /* since then */
  gint64 before_us;     /* when the block before came */
} OnsiteCaptureTimes;

/**
 * onsite_capture_times_place:
 * @self: the times of a capture
 * @time_us: when the first sample of a block was captured, as its source counts
 * @duration_us: of the block
 * @now_us: when it came, by the same clock
 * @since_us: (out): if that is later than what came before it, because something was lost:
 *   how much sound before this block that was; else 0
 *
 * Returns: when the first sample was captured
 */
gint64 onsite_capture_times_place (OnsiteCaptureTimes *self,
                                   gint64 time_us,
                                   gint64 duration_us,
                                   gint64 now_us,
                                   gint64 *since_us);

G_END_DECLS
