/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-plan-words.h"

#include <glib/gi18n-lib.h>

#include "onsite-format.h"

char *
onsite_plan_words_length (const OnsiteLoop *plan, gint64 length_ms, GDateTime *now)
{
  const OnsiteRound *first = g_ptr_array_index (plan->rounds, 0);
  g_autoptr (GDateTime) end = g_date_time_add (now, length_ms * 1000);
  g_autofree char *length = onsite_format_duration (length_ms);
  g_autofree char *end_text = onsite_format_time_of_day (end);
  g_autofree char *count = NULL;

  if (plan->rounds->len == 1)
    {
      count = onsite_format_n_questions (first->answers->len);
      /* Translators: "3 questions", "46 min", "15:45". */
      return g_strdup_printf (C_ ("setup", "%s, %s, to %s"), count, length, end_text);
    }

  count = onsite_format_n_rounds (plan->rounds->len);
  /* Translators: "7 rounds", "6 h 30 min", "20:10". */
  return g_strdup_printf (C_ ("setup", "%s, %s with breaks, to %s"), count, length, end_text);
}

char *
onsite_plan_words_rounds (const OnsiteLoop *plan, OnsitePack *pack)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->rounds->len; i++)
    {
      const OnsiteRound *round = g_ptr_array_index (plan->rounds, i);
      const OnsiteRoundKind *kind = onsite_pack_find_round_kind (pack, round->kind);

      /* A line ends with it and begins with a name. */
      if (i > 0)
        g_string_append (text, "\u00a0· ");
      g_string_append (text, kind != NULL ? kind->name : round->kind);
    }

  return g_string_free (text, FALSE);
}
