/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-sound-copy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-decode.h"
#include "audio/onsite-opus-encoder.h"

#define FRAME_SAMPLES ONSITE_AUDIO_FRAME_SAMPLES
/* The decoder is several times faster than the encoder: what waits between them is to be
 * no more than a second. */
#define MAX_WAITING 50

/*
 * A coder smears: of a loud tone that was removed, up to 11 ms before it and up to 40 ms
 * behind it were heard in what is kept, above −60 dBFS. So much is made silent too, and
 * what is next to that comes and goes softly.
 */
#define SMEAR_BEFORE_SAMPLES (12 * ONSITE_AUDIO_RATE / 1000)
#define SMEAR_AFTER_SAMPLES  (40 * ONSITE_AUDIO_RATE / 1000)
#define FADE_SAMPLES         (8 * ONSITE_AUDIO_RATE / 1000)
#define SAMPLES_PER_MS       (ONSITE_AUDIO_RATE / 1000)

/* What decodes, what encodes and who waits for both have a thread each. */
typedef struct
{
  OnsiteOggWriter *writer;
  const OnsiteRedaction *redaction;
  GCancellable *cancellable;
  OnsiteOpusEncoder *encoder;
  gint64 at_samples; /* in the clip; below 0 in the pre-skip */
  gint16 frame[FRAME_SAMPLES];
  gsize n_in_frame;

  GMutex lock;
  GCond changed;
  gint64 n_pushed;
  gint64 n_written;
  gboolean done;
  GError *error;
} Recoding;

static void
recoding_clear (Recoding *self)
{
  g_clear_object (&self->encoder);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recoding, recoding_clear)

static void
push_frame (Recoding *self)
{
  g_mutex_lock (&self->lock);
  while (self->n_pushed - self->n_written >= MAX_WAITING && !self->done && !self->error)
    g_cond_wait (&self->changed, &self->lock);
  self->n_pushed++;
  g_mutex_unlock (&self->lock);

  onsite_opus_encoder_push (self->encoder, self->frame);
  self->n_in_frame = 0;
}

static void
push_samples (Recoding *self, const gint16 *samples, gsize n_samples)
{
  while (n_samples > 0)
    {
      gsize n = MIN (n_samples, FRAME_SAMPLES - self->n_in_frame);

      memcpy (self->frame + self->n_in_frame, samples, n * sizeof *samples);
      self->n_in_frame += n;
      samples += n;
      n_samples -= n;
      if (self->n_in_frame == FRAME_SAMPLES)
        push_frame (self);
    }
}

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

static void
on_sound (const gint16 *samples, gsize n_samples, gpointer user_data)
{
  Recoding *self = user_data;
  gsize n_skipped = (gsize) CLAMP (-self->at_samples, 0, (gint64) n_samples);
  g_autofree gint16 *kept = g_memdup2 (samples, n_samples * sizeof *samples);
  gsize n_kept;

  self->at_samples += (gint64) n_skipped;
  hush_edges (self->redaction, kept + n_skipped, n_samples - n_skipped, self->at_samples);
  n_kept = onsite_redaction_apply_to_samples (self->redaction,
                                              kept + n_skipped,
                                              n_samples - n_skipped,
                                              self->at_samples);
  self->at_samples += (gint64) (n_samples - n_skipped);
  push_samples (self, kept + n_skipped, n_kept);
}

static void
keep_error (Recoding *self, GError *error)
{
  if (self->error)
    g_error_free (error);
  else
    self->error = error;
}

static void
on_head (GBytes *opus_head, gpointer user_data)
{
  Recoding *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GError *error = NULL;

  if (!onsite_ogg_writer_begin_clip (self->writer,
                                     opus_head,
                                     onsite_redaction_get_copy_samples (self->redaction),
                                     self->cancellable,
                                     &error))
    keep_error (self, error);
}

static void
on_packet (const guint8 *packet, gsize size, gpointer user_data)
{
  Recoding *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GBytes) bytes = g_bytes_new (packet, size);
  GError *error = NULL;

  if (!self->error &&
      !onsite_ogg_writer_add_packet (self->writer, bytes, self->cancellable, &error))
    keep_error (self, error);
  self->n_written++;
  g_cond_signal (&self->changed);
}

static void
on_done (const GError *error, gpointer user_data)
{
  Recoding *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (error)
    keep_error (self, g_error_copy (error));
  self->done = TRUE;
  g_cond_signal (&self->changed);
}

/* The encoder looks ahead: the last samples come out once others follow. */
static void
push_rest (Recoding *self)
{
  const gint16 silence[FRAME_SAMPLES] = { 0 };

  push_samples (self, silence, FRAME_SAMPLES - self->n_in_frame);
  push_samples (self, silence, FRAME_SAMPLES);
  onsite_opus_encoder_finish (self->encoder);
}

static gboolean
wait_for_encoder (Recoding *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->done)
    g_cond_wait (&self->changed, &self->lock);
  if (self->error)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (onsite_ogg_writer_is_clip_whole (self->writer))
    return TRUE;
  else
    g_set_error_literal (error,
                         ONSITE_SHARE_ERROR,
                         ONSITE_SHARE_ERROR_FAILED,
                         C_ ("error", "The encoder gave less sound than it was given."));

  return FALSE;
}

static gboolean
recode (OnsiteOggWriter *writer,
        OnsiteLibrary *library,
        const OnsiteCapsuleClip *clip,
        guint pre_skip_samples,
        GCancellable *cancellable,
        GError **error)
{
  const OnsiteOpusEncoderFuncs funcs = { on_head, on_packet, on_done };
  g_auto (Recoding) self = {
    .writer = writer,
    .redaction = clip->redaction,
    .cancellable = cancellable,
    .at_samples = -(gint64) pre_skip_samples,
  };

  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);
  if (!onsite_audio_init (error))
    return FALSE;
  self.encoder = onsite_opus_encoder_new (&funcs, &self, error);
  if (!self.encoder ||
      !onsite_audio_decode_clip (library, clip->id, on_sound, &self, cancellable, error))
    return FALSE;
  push_rest (&self);

  return wait_for_encoder (&self, error);
}

gboolean
onsite_sound_copy_add_clip (OnsiteOggWriter *writer,
                            OnsiteLibrary *library,
                            const OnsiteCapsuleClip *clip,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (OnsiteClipReader) reader = NULL;

  if (onsite_redaction_is_empty (clip->redaction))
    return onsite_ogg_writer_copy_clip (writer, library, clip->id, cancellable, error);

  reader = onsite_clip_reader_new (library, clip->id, error);

  return reader && recode (writer,
                           library,
                           clip,
                           onsite_clip_reader_get_pre_skip_samples (reader),
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
