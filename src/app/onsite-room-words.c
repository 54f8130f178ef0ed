/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-room-words.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

#define MINUTE_MS 60000

char *
onsite_room_words_remaining (gint64 remaining_ms)
{
  const int minutes = (int) ((remaining_ms + MINUTE_MS / 2) / MINUTE_MS);
  g_autofree char *clock = NULL;

  if (remaining_ms <= 0)
    return g_strdup (C_ ("clock", "Time is up. Do finish your sentence."));

  if (remaining_ms < MINUTE_MS)
    return g_strdup (C_ ("clock", "Less than a minute left"));

  if (remaining_ms <= 5 * MINUTE_MS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "About %d minute left",
                                         "About %d minutes left",
                                         (gulong) minutes),
                            minutes);

  clock = onsite_format_clock (remaining_ms);
  return g_strdup_printf (C_ ("clock", "%s\u00a0left"), clock);
}

static char *
describe_answering (gint64 elapsed_ms, gint64 suggested_ms)
{
  g_autofree char *elapsed = onsite_format_clock (elapsed_ms);
  g_autofree char *suggested = onsite_format_short_duration (suggested_ms);

  return g_strdup_printf (C_ ("clock", "%s of about %s"), elapsed, suggested);
}

char *
onsite_room_words_moment (OnsitePhase phase,
                          gboolean interjecting,
                          gint64 elapsed_ms,
                          gint64 suggested_ms,
                          gint64 grace_ms)
{
  switch (phase)
    {
    case ONSITE_PHASE_ASKING:
      if (interjecting)
        return g_strdup (C_ ("room", "Listen. What you say meanwhile is recorded too."));

      return g_strdup (C_ ("room", "Listen. Recording begins when the question has been asked."));

    case ONSITE_PHASE_ANSWERING:
      return describe_answering (elapsed_ms, suggested_ms);

    case ONSITE_PHASE_GRACE:
      return g_strdup_printf (C_ ("room", "Not done? Keep talking within %d s."),
                              (int) ((grace_ms + 999) / 1000));

    case ONSITE_PHASE_PAUSED:
      return g_strdup (C_ ("room", "Paused. The clocks stand still and nothing is recorded."));

    case ONSITE_PHASE_LOBBY:
    case ONSITE_PHASE_BREAK:
    case ONSITE_PHASE_AWAY:
    case ONSITE_PHASE_FINISHED:
    default:
      return g_strdup ("");
    }
}

char *
onsite_room_words_question (guint index, guint n_questions, guint turn, gboolean curveball)
{
  if (curveball)
    return g_strdup_printf (C_ ("room", "Question %u of %u · something has changed"),
                            index + 1,
                            n_questions);

  if (turn == 0)
    return g_strdup_printf (C_ ("room", "Question %u of %u"), index + 1, n_questions);

  return g_strdup_printf (C_ ("room", "Question %u of %u · follow-up %u"),
                          index + 1,
                          n_questions,
                          turn);
}

const char *
onsite_room_words_next (OnsitePhase phase,
                        gboolean interjecting,
                        gboolean interrupted,
                        gboolean beginning)
{
  switch (phase)
    {
    case ONSITE_PHASE_ASKING:
      return interjecting ? C_ ("button", "_Done") : C_ ("button", "_Answer Now");

    case ONSITE_PHASE_ANSWERING:
      return C_ ("button", "_Done");

    case ONSITE_PHASE_GRACE:
      return C_ ("button", "_Next");

    case ONSITE_PHASE_PAUSED:
      return C_ ("button", "_Go On");

    case ONSITE_PHASE_LOBBY:
    case ONSITE_PHASE_BREAK:
    case ONSITE_PHASE_AWAY:
    case ONSITE_PHASE_FINISHED:
    default:
      if (beginning)
        return C_ ("button", "Opening the Microphone…");

      return interrupted ? C_ ("button", "_Go On") : C_ ("button", "I Am _Ready");
    }
}

char *
onsite_room_words_unsaved (gint64 unsaved_ms)
{
  g_autofree char *length = onsite_format_short_duration (unsaved_ms);

  return g_strdup_printf (C_ ("room", "%s not saved yet. It is kept in memory; go on."), length);
}

char *
onsite_room_words_turned (OnsitePhase phase, gint64 grace_ms)
{
  g_autofree char *moment = NULL;

  if (phase == ONSITE_PHASE_ANSWERING)
    return g_strdup (C_ ("announcement", "Recording."));

  moment = onsite_room_words_moment (phase, FALSE, 0, 0, grace_ms);
  if (phase == ONSITE_PHASE_GRACE)
    /* Translators: recording has ended; what follows is a sentence of its own. */
    return g_strdup_printf (C_ ("announcement", "Recorded. %s"), moment);

  return g_steal_pointer (&moment);
}

char *
onsite_room_words_warning (gint64 before_ms, gint64 remaining_ms)
{
  static const gint64 warnings_ms[] = { 5 * MINUTE_MS, MINUTE_MS, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (warnings_ms); i++)
    if (before_ms > warnings_ms[i] && remaining_ms <= warnings_ms[i])
      return onsite_room_words_remaining (remaining_ms);

  return NULL;
}
