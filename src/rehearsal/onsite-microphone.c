/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-microphone.h"

#include <glib/gi18n-lib.h>

#include "onsite-library-sink.h"

/* The first wait after a loss, and the longest; each is twice the one before. */
#define FIRST_RETRY_MS 1000
#define LAST_RETRY_MS  8000

struct _OnsiteMicrophone
{
  GObject parent_instance;

  OnsiteRecorder *recorder;
  OnsiteLibrarySink *sink;
  gboolean wanted;
  gboolean closing;
  GTask *opening;
  char *trouble;
  guint retry_ms;
  guint retry_id;
};

enum
{
  PROP_LEVEL = 1,
  PROP_LISTENING,
  PROP_TROUBLE,
  PROP_DEVICE,
  N_PROPS,
};

enum
{
  LOST,
  CLIP_ENDED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteMicrophone, onsite_microphone, G_TYPE_OBJECT)

static void
set_trouble (OnsiteMicrophone *self, const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void retry_later (OnsiteMicrophone *self);

/* What waits for the closing opens it by itself. */
static gboolean
is_to_come_back (OnsiteMicrophone *self)
{
  return self->wanted && !self->closing;
}

static void
on_reopened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteMicrophone) self = user_data;
  g_autoptr (GError) error = NULL;

  if (onsite_recorder_open_finish (ONSITE_RECORDER (source), result, &error))
    {
      set_trouble (self, NULL);
      return;
    }

  if (!is_to_come_back (self))
    return;

  set_trouble (self, error->message);
  retry_later (self);
}

static gboolean
retry (gpointer user_data)
{
  OnsiteMicrophone *self = user_data;

  self->retry_id = 0;
  self->retry_ms = MIN (self->retry_ms * 2, LAST_RETRY_MS);
  onsite_recorder_open_async (self->recorder, NULL, on_reopened, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
retry_later (OnsiteMicrophone *self)
{
  if (self->retry_id == 0)
    self->retry_id = g_timeout_add (self->retry_ms, retry, self);
}

static void
on_failed (OnsiteRecorder *recorder, const GError *error, OnsiteMicrophone *self)
{
  if (!is_to_come_back (self))
    return;

  set_trouble (self, error->message);
  g_signal_emit (self, signals[LOST], 0);
  self->retry_ms = FIRST_RETRY_MS;
  retry_later (self);
}

static void
on_level (OnsiteMicrophone *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

static void
on_listening (OnsiteMicrophone *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LISTENING]);
}

static void
on_clip_ended (const char *clip, gint64 n_samples, const OnsiteReceipt *receipt, gpointer user_data)
{
  g_signal_emit (user_data, signals[CLIP_ENDED], 0, clip, n_samples, receipt);
}

static void
on_stalled (OnsiteMicrophone *self)
{
  const gboolean stalled = onsite_recorder_get_stalled (self->recorder);

  set_trouble (self,
               stalled ? C_ ("trouble",
                             "No sound comes from the microphone any more. Is it plugged in? "
                             "Recording goes on as soon as there is sound again.")
                       : NULL);

  if (stalled)
    g_signal_emit (self, signals[LOST], 0);
}

static void
on_device (OnsiteMicrophone *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEVICE]);
}

static void
onsite_microphone_dispose (GObject *object)
{
  OnsiteMicrophone *self = ONSITE_MICROPHONE (object);

  self->wanted = FALSE;
  g_clear_handle_id (&self->retry_id, g_source_remove);

  if (self->sink != NULL)
    onsite_library_sink_disconnect (self->sink);

  g_clear_pointer (&self->sink, onsite_library_sink_unref);
  /* It stays until it has closed, away from this thread, and ended a running clip. */
  if (self->recorder != NULL)
    onsite_recorder_close_async (self->recorder, NULL, NULL, NULL);
  g_clear_object (&self->recorder);

  G_OBJECT_CLASS (onsite_microphone_parent_class)->dispose (object);
}

static void
onsite_microphone_finalize (GObject *object)
{
  OnsiteMicrophone *self = ONSITE_MICROPHONE (object);

  g_free (self->trouble);

  G_OBJECT_CLASS (onsite_microphone_parent_class)->finalize (object);
}

static void
onsite_microphone_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteMicrophone *self = ONSITE_MICROPHONE (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_double (value, onsite_microphone_get_level (self));
      break;

    case PROP_LISTENING:
      g_value_set_boolean (value, onsite_microphone_get_listening (self));
      break;

    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;

    case PROP_DEVICE:
      g_value_set_string (value, onsite_microphone_get_device (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_microphone_class_init (OnsiteMicrophoneClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_microphone_dispose;
  object_class->finalize = onsite_microphone_finalize;
  object_class->get_property = onsite_microphone_get_property;

  properties[PROP_LEVEL] = g_param_spec_double ("level", NULL, NULL, -100, 0, -100, flags);
  properties[PROP_LISTENING] = g_param_spec_boolean ("listening", NULL, NULL, FALSE, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  properties[PROP_DEVICE] = g_param_spec_string ("device", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOST] = g_signal_new ("lost",
                                ONSITE_TYPE_MICROPHONE,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);
  signals[CLIP_ENDED] = g_signal_new ("clip-ended",
                                      ONSITE_TYPE_MICROPHONE,
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      3,
                                      G_TYPE_STRING,
                                      G_TYPE_INT64,
                                      G_TYPE_POINTER);
}

static void
onsite_microphone_init (OnsiteMicrophone *self)
{
  self->retry_ms = FIRST_RETRY_MS;
}

OnsiteMicrophone *
onsite_microphone_new (OnsiteLibrary *library,
                       OnsiteSourceFunc source,
                       gpointer source_data,
                       GDestroyNotify source_destroy)
{
  OnsiteMicrophone *self = g_object_new (ONSITE_TYPE_MICROPHONE, NULL);

  self->sink = onsite_library_sink_new (library, on_clip_ended, self);
  self->recorder = onsite_recorder_new (source,
                                        source_data,
                                        source_destroy,
                                        onsite_library_sink_get_functions (),
                                        onsite_library_sink_ref (self->sink),
                                        (GDestroyNotify) onsite_library_sink_unref);
  g_signal_connect_object (self->recorder, "failed", G_CALLBACK (on_failed), self, 0);
  g_signal_connect_object (self->recorder,
                           "notify::level",
                           G_CALLBACK (on_level),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder,
                           "notify::listening",
                           G_CALLBACK (on_listening),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder,
                           "notify::stalled",
                           G_CALLBACK (on_stalled),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder,
                           "notify::device",
                           G_CALLBACK (on_device),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
onsite_microphone_set_codec (OnsiteMicrophone *self, OnsiteCodec codec)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  onsite_recorder_set_codec (self->recorder, codec);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteMicrophone *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!onsite_recorder_open_finish (ONSITE_RECORDER (source), result, &error))
    {
      set_trouble (self, is_to_come_back (self) ? error->message : NULL);
      self->wanted = FALSE;
      g_task_return_error (task, error);
      return;
    }

  set_trouble (self, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
open_recorder (OnsiteMicrophone *self, GTask *task)
{
  onsite_recorder_open_async (self->recorder, g_task_get_cancellable (task), on_opened, task);
}

void
onsite_microphone_open_async (OnsiteMicrophone *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, onsite_microphone_open_async);
  self->wanted = TRUE;

  if (self->closing)
    g_set_object (&self->opening, task);
  else if (onsite_recorder_get_listening (self->recorder))
    g_task_return_boolean (task, TRUE);
  else
    open_recorder (self, g_steal_pointer (&task));
}

gboolean
onsite_microphone_open_finish (OnsiteMicrophone *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OnsiteMicrophone *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->closing = FALSE;

  if (self->opening != NULL)
    open_recorder (self, g_steal_pointer (&self->opening));

  if (onsite_recorder_close_finish (ONSITE_RECORDER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
give_up_opening (OnsiteMicrophone *self)
{
  g_autoptr (GTask) opening = g_steal_pointer (&self->opening);

  if (opening != NULL)
    g_task_return_new_error (opening,
                             G_IO_ERROR,
                             G_IO_ERROR_CANCELLED,
                             "The microphone was closed again");
}

void
onsite_microphone_close_async (OnsiteMicrophone *self,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, onsite_microphone_close_async);
  self->wanted = FALSE;
  self->closing = TRUE;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  set_trouble (self, NULL);
  give_up_opening (self);
  onsite_recorder_close_async (self->recorder, NULL, on_closed, g_steal_pointer (&task));
}

gboolean
onsite_microphone_close_finish (OnsiteMicrophone *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
onsite_microphone_begin_clip (OnsiteMicrophone *self,
                              const char *take,
                              guint turn,
                              const char *clip,
                              gint64 created_at_us)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE (self), FALSE);

  onsite_library_sink_expect (self->sink, clip, take, turn, created_at_us);

  if (onsite_recorder_begin_clip (self->recorder, clip))
    return TRUE;

  onsite_library_sink_forget (self->sink, clip);
  return FALSE;
}

void
onsite_microphone_end_clip (OnsiteMicrophone *self)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  onsite_recorder_end_clip (self->recorder);
}

void
onsite_microphone_reopen_clip (OnsiteMicrophone *self)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  onsite_recorder_reopen_clip (self->recorder);
}

void
onsite_microphone_pause_clip (OnsiteMicrophone *self)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  onsite_recorder_pause_clip (self->recorder);
}

void
onsite_microphone_resume_clip (OnsiteMicrophone *self)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  onsite_recorder_resume_clip (self->recorder);
}

void
onsite_microphone_seal_clip (OnsiteMicrophone *self)
{
  g_return_if_fail (ONSITE_IS_MICROPHONE (self));

  onsite_recorder_seal_clip (self->recorder);
}

gboolean
onsite_microphone_get_receipt (OnsiteMicrophone *self, OnsiteReceipt *receipt)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE (self), FALSE);

  return onsite_recorder_get_receipt (self->recorder, receipt);
}

double
onsite_microphone_get_level (OnsiteMicrophone *self)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE (self), -100);

  return onsite_recorder_get_level (self->recorder);
}

gboolean
onsite_microphone_get_listening (OnsiteMicrophone *self)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE (self), FALSE);

  return onsite_recorder_get_listening (self->recorder);
}

const char *
onsite_microphone_get_trouble (OnsiteMicrophone *self)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE (self), NULL);

  return self->trouble;
}

const char *
onsite_microphone_get_device (OnsiteMicrophone *self)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE (self), NULL);

  return onsite_recorder_get_device (self->recorder);
}
