/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-choices.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "onsite-cli-context.h"

#define MAX_SECONDS (24 * 60 * 60)

void
onsite_cli_choices_free (gpointer data)
{
  OnsiteCliChoices *self = data;

  g_free (self->format);
  g_free (self->formats);
  g_free (self->paper);
  g_free (self->answers);
  g_free (self->takes);
  g_free (self->name);
  g_strfreev (self->mutes);
  g_strfreev (self->cuts);
  g_strfreev (self->listen_for);
  g_free (self);
}

static const OnsiteAnswer *
find_answer (const OnsiteDebrief *debrief, const char *text, GError **error)
{
  const OnsiteAnswer *found = NULL;
  guint64 number;
  guint n_found = 0;

  if (g_ascii_string_to_unsigned (text, 10, 1, debrief->answers->len, &number, NULL))
    {
      const OnsiteAnswerSummary *summary = g_ptr_array_index (debrief->answers, number - 1);

      return summary->answer;
    }
  for (guint i = 0; *text && i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *summary = g_ptr_array_index (debrief->answers, i);

      if (!g_str_has_prefix (summary->answer->id, text))
        continue;
      found = summary->answer;
      n_found++;
    }
  if (n_found == 1)
    return found;

  g_set_error (
      error,
      ONSITE_CLI_ERROR,
      ONSITE_CLI_ERROR_FAILED,
      n_found == 0
          ? C_ ("error", "The loop has no answer “%s”. “onsite show” lists them.")
          : C_ ("error", "Several ids begin with “%s”. Type more of the one that is meant."),
      text);

  return NULL;
}

/* Of the current take, by answer and turn; NULL without an error where it is no such text. */
static const OnsiteClip *
find_clip_by_number (const OnsiteDebrief *debrief, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);
  const OnsiteAnswer *answer;
  const OnsiteTake *take;
  const OnsiteTurn *turn;
  guint64 number;

  if (g_strv_length (parts) != 2)
    return NULL;
  answer = find_answer (debrief, parts[0], NULL);
  take = answer ? onsite_answer_get_current_take (answer) : NULL;
  if (!take || !g_ascii_string_to_unsigned (parts[1], 10, 1, take->turns->len, &number, NULL))
    return NULL;
  turn = g_ptr_array_index (take->turns, number - 1);

  return turn->clip;
}

typedef struct
{
  const char *prefix;
  const OnsiteClip *found;
  guint n_found;
} ClipSearch;

static void
search_take (ClipSearch *search, const OnsiteTake *take)
{
  for (guint i = 0; i < take->turns->len; i++)
    {
      const OnsiteTurn *turn = g_ptr_array_index (take->turns, i);

      if (!turn->clip || !g_str_has_prefix (turn->clip->id, search->prefix))
        continue;
      search->found = turn->clip;
      search->n_found++;
    }
}

static const OnsiteClip *
find_clip (const OnsiteDebrief *debrief, const char *text, GError **error)
{
  const OnsiteClip *clip = find_clip_by_number (debrief, text);
  ClipSearch search = { .prefix = text };

  if (clip)
    return clip;
  for (guint i = 0; *text && i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *summary = g_ptr_array_index (debrief->answers, i);

      for (guint j = 0; j < summary->answer->takes->len; j++)
        search_take (&search, g_ptr_array_index (summary->answer->takes, j));
    }
  if (search.n_found == 1)
    return search.found;

  g_set_error (error,
               ONSITE_CLI_ERROR,
               ONSITE_CLI_ERROR_FAILED,
               C_ ("error",
                   "“%s” is no recording of the loop. Name an answer and a turn, such as 2.1, or "
                   "an id that “onsite show --json” prints."),
               text);

  return NULL;
}

/* Seconds, or minutes:seconds, or hours:minutes:seconds, with or without a fraction. */
static gboolean
parse_time (const char *text, gint64 *ms)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  double seconds = 0;

  if (!*parts || g_strv_length (parts) > 3)
    return FALSE;
  for (guint i = 0; parts[i]; i++)
    {
      char *end;
      double part = g_ascii_strtod (parts[i], &end);

      if (!g_ascii_isdigit (parts[i][0]) || *end || strpbrk (parts[i], "eExX"))
        return FALSE;
      seconds = seconds * 60 + part;
    }
  if (seconds > MAX_SECONDS)
    return FALSE;
  *ms = (gint64) round (seconds * 1000);

  return TRUE;
}

static gboolean
set_misread (GError **error, const char *text, const char *form)
{
  g_set_error (error,
               ONSITE_CLI_ERROR,
               ONSITE_CLI_ERROR_USAGE,
               C_ ("error", "“%s” can’t be understood: it has to be %s."),
               text,
               form);

  return FALSE;
}

static gboolean
add_span (OnsiteSelection *selection,
          const OnsiteDebrief *debrief,
          const char *text,
          OnsiteSpanKind kind,
          GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_auto (GStrv) times = g_strsplit (parts[0] && parts[1] ? parts[1] : "", "-", 2);
  OnsiteSpan span = { .kind = kind };
  const OnsiteClip *clip;

  if (g_strv_length (times) != 2 || !parse_time (times[0], &span.from_ms) ||
      !parse_time (times[1], &span.to_ms))
    return set_misread (error, text, C_ ("argument", "CLIP:FROM-TO"));
  clip = find_clip (debrief, parts[0], error);
  if (!clip)
    return FALSE;
  onsite_selection_add_span (selection, clip->id, &span);

  return TRUE;
}

static gboolean
add_spans (OnsiteSelection *selection,
           const OnsiteDebrief *debrief,
           const char *const *texts,
           OnsiteSpanKind kind,
           GError **error)
{
  for (; texts && *texts; texts++)
    if (!add_span (selection, debrief, *texts, kind, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_answers (OnsiteSelection *selection,
             const OnsiteDebrief *debrief,
             const char *text,
             GError **error)
{
  g_auto (GStrv) names = g_strsplit (text ? text : "all", ",", -1);

  if (g_strcmp0 (text, "proposed") == 0)
    {
      g_autoptr (GPtrArray) proposed = onsite_selection_propose (debrief);

      for (guint i = 0; i < proposed->len; i++)
        {
          const OnsiteAnswerSummary *summary = g_ptr_array_index (proposed, i);

          onsite_selection_add_answer (selection, summary->answer->id);
        }
      return TRUE;
    }
  if (!text || g_str_equal (text, "all"))
    {
      onsite_selection_add_all (selection, debrief->loop);
      return TRUE;
    }
  for (char **name = names; *name; name++)
    {
      const OnsiteAnswer *answer = find_answer (debrief, *name, error);

      if (!answer)
        return FALSE;
      onsite_selection_add_answer (selection, answer->id);
    }

  return TRUE;
}

static void
add_all_takes (OnsiteSelection *selection, const OnsiteDebrief *debrief)
{
  for (guint i = 0; i < debrief->answers->len; i++)
    {
      const OnsiteAnswerSummary *summary = g_ptr_array_index (debrief->answers, i);
      OnsiteSelectedAnswer *selected = onsite_selection_find_answer (selection,
                                                                     summary->answer->id);

      for (guint j = 0; selected && j < summary->answer->takes->len; j++)
        {
          const OnsiteTake *take = g_ptr_array_index (summary->answer->takes, j);

          onsite_selected_answer_add_take (selected, take->id);
        }
    }
}

/* An answer that was chosen, and what stands behind it and a colon. */
static OnsiteSelectedAnswer *
split_answer (OnsiteSelection *selection,
              const OnsiteDebrief *debrief,
              const char *text,
              const OnsiteAnswer **answer,
              char **rest,
              GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  OnsiteSelectedAnswer *selected;

  *answer = find_answer (debrief, parts[0] ? parts[0] : "", error);
  if (!*answer)
    return NULL;
  *rest = g_strdup (parts[1] ? parts[1] : "");
  selected = onsite_selection_find_answer (selection, (*answer)->id);
  if (!selected)
    g_set_error (error,
                 ONSITE_CLI_ERROR,
                 ONSITE_CLI_ERROR_FAILED,
                 C_ ("error", "“%s” is about an answer that isn’t chosen."),
                 text);

  return selected;
}

static gboolean
add_takes (OnsiteSelection *selection,
           const OnsiteDebrief *debrief,
           const char *text,
           GError **error)
{
  g_auto (GStrv) names = NULL;

  if (!text)
    onsite_selection_add_answered (selection, debrief->loop);
  if (!text || g_str_equal (text, "current"))
    return TRUE;
  if (g_str_equal (text, "all"))
    {
      add_all_takes (selection, debrief);
      return TRUE;
    }
  names = g_strsplit (text, ",", -1);
  for (char **name = names; *name; name++)
    {
      g_autofree char *rest = NULL;
      const OnsiteAnswer *answer;
      const OnsiteTake *take;
      guint64 number;
      OnsiteSelectedAnswer *selected = split_answer (selection,
                                                     debrief,
                                                     *name,
                                                     &answer,
                                                     &rest,
                                                     error);

      if (!selected)
        return FALSE;
      if (!g_ascii_string_to_unsigned (rest, 10, 1, answer->takes->len, &number, NULL))
        return set_misread (error, *name, C_ ("argument", "ANSWER:NUMBER of a take"));
      take = g_ptr_array_index (answer->takes, number - 1);
      onsite_selected_answer_add_take (selected, take->id);
    }

  return TRUE;
}

static gboolean
add_requests (OnsiteSelection *selection,
              const OnsiteDebrief *debrief,
              const char *const *texts,
              GError **error)
{
  for (; texts && *texts; texts++)
    {
      const OnsiteAnswer *answer;
      g_autofree char *rest = NULL;
      OnsiteSelectedAnswer *selected = split_answer (selection,
                                                     debrief,
                                                     *texts,
                                                     &answer,
                                                     &rest,
                                                     error);

      if (!selected)
        return FALSE;
      g_free (selected->listen_for);
      selected->listen_for = g_steal_pointer (&rest);
    }

  return TRUE;
}

OnsiteSelection *
onsite_cli_choices_select (const OnsiteCliChoices *self,
                           const OnsiteDebrief *debrief,
                           GError **error)
{
  g_autoptr (OnsiteSelection) selection = onsite_selection_new ();
  const char *const *mutes = (const char *const *) self->mutes;
  const char *const *cuts = (const char *const *) self->cuts;
  const char *const *requests = (const char *const *) self->listen_for;

  selection->blind = !self->ratings;
  selection->candidate = g_strdup (self->name);
  if (self->notes)
    selection->includes |= ONSITE_INCLUDE_NOTES;
  if (self->no_audio)
    selection->includes &= ~(ONSITE_INCLUDE_AUDIO | ONSITE_INCLUDE_WAVEFORM);
  if (self->no_evidence)
    selection->includes &= ~ONSITE_INCLUDE_EVIDENCE;
  if (self->no_delivery)
    selection->includes &= ~ONSITE_INCLUDE_DELIVERY;
  if (!add_answers (selection, debrief, self->answers, error) ||
      !add_takes (selection, debrief, self->takes, error) ||
      !add_requests (selection, debrief, requests, error) ||
      !add_spans (selection, debrief, mutes, ONSITE_SPAN_MUTE, error) ||
      !add_spans (selection, debrief, cuts, ONSITE_SPAN_CUT, error))
    return NULL;

  return g_steal_pointer (&selection);
}
