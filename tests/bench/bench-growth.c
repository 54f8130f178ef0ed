/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much the library file grows in an hour of talking, with all that is kept of it,
 * beside the packets alone. */
#include <glib/gstdio.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-encode.h"
#include "onsite-clip-library.h"
#include "onsite-memory-clips.h"
#include "onsite-signal.h"

#define MINUTES          10
#define MINUTES_PER_HOUR 60

/* The rest is rows, peaks and what pages leave empty: of pages of 4 KiB rows of FLAC
 * leave more. */
#define MAX_RATIO          1.2
#define MAX_LOSSLESS_RATIO 1.35

#define SAMPLES(minute) ((const gint16 *) (gpointer) (minute)->data)

/* Of a library that is closed: what was in the log is in the file. */
static double
close_and_weigh_mb (OnsiteClipLibrary *clips)
{
  g_autofree char *path = g_build_filename (clips->folder, "library.onsite", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  onsite_library_close (clips->library, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return (double) info.st_size / 1e6;
}

static double
weigh_empty_mb (void)
{
  g_autoptr (OnsiteClipLibrary) clips = onsite_clip_library_new ();

  return close_and_weigh_mb (clips);
}

static double
weigh_talk_mb (GArray *minute, OnsiteCodec codec)
{
  g_autoptr (OnsiteClipLibrary) clips = onsite_clip_library_new_with_codec (codec);
  g_autofree char *clip = onsite_clip_library_add_repeated (clips,
                                                            SAMPLES (minute),
                                                            minute->len,
                                                            MINUTES);

  return close_and_weigh_mb (clips);
}

/* Without the packets' lengths. */
static double
weigh_packets_mb (GArray *minute, OnsiteCodec codec)
{
  g_autoptr (OnsiteMemoryClips) clips = onsite_memory_clips_new ();
  g_autoptr (GError) error = NULL;
  OnsiteMemoryClip *clip;
  gsize size = 0;

  onsite_audio_encode_clip (SAMPLES (minute),
                            minute->len,
                            ONSITE_AUDIO_RATE,
                            codec,
                            "minute",
                            &onsite_memory_clips_sink,
                            clips,
                            &error);
  g_assert_no_error (error);
  clip = onsite_memory_clips_get (clips, "minute");
  for (guint i = 0; i < clip->chunks->len; i++)
    {
      const OnsiteMemoryChunk *chunk = clip->chunks->pdata[i];

      size += g_bytes_get_size (chunk->packets) - 2 * g_bytes_get_size (chunk->peaks);
    }

  return (double) size / 1e6;
}

static void
measure (GArray *minute, OnsiteCodec codec, const char *name)
{
  const double growth_mb = weigh_talk_mb (minute, codec) - weigh_empty_mb ();

  g_print ("{\"name\": \"file growth in an hour of talking, %s\", \"unit\": \"MB\", "
           "\"value\": %.2f, \"baseline\": %.2f, \"aim_ratio\": %g}\n",
           name,
           growth_mb * MINUTES_PER_HOUR / MINUTES,
           weigh_packets_mb (minute, codec) * MINUTES_PER_HOUR,
           codec == ONSITE_CODEC_FLAC ? MAX_LOSSLESS_RATIO : MAX_RATIO);
}

/* Without loss a room's noise is kept too: here at -44 dBFS. */
static void
add_room (GArray *minute)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < minute->len; i++)
    {
      const int sample = g_array_index (minute, gint16, i) + g_rand_int_range (rand, -350, 351);

      g_array_index (minute, gint16, i) = (gint16) CLAMP (sample, G_MININT16, G_MAXINT16);
    }
}

int
main (void)
{
  g_autoptr (GArray) minute = onsite_signal_make_babble (60 * ONSITE_AUDIO_RATE,
                                                         ONSITE_AUDIO_RATE,
                                                         1);

  g_assert_true (onsite_audio_init (NULL));
  measure (minute, ONSITE_CODEC_OPUS, "Opus");
  add_room (minute);
  measure (minute, ONSITE_CODEC_FLAC, "FLAC");

  return 0;
}
