/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-microphone-check.h"

#include <glib/gi18n-lib.h>

/* How often the words are thought over. */
#define JUDGE_INTERVAL_MS 250
#define SILENCE_DB        (-100.0)

struct _OnsiteMicrophoneCheck
{
  GObject parent_instance;

  OnsiteSourceFunc source;
  gpointer source_data;
  GBoxedCopyFunc ref;
  GDestroyNotify unref;
  OnsiteRecorder *recorder;
  GCancellable *cancellable;
  OnsiteHearing hearing;
  guint judge_id;
  double level;
  char *words;
  gboolean ready;
  gboolean failed;
};

enum
{
  PROP_0,
  PROP_LEVEL,
  PROP_WORDS,
  PROP_READY,
  PROP_FAILED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteMicrophoneCheck, onsite_microphone_check, G_TYPE_OBJECT)

static gint64
now_ms (void)
{
  return g_get_monotonic_time () / 1000;
}

static void
set_level (OnsiteMicrophoneCheck *self, double level)
{
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

static void
set_words (OnsiteMicrophoneCheck *self, const char *words)
{
  char *copy;

  if (g_strcmp0 (self->words, words) == 0)
    return;

  copy = g_strdup (words);
  g_free (self->words);
  self->words = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORDS]);
}

static void
set_state (OnsiteMicrophoneCheck *self, gboolean ready, gboolean failed)
{
  if (self->ready != ready)
    {
      self->ready = ready;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
    }
  if (self->failed != failed)
    {
      self->failed = failed;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAILED]);
    }
}

static const char *
get_words (OnsiteHeard heard)
{
  switch (heard)
    {
    case ONSITE_HEARD_VOICE:
      return C_ ("microphone", "We hear you");

    case ONSITE_HEARD_BEFORE:
      return C_ ("microphone", "We heard you");

    case ONSITE_HEARD_LOUD:
      return C_ ("check", "Too loud for the microphone. Turn it down, or move away.");

    case ONSITE_HEARD_SILENCE:
      return C_ ("microphone", "We can’t hear you. Is the microphone muted?");

    case ONSITE_HEARD_QUIET:
      return C_ ("check", "We hear the room, but no voice. Speak, or move closer.");

    case ONSITE_HEARD_NOTHING_YET:
    default:
      return C_ ("microphone", "Say something");
    }
}

static gboolean
judge_cb (gpointer user_data)
{
  OnsiteMicrophoneCheck *self = ONSITE_MICROPHONE_CHECK (user_data);

  set_words (self, get_words (onsite_hearing_judge (self->hearing, now_ms ())));

  return G_SOURCE_CONTINUE;
}

static void
level_changed_cb (OnsiteMicrophoneCheck *self)
{
  double level = onsite_recorder_get_level (self->recorder);

  self->hearing = onsite_hearing_step (self->hearing, level, now_ms ());
  set_level (self, level);
}

static void
fail (OnsiteMicrophoneCheck *self, const GError *error)
{
  onsite_microphone_check_stop (self);
  set_words (self, error->message);
  set_state (self, FALSE, TRUE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteMicrophoneCheck) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean opened = onsite_recorder_open_finish (ONSITE_RECORDER (source), result, &error);

  /* Another one was asked for in the meantime. */
  if (ONSITE_RECORDER (source) != self->recorder)
    return;

  if (!opened)
    {
      fail (self, error);
      return;
    }

  self->hearing = onsite_hearing_init (now_ms ());
  self->judge_id = g_timeout_add (JUDGE_INTERVAL_MS, judge_cb, self);
  judge_cb (self);
  set_state (self, TRUE, FALSE);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!onsite_recorder_close_finish (ONSITE_RECORDER (source), result, &error))
    g_debug ("The microphone was let go of with: %s", error->message);
}

static void
onsite_microphone_check_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  OnsiteMicrophoneCheck *self = ONSITE_MICROPHONE_CHECK (object);

  switch (prop_id)
    {
    case PROP_LEVEL:
      g_value_set_double (value, self->level);
      break;

    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;

    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;

    case PROP_FAILED:
      g_value_set_boolean (value, self->failed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
onsite_microphone_check_dispose (GObject *object)
{
  onsite_microphone_check_stop (ONSITE_MICROPHONE_CHECK (object));

  G_OBJECT_CLASS (onsite_microphone_check_parent_class)->dispose (object);
}

static void
onsite_microphone_check_finalize (GObject *object)
{
  OnsiteMicrophoneCheck *self = ONSITE_MICROPHONE_CHECK (object);

  g_clear_pointer (&self->words, g_free);
  if (self->unref != NULL)
    self->unref (self->source_data);

  G_OBJECT_CLASS (onsite_microphone_check_parent_class)->finalize (object);
}

static void
onsite_microphone_check_class_init (OnsiteMicrophoneCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = onsite_microphone_check_get_property;
  object_class->dispose = onsite_microphone_check_dispose;
  object_class->finalize = onsite_microphone_check_finalize;

  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, SILENCE_DB, flags);
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  props[PROP_FAILED] = g_param_spec_boolean ("failed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
onsite_microphone_check_init (OnsiteMicrophoneCheck *self)
{
  self->level = SILENCE_DB;
}

OnsiteMicrophoneCheck *
onsite_microphone_check_new (OnsiteSourceFunc source,
                             gpointer source_data,
                             GBoxedCopyFunc ref,
                             GDestroyNotify unref)
{
  OnsiteMicrophoneCheck *self = g_object_new (ONSITE_TYPE_MICROPHONE_CHECK, NULL);

  self->source = source;
  self->ref = ref;
  self->unref = unref;
  self->source_data = ref != NULL ? ref (source_data) : source_data;

  return self;
}

void
onsite_microphone_check_start (OnsiteMicrophoneCheck *self)
{
  /* No clip is ever begun, so that nothing is handed on. */
  static const OnsiteRecorderSink nowhere = { NULL };

  g_return_if_fail (ONSITE_IS_MICROPHONE_CHECK (self));

  onsite_microphone_check_stop (self);
  set_state (self, FALSE, FALSE);
  set_words (self, C_ ("microphone", "Listening…"));
  self->cancellable = g_cancellable_new ();
  self->recorder = onsite_recorder_new (self->source,
                                        self->ref != NULL ? self->ref (self->source_data)
                                                          : self->source_data,
                                        self->unref,
                                        &nowhere,
                                        NULL,
                                        NULL);
  g_signal_connect_object (self->recorder,
                           "notify::level",
                           G_CALLBACK (level_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "failed", G_CALLBACK (fail), self, G_CONNECT_SWAPPED);
  onsite_recorder_open_async (self->recorder, self->cancellable, opened_cb, g_object_ref (self));
}

void
onsite_microphone_check_stop (OnsiteMicrophoneCheck *self)
{
  g_autoptr (OnsiteRecorder) recorder = NULL;

  g_return_if_fail (ONSITE_IS_MICROPHONE_CHECK (self));

  g_clear_handle_id (&self->judge_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  recorder = g_steal_pointer (&self->recorder);
  if (recorder == NULL)
    return;

  g_signal_handlers_disconnect_by_data (recorder, self);
  onsite_recorder_close_async (recorder, NULL, closed_cb, NULL);
  set_level (self, SILENCE_DB);
  set_state (self, FALSE, self->failed);
}

gboolean
onsite_microphone_check_get_ready (OnsiteMicrophoneCheck *self)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE_CHECK (self), FALSE);

  return self->ready;
}

gboolean
onsite_microphone_check_get_failed (OnsiteMicrophoneCheck *self)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE_CHECK (self), FALSE);

  return self->failed;
}

const char *
onsite_microphone_check_get_words (OnsiteMicrophoneCheck *self)
{
  g_return_val_if_fail (ONSITE_IS_MICROPHONE_CHECK (self), NULL);

  return self->words;
}
