/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-rehearsal-view.h"

static GParamSpec *properties[ONSITE_REHEARSAL_N_PROPERTIES];

static void
install_times (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const struct
  {
    OnsiteRehearsalProperty id;
    const char *name;
  } times[] = {
    { ONSITE_REHEARSAL_PROPERTY_REMAINING_MS, "remaining-ms" },
    { ONSITE_REHEARSAL_PROPERTY_ELAPSED_MS, "elapsed-ms" },
    { ONSITE_REHEARSAL_PROPERTY_SUGGESTED_MS, "suggested-ms" },
    { ONSITE_REHEARSAL_PROPERTY_GRACE_REMAINING_MS, "grace-remaining-ms" },
    { ONSITE_REHEARSAL_PROPERTY_BREAK_REMAINING_MS, "break-remaining-ms" },
    { ONSITE_REHEARSAL_PROPERTY_UNSAVED_MS, "unsaved-ms" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    properties[times[i].id] =
        g_param_spec_int64 (times[i].name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
}

static void
install_flags (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const struct
  {
    OnsiteRehearsalProperty id;
    const char *name;
  } booleans[] = {
    { ONSITE_REHEARSAL_PROPERTY_BAR_RAISER, "bar-raiser" },
    { ONSITE_REHEARSAL_PROPERTY_CURVEBALL, "curveball" },
    { ONSITE_REHEARSAL_PROPERTY_INTERJECTING, "interjecting" },
    { ONSITE_REHEARSAL_PROPERTY_SPEAKING, "speaking" },
    { ONSITE_REHEARSAL_PROPERTY_BEGINNING, "beginning" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (booleans); i++)
    properties[booleans[i].id] = g_param_spec_boolean (booleans[i].name, NULL, NULL, FALSE, flags);
}

static void
install_texts (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const struct
  {
    OnsiteRehearsalProperty id;
    const char *name;
    const char *without;
  } texts[] = {
    { ONSITE_REHEARSAL_PROPERTY_ROUND_NAME, "round-name", "" },
    { ONSITE_REHEARSAL_PROPERTY_INTERVIEWER, "interviewer", "" },
    { ONSITE_REHEARSAL_PROPERTY_PROMPT, "prompt", "" },
    { ONSITE_REHEARSAL_PROPERTY_TROUBLE, "trouble", NULL },
    { ONSITE_REHEARSAL_PROPERTY_QUIET, "quiet", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = g_param_spec_string (texts[i].name,
                                                   NULL,
                                                   NULL,
                                                   texts[i].without,
                                                   flags);
}

void
onsite_rehearsal_view_install (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  install_times ();
  install_flags ();
  install_texts ();
  properties[ONSITE_REHEARSAL_PROPERTY_PHASE] =
      g_param_spec_uint ("phase", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ONSITE_REHEARSAL_PROPERTY_QUESTION_INDEX] =
      g_param_spec_uint ("question-index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ONSITE_REHEARSAL_PROPERTY_N_QUESTIONS] =
      g_param_spec_uint ("n-questions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ONSITE_REHEARSAL_PROPERTY_TURN] =
      g_param_spec_uint ("turn", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ONSITE_REHEARSAL_PROPERTY_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -100, 0, -100, flags);
  g_object_class_install_properties (klass, ONSITE_REHEARSAL_N_PROPERTIES, properties);
}

static gboolean
get_of_round (const OnsiteRehearsalView *self, guint property, GValue *value)
{
  const OnsiteRound *round = onsite_scene_get_round (&self->scene);

  switch (property)
    {
    case ONSITE_REHEARSAL_PROPERTY_ROUND_NAME:
      g_value_set_string (value, onsite_scene_get_round_name (&self->scene));
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_INTERVIEWER:
      g_value_set_string (value, round != NULL ? round->interviewer : "");
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_BAR_RAISER:
      g_value_set_boolean (value, round != NULL && round->bar_raiser);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_N_QUESTIONS:
      g_value_set_uint (value, round != NULL ? round->answers->len : 0);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
get_of_question (const OnsiteRehearsalView *self, guint property, GValue *value)
{
  const OnsiteSession *session = self->scene.session;

  switch (property)
    {
    case ONSITE_REHEARSAL_PROPERTY_PHASE:
      g_value_set_uint (value, session->phase);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_PROMPT:
      g_value_set_string (value, onsite_scene_get_prompt (&self->scene));
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_QUESTION_INDEX:
      g_value_set_uint (value, session->question);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_TURN:
      g_value_set_uint (value, session->turn);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_CURVEBALL:
      g_value_set_boolean (value, session->curveball && session->turn == 0);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_INTERJECTING:
      g_value_set_boolean (value, session->interjecting);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
get_of_time (const OnsiteRehearsalView *self, guint property, GValue *value)
{
  const OnsiteSession *session = self->scene.session;

  switch (property)
    {
    case ONSITE_REHEARSAL_PROPERTY_REMAINING_MS:
      g_value_set_int64 (value, session->round_remaining_ms);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_ELAPSED_MS:
      g_value_set_int64 (value, session->question_elapsed_ms);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_SUGGESTED_MS:
      g_value_set_int64 (value, onsite_scene_get_suggested_ms (&self->scene));
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_GRACE_REMAINING_MS:
      g_value_set_int64 (value, session->grace_remaining_ms);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_BREAK_REMAINING_MS:
      g_value_set_int64 (value, session->break_remaining_ms);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
get_of_sound (const OnsiteRehearsalView *self, guint property, GValue *value)
{
  switch (property)
    {
    case ONSITE_REHEARSAL_PROPERTY_LEVEL:
      g_value_set_double (value, self->level);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_SPEAKING:
      g_value_set_boolean (value, self->speaking);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_BEGINNING:
      g_value_set_boolean (value, self->beginning);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_UNSAVED_MS:
      g_value_set_int64 (value, self->unsaved_ms);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_TROUBLE:
      g_value_set_string (value, self->trouble);
      return TRUE;

    case ONSITE_REHEARSAL_PROPERTY_QUIET:
      g_value_set_string (value, self->quiet);
      return TRUE;

    default:
      return FALSE;
    }
}

gboolean
onsite_rehearsal_view_get (const OnsiteRehearsalView *self, guint property, GValue *value)
{
  return get_of_time (self, property, value) || get_of_question (self, property, value) ||
         get_of_round (self, property, value) || get_of_sound (self, property, value);
}

static void
notify_range (gpointer rehearsal, guint first, guint last)
{
  for (guint id = first; id <= last; id++)
    g_object_notify_by_pspec (rehearsal, properties[id]);
}

void
onsite_rehearsal_view_notify (gpointer rehearsal, OnsiteRehearsalProperty property)
{
  notify_range (rehearsal, property, property);
}

void
onsite_rehearsal_view_notify_moved (gpointer rehearsal)
{
  notify_range (rehearsal,
                ONSITE_REHEARSAL_PROPERTY_ROUND_NAME,
                ONSITE_REHEARSAL_PROPERTY_INTERJECTING);
}

void
onsite_rehearsal_view_notify_times (gpointer rehearsal)
{
  notify_range (rehearsal,
                ONSITE_REHEARSAL_PROPERTY_REMAINING_MS,
                ONSITE_REHEARSAL_PROPERTY_BREAK_REMAINING_MS);
}
