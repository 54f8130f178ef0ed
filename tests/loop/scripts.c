/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scripts.h"

#define A_DAY_MS G_GINT64_CONSTANT (86400000)

static GArray *
read_questions (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (g_strstrip ((char *) text), " ", -1);
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (OnsiteSessionQuestion));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *ladder = NULL;
      char *curveball = NULL;
      OnsiteSessionQuestion question = {
        .seconds = (guint) g_ascii_strtoull (parts[i], &ladder, 10),
      };

      g_assert_cmpint (*ladder, ==, '/');
      question.n_follow_ups = (guint) g_ascii_strtoull (ladder + 1, &curveball, 10);
      if (*curveball == '!')
        question.curveball_ms = (guint) g_ascii_strtoull (curveball + 1, NULL, 10) * 1000;
      g_array_append_val (questions, question);
    }

  return questions;
}

OnsiteOutline *
script_new_outline (OnsiteMode mode, const char *rounds)
{
  g_auto (GStrv) parts = g_strsplit (rounds, ";", -1);
  guint n_rounds = g_strv_length (parts);
  g_autofree OnsiteSessionRound *read = g_new0 (OnsiteSessionRound, n_rounds);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GError) error = NULL;
  OnsiteOutline *outline;

  for (guint i = 0; i < n_rounds; i++)
    {
      char *colon = strchr (parts[i], ':');
      GArray *questions = read_questions (colon + 1);

      g_ptr_array_add (kept, questions);
      read[i].seconds = (guint) g_ascii_strtoull (g_strstrip (parts[i]), NULL, 10);
      read[i].n_questions = questions->len;
      read[i].questions = (const OnsiteSessionQuestion *) (gpointer) questions->data;
    }

  outline = onsite_outline_new_from_rounds (mode, read, n_rounds, &error);
  g_assert_no_error (error);

  return outline;
}

static gint64
read_ms (const char *text)
{
  char *unit = NULL;
  gint64 number = g_ascii_strtoll (text, &unit, 10);

  if (g_str_equal (unit, "ms"))
    return number;
  g_assert_cmpstr (unit, ==, "s");

  return number * 1000;
}

static OnsiteEventKind
read_event (const char *name)
{
  for (int kind = 0; kind < ONSITE_N_EVENTS; kind++)
    if (g_str_equal (onsite_event_kind_to_string (kind), name))
      return kind;

  g_error ("No event is called “%s”", name);
}

static OnsiteSession
quit_and_come_back (const OnsiteSession *session, const OnsiteOutline *outline, gint64 now_ms)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  OnsiteSession before;
  OnsiteSession after = { 0 };
  OnsiteEvent tick = { .kind = ONSITE_EVENT_TICK };

  before = onsite_session_step (session, outline, &tick, now_ms, NULL);
  json = onsite_session_to_json (&before);
  onsite_session_from_json (json, outline, now_ms + A_DAY_MS, &after, &error);
  g_assert_no_error (error);

  return after;
}

/* "+60s suspended 45s": when, what, and how much, each of which may be missing. */
static void
read_step (const char *text, gint64 *after_ms, const char **name, gint64 *amount_ms, char ***words)
{
  guint i = 0;

  *words = g_strsplit (text, " ", -1);
  *after_ms = 0;
  *amount_ms = 0;
  *name = "tick";
  if ((*words)[i][0] == '+')
    *after_ms = read_ms ((*words)[i++] + 1);
  if ((*words)[i] != NULL)
    *name = (*words)[i++];
  if ((*words)[i] != NULL)
    *amount_ms = read_ms ((*words)[i]);
}

static void
append_effects (GString *told, GArray *effects)
{
  for (guint i = 0; i < effects->len; i++)
    {
      const OnsiteEffect *effect = &g_array_index (effects, OnsiteEffect, i);

      g_string_append (told, i > 0 ? ", " : " ");
      g_string_append (told, onsite_effect_kind_to_string (effect->kind));
      if (effect->kind == ONSITE_EFFECT_ASK || effect->kind == ONSITE_EFFECT_BEGIN_CLIP)
        g_string_append_printf (told,
                                effect->curveball ? " %u.%u!" : " %u.%u",
                                effect->question,
                                effect->turn);
      if (effect->kind == ONSITE_EFFECT_BEGIN_CLIP &&
          (effect->take > 0 || effect->take_turn != effect->turn + effect->curveball))
        g_string_append_printf (told, " as %u.%u", effect->take, effect->take_turn);
      if (effect->early)
        g_string_append (told, " early");
    }
  g_array_set_size (effects, 0);
}

static OnsiteSession
run (const Script *script, GString *told)
{
  g_autoptr (OnsiteOutline) outline = script_new_outline (script->mode, script->rounds);
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OnsiteEffect));
  g_auto (GStrv) steps = g_strsplit (script->steps, "; ", -1);
  gint64 now_ms = 1000;
  OnsiteSession session = onsite_session_init (outline, now_ms);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      OnsiteEvent event = { 0 };
      const char *name;
      gint64 after_ms;

      read_step (steps[i], &after_ms, &name, &event.amount_ms, &words);
      now_ms += after_ms;
      if (g_str_equal (name, "quit"))
        {
          session = quit_and_come_back (&session, outline, now_ms);
          now_ms = session.now_ms;
        }
      else
        {
          event.kind = read_event (name);
          session = onsite_session_step (&session, outline, &event, now_ms, effects);
        }
      if (i > 0)
        g_string_append (told, " |");
      append_effects (told, effects);
    }

  return session;
}

OnsiteSession
script_run (const Script *script)
{
  g_autoptr (GString) told = g_string_new (NULL);

  return run (script, told);
}

void
script_check (const Script *script)
{
  g_autoptr (GString) told = g_string_new (NULL);

  run (script, told);
  g_assert_cmpstr (g_strstrip (told->str), ==, script->effects);
}
