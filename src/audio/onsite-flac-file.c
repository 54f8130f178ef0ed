/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-flac-file.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsrc.h>

#include "library/onsite-clip-reader.h"
#include "onsite-audio.h"
#include "onsite-decode.h"
#include "onsite-whole-file.h"

#define BUS_POLL_TIME (100 * GST_MSECOND)

/* What waits for the encoder: ten seconds of sound. */
#define MAX_WAITING_BYTES (10 * ONSITE_AUDIO_RATE * sizeof (gint16))

typedef struct
{
  OnsiteLibrary *library;
  const char *const *clips;
  const OnsiteOggTags *tags;
} Request;

typedef struct
{
  GstElement *pipeline;
  GstElement *source;
  gint64 n_to_skip; /* of the clip under way … */
  gint64 n_left;    /* … and what it has after that */
  gint64 n_samples;

  GMutex lock;
  GCond changed;
  gboolean has_failed; /* why is told on the bus */
} Export;

static void
export_clear (Export *self)
{
  if (self->pipeline)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->pipeline);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static void
add_tag (GstElement *encoder, const char *tag, const char *value)
{
  g_autofree char *valid = value ? g_utf8_make_valid (value, -1) : NULL;

  if (valid && *valid)
    gst_tag_setter_add_tags (GST_TAG_SETTER (encoder), GST_TAG_MERGE_REPLACE, tag, valid, NULL);
}

/* In the threads of the pipeline. */

static GstPadProbeReturn
on_buffer_left (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_cond_signal (&self->changed);
  return GST_PAD_PROBE_OK;
}

static GstBusSyncReply
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    self->has_failed = TRUE;
  g_cond_signal (&self->changed);
  return GST_BUS_PASS;
}

/* In the thread that writes. */

static void
configure_source (Export *self)
{
  g_autoptr (GstCaps) caps = onsite_audio_make_raw_caps ();
  g_autoptr (GstPad) pad = gst_element_get_static_pad (self->source, "src");

  /* Without a limit of its own: a push would wait forever for a disk that fails. */
  g_object_set (self->source,
                "caps",
                caps,
                "format",
                GST_FORMAT_TIME,
                "max-bytes",
                (guint64) 0,
                NULL);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_buffer_left, self, NULL);
}

static gboolean
start (Export *self, const OnsiteOggTags *tags, GFile *file, GError **error)
{
  GstElement *encoder, *sink;
  g_autoptr (GstBus) bus = NULL;

  if (!onsite_audio_init (error))
    return FALSE;
  self->pipeline = onsite_audio_make_pipeline ((OnsiteAudioStage[]){ { "appsrc", &self->source },
                                                                     { "flacenc", &encoder },
                                                                     { "giosink", &sink },
                                                                     { NULL } },
                                               error);
  if (!self->pipeline)
    return FALSE;
  configure_source (self);
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_set_sync_handler (bus, on_message, self, NULL);
  g_object_set (sink, "file", file, NULL);
  if (tags)
    {
      add_tag (encoder, GST_TAG_TITLE, tags->title);
      add_tag (encoder, GST_TAG_ARTIST, tags->artist);
    }
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
  return TRUE;
}

static gboolean
wait_for_room (Export *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->has_failed &&
         gst_app_src_get_current_level_bytes (GST_APP_SRC (self->source)) >= MAX_WAITING_BYTES)
    g_cond_wait (&self->changed, &self->lock);

  return !self->has_failed;
}

/* In the decoder's thread. */
static void
take_sound (const gint16 *samples, gsize n_samples, gpointer user_data)
{
  Export *self = user_data;
  const gsize n_skipped = MIN (n_samples, (gsize) self->n_to_skip);
  const gsize n_taken = MIN (n_samples - n_skipped, (gsize) self->n_left);
  GstBuffer *buffer;

  self->n_to_skip -= (gint64) n_skipped;
  self->n_left -= (gint64) n_taken;
  if (n_taken == 0 || !wait_for_room (self))
    return;
  buffer = gst_buffer_new_memdup (samples + n_skipped, n_taken * sizeof *samples);
  GST_BUFFER_PTS (
      buffer) = gst_util_uint64_scale ((guint64) self->n_samples, GST_SECOND, ONSITE_AUDIO_RATE);
  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (n_taken, GST_SECOND, ONSITE_AUDIO_RATE);
  self->n_samples += (gint64) n_taken;
  gst_app_src_push_buffer (GST_APP_SRC (self->source), buffer);
}

static gboolean
add_clip (Export *self,
          OnsiteLibrary *library,
          const char *clip,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (OnsiteClipReader) reader = onsite_clip_reader_new (library, clip, error);

  if (!reader)
    return FALSE;
  self->n_to_skip = onsite_clip_reader_get_pre_skip_samples (reader);
  self->n_left = onsite_clip_reader_get_n_samples (reader);
  return self->n_left == 0 ||
         onsite_audio_decode_clip (library, clip, take_sound, self, cancellable, error);
}

static gboolean
wait_for_end (Export *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);

  gst_app_src_end_of_stream (GST_APP_SRC (self->source));
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (bus,
                                                                   BUS_POLL_TIME,
                                                                   GST_MESSAGE_EOS |
                                                                       GST_MESSAGE_ERROR);
      g_autoptr (GError) failure = NULL;

      if (!message)
        continue;
      if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
        return TRUE;
      gst_message_parse_error (message, &failure, NULL);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, failure->message);
      return FALSE;
    }
  return FALSE;
}

static gboolean
write_file (GFile *file, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Request *request = user_data;
  g_auto (Export) export = { NULL };

  g_mutex_init (&export.lock);
  g_cond_init (&export.changed);
  if (!start (&export, request->tags, file, error))
    return FALSE;
  for (const char *const *clip = request->clips; *clip; clip++)
    if (!add_clip (&export, request->library, *clip, cancellable, error))
      return FALSE;
  if (export.n_samples > 0)
    return wait_for_end (&export, cancellable, error);
  g_set_error_literal (error,
                       ONSITE_AUDIO_ERROR,
                       ONSITE_AUDIO_ERROR_FAILED,
                       C_ ("error", "There is no sound to write: nothing was recorded."));
  return FALSE;
}

gboolean
onsite_flac_file_write (OnsiteLibrary *library,
                        const char *const *clips,
                        const OnsiteOggTags *tags,
                        GFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  Request request = { library, clips, tags };

  g_return_val_if_fail (library && clips && file, FALSE);

  return onsite_whole_file_write (file, write_file, &request, cancellable, error);
}
