/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-capsule-check.h"

#include <glib/gi18n-lib.h>

#include "onsite-share-error.h"

const OnsiteAnswer *
onsite_capsule_find_answer (const OnsiteLoop *loop, const char *id)
{
  for (guint i = 0; i < loop->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (loop->rounds, i);

      for (guint j = 0; j < round->answers->len; j++)
        {
          const OnsiteAnswer *answer = g_ptr_array_index (round->answers, j);

          if (g_str_equal (answer->id, id))
            return answer;
        }
    }

  return NULL;
}

static gboolean
has_take (const OnsiteAnswer *answer, const char *id)
{
  for (guint i = 0; i < answer->takes->len; i++)
    {
      const OnsiteTake *take = g_ptr_array_index (answer->takes, i);

      if (g_str_equal (take->id, id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_answer (const OnsiteSelectedAnswer *selected, const OnsiteLoop *loop, GError **error)
{
  const OnsiteAnswer *answer = onsite_capsule_find_answer (loop, selected->answer);

  if (!answer)
    {
      g_set_error (error,
                   ONSITE_SHARE_ERROR,
                   ONSITE_SHARE_ERROR_SELECTION,
                   C_ ("error", "The loop has no answer “%s”."),
                   selected->answer);
      return FALSE;
    }
  if (answer->takes->len == 0)
    {
      g_set_error (error,
                   ONSITE_SHARE_ERROR,
                   ONSITE_SHARE_ERROR_SELECTION,
                   C_ ("error", "The answer “%s” was never given."),
                   selected->answer);
      return FALSE;
    }
  for (guint i = 0; i < selected->takes->len; i++)
    if (!has_take (answer, g_ptr_array_index (selected->takes, i)))
      {
        g_set_error (error,
                     ONSITE_SHARE_ERROR,
                     ONSITE_SHARE_ERROR_SELECTION,
                     C_ ("error", "The answer “%s” has no take “%s”."),
                     selected->answer,
                     (const char *) g_ptr_array_index (selected->takes, i));
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_spans (const char *id, GArray *spans, const OnsiteLoop *loop, GError **error)
{
  const OnsiteClip *clip = onsite_loop_find_clip (loop, id);
  gint64 end_ms;

  if (!clip)
    {
      g_set_error (error,
                   ONSITE_SHARE_ERROR,
                   ONSITE_SHARE_ERROR_SELECTION,
                   C_ ("error", "The loop has no recording “%s”."),
                   id);
      return FALSE;
    }

  end_ms = (clip->n_samples + ONSITE_SAMPLES_PER_MS - 1) / ONSITE_SAMPLES_PER_MS;
  for (guint i = 0; i < spans->len; i++)
    {
      const OnsiteSpan *span = &g_array_index (spans, OnsiteSpan, i);

      if (span->from_ms >= 0 && span->from_ms < span->to_ms && span->to_ms <= end_ms)
        continue;
      g_set_error (error,
                   ONSITE_SHARE_ERROR,
                   ONSITE_SHARE_ERROR_SELECTION,
                   C_ ("error",
                       "From %.3f s to %.3f s is no span of the recording “%s”, which is "
                       "%.3f s long."),
                   (double) span->from_ms / 1000,
                   (double) span->to_ms / 1000,
                   id,
                   (double) end_ms / 1000);
      return FALSE;
    }

  return TRUE;
}

gboolean
onsite_capsule_check_selection (const OnsiteSelection *selection,
                                const OnsiteLoop *loop,
                                GError **error)
{
  GHashTableIter iter;
  gpointer clip, spans;

  if (selection->answers->len == 0)
    {
      g_set_error_literal (error,
                           ONSITE_SHARE_ERROR,
                           ONSITE_SHARE_ERROR_EMPTY,
                           C_ ("error", "Nothing is chosen that could be handed on."));
      return FALSE;
    }
  for (guint i = 0; i < selection->answers->len; i++)
    if (!check_answer (g_ptr_array_index (selection->answers, i), loop, error))
      return FALSE;

  g_hash_table_iter_init (&iter, selection->spans);
  while (g_hash_table_iter_next (&iter, &clip, &spans))
    if (!check_spans (clip, spans, loop, error))
      return FALSE;

  return TRUE;
}
