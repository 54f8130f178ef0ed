/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-clip-library.h"

#include <glib/gstdio.h>

#include "audio/onsite-audio.h"
#include "audio/onsite-encode.h"
#include "library/onsite-clip-reader.h"
#include "onsite-memory-clips.h"
#include "onsite-wait.h"

#define MAX_UNSAVED_MS (5 * 60 * 1000)

typedef struct
{
  OnsiteLibrary *library;
  char take[37]; /* a UUID */
} Target;

OnsiteClipLibrary *
onsite_clip_library_new (void)
{
  OnsiteClipLibrary *self = g_new0 (OnsiteClipLibrary, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("onsite-clips-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "library.onsite", NULL);
  self->library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, &error);
  g_assert_no_error (error);
  return self;
}

void
onsite_clip_library_free (OnsiteClipLibrary *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GError) error = NULL;
  const char *name;

  onsite_library_close (self->library, &error);
  g_assert_no_error (error);
  g_object_unref (self->library);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

OnsiteClipLibrary *
onsite_clip_library_new_with_codec (OnsiteCodec codec)
{
  OnsiteClipLibrary *self = onsite_clip_library_new ();

  self->codec = codec;
  return self;
}

static void
begin (const char *clip, guint pre_skip_samples, GBytes *codec_head, gpointer user_data)
{
  Target *target = user_data;

  onsite_library_begin_clip (target->library,
                             target->take,
                             0,
                             clip,
                             pre_skip_samples,
                             codec_head,
                             1);
}

static void
segment (const char *clip, guint index, gint64 start_samples, gint64 gap_us, gpointer user_data)
{
  Target *target = user_data;

  onsite_library_begin_segment (target->library, clip, index, start_samples, gap_us);
}

static void
chunk (const char *clip,
       guint segment_index,
       gint64 start_samples,
       gint64 n_samples,
       GBytes *packets,
       GBytes *peaks,
       gpointer user_data)
{
  Target *target = user_data;
  OnsiteChunk added = { segment_index, start_samples, n_samples, packets, peaks };

  onsite_library_append_chunk (target->library, clip, &added);
}

static void
end (const char *clip, gint64 n_samples, const OnsiteReceipt *receipt, gpointer user_data)
{
  Target *target = user_data;

  onsite_library_end_measured_clip (target->library, clip, n_samples, receipt);
}

const OnsiteRecorderSink onsite_clip_library_sink = { begin, segment, chunk, end };

/* A loop of one round, one answer, one take and one turn. */
gpointer
onsite_clip_library_make_target (OnsiteClipLibrary *self)
{
  g_autoptr (OnsiteLoop) loop = onsite_loop_new ();
  OnsiteRound *round = onsite_round_new ("behavioral");
  OnsiteAnswer *answer = onsite_answer_new ("q");
  OnsiteTake *take = onsite_take_new ();
  OnsiteChange *change = onsite_change_new ();
  g_autoptr (GBytes) pack = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;
  Target *target = g_new0 (Target, 1);

  loop->pack_id = g_strdup ("test");
  loop->level = g_strdup ("L6");
  loop->pack_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pack);
  loop->created_at_us = 1;
  take->created_at_us = 1;
  g_ptr_array_add (take->turns, onsite_turn_new (ONSITE_TURN_QUESTION, "Tell me about a time."));
  g_ptr_array_add (answer->takes, take);
  g_ptr_array_add (round->answers, answer);
  g_ptr_array_add (loop->rounds, round);
  onsite_change_add_loop (change, loop, pack);
  onsite_library_commit (self->library, change, &error);
  g_assert_no_error (error);
  target->library = self->library;
  g_strlcpy (target->take, take->id, sizeof target->take);
  return target;
}

static char *
encode (OnsiteClipLibrary *self,
        const gint16 *samples,
        gsize n_samples,
        const OnsiteRecorderSink *sink,
        gpointer sink_data)
{
  char *clip = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;

  onsite_audio_encode_clip (samples,
                            n_samples,
                            ONSITE_AUDIO_RATE,
                            self->codec,
                            clip,
                            sink,
                            sink_data,
                            &error);
  g_assert_no_error (error);
  return clip;
}

static gboolean
is_committed (OnsiteClipLibrary *self, const char *clip, gint64 n_samples)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (self->library, clip, NULL);

  return reader && onsite_clip_reader_get_n_samples (reader) == n_samples &&
         onsite_library_get_unsaved_ms (self->library) == 0;
}

char *
onsite_clip_library_add (OnsiteClipLibrary *self, const gint16 *samples, gsize n_samples)
{
  g_autofree Target *target = onsite_clip_library_make_target (self);
  char *clip = encode (self, samples, n_samples, &onsite_clip_library_sink, target);

  onsite_wait_for (is_committed (self, clip, (gint64) n_samples));
  return clip;
}

static void
append_copy (OnsiteMemoryClip *clip, gint64 at_samples, gint64 n_samples, Target *target)
{
  for (guint i = 0; i < clip->chunks->len; i++)
    {
      OnsiteMemoryChunk *row = clip->chunks->pdata[i];

      if (row->start_samples < n_samples)
        chunk (clip->id,
               0,
               at_samples + row->start_samples,
               row->n_samples,
               row->packets,
               row->peaks,
               target);
    }
}

char *
onsite_clip_library_add_repeated (OnsiteClipLibrary *self,
                                  const gint16 *samples,
                                  gsize n_samples,
                                  guint n_times)
{
  g_autofree Target *target = onsite_clip_library_make_target (self);
  g_autoptr (OnsiteMemoryClips) clips = onsite_memory_clips_new ();
  char *id = encode (self, samples, n_samples, &onsite_memory_clips_sink, clips);
  OnsiteMemoryClip *clip = onsite_memory_clips_get (clips, id);

  begin (id, clip->pre_skip_samples, clip->codec_head, target);
  segment (id, 0, 0, 0, target);
  for (guint i = 0; i < n_times; i++)
    {
      append_copy (clip, (gint64) (i * n_samples), (gint64) n_samples, target);
      /* The library takes no more than ten minutes that are not saved. */
      onsite_wait_for (onsite_library_get_unsaved_ms (self->library) < MAX_UNSAVED_MS);
    }
  end (id, (gint64) (n_times * n_samples), NULL, target);
  onsite_wait_for (is_committed (self, id, (gint64) (n_times * n_samples)));
  return id;
}
