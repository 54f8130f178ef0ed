/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rehearsal/onsite-rehearsal.h"

/*
 * A stage to rehearse on: a library in a folder of its own, a loop planned
 * from the small test pack, a live source that hums, and a clock that only the
 * test moves. Nobody speaks, so that questions are there to read.
 */
typedef struct
{
  char *folder;
  OnsiteLibrary *library;
  OnsitePack *pack;
  char *loop;
  gint64 boot_ms;
  gint64 awake_ms;
  gint n_refs; /* atomic: what is made for a rehearsal may outlive it, in a thread */
  gint deaf;   /* atomic: sources are made in a worker thread */
  int wave;    /* what the source gives; set before the round begins */
  GWeakRef source;
  gulong hang_id;
  gboolean spoken;
  guint curveball_ms;
  gboolean mute;    /* there is nothing to speak through */
  gboolean in_time; /* by the system's clock */
  guint n_steps;    /* how often the session moved */
  OnsiteRehearsal *rehearsal;
  char *told;
} Stage;

/* How answers are kept; as Opus unless it is set before a stage is. */
extern OnsiteCodec stage_codec;

/* @mode: of the loop. @deaf: the microphone can't be opened. */
void stage_set (Stage *stage, OnsiteMode mode, gboolean deaf);
/* The same, with a curveball in the first main answer, after so long by the stage's clock. */
void stage_set_throwing (Stage *stage, OnsiteMode mode, gboolean spoken, guint curveball_ms);
/* The same, with an interviewer who speaks, into nowhere and in real time. */
void stage_set_spoken (Stage *stage, OnsiteMode mode);
/* The same, and what they speak through can't be opened. */
void stage_set_mute (Stage *stage, OnsiteMode mode);
/* The same, with a microphone that is heard, by the system's own clock. */
void stage_set_in_time (Stage *stage, OnsiteMode mode);
void stage_clear (Stage *stage);
void stage_remove_folder (const char *folder);

/* Both clocks move, as if somebody had talked for so long. */
void stage_pass (Stage *stage, gint64 ms);
/* The machine sleeps. */
void stage_sleep (Stage *stage, gint64 ms);
/* How much the source has given since the microphone was opened. */
gint64 stage_get_heard_ms (Stage *stage);
/* To wait for: the level is above silence; a trouble is told. */
gboolean stage_level_moves (Stage *stage);
gboolean stage_in_trouble (Stage *stage);

/* The microphone is pulled out in the middle of it, and plugged in again. */
void stage_unplug (Stage *stage);
void stage_plug_in (Stage *stage);

/* Fails unless the page says what is wrong, in these words among others. */
void stage_assert_trouble (Stage *stage, const char *words);

/* The sound server hangs: nothing comes and nothing is told. And it goes on. */
void stage_hang (Stage *stage);
void stage_unhang (Stage *stage);

/* Waits in the main loop, at most ten seconds, or fails naming @what. */
typedef gboolean (*StageCondition) (Stage *stage);
void stage_wait (Stage *stage, StageCondition condition, const char *what);
void stage_wait_for_phase (Stage *stage, OnsitePhase phase);

/* What the source gives from now on: a hum, a square wave at full scale, or nothing. */
typedef enum
{
  STAGE_HUM = 0,
  STAGE_SQUARE = 1,
  STAGE_SILENCE = 4,
} StageWave;

void stage_give (Stage *stage, StageWave wave);

/* Lets so much real time pass, in which the source goes on humming. */
void stage_hum (Stage *stage, gint64 ms);

/* Stops the rehearsal and lets go of it. */
void stage_stop (Stage *stage);
/* The same, where it may be that not everything is kept. */
void stage_stop_with (Stage *stage, GError **error);
/* Gives an answer of the loop once more, in answer to a comment; @stored outlives that. */
void stage_retake (Stage *stage,
                   const OnsiteStoredLoop *stored,
                   const OnsiteAnswer *answer,
                   const char *review,
                   const char *comment);
/* Goes on with the loop as it's stored. */
void stage_go_on (Stage *stage);
OnsiteStoredLoop *stage_load (Stage *stage);
