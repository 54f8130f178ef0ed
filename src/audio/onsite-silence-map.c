/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-silence-map.h"

/* Peak bytes are roots of amplitudes: twice the byte is four times the amplitude. */
#define NOISE_FACTOR   2
#define MIN_THRESHOLD  14 /* −50 dBFS */
#define MAX_THRESHOLD  81 /* −20 dBFS */
#define NOISE_SHARE    10 /* a tenth */
#define SILENCE_FRAMES 35 /* 700 ms */
#define MARGIN_FRAMES  8  /* 150 ms, in whole frames */

typedef struct
{
  gint64 from;
  gint64 to;
  gint64 skipped_before;
} Range;

struct _OnsiteSilenceMap
{
  GArray *ranges;
  gint64 n_silent;
  gint64 n_loud;
};

static guint8
find_threshold (const guint8 *peaks, gsize n_peaks)
{
  gsize counts[256] = { 0 };
  gsize below = 0;
  guint noise = 0;

  for (gsize i = 0; i < n_peaks; i++)
    counts[peaks[i]]++;
  while (noise < 255 && (below += counts[noise]) * NOISE_SHARE < n_peaks)
    noise++;
  return (guint8) CLAMP (noise * NOISE_FACTOR, MIN_THRESHOLD, MAX_THRESHOLD);
}

static void
add_silence (OnsiteSilenceMap *self, gsize from, gsize to, gint64 *skipped)
{
  Range range = { (gint64) from + MARGIN_FRAMES, (gint64) to - MARGIN_FRAMES, *skipped };

  if (to - from < SILENCE_FRAMES)
    return;
  g_array_append_val (self->ranges, range);
  *skipped += range.to - range.from;
  self->n_silent += (gint64) (to - from);
}

OnsiteSilenceMap *
onsite_silence_map_new (GBytes *bytes)
{
  OnsiteSilenceMap *self = g_new0 (OnsiteSilenceMap, 1);
  gsize n_peaks = 0;
  const guint8 *peaks = bytes ? g_bytes_get_data (bytes, &n_peaks) : NULL;
  guint8 threshold = find_threshold (peaks, n_peaks);
  gint64 skipped = 0;
  gsize from = 0;

  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  for (gsize i = 0; i < n_peaks; i++)
    if (peaks[i] >= threshold)
      {
        add_silence (self, from, i, &skipped);
        from = i + 1;
        self->n_loud++;
      }
  add_silence (self, from, MAX (from, n_peaks), &skipped);
  return self;
}

void
onsite_silence_map_free (OnsiteSilenceMap *self)
{
  g_array_unref (self->ranges);
  g_free (self);
}

gint64
onsite_silence_map_get_n_silent (OnsiteSilenceMap *self)
{
  return self->n_silent;
}

gint64
onsite_silence_map_get_n_loud (OnsiteSilenceMap *self)
{
  return self->n_loud;
}

/* The last range that begins at or before a frame, or NULL. */
static const Range *
find_range (OnsiteSilenceMap *self, gint64 frame)
{
  guint low = 0, high = self->ranges->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->ranges, Range, middle).from <= frame)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (self->ranges, Range, low - 1) : NULL;
}

gint64
onsite_silence_map_next_heard (OnsiteSilenceMap *self, gint64 frame)
{
  const Range *range = find_range (self, frame);

  return range && frame < range->to ? range->to : frame;
}

gint64
onsite_silence_map_to_played (OnsiteSilenceMap *self, gint64 frame)
{
  const Range *range = find_range (self, frame);

  if (!range)
    return frame;
  return MAX (frame, range->to) - range->skipped_before - (range->to - range->from);
}

gint64
onsite_silence_map_to_clip (OnsiteSilenceMap *self, gint64 played)
{
  gint64 skipped = 0;

  for (guint i = 0; i < self->ranges->len; i++)
    {
      const Range *range = &g_array_index (self->ranges, Range, i);

      if (range->from - range->skipped_before > played)
        break;
      skipped = range->skipped_before + range->to - range->from;
    }
  return played + skipped;
}
