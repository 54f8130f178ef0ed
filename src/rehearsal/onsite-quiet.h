/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ONSITE_QUIET_PATIENCE_MS:
 *
 * How long it has to be too quiet before that is said: within five seconds, of which
 * one is for looking and showing. A pause between two sentences is shorter.
 */
#define ONSITE_QUIET_PATIENCE_MS 4000

/**
 * ONSITE_QUIET_BELOW_FLOOR_DB:
 *
 * A room does not get so much quieter by itself. What is compared is the loudest
 * sample of 50 ms with the mean level of the room as it was checked, and no sound's
 * peak is below its mean; this is half the amplitude.
 */
#define ONSITE_QUIET_BELOW_FLOOR_DB 6.0

/**
 * OnsiteQuietness:
 * @ONSITE_QUIET_NOT: there is what a room with somebody in it sounds like
 * @ONSITE_QUIET_SILENT: there is nothing at all: it is muted
 * @ONSITE_QUIET_BELOW_FLOOR: there is less than the room itself gave
 *
 * What is to be said of a microphone that somebody answers into.
 */
typedef enum
{
  ONSITE_QUIET_NOT,
  ONSITE_QUIET_SILENT,
  ONSITE_QUIET_BELOW_FLOOR,
} OnsiteQuietness;

/**
 * OnsiteQuiet:
 *
 * Tells a microphone that does not hear from somebody who thinks. A plain value; the
 * clock is passed in.
 */
typedef struct
{
  double floor_db;  /* the room's level, -100 if nobody knows */
  gint64 sound_ms;  /* when there was more than nothing */
  gint64 enough_ms; /* when there was as much as the room gives */
} OnsiteQuiet;

/**
 * onsite_quiet_begin:
 * @floor_db: the room's level as it was checked, in dBFS; -100 if it was not
 * @now_ms: this moment
 *
 * Returns: one that has heard enough until now
 */
OnsiteQuiet onsite_quiet_begin (double floor_db, gint64 now_ms);

/**
 * onsite_quiet_hear:
 * @self: what was heard
 * @level_db: peak of the last 50 ms, in dBFS
 * @now_ms: this moment
 *
 * Returns: what was heard by now
 */
OnsiteQuiet onsite_quiet_hear (OnsiteQuiet self, double level_db, gint64 now_ms);

/**
 * onsite_quiet_judge:
 * @self: what was heard
 * @now_ms: this moment
 *
 * Returns: what is to be said of it
 */
OnsiteQuietness onsite_quiet_judge (OnsiteQuiet self, gint64 now_ms);

G_END_DECLS
