/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clip-words.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

/* What is less is told as that, where something is missing: never "0 s". */
#define LEAST_MS 1000

/* A pause is no longer than its gap less what was padded; the rest isn't worth telling. */
#define LEAST_PAUSE_US (LEAST_MS * G_TIME_SPAN_MILLISECOND / 2)

static gint64
sum_gaps (const OnsiteClip *clip)
{
  gint64 gap_us = 0;

  for (guint i = 0; i < clip->segments->len; i++)
    gap_us += ((const OnsiteSegment *) g_ptr_array_index (clip->segments, i))->gap_us;

  return gap_us;
}

static char *
tell_length (gint64 length_us)
{
  return onsite_format_short_duration (MAX (length_us / G_TIME_SPAN_MILLISECOND, LEAST_MS));
}

static void
add_gaps (GPtrArray *sentences, const OnsiteClip *clip)
{
  const gint64 gap_us = sum_gaps (clip);
  const gint64 missing_us = clip->receipt != NULL ? MIN (clip->receipt->gap_us, gap_us) : gap_us;
  g_autofree char *missing = tell_length (missing_us);
  g_autofree char *pause = tell_length (gap_us - missing_us);

  if (missing_us > 0)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (C_ ("clip", "Nothing was recorded for %s in the middle."), missing));
  if (gap_us - missing_us >= LEAST_PAUSE_US)
    g_ptr_array_add (sentences, g_strdup_printf (C_ ("clip", "You paused for %s."), pause));
}

char *
onsite_clip_words_state (const OnsiteClip *clip)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (clip == NULL || clip->n_samples == 0)
    return g_strdup (C_ ("clip", "Nothing was recorded here."));
  if (clip->state == ONSITE_CLIP_RECORDING)
    return g_strdup (C_ ("clip", "It is still being recorded."));

  if (clip->state == ONSITE_CLIP_RECOVERED)
    g_ptr_array_add (sentences, g_strdup (C_ ("clip", "Given back after an interruption.")));
  add_gaps (sentences, clip);
  if (sentences->len == 0)
    return NULL;

  g_ptr_array_add (sentences, NULL);
  return onsite_format_sentences ((const char *const *) sentences->pdata);
}
