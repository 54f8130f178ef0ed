/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-recode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/onsite-clip-reader.h"
#include "onsite-audio.h"
#include "onsite-decode.h"
#include "onsite-encoder.h"

#define FRAME_SAMPLES ONSITE_AUDIO_FRAME_SAMPLES
/* The decoder is several times faster than the encoder: what waits between them is to be
 * no more than a second. */
#define MAX_WAITING 50

/* What decodes, what encodes and who waits for both have a thread each. */
typedef struct
{
  OnsiteOggWriter *writer;
  gint64 n_samples;
  OnsiteRecodeFilter filter;
  gpointer filter_data;
  GCancellable *cancellable;
  OnsiteEncoder *encoder;
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

  onsite_encoder_push (self->encoder, self->frame);
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
on_sound (const gint16 *samples, gsize n_samples, gpointer user_data)
{
  Recoding *self = user_data;
  gsize n_skipped = (gsize) CLAMP (-self->at_samples, 0, (gint64) n_samples);
  g_autofree gint16 *kept = g_memdup2 (samples, n_samples * sizeof *samples);
  gsize n_kept;

  self->at_samples += (gint64) n_skipped;
  n_kept = self->filter (kept + n_skipped,
                         n_samples - n_skipped,
                         self->at_samples,
                         self->filter_data);
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
                                     self->n_samples,
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
  onsite_encoder_finish (self->encoder);
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
                         ONSITE_AUDIO_ERROR,
                         ONSITE_AUDIO_ERROR_FAILED,
                         C_ ("error", "The encoder gave less sound than it was given."));

  return FALSE;
}

static gboolean
recode (Recoding *self,
        OnsiteLibrary *library,
        const char *clip,
        GCancellable *cancellable,
        GError **error)
{
  const OnsiteEncoderFuncs funcs = { on_head, on_packet, on_done };
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (library, clip, error);

  if (!reader || !onsite_audio_init (error))
    return FALSE;
  self->at_samples = -(gint64) onsite_clip_reader_get_pre_skip_samples (reader);
  self->encoder = onsite_encoder_new (ONSITE_CODEC_OPUS, &funcs, self, error);
  if (!self->encoder ||
      !onsite_audio_decode_clip (library, clip, on_sound, self, cancellable, error))
    return FALSE;
  push_rest (self);

  return wait_for_encoder (self, error);
}

gboolean
onsite_recode_clip (OnsiteLibrary *library,
                    const char *clip,
                    OnsiteOggWriter *writer,
                    gint64 n_samples,
                    OnsiteRecodeFilter filter,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Recoding) self = {
    .writer = writer,
    .n_samples = n_samples,
    .filter = filter,
    .filter_data = user_data,
    .cancellable = cancellable,
  };

  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);

  return recode (&self, library, clip, cancellable, error);
}
