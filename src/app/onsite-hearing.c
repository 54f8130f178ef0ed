/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-hearing.h"

OnsiteHearing
onsite_hearing_init (gint64 now_ms)
{
  return (OnsiteHearing){ .begun_ms = now_ms, .voice_ms = -1, .sound_ms = -1 };
}

OnsiteHearing
onsite_hearing_step (OnsiteHearing self, double level, gint64 now_ms)
{
  if (level > ONSITE_HEARING_VOICE_DB)
    self.voice_ms = now_ms;
  if (level > ONSITE_HEARING_MUTED_DB)
    self.sound_ms = now_ms;
  if (now_ms - self.loud_ms >= ONSITE_HEARING_MEMORY_MS)
    self.n_loud = 0;
  if (level >= ONSITE_HEARING_CLIPPED_DB)
    {
      self.loud_ms = now_ms;
      self.n_loud++;
    }

  return self;
}

OnsiteHeard
onsite_hearing_judge (OnsiteHearing self, gint64 now_ms)
{
  gint64 last_sound_ms = MAX (self.sound_ms, self.begun_ms);

  if (self.n_loud >= ONSITE_HEARING_CLIPPED_LEAST &&
      now_ms - self.loud_ms < ONSITE_HEARING_MEMORY_MS)
    return ONSITE_HEARD_LOUD;
  if (self.voice_ms >= 0 && now_ms - self.voice_ms < ONSITE_HEARING_MEMORY_MS)
    return ONSITE_HEARD_VOICE;
  if (now_ms - last_sound_ms >= ONSITE_HEARING_PATIENCE_MS)
    return ONSITE_HEARD_SILENCE;
  if (self.voice_ms >= 0)
    return ONSITE_HEARD_BEFORE;
  if (now_ms - self.begun_ms < ONSITE_HEARING_PATIENCE_MS)
    return ONSITE_HEARD_NOTHING_YET;

  return ONSITE_HEARD_QUIET;
}
