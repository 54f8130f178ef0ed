/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-recorder.h"

#include "onsite-listener.h"
#include "onsite-recordings.h"

#define SILENCE_DBFS -100.0

struct _OnsiteRecorder
{
  GObject parent_instance;

  OnsiteRecordings *recordings;
  OnsiteListener *listener;
  double level;
  gint64 elapsed_ms;
};

enum
{
  PROP_0,
  PROP_LEVEL,
  PROP_LISTENING,
  PROP_STALLED,
  PROP_ELAPSED_MS,
  PROP_DEVICE,
  N_PROPERTIES,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteRecorder, onsite_recorder, G_TYPE_OBJECT)

static void
onsite_recorder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_double (value, self->level);
      break;
    case PROP_LISTENING:
      g_value_set_boolean (value, onsite_recorder_get_listening (self));
      break;
    case PROP_STALLED:
      g_value_set_boolean (value, onsite_recorder_get_stalled (self));
      break;
    case PROP_ELAPSED_MS:
      g_value_set_int64 (value, onsite_recorder_get_elapsed_ms (self));
      break;
    case PROP_DEVICE:
      g_value_set_string (value, onsite_recorder_get_device (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_recorder_dispose (GObject *object)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);

  onsite_listener_stop (self->listener);
  G_OBJECT_CLASS (onsite_recorder_parent_class)->dispose (object);
}

static void
onsite_recorder_finalize (GObject *object)
{
  OnsiteRecorder *self = ONSITE_RECORDER (object);

  onsite_listener_free (self->listener);
  onsite_recordings_free (self->recordings);
  G_OBJECT_CLASS (onsite_recorder_parent_class)->finalize (object);
}

static void
onsite_recorder_class_init (OnsiteRecorderClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = onsite_recorder_get_property;
  object_class->dispose = onsite_recorder_dispose;
  object_class->finalize = onsite_recorder_finalize;

  properties[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, SILENCE_DBFS, 0, SILENCE_DBFS, flags);
  properties[PROP_LISTENING] = g_param_spec_boolean ("listening", NULL, NULL, FALSE, flags);
  properties[PROP_STALLED] = g_param_spec_boolean ("stalled", NULL, NULL, FALSE, flags);
  properties[PROP_ELAPSED_MS] =
      g_param_spec_int64 ("elapsed-ms", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_DEVICE] = g_param_spec_string ("device", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[FAILED] = g_signal_new ("failed",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static void
onsite_recorder_init (OnsiteRecorder *self)
{
  self->level = SILENCE_DBFS;
}

static void
set_level (OnsiteRecorder *self, double level)
{
  level = CLAMP (level, SILENCE_DBFS, 0);
  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static gboolean
handle_update (gpointer user_data)
{
  OnsiteRecorder *self = user_data;
  gint64 elapsed_ms;
  double level;

  level = onsite_recordings_take_level (self->recordings, &elapsed_ms);
  if (!onsite_listener_get_listening (self->listener))
    return G_SOURCE_REMOVE;
  onsite_listener_hears (self->listener);
  set_level (self, level);
  if (self->elapsed_ms != elapsed_ms)
    {
      self->elapsed_ms = elapsed_ms;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ELAPSED_MS]);
    }
  return G_SOURCE_REMOVE;
}

static void
on_measured (gpointer owner)
{
  OnsiteRecorder *self = owner;

  onsite_listener_run (self->listener, handle_update, g_object_ref (self), g_object_unref);
}

static void
on_clip_done (OnsiteRecording *recording, const GError *error, gpointer owner)
{
  OnsiteRecorder *self = owner;

  onsite_listener_tell (self->listener, recording, error);
}

static void
on_quiet (gpointer owner)
{
  set_level (owner, SILENCE_DBFS);
}

static void
on_notify (const char *property, gpointer owner)
{
  g_object_notify (owner, property);
}

static void
on_failed (const GError *error, gpointer owner)
{
  g_signal_emit (owner, signals[FAILED], 0, error);
}

OnsiteRecorder *
onsite_recorder_new (OnsiteSourceFunc source,
                     gpointer source_data,
                     GDestroyNotify source_destroy,
                     const OnsiteRecorderSink *sink,
                     gpointer sink_data,
                     GDestroyNotify sink_destroy)
{
  static const OnsiteRecordingsFuncs recordings_funcs = { on_measured, on_clip_done };
  static const OnsiteListenerFuncs listener_funcs = { on_quiet, on_notify, on_failed };
  OnsiteRecorder *self = g_object_new (ONSITE_TYPE_RECORDER, NULL);
  OnsiteClipSink *clips = onsite_clip_sink_new (sink, sink_data, sink_destroy);

  self->recordings = onsite_recordings_new (clips, &recordings_funcs, G_OBJECT (self));
  self->listener = onsite_listener_new (source,
                                        source_data,
                                        source_destroy,
                                        self->recordings,
                                        &listener_funcs,
                                        G_OBJECT (self));
  return self;
}

void
onsite_recorder_set_codec (OnsiteRecorder *self, OnsiteCodec codec)
{
  g_return_if_fail (ONSITE_IS_RECORDER (self));

  onsite_recordings_set_codec (self->recordings, codec);
}

void
onsite_recorder_open_async (OnsiteRecorder *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_recorder_open_async);
  onsite_listener_open (self->listener, task);
}

gboolean
onsite_recorder_open_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
onsite_recorder_close_async (OnsiteRecorder *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ONSITE_IS_RECORDER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_recorder_close_async);
  onsite_listener_close (self->listener, task);
}

gboolean
onsite_recorder_close_finish (OnsiteRecorder *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
onsite_recorder_begin_clip (OnsiteRecorder *self, const char *clip)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ONSITE_IS_RECORDER (self), FALSE);
  g_return_val_if_fail (clip, FALSE);

  if (!onsite_listener_get_listening (self->listener))
    return FALSE;
  if (onsite_recordings_begin (self->recordings, clip, &error))
    return TRUE;
  onsite_listener_tell (self->listener, NULL, error);
  return FALSE;
}

void
onsite_recorder_end_clip (OnsiteRecorder *self)
{
  g_return_if_fail (ONSITE_IS_RECORDER (self));

  onsite_recordings_mark_end (self->recordings);
}

void
onsite_recorder_pause_clip (OnsiteRecorder *self)
{
  g_return_if_fail (ONSITE_IS_RECORDER (self));

  onsite_recordings_pause (self->recordings);
}

void
onsite_recorder_resume_clip (OnsiteRecorder *self)
{
  g_return_if_fail (ONSITE_IS_RECORDER (self));

  onsite_recordings_resume (self->recordings);
}

void
onsite_recorder_reopen_clip (OnsiteRecorder *self)
{
  g_return_if_fail (ONSITE_IS_RECORDER (self));

  onsite_recordings_clear_end (self->recordings);
}

void
onsite_recorder_seal_clip (OnsiteRecorder *self)
{
  g_return_if_fail (ONSITE_IS_RECORDER (self));

  onsite_recordings_seal (self->recordings);
}

gboolean
onsite_recorder_get_receipt (OnsiteRecorder *self, OnsiteReceipt *receipt)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), FALSE);

  return onsite_recordings_get_receipt (self->recordings, receipt);
}

double
onsite_recorder_get_level (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), SILENCE_DBFS);

  return self->level;
}

gboolean
onsite_recorder_get_listening (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), FALSE);

  return onsite_listener_get_listening (self->listener);
}

gboolean
onsite_recorder_get_stalled (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), FALSE);

  return onsite_listener_get_stalled (self->listener);
}

gint64
onsite_recorder_get_elapsed_ms (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), 0);

  return onsite_recordings_get_elapsed_ms (self->recordings);
}

const char *
onsite_recorder_get_device (OnsiteRecorder *self)
{
  g_return_val_if_fail (ONSITE_IS_RECORDER (self), NULL);

  return onsite_listener_get_device (self->listener);
}
