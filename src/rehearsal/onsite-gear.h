/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "audio/onsite-recorder.h"
#include "audio/onsite-voice.h"
#include "onsite-clock.h"

G_BEGIN_DECLS

/**
 * OnsiteGear:
 * @source: makes the microphone
 * @sink: makes the loudspeaker
 * @is_heard: (nullable): whether there is a loudspeaker, asked before each line; in
 *   the main thread
 * @name_microphone: (nullable): what people call a microphone, by its id; in the main
 *   thread
 * @data: passed to these functions
 * @ref: (nullable): keeps @data for a microphone or a voice, which may still be making its
 *   element when the rehearsal is gone
 * @unref: (nullable): lets go of it; from any thread
 * @speak: whether questions are spoken; if not they are there to read
 * @codec: how answers are kept
 * @floor_db: how loud the room is at the microphone, in dBFS; -100 (or 0) if nobody
 *   has checked; see onsite_rehearsal_set_floor()
 * @voice_rate: how fast they are spoken, 1 for the voice's own pace
 * @voice_volume: how loud, from 0 to 1
 * @clock: tells the time
 *
 * What a rehearsal works with, passed in so that a test can pass its own.
 */
typedef struct
{
  OnsiteSourceFunc source;
  OnsiteSinkFunc sink;
  gboolean (*is_heard) (gpointer data);
  char *(*name_microphone) (const char *id, gpointer data);
  gpointer data;
  GBoxedCopyFunc ref;
  GDestroyNotify unref;
  gboolean speak;
  OnsiteCodec codec;
  double floor_db;
  double voice_rate;
  double voice_volume;
  OnsiteClock clock;
} OnsiteGear;

G_END_DECLS
