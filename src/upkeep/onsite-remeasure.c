/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-remeasure.h"

#include "audio/onsite-audio.h"
#include "audio/onsite-decode.h"
#include "audio/onsite-receipt-meter.h"
#include "onsite-packet-row.h"

typedef struct
{
  OnsiteReceiptMeter *meter;
  GByteArray *peaks;  /* of each packet's own samples */
  gint64 n_to_skip;   /* of the pre-skip */
  gint64 n_left;      /* of the clip, after that */
  guint packet_peak;  /* of the packet under way … */
  gsize packet_ready; /* … and how much of it came */
} Measuring;

static void
end_packet (Measuring *self)
{
  const guint8 peak = onsite_audio_peak_to_byte (self->packet_peak);

  g_byte_array_append (self->peaks, &peak, 1);
  self->packet_peak = 0;
  self->packet_ready = 0;
}

static void
note_peaks (Measuring *self, const gint16 *samples, gsize n_samples)
{
  while (n_samples > 0)
    {
      gsize n = MIN (n_samples, ONSITE_AUDIO_FRAME_SAMPLES - self->packet_ready);

      self->packet_peak = MAX (self->packet_peak, onsite_audio_peak (samples, n));
      self->packet_ready += n;
      samples += n;
      n_samples -= n;
      if (self->packet_ready == ONSITE_AUDIO_FRAME_SAMPLES)
        end_packet (self);
    }
}

static void
sound_cb (const gint16 *samples, gsize n_samples, gpointer user_data)
{
  Measuring *self = user_data;
  gsize n_skipped = MIN (n_samples, (gsize) self->n_to_skip);
  gsize n_wanted;

  samples += n_skipped;
  n_samples -= n_skipped;
  self->n_to_skip -= (gint64) n_skipped;
  note_peaks (self, samples, n_samples);

  n_wanted = MIN (n_samples, (gsize) self->n_left);
  onsite_receipt_meter_feed (self->meter, samples, n_wanted);
  self->n_left -= (gint64) n_wanted;
}

static GBytes *
cut_peaks (Measuring *self, guint first, guint n_peaks)
{
  g_autofree guint8 *peaks = g_malloc0 (n_peaks);

  if (first < self->peaks->len)
    memcpy (peaks, self->peaks->data + first, MIN (n_peaks, self->peaks->len - first));

  return g_bytes_new_take (g_steal_pointer (&peaks), n_peaks);
}

/* A row's peaks are those of its packets. */
static gboolean
share_peaks (Measuring *self, OnsiteClipReader *reader, GPtrArray *rows, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint n_packets = 0;

  while (TRUE)
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &failure);

      if (!chunk)
        break;
      g_ptr_array_add (rows,
                       cut_peaks (self,
                                  n_packets,
                                  (guint) ((chunk->n_samples + ONSITE_AUDIO_FRAME_SAMPLES - 1) /
                                           ONSITE_AUDIO_FRAME_SAMPLES)));
      n_packets += onsite_packet_row_count (chunk->packets);
    }
  if (!failure)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
measure (Measuring *self,
         OnsiteMeasured *result,
         OnsiteLibrary *library,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (library, result->clip, error);
  g_autoptr (GError) failure = NULL;
  OnsiteReceipt figures;

  if (!reader)
    return FALSE;

  self->n_to_skip = onsite_clip_reader_get_pre_skip_samples (reader);
  self->n_left = onsite_clip_reader_get_n_samples (reader);
  if (onsite_audio_decode_clip (library, result->clip, sound_cb, self, cancellable, &failure))
    {
      figures = onsite_receipt_meter_read (self->meter);
      result->figures = onsite_receipt_copy (&figures);
      return share_peaks (self, reader, result->peaks, error);
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

OnsiteMeasured *
onsite_remeasure_clip (OnsiteLibrary *library,
                       const char *clip,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (OnsiteReceiptMeter) meter = onsite_receipt_meter_new ();
  g_autoptr (GByteArray) peaks = g_byte_array_new ();
  g_autoptr (OnsiteMeasured) result = g_new0 (OnsiteMeasured, 1);
  Measuring self = { .meter = meter, .peaks = peaks };

  result->clip = g_strdup (clip);
  result->peaks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (!measure (&self, result, library, cancellable, error))
    return NULL;

  return g_steal_pointer (&result);
}
