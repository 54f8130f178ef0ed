/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-voice.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsrc.h>

#include "onsite-playback.h"
#include "onsite-voice-engine.h"

#define MIN_RATE 0.5
#define MAX_RATE 2.0
/* A loudspeaker that stands still for so long, as where a sound server has lost count, does
 * not go on. */
#define MOST_STILL_S 10

struct _OnsiteVoice
{
  GObject parent_instance;

  OnsiteSinkFunc sink;
  gpointer sink_data;
  GDestroyNotify sink_destroy;

  double rate;
  GCancellable *speaking; /* hushes what is said last */

  GMutex lock;
  double volume;
  GstElement *volume_element; /* (nullable): of what is said now */
};

enum
{
  PROP_0,
  PROP_RATE,
  PROP_VOLUME,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OnsiteVoice, onsite_voice, G_TYPE_OBJECT)

typedef struct
{
  char *text;
  char *language;
  guint speaker;
  double rate;
  GBytes *samples; /* (nullable): what is played in place of the text */
  guint sample_rate;
  GCancellable *hush;
  GCancellable *cancellable;
  gulong cancelled_handler;
} Speech;

static void
speech_free (gpointer data)
{
  Speech *speech = data;

  g_cancellable_disconnect (speech->cancellable, speech->cancelled_handler);
  g_clear_object (&speech->cancellable);
  g_object_unref (speech->hush);
  g_clear_pointer (&speech->samples, g_bytes_unref);
  g_free (speech->language);
  g_free (speech->text);
  g_free (speech);
}

static void
set_volume (OnsiteVoice *self, double volume)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->volume = volume;
  if (self->volume_element)
    g_object_set (self->volume_element, "volume", volume, NULL);
}

static void
onsite_voice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OnsiteVoice *self = ONSITE_VOICE (object);

  switch (id)
    {
    case PROP_RATE:
      if (self->rate == g_value_get_double (value))
        return;
      self->rate = g_value_get_double (value);
      break;
    case PROP_VOLUME:
      if (self->volume == g_value_get_double (value))
        return;
      set_volume (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
onsite_voice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteVoice *self = ONSITE_VOICE (object);

  switch (id)
    {
    case PROP_RATE:
      g_value_set_double (value, self->rate);
      break;
    case PROP_VOLUME:
      g_value_set_double (value, self->volume);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_voice_finalize (GObject *object)
{
  OnsiteVoice *self = ONSITE_VOICE (object);

  if (self->sink_destroy)
    self->sink_destroy (self->sink_data);
  g_clear_object (&self->speaking);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (onsite_voice_parent_class)->finalize (object);
}

static void
onsite_voice_class_init (OnsiteVoiceClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = onsite_voice_set_property;
  object_class->get_property = onsite_voice_get_property;
  object_class->finalize = onsite_voice_finalize;

  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, MIN_RATE, MAX_RATE, 1.0, flags);
  properties[PROP_VOLUME] = g_param_spec_double ("volume", NULL, NULL, 0, 1, 1, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
onsite_voice_init (OnsiteVoice *self)
{
  self->rate = 1.0;
  self->volume = 1.0;
  g_mutex_init (&self->lock);
}

/* In the worker thread. */

typedef struct
{
  GMainLoop *loop;
  GstElement *pipeline;
  GCancellable *hush;
  GError *error;
  gint64 position;
  guint still_s; /* for how long it has been there */
} Playing;

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  Playing *playing = user_data;
  g_autoptr (GError) error = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      gst_message_parse_error (message, &error, NULL);
      if (!playing->error)
        playing->error = onsite_audio_make_sink_error (TRUE, error->message);
    }
  if (GST_MESSAGE_TYPE (message) & (GST_MESSAGE_ERROR | GST_MESSAGE_EOS))
    g_main_loop_quit (playing->loop);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_hushed (gpointer user_data)
{
  Playing *playing = user_data;

  g_cancellable_set_error_if_cancelled (playing->hush, &playing->error);
  g_main_loop_quit (playing->loop);
  return G_SOURCE_REMOVE;
}

/* Counted by what it sees itself: the whole program may have been stopped. */
static gboolean
on_second (gpointer user_data)
{
  Playing *playing = user_data;
  gint64 position = -1;

  gst_element_query_position (playing->pipeline, GST_FORMAT_TIME, &position);
  playing->still_s = position == playing->position ? playing->still_s + 1 : 0;
  playing->position = position;
  if (playing->still_s < MOST_STILL_S)
    return G_SOURCE_CONTINUE;
  if (!playing->error)
    playing->error = onsite_playback_make_error ();
  g_main_loop_quit (playing->loop);
  return G_SOURCE_REMOVE;
}

static void
attach (GSource *source, GSourceFunc callback, Playing *playing)
{
  g_source_set_callback (source, callback, playing, NULL);
  g_source_attach (source, g_main_loop_get_context (playing->loop));
}

/* In the thread that hushes, or before the loop runs: so the loop is told by a source of its own.
 * A GCancellableSource of GLib 2.74 leaks where it ends while its cancellable still tells others.
 */
static void
tell_hushed (GCancellable *hush, gpointer user_data)
{
  g_autoptr (GSource) hushed = g_idle_source_new ();

  attach (hushed, on_hushed, user_data);
}

static gboolean
play_until_heard (GstElement *pipeline, GCancellable *hush, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GSource) messages = gst_bus_create_watch (bus);
  g_autoptr (GSource) seconds = g_timeout_source_new_seconds (1);
  Playing playing = { .loop = loop, .pipeline = pipeline, .hush = hush };
  gulong handler;

  attach (messages, G_SOURCE_FUNC (on_message), &playing);
  attach (seconds, on_second, &playing);
  handler = g_cancellable_connect (hush, G_CALLBACK (tell_hushed), &playing, NULL);
  /* What goes wrong from here on comes as a message. */
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  g_main_loop_run (loop);
  g_cancellable_disconnect (hush, handler);
  g_source_destroy (messages);
  g_source_destroy (seconds);
  if (playing.error)
    g_propagate_error (error, playing.error);
  return playing.error == NULL;
}

static void
set_volume_element (OnsiteVoice *self, GstElement *element)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  gst_object_replace ((GstObject **) &self->volume_element, GST_OBJECT (element));
  if (element)
    g_object_set (element, "volume", self->volume, NULL);
}

static GstElement *
make_pipeline (OnsiteVoice *self, GstElement **source, GError **error)
{
  GstElement *sink = self->sink (self->sink_data);
  GstElement *volume;
  GstElement *pipeline;

  pipeline = onsite_audio_make_pipeline ((OnsiteAudioStage[]){ { "appsrc", source },
                                                               { "volume", &volume },
                                                               { "audioconvert", NULL },
                                                               { "audioresample", NULL },
                                                               { NULL, &sink },
                                                               { NULL } },
                                         error);
  if (!pipeline)
    return NULL;
  set_volume_element (self, volume);
  return pipeline;
}

/* In small buffers, so that a change of volume is heard at once. */
static void
fill_source (GstElement *source, GBytes *samples, guint sample_rate)
{
  const gsize piece = sample_rate / 50 * sizeof (gint16);
  g_autoptr (GstCaps) caps = onsite_audio_make_raw_caps ();
  gsize size = g_bytes_get_size (samples);

  gst_caps_set_simple (caps, "rate", G_TYPE_INT, (int) sample_rate, NULL);
  g_object_set (source, "caps", caps, "format", GST_FORMAT_TIME, "max-bytes", (guint64) 0, NULL);
  for (gsize offset = 0; offset < size; offset += piece)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (samples,
                                                         offset,
                                                         MIN (piece, size - offset));
      GstBuffer *buffer = gst_buffer_new_wrapped_bytes (bytes);

      GST_BUFFER_PTS (
          buffer) = gst_util_uint64_scale (offset / sizeof (gint16), GST_SECOND, sample_rate);
      gst_app_src_push_buffer (GST_APP_SRC (source), buffer);
    }
  gst_app_src_end_of_stream (GST_APP_SRC (source));
}

static gboolean
play (OnsiteVoice *self, Speech *speech, GBytes *samples, guint sample_rate, GError **error)
{
  g_autoptr (GstElement) pipeline = NULL;
  GstElement *source;
  gboolean heard = FALSE;

  pipeline = make_pipeline (self, &source, error);
  if (!pipeline)
    return FALSE;
  fill_source (source, samples, sample_rate);
  if (gst_element_set_state (pipeline, GST_STATE_READY) == GST_STATE_CHANGE_FAILURE)
    g_propagate_error (error, onsite_audio_make_sink_error (FALSE, NULL));
  else
    heard = play_until_heard (pipeline, speech->hush, error);
  set_volume_element (self, NULL);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return heard;
}

static GBytes *
get_samples (const Speech *speech, guint *sample_rate, GError **error)
{
  *sample_rate = speech->sample_rate;
  if (speech->samples)
    return g_bytes_ref (speech->samples);
  return onsite_voice_render (speech->text,
                              speech->language,
                              speech->speaker,
                              speech->rate,
                              sample_rate,
                              error);
}

static void
speak_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  OnsiteVoice *self = source_object;
  Speech *speech = task_data;
  g_autoptr (GBytes) samples = NULL;
  guint sample_rate;
  GError *error = NULL;

  if (onsite_audio_init (&error) && (samples = get_samples (speech, &sample_rate, &error)) &&
      !g_cancellable_set_error_if_cancelled (speech->hush, &error) &&
      play (self, speech, samples, sample_rate, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

guint
onsite_voice_get_n_speakers (const char *language)
{
  g_return_val_if_fail (language, 0);

  return onsite_voice_engine_find (language) ? ONSITE_VOICE_SPEAKERS : 0;
}

OnsiteVoice *
onsite_voice_new (OnsiteSinkFunc sink, gpointer sink_data, GDestroyNotify sink_destroy)
{
  OnsiteVoice *self = g_object_new (ONSITE_TYPE_VOICE, NULL);

  self->sink = sink;
  self->sink_data = sink_data;
  self->sink_destroy = sink_destroy;
  return self;
}

static void
hush (GCancellable *cancellable, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
start_speech (OnsiteVoice *self, Speech *speech, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_cancellable_cancel (self->speaking);
  speech->hush = g_cancellable_new ();
  g_set_object (&self->speaking, speech->hush);
  if (cancellable)
    {
      speech->cancellable = g_object_ref (cancellable);
      speech->cancelled_handler = g_cancellable_connect (cancellable,
                                                         G_CALLBACK (hush),
                                                         speech->hush,
                                                         NULL);
    }
  g_task_set_task_data (task, speech, speech_free);
  g_task_run_in_thread (task, speak_in_thread);
}

void
onsite_voice_speak_async (OnsiteVoice *self,
                          const char *text,
                          const char *language,
                          guint speaker,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Speech *speech;

  g_return_if_fail (ONSITE_IS_VOICE (self));
  g_return_if_fail (text && language);

  speech = g_new0 (Speech, 1);
  speech->text = g_strdup (text);
  speech->language = g_strdup (language);
  speech->speaker = speaker;
  speech->rate = self->rate;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_voice_speak_async);
  start_speech (self, speech, task);
}

void
onsite_voice_play_async (OnsiteVoice *self,
                         GBytes *samples,
                         guint sample_rate,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Speech *speech;

  g_return_if_fail (ONSITE_IS_VOICE (self));
  g_return_if_fail (samples);

  speech = g_new0 (Speech, 1);
  speech->samples = g_bytes_ref (samples);
  speech->sample_rate = sample_rate;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_voice_play_async);
  start_speech (self, speech, task);
}

gboolean
onsite_voice_speak_finish (OnsiteVoice *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

GBytes *
onsite_voice_render (const char *text,
                     const char *language,
                     guint speaker,
                     double rate,
                     guint *sample_rate,
                     GError **error)
{
  const OnsiteVoiceEngine *engine;

  g_return_val_if_fail (text && language && sample_rate, NULL);

  engine = onsite_voice_engine_find (language);
  if (!engine)
    {
      g_set_error (error,
                   ONSITE_AUDIO_ERROR,
                   ONSITE_AUDIO_ERROR_NO_VOICE,
                   C_ ("error",
                       "This program was built without a voice for the language “%s”. The "
                       "question is there to read."),
                   language);
      return NULL;
    }
  return engine->render (text,
                         language,
                         speaker % ONSITE_VOICE_SPEAKERS,
                         CLAMP (rate, MIN_RATE, MAX_RATE),
                         sample_rate,
                         error);
}
