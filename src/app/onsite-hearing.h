/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Louder than this is a voice near a microphone; a quiet room lies 20 dB below. */
#define ONSITE_HEARING_VOICE_DB (-38.0)
/* Nothing louder than this comes of a microphone that is muted. */
#define ONSITE_HEARING_MUTED_DB (-75.0)
/* A peak from here on is clipped: at eight times the gain level's peaks were
 * there in 297 of 495 windows of speech, without it in none. */
#define ONSITE_HEARING_CLIPPED_DB (-0.1)
/* So many of them are no knock at the table. */
#define ONSITE_HEARING_CLIPPED_LEAST 3
/* For how long a voice is believed after it was heard. */
#define ONSITE_HEARING_MEMORY_MS 4000
/* After how long of silence the question is put whether it's muted. */
#define ONSITE_HEARING_PATIENCE_MS 4000

/**
 * OnsiteHeard:
 * @ONSITE_HEARD_NOTHING_YET: it listens, and it's too early to say more
 * @ONSITE_HEARD_VOICE: somebody speaks, or did a moment ago
 * @ONSITE_HEARD_LOUD: so does somebody, and more loudly than the microphone can tell
 * @ONSITE_HEARD_BEFORE: somebody spoke, and has been quiet since
 * @ONSITE_HEARD_QUIET: there is sound, and there was no voice in it
 * @ONSITE_HEARD_SILENCE: there is no sound at all
 */
typedef enum
{
  ONSITE_HEARD_NOTHING_YET,
  ONSITE_HEARD_VOICE,
  ONSITE_HEARD_LOUD,
  ONSITE_HEARD_BEFORE,
  ONSITE_HEARD_QUIET,
  ONSITE_HEARD_SILENCE,
} OnsiteHeard;

/**
 * OnsiteHearing:
 *
 * Tells from a microphone's level whether a person is heard. A plain value;
 * the clock is passed in.
 */
typedef struct
{
  gint64 begun_ms;
  gint64 voice_ms; /* when a voice was heard last, -1 for never */
  gint64 sound_ms; /* when anything was heard last */
  gint64 loud_ms;  /* when it was clipped last */
  guint n_loud;    /* how often it was of late */
} OnsiteHearing;

/**
 * onsite_hearing_init:
 * @now_ms: this moment, by any clock that only goes forward
 *
 * Returns: a hearing that begins now
 */
OnsiteHearing onsite_hearing_init (gint64 now_ms);

/**
 * onsite_hearing_step:
 * @self: a hearing
 * @level: the peak of what was heard, in dBFS
 * @now_ms: this moment, by the same clock
 *
 * Returns: the hearing with that
 */
OnsiteHearing onsite_hearing_step (OnsiteHearing self, double level, gint64 now_ms);

/**
 * onsite_hearing_judge:
 * @self: a hearing
 * @now_ms: this moment, by the same clock
 *
 * Returns: what is to be said of it now
 */
OnsiteHeard onsite_hearing_judge (OnsiteHearing self, gint64 now_ms);

G_END_DECLS
