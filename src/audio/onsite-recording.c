/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-recording.h"

#include "onsite-audio.h"
#include "onsite-chunker.h"
#include "onsite-codec-elements.h"
#include "onsite-encoder.h"
#include "onsite-receipt-meter.h"

/* With fewer than two frames an encoder of FLAC has not said yet what it gives. */
#define LEAST_SAMPLES (ONSITE_AUDIO_FRAME_SAMPLES + 1)

#define NO_END    (-1)
#define NO_RESUME G_MAXINT64

typedef struct
{
  guint8 peak;
  gboolean begins_segment; /* a gap is before it … */
  gint64 gap_us;
  gint64 n_since; /* … or so many samples before it */
} Frame;

/* Nothing of it is kept. */
typedef struct
{
  gint64 from_us;
  gint64 to_us; /* or NO_RESUME, of the last one */
} Pause;

struct _OnsiteRecording
{
  GObject parent_instance;

  /* What is fed. */
  gint64 start_us;
  gint64 fed_until_us;
  GArray *pauses;   /* (element-type Pause): that what is fed has not come past yet */
  gint64 paused_us; /* since what was kept last */
  gint64 n_fed;
  gint64 end_samples;
  gint64 end_us;
  gboolean sealed;
  gboolean finished;
  gint16 frame[ONSITE_AUDIO_FRAME_SAMPLES];
  gsize frame_length;
  gint64 n_frames;
  gboolean begins_segment;
  gint64 gap_us;
  gint64 n_since;
  OnsiteReceiptMeter *meter;
  gboolean measured; /* up to its end, and the meter went on */
  OnsiteReceipt receipt;

  OnsiteCodec codec;
  OnsiteEncoder *encoder;

  /* What the encoder's thread has to know of the frames that it gets. */
  GMutex lock;
  GQueue frames;
  gint64 final_samples; /* all that was encoded, until it is finished */
  OnsiteReceipt *final_receipt;

  /* Of the encoder's thread. */
  OnsiteChunker *chunker;
  gboolean has_begun;

  OnsiteRecordingDone done;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (OnsiteRecording, onsite_recording, G_TYPE_OBJECT)

static gint64
samples_to_us (gint64 n_samples)
{
  return n_samples * G_USEC_PER_SEC / ONSITE_AUDIO_RATE;
}

static gint64
us_to_samples (gint64 us)
{
  return us * ONSITE_AUDIO_RATE / G_USEC_PER_SEC;
}

static void
onsite_recording_dispose (GObject *object)
{
  OnsiteRecording *self = ONSITE_RECORDING (object);

  g_clear_object (&self->encoder);
  G_OBJECT_CLASS (onsite_recording_parent_class)->dispose (object);
}

static void
onsite_recording_finalize (GObject *object)
{
  OnsiteRecording *self = ONSITE_RECORDING (object);

  g_queue_clear_full (&self->frames, g_free);
  g_array_unref (self->pauses);
  g_mutex_clear (&self->lock);
  g_free (self->final_receipt);
  g_clear_pointer (&self->chunker, onsite_chunker_free);
  onsite_receipt_meter_free (self->meter);
  G_OBJECT_CLASS (onsite_recording_parent_class)->finalize (object);
}

static void
onsite_recording_class_init (OnsiteRecordingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_recording_dispose;
  object_class->finalize = onsite_recording_finalize;
}

static void
onsite_recording_init (OnsiteRecording *self)
{
  self->end_samples = NO_END;
  self->pauses = g_array_new (FALSE, FALSE, sizeof (Pause));
  self->begins_segment = TRUE;
  self->final_samples = G_MAXINT64;
  self->meter = onsite_receipt_meter_new ();
  g_mutex_init (&self->lock);
  g_queue_init (&self->frames);
}

/* In the encoder's thread. */

static void
on_head (GBytes *codec_head, gpointer user_data)
{
  OnsiteRecording *self = user_data;

  onsite_chunker_begin_clip (self->chunker, codec_head);
  self->has_begun = TRUE;
}

static Frame *
pop_frame (OnsiteRecording *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_queue_pop_head (&self->frames);
}

static void
on_packet (const guint8 *packet, gsize size, gpointer user_data)
{
  OnsiteRecording *self = user_data;
  g_autofree Frame *frame = pop_frame (self);

  /* At its end the encoder adds a packet for its lookahead: finish() has seen to that. */
  if (!frame)
    return;
  if (frame->begins_segment)
    onsite_chunker_begin_segment (self->chunker, frame->gap_us, frame->n_since);
  onsite_chunker_add_packet (self->chunker, packet, size, frame->peak);
}

static void
on_done (const GError *error, gpointer user_data)
{
  OnsiteRecording *self = user_data;
  g_autofree OnsiteReceipt *receipt = NULL;
  gint64 n_samples;

  g_mutex_lock (&self->lock);
  n_samples = self->final_samples;
  receipt = g_steal_pointer (&self->final_receipt);
  g_mutex_unlock (&self->lock);
  if (self->has_begun)
    onsite_chunker_end_clip (self->chunker, n_samples, receipt);
  self->done (self, error, self->user_data);
}

/* In the thread that feeds. */

static void
push_frame (OnsiteRecording *self)
{
  Frame *frame = g_new (Frame, 1);

  frame->peak = onsite_audio_peak_to_byte (onsite_audio_peak (self->frame, self->frame_length));
  frame->begins_segment = self->begins_segment;
  frame->gap_us = self->gap_us;
  frame->n_since = self->n_since;
  self->begins_segment = FALSE;
  self->gap_us = 0;
  self->n_since = 0;
  for (gsize i = self->frame_length; i < ONSITE_AUDIO_FRAME_SAMPLES; i++)
    self->frame[i] = 0;
  self->frame_length = 0;
  self->n_frames++;
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->frames, frame);
  g_mutex_unlock (&self->lock);
  onsite_encoder_push (self->encoder, self->frame);
}

/* What follows the end may yet belong to the clip: the meter goes on. */
static void
note_measured_end (OnsiteRecording *self, gint64 n_heard)
{
  if (self->measured || self->end_samples == NO_END || n_heard < self->end_samples)
    return;
  self->receipt = onsite_receipt_meter_read (self->meter);
  self->measured = TRUE;
}

static void
measure (OnsiteRecording *self, const gint16 *samples, gsize n_samples)
{
  gsize n_before_end = n_samples;

  if (self->end_samples != NO_END)
    n_before_end = (gsize) CLAMP (self->end_samples - self->n_fed, 0, (gint64) n_samples);
  onsite_receipt_meter_feed (self->meter, samples, n_before_end);
  note_measured_end (self, self->n_fed + (gint64) n_before_end);
  onsite_receipt_meter_feed (self->meter, samples + n_before_end, n_samples - n_before_end);
}

static void
append (OnsiteRecording *self, const gint16 *samples, gsize n_samples)
{
  measure (self, samples, n_samples);
  while (n_samples > 0)
    {
      gsize n = MIN (n_samples, ONSITE_AUDIO_FRAME_SAMPLES - self->frame_length);

      memcpy (self->frame + self->frame_length, samples, n * sizeof *samples);
      self->frame_length += n;
      self->n_fed += n;
      samples += n;
      n_samples -= n;
      if (self->frame_length == ONSITE_AUDIO_FRAME_SAMPLES)
        push_frame (self);
    }
}

/* Packets do not straddle a gap that is known of in time: the rest of the frame is silence,
 * which is a part of the gap that is told. */
static void
begin_segment (OnsiteRecording *self, gint64 gap_us, gint64 n_since)
{
  gsize n_padded = 0;

  if (self->frame_length > 0 && n_since == 0)
    {
      n_padded = ONSITE_AUDIO_FRAME_SAMPLES - self->frame_length;
      push_frame (self);
      self->n_fed += n_padded;
    }
  self->begins_segment = TRUE;
  self->gap_us = gap_us - samples_to_us (n_padded);
  self->n_since = n_since;
}

/* The decoder gives the last sample only after the encoder's lookahead. */
static void
finish (OnsiteRecording *self, gint64 n_samples)
{
  gint64 n_needed = MAX (LEAST_SAMPLES, n_samples + onsite_codec_get_lookahead (self->codec));

  g_mutex_lock (&self->lock);
  self->final_samples = n_samples;
  self->final_receipt = g_new (OnsiteReceipt, 1);
  *self->final_receipt = onsite_recording_get_receipt (self);
  g_mutex_unlock (&self->lock);
  while (self->n_frames * ONSITE_AUDIO_FRAME_SAMPLES < n_needed)
    push_frame (self);
  self->finished = TRUE;
  onsite_encoder_finish (self->encoder);
}

OnsiteRecording *
onsite_recording_new (const char *clip,
                      gint64 start_us,
                      OnsiteClipSink *sink,
                      OnsiteCodec codec,
                      OnsiteRecordingDone done,
                      gpointer user_data,
                      GError **error)
{
  static const OnsiteEncoderFuncs funcs = { on_head, on_packet, on_done };
  g_autoptr (OnsiteRecording) self = g_object_new (ONSITE_TYPE_RECORDING, NULL);

  self->codec = codec;
  self->start_us = start_us;
  self->fed_until_us = start_us;
  self->done = done;
  self->user_data = user_data;
  self->chunker = onsite_chunker_new (clip, sink);
  self->encoder = onsite_encoder_new (codec, &funcs, self, error);
  if (!self->encoder)
    return NULL;
  return g_steal_pointer (&self);
}

/* Which of the samples of a block lie before a moment. */
static gsize
count_before (gint64 moment_us, gint64 time_us, gsize n_samples)
{
  if (moment_us - time_us >= samples_to_us ((gint64) n_samples))
    return n_samples;
  return (gsize) MAX (0, us_to_samples (moment_us - time_us));
}

/* An end that was marked while nothing came was reckoned as if the sound went on. */
static void
cross_gap (OnsiteRecording *self, gint64 time_us, gint64 since_us)
{
  const gboolean ends_later = self->end_samples > self->n_fed;
  const gint64 missing_us = time_us - self->fed_until_us - self->paused_us;

  if (ends_later && self->end_us <= time_us)
    self->end_samples = self->n_fed;
  note_measured_end (self, self->n_fed);
  if (self->sealed && self->end_samples == self->n_fed)
    return;
  if (missing_us > ONSITE_AUDIO_GAP_US)
    onsite_receipt_meter_add_gap (self->meter, missing_us);
  begin_segment (self, time_us - self->fed_until_us, us_to_samples (since_us));
  if (ends_later && self->end_us > time_us)
    self->end_samples = self->n_fed + us_to_samples (self->end_us - time_us);
}

static void
feed_span (OnsiteRecording *self,
           const gint16 *samples,
           gsize n_samples,
           gint64 time_us,
           gint64 since_us)
{
  gint64 n_wanted;

  if (n_samples == 0)
    return;
  if (self->n_fed > 0 && time_us - self->fed_until_us > ONSITE_AUDIO_GAP_US)
    cross_gap (self, time_us, self->paused_us > 0 ? 0 : since_us);
  self->paused_us = 0;
  n_wanted = self->sealed ? self->end_samples - self->n_fed : G_MAXINT64;
  if (n_wanted <= 0)
    return;
  append (self, samples, (gsize) MIN (n_wanted, (gint64) n_samples));
  self->fed_until_us = time_us + samples_to_us ((gint64) n_samples);
}

static Pause *
get_pause (OnsiteRecording *self, guint index)
{
  return &g_array_index (self->pauses, Pause, index);
}

static void
pass_pause (OnsiteRecording *self)
{
  const Pause *pause = get_pause (self, 0);

  self->paused_us += MAX (0, pause->to_us - MAX (pause->from_us, self->fed_until_us));
  g_array_remove_index (self->pauses, 0);
}

/* Feeds what lies before the pauses and between them; returns from where on the rest is to
 * be fed. */
static gsize
feed_around_pauses (OnsiteRecording *self,
                    const gint16 *samples,
                    gsize n_samples,
                    gint64 time_us,
                    gint64 since_us)
{
  gsize n_done = 0;

  while (self->pauses->len > 0 && n_done < n_samples)
    {
      const gsize n_before = count_before (get_pause (self, 0)->from_us, time_us, n_samples);
      const gsize n_paused = count_before (get_pause (self, 0)->to_us, time_us, n_samples);

      if (n_before > n_done)
        feed_span (self,
                   samples + n_done,
                   n_before - n_done,
                   time_us + samples_to_us ((gint64) n_done),
                   since_us);
      n_done = MAX (n_done, MAX (n_before, n_paused));
      if (n_paused < n_samples && n_before < n_samples)
        pass_pause (self);
    }
  return n_done;
}

void
onsite_recording_feed (OnsiteRecording *self,
                       const gint16 *samples,
                       gsize n_samples,
                       gint64 time_us,
                       gint64 since_us)
{
  gsize n_skipped = count_before (self->start_us, time_us, n_samples);

  if (self->finished)
    return;
  n_skipped += feed_around_pauses (self,
                                   samples + n_skipped,
                                   n_samples - n_skipped,
                                   time_us + samples_to_us ((gint64) n_skipped),
                                   since_us);
  feed_span (self,
             samples + n_skipped,
             n_samples - n_skipped,
             time_us + samples_to_us ((gint64) n_skipped),
             since_us);
  if (self->sealed && self->n_fed >= self->end_samples)
    finish (self, self->end_samples);
}

/* The one that lasts. */
static Pause *
find_pause (OnsiteRecording *self)
{
  const guint n = self->pauses->len;

  return n > 0 && get_pause (self, n - 1)->to_us == NO_RESUME ? get_pause (self, n - 1) : NULL;
}

void
onsite_recording_pause (OnsiteRecording *self, gint64 pause_us)
{
  const Pause pause = { pause_us, NO_RESUME };

  if (!find_pause (self))
    g_array_append_val (self->pauses, pause);
}

void
onsite_recording_resume (OnsiteRecording *self, gint64 resume_us)
{
  Pause *pause = find_pause (self);

  if (pause)
    pause->to_us = resume_us;
}

void
onsite_recording_mark_end (OnsiteRecording *self, gint64 end_us)
{
  const Pause *pause = find_pause (self);

  if (self->sealed)
    return;
  /* From the last buffer and not from the beginning: the two clocks drift. */
  self->end_us = pause ? MIN (end_us, pause->from_us) : end_us;
  self->end_samples = MAX (0, self->n_fed + us_to_samples (self->end_us - self->fed_until_us));
  self->measured = FALSE;
  note_measured_end (self, self->n_fed);
}

void
onsite_recording_clear_end (OnsiteRecording *self)
{
  if (self->sealed)
    return;
  self->end_samples = NO_END;
  self->measured = FALSE;
}

void
onsite_recording_seal (OnsiteRecording *self)
{
  g_return_if_fail (self->end_samples != NO_END);

  self->sealed = TRUE;
  if (!self->finished && self->n_fed >= self->end_samples)
    finish (self, self->end_samples);
}

void
onsite_recording_cut (OnsiteRecording *self)
{
  gint64 end_samples = self->end_samples == NO_END ? self->n_fed : self->end_samples;

  self->sealed = TRUE;
  if (!self->finished)
    finish (self, MIN (end_samples, self->n_fed));
}

gboolean
onsite_recording_is_finished (OnsiteRecording *self)
{
  return self->finished;
}

gboolean
onsite_recording_has_end (OnsiteRecording *self)
{
  return self->end_samples != NO_END;
}

void
onsite_recording_hear_from (OnsiteRecording *self,
                            OnsiteDeviceKind device,
                            OnsiteProcessing processing)
{
  onsite_receipt_meter_set_origin (self->meter, device, processing);
}

void
onsite_recording_add_clipped (OnsiteRecording *self, guint n_clipped)
{
  if (self->pauses->len == 0)
    onsite_receipt_meter_add_clipped (self->meter, n_clipped);
}

OnsiteReceipt
onsite_recording_get_receipt (OnsiteRecording *self)
{
  return self->measured ? self->receipt : onsite_receipt_meter_read (self->meter);
}

gint64
onsite_recording_get_n_samples (OnsiteRecording *self)
{
  return self->end_samples == NO_END ? self->n_fed : MIN (self->n_fed, self->end_samples);
}
