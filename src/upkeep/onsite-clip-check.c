/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clip-check.h"

#include <glib/gi18n-lib.h>

#include "audio/onsite-decode.h"
#include "onsite-packet-row.h"


/* Only where the clip ends a packet may hold more than is wanted of it. */
static gboolean
fits_packets (const OnsiteChunk *chunk, gint64 n_samples)
{
  gint64 n_packed = (gint64) onsite_packet_row_count (chunk->packets) * ONSITE_PACKET_SAMPLES;
  gboolean is_last = chunk->start_samples + chunk->n_samples == n_samples;

  return chunk->n_samples > 0 && chunk->n_samples <= n_packed &&
         (is_last || chunk->n_samples > n_packed - ONSITE_PACKET_SAMPLES);
}

/* The last of what is played comes out of the decoder with the packets after it. */
static gboolean
is_tail (const OnsiteChunk *chunk, gint64 next_sample, gint64 n_samples)
{
  return next_sample == n_samples && chunk->start_samples >= n_samples && chunk->n_samples == 0 &&
         onsite_packet_row_count (chunk->packets) > 0;
}

char *
onsite_clip_check_chunk (const OnsiteChunk *chunk, gint64 next_sample, gint64 n_samples)
{
  double time = (double) next_sample / ONSITE_SAMPLE_RATE;

  if (is_tail (chunk, next_sample, n_samples))
    return NULL;
  if (chunk->start_samples != next_sample)
    return g_strdup_printf (
        C_ ("finding", "The sound at %.1f s doesn’t follow on the sound before it."),
        time);
  if (!fits_packets (chunk, n_samples))
    return g_strdup_printf (C_ ("finding", "The sound at %.1f s isn’t as long as it should be."),
                            time);

  return NULL;
}

/* Its decoder may make something of what isn't what was recorded; the checksums tell. */
static gboolean
is_sound (const OnsiteChunk *chunk, OnsiteCodec codec)
{
  return codec != ONSITE_CODEC_FLAC || onsite_packet_row_is_sound (chunk->packets);
}

static GError *
make_undecodable_error (gint64 next_sample)
{
  return g_error_new (G_IO_ERROR,
                      G_IO_ERROR_INVALID_DATA,
                      C_ ("error", "The recording can’t be decoded beyond %.1f s."),
                      (double) next_sample / ONSITE_SAMPLE_RATE);
}

static char *
check_chunks (OnsiteClipReader *reader, GError **error)
{
  gint64 n_samples = onsite_clip_reader_get_n_samples (reader);
  g_autoptr (GError) failure = NULL;
  const OnsiteCodec codec = onsite_codec_of_head (onsite_clip_reader_get_codec_head (reader));
  gint64 next_sample = 0;

  while (TRUE)
    {
      g_autoptr (OnsiteChunk) chunk = onsite_clip_reader_next (reader, &failure);
      char *text = chunk ? onsite_clip_check_chunk (chunk, next_sample, n_samples) : NULL;

      if (text)
        return text;
      if (chunk && !is_sound (chunk, codec))
        failure = make_undecodable_error (next_sample);
      if (!chunk || failure)
        break;
      next_sample += chunk->n_samples;
    }

  if (failure)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (next_sample < n_samples)
    return g_strdup (C_ ("finding", "The recording ends before its time."));

  return NULL;
}

/* What a reader or a decoder stumbles over is a finding, unless it could not
 * even begin. */
static OnsiteFinding *
turn_into_finding (const char *clip, GError *failure, GError **error)
{
  OnsiteFindingKind kind;
  OnsiteFinding *finding;

  if (g_error_matches (failure, ONSITE_LIBRARY_ERROR, ONSITE_LIBRARY_ERROR_DAMAGED))
    kind = ONSITE_FINDING_BROKEN_CLIP;
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    kind = ONSITE_FINDING_UNDECODABLE_CLIP;
  else
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  finding = onsite_finding_new (kind, clip, g_strdup (failure->message));
  g_error_free (failure);

  return finding;
}

OnsiteFinding *
onsite_clip_check (OnsiteLibrary *library,
                   const char *clip,
                   gint64 *duration_ms,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (OnsiteClipReader) reader = NULL;
  g_autoptr (GError) failure = NULL;
  char *text;

  *duration_ms = 0;
  reader = onsite_clip_reader_new (library, clip, &failure);
  if (!reader)
    return turn_into_finding (clip, g_steal_pointer (&failure), error);

  *duration_ms = onsite_clip_reader_get_n_samples (reader) * 1000 / ONSITE_SAMPLE_RATE;
  text = check_chunks (reader, &failure);
  if (text)
    return onsite_finding_new (ONSITE_FINDING_BROKEN_CLIP, clip, text);
  if (!failure)
    onsite_audio_decode_clip (library, clip, NULL, NULL, cancellable, &failure);

  return failure ? turn_into_finding (clip, g_steal_pointer (&failure), error) : NULL;
}
