/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SECOND_MS 1000
#define MINUTE_MS (60 * SECOND_MS)

char *
onsite_format_clock (gint64 time_ms)
{
  /* A minus sign, not a hyphen: it's as wide as a digit. */
  const char *sign = time_ms <= -SECOND_MS ? "−" : "";
  gint64 seconds = ABS (time_ms) / SECOND_MS;
  int hours = (int) (seconds / 3600);
  int minutes = (int) (seconds / 60 % 60);
  int rest = (int) (seconds % 60);

  if (hours > 0)
    return g_strdup_printf ("%s%d:%02d:%02d", sign, hours, minutes, rest);

  return g_strdup_printf ("%s%d:%02d", sign, minutes, rest);
}

char *
onsite_format_tenths (gint64 time_ms)
{
  g_autofree char *clock = onsite_format_clock (time_ms);
  /* "0.2": its digit before the point is the clock's last one. */
  g_autofree char *tenths = g_strdup_printf ("%.1f", (double) (time_ms % SECOND_MS / 100) / 10);

  return g_strconcat (clock, tenths + 1, NULL);
}

char *
onsite_format_duration (gint64 duration_ms)
{
  gint64 minutes = (duration_ms + MINUTE_MS / 2) / MINUTE_MS;
  int hours = (int) (minutes / 60);
  int rest = (int) (minutes % 60);

  if (minutes < 1)
    return g_strdup (C_ ("duration", "under a minute"));
  if (hours == 0)
    /* Translators: minutes, as short as is usual. */
    return g_strdup_printf (C_ ("duration", "%d\u00a0min"), rest);
  if (rest == 0)
    /* Translators: hours, as short as is usual. */
    return g_strdup_printf (C_ ("duration", "%d\u00a0h"), hours);

  return g_strdup_printf (C_ ("duration", "%d\u00a0h\u00a0%02d\u00a0min"), hours, rest);
}

char *
onsite_format_short_duration (gint64 duration_ms)
{
  gint64 seconds = (duration_ms + SECOND_MS / 2) / SECOND_MS;
  int minutes = (int) (seconds / 60);
  int rest = (int) (seconds % 60);

  if (minutes >= 10)
    return onsite_format_duration (duration_ms);
  if (minutes == 0)
    /* Translators: seconds, as short as is usual. */
    return g_strdup_printf (C_ ("duration", "%d\u00a0s"), rest);
  if (rest == 0)
    return g_strdup_printf (C_ ("duration", "%d\u00a0min"), minutes);

  return g_strdup_printf (C_ ("duration", "%d\u00a0min\u00a0%02d\u00a0s"), minutes, rest);
}

static int
day_of (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date,
                  (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));

  return (int) g_date_get_julian (&date);
}

char *
onsite_format_time_of_day (GDateTime *time)
{
  /* Translators: a time of the day, see g_date_time_format(). */
  return g_date_time_format (time, C_ ("date", "%-H:%M"));
}

char *
onsite_format_date (GDateTime *then, GDateTime *now)
{
  int days = day_of (now) - day_of (then);
  g_autofree char *time = NULL;

  if (days == 0 || days == 1)
    {
      time = onsite_format_time_of_day (then);
      return g_strdup_printf (days == 0 ? C_ ("date", "Today, %s") : C_ ("date", "Yesterday, %s"),
                              time);
    }
  if (g_date_time_get_year (then) == g_date_time_get_year (now))
    /* Translators: a day of this year, see g_date_time_format(). */
    return g_date_time_format (then, C_ ("date", "%a %-d %b"));

  /* Translators: a day of another year, see g_date_time_format(). */
  return g_date_time_format (then, C_ ("date", "%-d %b %Y"));
}

char *
onsite_format_days_to_onsite (GDateTime *onsite, GDateTime *now)
{
  int days = day_of (onsite) - day_of (now);

  if (days < 0)
    return NULL;
  if (days == 0)
    return g_strdup (C_ ("home", "Your onsite is today"));
  if (days == 1)
    return g_strdup (C_ ("home", "Your onsite is tomorrow"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d day to your onsite",
                                       "%d days to your onsite",
                                       (gulong) days),
                          days);
}

/* Three figures at most, and none behind the point from ten on: the rest is noise. */
char *
onsite_format_size (gint64 n_bytes)
{
  g_autofree char *unit = g_format_size_full ((guint64) n_bytes, G_FORMAT_SIZE_ONLY_UNIT);
  double value = (double) n_bytes;

  while (value >= 1000)
    value /= 1000;

  return g_strdup_printf (value < 10 && n_bytes >= 1000 ? "%.1f\u00a0%s" : "%.0f\u00a0%s",
                          value,
                          unit);
}

char *
onsite_format_score (double score)
{
  if (score <= 0)
    return g_strdup ("–");

  /* Translators: a mean rating with one decimal. */
  return g_strdup_printf (C_ ("rating", "%.1f"), score);
}

char *
onsite_format_n_questions (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u question", "%u questions", n), n);
}

char *
onsite_format_n_rounds (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u round", "%u rounds", n), n);
}

char *
onsite_format_list (const char *const *parts)
{
  /* Translators: between the parts of a list. */
  return g_strjoinv (C_ ("list", ", "), (char **) parts);
}

/* The first @n of them. */
static char *
list_first (const char *const *names, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) first = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, names[i]);
  first = g_strv_builder_end (builder);

  return onsite_format_list ((const char *const *) first);
}

char *
onsite_format_names (const char *const *names, guint most)
{
  guint n = g_strv_length ((GStrv) names);
  g_autofree char *first = NULL;

  if (n == 0)
    return NULL;
  if (n == 1)
    return g_strdup (names[0]);

  if (n <= most)
    {
      first = list_first (names, n - 1);
      /* Translators: a list of names, and the last one of them. */
      return g_strdup_printf (C_ ("list", "%s and %s"), first, names[n - 1]);
    }

  first = list_first (names, most);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: a list of names, and how many more. */
                                       "%s and %u more",
                                       "%s and %u more",
                                       n - most),
                          first,
                          n - most);
}

char *
onsite_format_sentences (const char *const *sentences)
{
  /* Translators: what stands between two sentences; nothing after a full-width stop. */
  return g_strjoinv (C_ ("sentences", " "), (char **) sentences);
}

char *
onsite_format_titles (const char *const *titles, guint most)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) quoted = NULL;

  for (; *titles != NULL; titles++)
    {
      /* Translators: a name in quotation marks, as one of a list. */
      g_autofree char *title = g_strdup_printf (C_ ("list", "“%s”"), *titles);

      g_strv_builder_add (builder, title);
    }
  quoted = g_strv_builder_end (builder);

  return onsite_format_names ((const char *const *) quoted, most);
}
