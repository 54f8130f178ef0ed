/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-quiet.h"

#include "audio/onsite-sound-figures.h"

OnsiteQuiet
onsite_quiet_begin (double floor_db, gint64 now_ms)
{
  return (OnsiteQuiet){ .floor_db = floor_db, .sound_ms = now_ms, .enough_ms = now_ms };
}

OnsiteQuiet
onsite_quiet_hear (OnsiteQuiet self, double level_db, gint64 now_ms)
{
  if (level_db > ONSITE_SOUND_MUTED_DB)
    self.sound_ms = now_ms;
  if (level_db >= self.floor_db - ONSITE_QUIET_BELOW_FLOOR_DB)
    self.enough_ms = now_ms;

  return self;
}

OnsiteQuietness
onsite_quiet_judge (OnsiteQuiet self, gint64 now_ms)
{
  if (now_ms - self.sound_ms >= ONSITE_QUIET_PATIENCE_MS)
    return ONSITE_QUIET_SILENT;
  if (now_ms - self.enough_ms >= ONSITE_QUIET_PATIENCE_MS)
    return ONSITE_QUIET_BELOW_FLOOR;

  return ONSITE_QUIET_NOT;
}
