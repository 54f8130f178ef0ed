/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-interviewer.h"

typedef struct
{
  char *text;
  guint speaker;
  gboolean awaited;
} Line;

struct _OnsiteInterviewer
{
  GObject parent_instance;

  OnsiteVoice *voice;
  char *language;
  GQueue lines;
  Line *current;
  GCancellable *cancellable;
  guint next_id;
};

enum
{
  PROP_SPEAKING = 1,
  N_PROPS,
};

enum
{
  SPOKEN,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OnsiteInterviewer, onsite_interviewer, G_TYPE_OBJECT)

static void say_next_soon (OnsiteInterviewer *self);

static void
line_free (Line *self)
{
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Line, line_free)

static gboolean
awaits_more (OnsiteInterviewer *self)
{
  for (GList *item = self->lines.head; item != NULL; item = item->next)
    {
      const Line *line = item->data;

      if (line->awaited)
        return TRUE;
    }

  return FALSE;
}

static void
line_said (OnsiteInterviewer *self)
{
  g_autoptr (Line) line = g_steal_pointer (&self->current);

  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKING]);

  if (line->awaited && !awaits_more (self))
    g_signal_emit (self, signals[SPOKEN], 0);

  say_next_soon (self);
}

static void
on_spoken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OnsiteInterviewer) self = user_data;
  g_autoptr (GError) error = NULL;

  onsite_voice_speak_finish (ONSITE_VOICE (source), result, &error);

  /* Hushed: the line was forgotten then, and another may be on by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);

  if (self->current != NULL)
    line_said (self);
}

static gboolean
say_next (gpointer user_data)
{
  OnsiteInterviewer *self = user_data;

  self->next_id = 0;

  if (self->current != NULL || g_queue_is_empty (&self->lines))
    return G_SOURCE_REMOVE;

  self->current = g_queue_pop_head (&self->lines);

  if (self->voice == NULL)
    {
      line_said (self);
      return G_SOURCE_REMOVE;
    }

  self->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKING]);
  onsite_voice_speak_async (self->voice,
                            self->current->text,
                            self->language,
                            self->current->speaker,
                            self->cancellable,
                            on_spoken,
                            g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Never from within say(): whoever says a line wants to hear of its end later. */
static void
say_next_soon (OnsiteInterviewer *self)
{
  if (self->next_id == 0 && self->current == NULL && !g_queue_is_empty (&self->lines))
    self->next_id = g_idle_add (say_next, self);
}

static void
onsite_interviewer_dispose (GObject *object)
{
  OnsiteInterviewer *self = ONSITE_INTERVIEWER (object);

  onsite_interviewer_hush (self);
  g_clear_object (&self->voice);

  G_OBJECT_CLASS (onsite_interviewer_parent_class)->dispose (object);
}

static void
onsite_interviewer_finalize (GObject *object)
{
  OnsiteInterviewer *self = ONSITE_INTERVIEWER (object);

  g_free (self->language);

  G_OBJECT_CLASS (onsite_interviewer_parent_class)->finalize (object);
}

static void
onsite_interviewer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteInterviewer *self = ONSITE_INTERVIEWER (object);

  switch (id)
    {
    case PROP_SPEAKING:
      g_value_set_boolean (value, onsite_interviewer_get_speaking (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_interviewer_class_init (OnsiteInterviewerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_interviewer_dispose;
  object_class->finalize = onsite_interviewer_finalize;
  object_class->get_property = onsite_interviewer_get_property;

  properties[PROP_SPEAKING] = g_param_spec_boolean ("speaking",
                                                    NULL,
                                                    NULL,
                                                    FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SPOKEN] = g_signal_new ("spoken",
                                  ONSITE_TYPE_INTERVIEWER,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
  signals[FAILED] = g_signal_new ("failed",
                                  ONSITE_TYPE_INTERVIEWER,
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
onsite_interviewer_init (OnsiteInterviewer *self)
{
  g_queue_init (&self->lines);
}

OnsiteInterviewer *
onsite_interviewer_new (OnsiteVoice *voice, const char *language)
{
  OnsiteInterviewer *self = g_object_new (ONSITE_TYPE_INTERVIEWER, NULL);

  g_set_object (&self->voice, voice);
  self->language = g_strdup (language);
  return self;
}

void
onsite_interviewer_set_voice (OnsiteInterviewer *self, OnsiteVoice *voice)
{
  g_return_if_fail (ONSITE_IS_INTERVIEWER (self));

  g_set_object (&self->voice, voice);
}

void
onsite_interviewer_say (OnsiteInterviewer *self, const char *text, guint speaker, gboolean awaited)
{
  Line *line;

  g_return_if_fail (ONSITE_IS_INTERVIEWER (self));
  g_return_if_fail (text != NULL);

  line = g_new0 (Line, 1);
  line->text = g_strdup (text);
  line->speaker = speaker;
  line->awaited = awaited;
  g_queue_push_tail (&self->lines, line);
  say_next_soon (self);
}

void
onsite_interviewer_hush (OnsiteInterviewer *self)
{
  gboolean was_speaking;

  g_return_if_fail (ONSITE_IS_INTERVIEWER (self));

  was_speaking = onsite_interviewer_get_speaking (self);
  g_clear_handle_id (&self->next_id, g_source_remove);
  g_queue_clear_full (&self->lines, (GDestroyNotify) line_free);
  g_clear_pointer (&self->current, line_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (was_speaking)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKING]);
}

gboolean
onsite_interviewer_get_speaking (OnsiteInterviewer *self)
{
  g_return_val_if_fail (ONSITE_IS_INTERVIEWER (self), FALSE);

  return self->current != NULL && self->voice != NULL;
}
