/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-words.h"

#include <glib/gi18n-lib.h>

/* As much of a question as tells it from others. */
#define MAX_QUESTION 60

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUESTION)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_QUESTION - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
describe_day (gint64 at_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return here != NULL ? g_date_time_format (here, "%Y-%m-%d %H:%M") : g_strdup ("?");
}

char *
onsite_words_for_place (const OnsitePlace *place)
{
  g_autofree char *day = NULL;
  g_autofree char *question = NULL;

  if (place->loop == NULL)
    return NULL;

  day = describe_day (place->loop_at_us);
  question = shorten (place->question);
  if (place->turn == 0)
    return g_strdup_printf (C_ ("place", "%s, “%s”"), day, question);

  return g_strdup_printf (C_ ("place", "%s, “%s”, follow-up %u"), day, question, place->turn);
}

char *
onsite_words_for_time (gint64 ms)
{
  gint64 seconds = ms / 1000;

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int) (seconds % 60));
}
