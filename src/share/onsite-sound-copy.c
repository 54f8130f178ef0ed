/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sound-copy.h"

#include "audio/onsite-audio.h"
#include "audio/onsite-recode.h"

/*
 * A coder smears: of a loud tone that was removed, up to 11 ms before it and up to 40 ms
 * behind it were heard in what is kept, above −60 dBFS. So much is made silent too, and
 * what is next to that comes and goes softly.
 */
#define SMEAR_BEFORE_SAMPLES (12 * ONSITE_AUDIO_RATE / 1000)
#define SMEAR_AFTER_SAMPLES  (40 * ONSITE_AUDIO_RATE / 1000)
#define FADE_SAMPLES         (8 * ONSITE_AUDIO_RATE / 1000)
#define SAMPLES_PER_MS       (ONSITE_AUDIO_RATE / 1000)

static void
fade (gint16 *sample, gint64 distance, gint64 smear)
{
  gint64 share = CLAMP (distance - smear, 0, FADE_SAMPLES);

  *sample = (gint16) (*sample * share / FADE_SAMPLES);
}

/* @at_samples is where in the clip @samples begin. */
static void
hush_edges (const OnsiteRedaction *redaction, gint16 *samples, gsize n_samples, gint64 at_samples)
{
  GArray *spans = onsite_redaction_get_spans (redaction);
  gint64 end = at_samples + (gint64) n_samples;

  for (guint i = 0; i < spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, i);
      gint64 from = span->from_ms * SAMPLES_PER_MS;
      gint64 to = span->to_ms * SAMPLES_PER_MS;
      gint64 first = MAX (at_samples, from - SMEAR_BEFORE_SAMPLES - FADE_SAMPLES);
      gint64 last = MIN (end, to + SMEAR_AFTER_SAMPLES + FADE_SAMPLES);

      for (gint64 at = first; at < MIN (end, from); at++)
        fade (&samples[at - at_samples], from - at, SMEAR_BEFORE_SAMPLES);
      for (gint64 at = MAX (at_samples, to); at < last; at++)
        fade (&samples[at - at_samples], at - to + 1, SMEAR_AFTER_SAMPLES);
    }
}

static gsize
redact (gint16 *samples, gsize n_samples, gint64 at_samples, gpointer user_data)
{
  const OnsiteRedaction *redaction = user_data;

  hush_edges (redaction, samples, n_samples, at_samples);

  return onsite_redaction_apply_to_samples (redaction, samples, n_samples, at_samples);
}

gboolean
onsite_sound_copy_add_clip (OnsiteOggWriter *writer,
                            OnsiteLibrary *library,
                            const OnsiteCapsuleClip *clip,
                            GCancellable *cancellable,
                            GError **error)
{
  if (onsite_redaction_is_empty (clip->redaction))
    return onsite_ogg_writer_copy_clip (writer, library, clip->id, cancellable, error);

  return onsite_recode_clip (library,
                             clip->id,
                             writer,
                             onsite_redaction_get_copy_samples (clip->redaction),
                             redact,
                             clip->redaction,
                             cancellable,
                             error);
}

gboolean
onsite_sound_copy_write_clip (OnsiteLibrary *library,
                              const OnsiteCapsuleClip *clip,
                              GOutputStream *output,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (OnsiteOggWriter) writer = onsite_ogg_writer_new (output, NULL);

  return onsite_sound_copy_add_clip (writer, library, clip, cancellable, error) &&
         onsite_ogg_writer_end (writer, cancellable, error);
}

gint64
onsite_sound_copy_estimate (gint64 audio_ms)
{
  return audio_ms * 36 / 10;
}
