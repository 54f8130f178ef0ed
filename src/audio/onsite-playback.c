/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-playback.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsrc.h>
#include <gst/audio/audio.h>

#include "onsite-audio.h"
#include "onsite-codec-elements.h"

#define PREPARE_TIMEOUT_US (5 * G_USEC_PER_SEC)
/* A second of packets: enough for a disk that is busy. */
#define QUEUED_PACKETS 50
/* A sink's clock begins at 0 with each sink, and no clip takes as long as this. */
#define LONGEST_TIME (24 * 60 * 60 * GST_SECOND)

struct _OnsitePlayback
{
  GObject parent_instance;

  OnsitePlaybackFuncs funcs;
  gpointer user_data;
  GstElement *pipeline;
  GstElement *source;
  GstElement *volume;
  GstElement *sink;

  OnsitePacketFeed *feed;
  GMutex feed_lock; /* held while the disk is read */
  gint is_reading;  /* atomic */

  GMutex lock;
  GCond changed;
  gboolean prepared;
  gint64 target_sample; /* of a seek that has not arrived, or −1 */
  guint n_seek;         /* what who sought calls the last seek, or 0 */
  guint32 seek_seqnum;  /* what GStreamer calls it */
  GArray *omissions;    /* (nullable) (element-type OnsiteOmission): never changed */
  GError *error;
};

G_DEFINE_FINAL_TYPE (OnsitePlayback, onsite_playback, G_TYPE_OBJECT)

static void
onsite_playback_dispose (GObject *object)
{
  OnsitePlayback *self = ONSITE_PLAYBACK (object);

  if (self->pipeline)
    onsite_playback_stop (self);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  G_OBJECT_CLASS (onsite_playback_parent_class)->dispose (object);
}

static void
onsite_playback_finalize (GObject *object)
{
  OnsitePlayback *self = ONSITE_PLAYBACK (object);

  g_clear_pointer (&self->feed, onsite_packet_feed_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->omissions, g_array_unref);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->feed_lock);
  G_OBJECT_CLASS (onsite_playback_parent_class)->finalize (object);
}

static void
onsite_playback_class_init (OnsitePlaybackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_playback_dispose;
  object_class->finalize = onsite_playback_finalize;
}

static void
onsite_playback_init (OnsitePlayback *self)
{
  self->target_sample = -1;
  g_mutex_init (&self->lock);
  g_mutex_init (&self->feed_lock);
  g_cond_init (&self->changed);
}

/* In GStreamer's threads. */

static void
note_error (OnsitePlayback *self, const GError *error)
{
  gboolean tell;

  g_mutex_lock (&self->lock);
  tell = self->prepared && !self->error;
  if (!self->error)
    self->error = g_error_copy (error);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  if (tell)
    self->funcs.failed (error, self->user_data);
}

static void
on_need_data (GstAppSrc *source, guint length, gpointer user_data)
{
  OnsitePlayback *self = user_data;
  g_autoptr (GError) error = NULL;
  GstBuffer *buffer;

  g_mutex_lock (&self->feed_lock);
  g_atomic_int_set (&self->is_reading, TRUE);
  buffer = onsite_packet_feed_next (self->feed, &error);
  g_atomic_int_set (&self->is_reading, FALSE);
  g_mutex_unlock (&self->feed_lock);
  if (error)
    note_error (self, error);
  if (buffer)
    gst_app_src_push_buffer (source, buffer);
  else
    gst_app_src_end_of_stream (source);
}

static gboolean
on_seek_data (GstAppSrc *source, guint64 time, gpointer user_data)
{
  OnsitePlayback *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean found;

  g_mutex_lock (&self->feed_lock);
  g_atomic_int_set (&self->is_reading, TRUE);
  found = onsite_packet_feed_seek (self->feed, time, &error);
  g_atomic_int_set (&self->is_reading, FALSE);
  g_mutex_unlock (&self->feed_lock);
  if (!found)
    note_error (self, error);
  return found;
}

/* A decoder of FLAC doesn't know that a clip ends within its last packet. */
static GstPadProbeReturn
on_decoded (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  OnsitePlayback *self = user_data;
  GstBuffer *buffer = gst_buffer_ref (gst_pad_probe_info_get_buffer (info));
  GstSegment clip;

  gst_segment_init (&clip, GST_FORMAT_TIME);
  clip.stop = onsite_packet_feed_to_time (self->feed,
                                          onsite_packet_feed_get_n_samples (self->feed));
  buffer = gst_audio_buffer_clip (buffer, &clip, ONSITE_AUDIO_RATE, sizeof (gint16));
  if (!buffer)
    return GST_PAD_PROBE_DROP;
  gst_buffer_unref (gst_pad_probe_info_get_buffer (info));
  info->data = buffer;
  return GST_PAD_PROBE_OK;
}

/* Exact to the sample, where a volume would be changed some time before it is heard. */
static GstPadProbeReturn
on_about_to_be_heard (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  OnsitePlayback *self = user_data;
  g_autoptr (GArray) omissions = NULL;
  GstBuffer *buffer;
  GstMapInfo map;

  g_mutex_lock (&self->lock);
  omissions = self->omissions ? g_array_ref (self->omissions) : NULL;
  g_mutex_unlock (&self->lock);
  if (!omissions)
    return GST_PAD_PROBE_OK;
  buffer = gst_buffer_make_writable (gst_pad_probe_info_get_buffer (info));
  info->data = buffer;
  if (!gst_buffer_map (buffer, &map, GST_MAP_READWRITE))
    return GST_PAD_PROBE_DROP;
  onsite_omission_silence (omissions,
                           (gint16 *) (gpointer) map.data,
                           map.size / sizeof (gint16),
                           onsite_packet_feed_to_sample (self->feed, GST_BUFFER_PTS (buffer)));
  gst_buffer_unmap (buffer, &map);
  return GST_PAD_PROBE_OK;
}

static void
note_arrival (OnsitePlayback *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->prepared = TRUE;
  self->target_sample = -1;
  g_cond_broadcast (&self->changed);
}

/* What was on its way when one sought away is told all the same. By a clock that has lost
 * time the end may come before it is heard. */
static void
handle_end_message (OnsitePlayback *self, GstMessage *message)
{
  guint n_seek;
  gboolean is_last;

  g_mutex_lock (&self->lock);
  n_seek = self->n_seek;
  is_last = n_seek == 0 || gst_message_get_seqnum (message) == self->seek_seqnum;
  g_mutex_unlock (&self->lock);
  if (is_last && !onsite_playback_has_lost_time (self))
    self->funcs.ended (n_seek, self->user_data);
}

static void
handle_error_message (OnsitePlayback *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;

  gst_message_parse_error (message, &error, NULL);
  told = onsite_audio_make_sink_error (TRUE, error->message);
  note_error (self, told);
}

static GstBusSyncReply
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  OnsitePlayback *self = user_data;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ERROR:
      handle_error_message (self, message);
      break;
    case GST_MESSAGE_ASYNC_DONE:
      note_arrival (self);
      break;
    case GST_MESSAGE_EOS:
      handle_end_message (self, message);
      break;
    default:
      break;
    }
  gst_message_unref (message);
  return GST_BUS_DROP;
}

/* In the threads that use it. */

static void
configure_source (OnsitePlayback *self)
{
  GstAppSrcCallbacks callbacks = { .need_data = on_need_data, .seek_data = on_seek_data };
  g_autoptr (GstCaps) caps = onsite_codec_make_caps (
      onsite_packet_feed_get_codec_head (self->feed));

  g_object_set (self->source,
                "caps",
                caps,
                "format",
                GST_FORMAT_TIME,
                "stream-type",
                GST_APP_STREAM_TYPE_SEEKABLE,
                "max-buffers",
                (guint64) QUEUED_PACKETS,
                NULL);
  gst_app_src_set_duration (
      GST_APP_SRC (self->source),
      onsite_packet_feed_to_time (self->feed, onsite_packet_feed_get_n_samples (self->feed)));
  gst_app_src_set_callbacks (GST_APP_SRC (self->source), &callbacks, self, NULL);
}

static void
look_at_decoded (OnsitePlayback *self, GstElement *decoder, OnsiteCodec codec)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (decoder, "src");

  if (codec == ONSITE_CODEC_FLAC)
    gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_decoded, self, NULL);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_about_to_be_heard, self, NULL);
}

OnsitePlayback *
onsite_playback_new (OnsitePacketFeed *feed,
                     GstElement *sink,
                     const OnsitePlaybackFuncs *funcs,
                     gpointer user_data,
                     GError **error)
{
  g_autoptr (OnsitePlayback) self = g_object_new (ONSITE_TYPE_PLAYBACK, NULL);
  const OnsiteCodec codec = onsite_codec_of_head (onsite_packet_feed_get_codec_head (feed));
  const char *decoder_factory = onsite_codec_name_decoder (codec);
  g_autoptr (GstBus) bus = NULL;
  GstElement *decoder;

  self->feed = feed;
  self->funcs = *funcs;
  self->user_data = user_data;
  self->sink = sink;
  self->pipeline = onsite_audio_make_pipeline ((OnsiteAudioStage[]){ { "appsrc", &self->source },
                                                                     { decoder_factory, &decoder },
                                                                     { "audioconvert", NULL },
                                                                     { "scaletempo", NULL },
                                                                     { "audioconvert", NULL },
                                                                     { "audioresample", NULL },
                                                                     { "volume", &self->volume },
                                                                     { NULL, &sink },
                                                                     { NULL } },
                                               error);
  if (!self->pipeline)
    return NULL;
  configure_source (self);
  look_at_decoded (self, decoder, codec);
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_set_sync_handler (bus, on_message, self, NULL);
  return g_steal_pointer (&self);
}

GError *
onsite_playback_make_error (void)
{
  return onsite_audio_make_sink_error (TRUE, C_ ("error", "it does not answer"));
}

static void
wake (GCancellable *cancellable, OnsitePlayback *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_cond_broadcast (&self->changed);
}

static gboolean
wait_until_prepared (OnsitePlayback *self, GCancellable *cancellable, GError **error)
{
  gint64 deadline_us = g_get_monotonic_time () + PREPARE_TIMEOUT_US;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (!self->prepared && !self->error && !g_cancellable_is_cancelled (cancellable))
    if (!g_cond_wait_until (&self->changed, &self->lock, deadline_us))
      break;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->error)
    g_propagate_error (error, g_error_copy (self->error));
  else if (!self->prepared)
    g_propagate_error (error, onsite_playback_make_error ());
  return self->prepared && !self->error;
}

gboolean
onsite_playback_prepare (OnsitePlayback *self, GCancellable *cancellable, GError **error)
{
  gboolean prepared;
  gulong handler = 0;

  if (gst_element_set_state (self->pipeline, GST_STATE_READY) == GST_STATE_CHANGE_FAILURE)
    {
      g_propagate_error (error, onsite_audio_make_sink_error (FALSE, NULL));
      return FALSE;
    }
  if (cancellable)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (wake), self, NULL);
  /* What goes wrong from here on comes as a message. */
  gst_element_set_state (self->pipeline, GST_STATE_PAUSED);
  prepared = wait_until_prepared (self, cancellable, error);
  g_cancellable_disconnect (cancellable, handler);
  return prepared;
}

gboolean
onsite_playback_replace_sink (OnsitePlayback *self, GstElement *sink, GError **error)
{
  onsite_playback_stop (self);
  /* Else the old sink's is there until the pipeline chooses among those that it has. */
  gst_element_set_clock (self->pipeline, NULL);
  gst_bin_remove (GST_BIN (self->pipeline), self->sink);
  self->sink = sink;
  gst_bin_add (GST_BIN (self->pipeline), sink);
  if (!onsite_audio_link (self->volume, sink, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  self->prepared = FALSE;
  g_mutex_unlock (&self->lock);
  return onsite_playback_prepare (self, NULL, error);
}

void
onsite_playback_set_playing (OnsitePlayback *self, gboolean playing)
{
  gst_element_set_state (self->pipeline, playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
}

void
onsite_playback_seek (OnsitePlayback *self,
                      guint n_seek,
                      gint64 sample,
                      double rate,
                      gboolean skip_silence)
{
  GstClockTime time = onsite_packet_feed_to_time (self->feed, sample);
  GstEvent *seek = gst_event_new_seek (rate,
                                       GST_FORMAT_TIME,
                                       GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                                       GST_SEEK_TYPE_SET,
                                       (gint64) time,
                                       GST_SEEK_TYPE_NONE,
                                       0);

  g_mutex_lock (&self->lock);
  self->target_sample = sample;
  self->n_seek = n_seek;
  self->seek_seqnum = gst_event_get_seqnum (seek);
  g_mutex_unlock (&self->lock);
  onsite_packet_feed_set_skip_silence (self->feed, skip_silence);
  gst_element_send_event (self->pipeline, seek);
}

void
onsite_playback_set_volume (OnsitePlayback *self, double volume)
{
  g_object_set (self->volume, "volume", volume, NULL);
}

void
onsite_playback_set_omissions (OnsitePlayback *self, GArray *omissions)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_clear_pointer (&self->omissions, g_array_unref);
  self->omissions = omissions ? g_array_ref (omissions) : NULL;
}

gboolean
onsite_playback_has_lost_time (OnsitePlayback *self)
{
  g_autoptr (GstClock) clock = gst_element_get_clock (self->pipeline);

  return clock && GST_IS_AUDIO_CLOCK (clock) && gst_clock_get_time (clock) > LONGEST_TIME;
}

gboolean
onsite_playback_is_reading (OnsitePlayback *self)
{
  return g_atomic_int_get (&self->is_reading);
}

gint64
onsite_playback_get_sample (OnsitePlayback *self)
{
  gint64 target_sample, time;

  g_mutex_lock (&self->lock);
  target_sample = self->target_sample;
  g_mutex_unlock (&self->lock);
  if (target_sample >= 0)
    return target_sample;
  /* Another seek may have begun since the one that was waited for. */
  if (!gst_element_query_position (self->pipeline, GST_FORMAT_TIME, &time))
    return -1;
  /* The query itself may have been what came too early. */
  if (onsite_playback_has_lost_time (self))
    return -1;
  return onsite_packet_feed_to_sample (self->feed, (GstClockTime) MAX (0, time));
}

gint64
onsite_playback_get_n_samples (OnsitePlayback *self)
{
  return onsite_packet_feed_get_n_samples (self->feed);
}

void
onsite_playback_stop (OnsitePlayback *self)
{
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
}
