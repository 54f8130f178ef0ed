/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-omission.h"

#include "onsite-audio.h"

#define SAMPLES_PER_MS (ONSITE_AUDIO_RATE / 1000)

void
onsite_omission_silence (const GArray *omissions,
                         gint16 *samples,
                         gsize n_samples,
                         gint64 at_samples)
{
  for (guint i = 0; omissions && i < omissions->len; i++)
    {
      const OnsiteOmission *omission = &g_array_index (omissions, OnsiteOmission, i);
      gint64 from = MAX (omission->from_ms * SAMPLES_PER_MS - at_samples, 0);
      gint64 to = MIN (omission->to_ms * SAMPLES_PER_MS - at_samples, (gint64) n_samples);

      if (from < to)
        memset (samples + from, 0, (gsize) (to - from) * sizeof *samples);
    }
}

gint64
onsite_omission_find_leap (const GArray *omissions, gint64 position_ms, gint64 duration_ms)
{
  for (guint i = 0; omissions && i < omissions->len; i++)
    {
      const OnsiteOmission *omission = &g_array_index (omissions, OnsiteOmission, i);
      gint64 to_ms = MIN (omission->to_ms, duration_ms);

      if (omission->leap && position_ms >= omission->from_ms && position_ms < to_ms)
        return to_ms;
    }
  return -1;
}
