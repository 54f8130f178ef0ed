/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-audio.h"

#include <glib/gi18n-lib.h>

#include "onsite-share-track.h"
#include "onsite-sound-copy.h"

#define MAX_CHAPTERS 50
#define MS_PER_HOUR  (60 * 60 * 1000)
#define MS_PER_MIN   (60 * 1000)

/* How much is done, over all files. */
typedef struct
{
  const OnsiteShareJob *job;
  gint64 done_ms;
  gint64 all_ms;
} Progress;

static void
add_comment (GStrvBuilder *comments, const char *name, const char *value)
{
  g_autofree char *comment = g_strconcat (name, "=", value, NULL);

  if (value && *value)
    g_strv_builder_add (comments, comment);
}

/* https://wiki.xiph.org/Chapter_Extension */
static void
add_chapter (GStrvBuilder *comments, guint number, gint64 start_ms, const char *title)
{
  g_autofree char *name = g_strdup_printf ("CHAPTER%03u", number);
  g_autofree char *title_name = g_strconcat (name, "NAME", NULL);
  g_autofree char *start = g_strdup_printf ("%02d:%02d:%02d.%03d",
                                            (int) (start_ms / MS_PER_HOUR),
                                            (int) (start_ms / MS_PER_MIN % 60),
                                            (int) (start_ms / 1000 % 60),
                                            (int) (start_ms % 1000));

  add_comment (comments, name, start);
  add_comment (comments, title_name, title);
}

static GStrv
make_comments (const OnsiteCapsule *capsule, const OnsiteShareTrack *track)
{
  g_autoptr (GStrvBuilder) comments = g_strv_builder_new ();
  g_autofree char *number = g_strdup_printf ("%u", track->answer->number);
  const char *nobody = capsule->sample ? C_ ("audio file", "Onsite (sample)")
                                       : C_ ("audio file", "Onsite");
  guint n_chapters = 0;

  add_comment (comments, "TITLE", track->answer->text);
  add_comment (comments, "ARTIST", capsule->candidate ? capsule->candidate : nobody);
  add_comment (comments, "ALBUM", capsule->pack_title);
  add_comment (comments, "TRACKNUMBER", number);
  for (guint i = 0; i < track->take->turns->len && n_chapters < MAX_CHAPTERS; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (track->take->turns, i);

      if (turn->clip)
        add_chapter (comments, n_chapters++, onsite_share_track_get_start (track, i), turn->prompt);
    }

  return g_strv_builder_end (comments);
}

static void
tell (Progress *progress, const OnsiteCapsuleClip *clip)
{
  progress->done_ms += clip->duration_ms;
  if (progress->job->progress && progress->all_ms > 0)
    progress->job->progress ((double) progress->done_ms / (double) progress->all_ms,
                             progress->job->progress_data);
}

static gboolean
write_clips (Progress *progress,
             const OnsiteShareTrack *track,
             OnsiteOggWriter *writer,
             GError **error)
{
  const OnsiteShareJob *job = progress->job;

  for (guint i = 0; i < track->take->turns->len; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (track->take->turns, i);

      if (!turn->clip)
        continue;
      if (!onsite_sound_copy_add_clip (writer, job->library, turn->clip, job->cancellable, error))
        return FALSE;
      tell (progress, turn->clip);
    }

  return onsite_ogg_writer_end (writer, job->cancellable, error);
}

static gboolean
write_track (Progress *progress, const OnsiteShareTrack *track, GError **error)
{
  const OnsiteShareJob *job = progress->job;
  g_auto (GStrv) comments = make_comments (job->capsule, track);
  g_autofree char *name = g_strconcat (track->name, ".ogg", NULL);
  g_autoptr (GOutputStream) output = onsite_share_files_add (job->files,
                                                             name,
                                                             job->cancellable,
                                                             error);
  g_autoptr (OnsiteOggWriter) writer = NULL;

  if (!output)
    return FALSE;
  writer = onsite_ogg_writer_new (output, (const char *const *) comments);

  return write_clips (progress, track, writer, error) &&
         g_output_stream_close (output, job->cancellable, error);
}

gboolean
onsite_share_audio_write (const OnsiteShareJob *job, GError **error)
{
  g_autoptr (GPtrArray) tracks = onsite_share_tracks_new (job->capsule);
  Progress progress = { job, 0, onsite_capsule_count (job->capsule).audio_ms };

  for (guint i = 0; i < tracks->len; i++)
    if (!write_track (&progress, g_ptr_array_index (tracks, i), error))
      return FALSE;
  if (tracks->len > 0)
    return TRUE;
  onsite_share_tracks_set_empty (error);

  return FALSE;
}

gint64
onsite_share_audio_estimate (const OnsiteCapsule *capsule)
{
  return onsite_sound_copy_estimate (onsite_capsule_count (capsule).audio_ms);
}
