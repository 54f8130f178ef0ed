/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-share-html.h"

#include "onsite-capsule-html.h"
#include "onsite-capsule-json.h"
#include "onsite-sound-copy.h"

/* How much is done, over all clips. */
typedef struct
{
  const OnsiteShareJob *job;
  gint64 done_ms;
  gint64 all_ms;
} Progress;

static void
tell (Progress *self, const OnsiteCapsuleClip *clip)
{
  self->done_ms += clip->duration_ms;
  if (self->job->progress && self->all_ms > 0)
    self->job->progress ((double) self->done_ms / (double) self->all_ms, self->job->progress_data);
}

static gboolean
write_sound (const OnsiteCapsuleClip *clip,
             GOutputStream *output,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  Progress *self = user_data;

  if (!onsite_sound_copy_write_clip (self->job->library, clip, output, cancellable, error))
    return FALSE;
  tell (self, clip);

  return TRUE;
}

gboolean
onsite_share_html_write (const OnsiteShareJob *job, GError **error)
{
  Progress progress = { job, 0, onsite_capsule_count (job->capsule).audio_ms };
  g_autofree char *document = onsite_capsule_to_json (job->capsule, FALSE);
  g_autoptr (GOutputStream) output = onsite_share_files_add (job->files,
                                                             NULL,
                                                             job->cancellable,
                                                             error);

  return output &&
         onsite_capsule_html_write (job->capsule,
                                    document,
                                    progress.all_ms > 0 ? write_sound : NULL,
                                    &progress,
                                    output,
                                    job->cancellable,
                                    error) &&
         g_output_stream_close (output, job->cancellable, error);
}

/* Base64 makes four bytes of three. */
gint64
onsite_share_html_estimate (const OnsiteCapsule *capsule)
{
  g_autofree char *document = onsite_capsule_to_json (capsule, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  onsite_capsule_html_write (capsule, document, NULL, NULL, memory, NULL, NULL);

  return g_seekable_tell (G_SEEKABLE (memory)) +
         onsite_sound_copy_estimate (onsite_capsule_count (capsule).audio_ms) * 4 / 3;
}
