/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-track.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "audio/onsite-ogg-writer.h"

static void
share_track_free (gpointer data)
{
  OnsiteShareTrack *self = data;

  g_free (self->name);
  g_free (self);
}

static gboolean
has_clip (const OnsiteCapsuleTake *take)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteCapsuleTurn *turn = g_ptr_array_index (take->turns, i);

      if (turn->clip)
        return TRUE;
    }

  return FALSE;
}

/* By numbers, since a question may hold what a file's name can't, and is long. */
static char *
make_name (const OnsiteCapsuleAnswer *answer, const OnsiteCapsuleTake *take)
{
  if (answer->takes->len > 1)
    return g_strdup_printf ("answer-%02u-take-%u", answer->number, take->number);

  return g_strdup_printf ("answer-%02u", answer->number);
}

GPtrArray *
onsite_share_tracks_new (const OnsiteCapsule *capsule)
{
  GPtrArray *tracks = g_ptr_array_new_with_free_func (share_track_free);

  for (guint i = 0; i < capsule->answers->len; i++)
    {
      const OnsiteCapsuleAnswer *answer = g_ptr_array_index (capsule->answers, i);

      for (guint j = 0; j < answer->takes->len; j++)
        {
          const OnsiteCapsuleTake *take = g_ptr_array_index (answer->takes, j);
          OnsiteShareTrack *track;

          if (!has_clip (take))
            continue;
          track = g_new0 (OnsiteShareTrack, 1);
          track->answer = answer;
          track->take = take;
          track->name = make_name (answer, take);
          g_ptr_array_add (tracks, track);
        }
    }

  return tracks;
}

gint64
onsite_share_track_get_start (const OnsiteShareTrack *self, guint turn)
{
  gint64 start_ms = 0;

  for (guint i = 0; i < turn; i++)
    {
      const OnsiteCapsuleTurn *before = g_ptr_array_index (self->take->turns, i);

      if (before->clip)
        start_ms += onsite_ogg_writer_get_clip_ms (before->clip->n_samples);
    }

  return start_ms;
}

static gboolean
write_text (const OnsiteShareJob *job, const char *name, const char *text, GError **error)
{
  g_autoptr (GOutputStream) output = onsite_share_files_add (job->files,
                                                             name,
                                                             job->cancellable,
                                                             error);

  return output &&
         g_output_stream_write_all (output, text, strlen (text), NULL, job->cancellable, error) &&
         g_output_stream_close (output, job->cancellable, error);
}

gboolean
onsite_share_tracks_write_texts (const OnsiteShareJob *job,
                                 const char *suffix,
                                 char *(*write) (const OnsiteShareTrack *track),
                                 GError **error)
{
  g_autoptr (GPtrArray) tracks = onsite_share_tracks_new (job->capsule);

  for (guint i = 0; i < tracks->len; i++)
    {
      const OnsiteShareTrack *track = g_ptr_array_index (tracks, i);
      g_autofree char *name = g_strconcat (track->name, suffix, NULL);
      g_autofree char *text = write (track);

      if (!write_text (job, name, text, error))
        return FALSE;
    }
  if (tracks->len > 0)
    return TRUE;
  onsite_share_tracks_set_empty (error);

  return FALSE;
}

void
onsite_share_tracks_set_empty (GError **error)
{
  g_set_error_literal (error,
                       ONSITE_SHARE_ERROR,
                       ONSITE_SHARE_ERROR_EMPTY,
                       C_ ("error", "There is no sound in what was chosen."));
}
