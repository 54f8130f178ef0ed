/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capture-times.h"

/* A sound card's clock is off by no more: one part in two thousand, which no crystal is. */
#define MOST_DRIFT 2000

static void
begin (OnsiteCaptureTimes *self, gint64 takes_us, gint64 now_us)
{
  self->begun = TRUE;
  self->usual_us = MAX (0, takes_us);
  self->before_us = now_us;
}

/* Returns: how long ago, as its source counts, what has been found to be missing is missing. */
static gint64
note_late (OnsiteCaptureTimes *self, gint64 late_us, gint64 time_us, gint64 now_us)
{
  if (self->late_from_us == 0)
    {
      self->late_from_us = now_us;
      self->late_time_us = time_us;
      self->least_late_us = late_us;
    }
  self->least_late_us = MIN (self->least_late_us, late_us);

  if (now_us - self->late_from_us < ONSITE_CAPTURE_TIMES_PATIENCE_US)
    return 0;
  self->shift_us += self->least_late_us;
  self->late_from_us = 0;

  return time_us - self->late_time_us;
}

/* Clocks drift: what takes a little longer each time is not late. */
static void
note_in_time (OnsiteCaptureTimes *self, gint64 late_us, gint64 now_us)
{
  self->usual_us += MIN (late_us, (now_us - self->before_us) / MOST_DRIFT);
  self->late_from_us = 0;
}

gint64
onsite_capture_times_place (OnsiteCaptureTimes *self,
                            gint64 time_us,
                            gint64 duration_us,
                            gint64 now_us,
                            gint64 *since_us)
{
  gint64 takes_us = now_us - duration_us - time_us - self->shift_us;

  *since_us = 0;
  if (!self->begun)
    begin (self, takes_us, now_us);

  /* Nothing comes before it was heard: its source began to count too late. */
  if (takes_us < 0)
    {
      self->shift_us += takes_us;
      takes_us = 0;
    }
  if (takes_us - self->usual_us > ONSITE_CAPTURE_TIMES_LATE_US)
    *since_us = note_late (self, takes_us - self->usual_us, time_us, now_us);
  else
    note_in_time (self, takes_us - self->usual_us, now_us);
  self->before_us = now_us;

  return time_us + self->shift_us;
}
