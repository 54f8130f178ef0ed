/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/onsite-format.h"

#include <locale.h>

#define SECOND G_GINT64_CONSTANT (1000)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)

typedef struct
{
  gint64 ms;
  const char *text;
} Case;

static void
assert_formats (char *(*format) (gint64), const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *text = format (cases[i].ms);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
tenths_are_cut (void)
{
  const Case cases[] = {
    { 0, "0:00.0" },
    { 99, "0:00.0" },
    { 100, "0:00.1" },
    { 59 * SECOND + 999, "0:59.9" },
    { HOUR + 2 * MINUTE + 3 * SECOND + 450, "1:02:03.4" },
  };

  assert_formats (onsite_format_tenths, cases, G_N_ELEMENTS (cases));
}

static void
clock_reads_as_on_a_wall (void)
{
  const Case cases[] = {
    { 0, "0:00" },
    { 7 * SECOND, "0:07" },
    { 7 * SECOND + 999, "0:07" },
    { 41 * MINUTE + 7 * SECOND, "41:07" },
    { 59 * MINUTE + 59 * SECOND, "59:59" },
    { HOUR + 2 * MINUTE + 3 * SECOND, "1:02:03" },
    { -999, "0:00" },
    { -20 * SECOND, "−0:20" },
    { -HOUR, "−1:00:00" },
  };

  assert_formats (onsite_format_clock, cases, G_N_ELEMENTS (cases));
}

static void
duration_is_rounded_as_a_person_would_say_it (void)
{
  const Case cases[] = {
    { 0, "under a minute" },
    { 29 * SECOND, "under a minute" },
    { 30 * SECOND, "1\u00a0min" },
    { 44 * MINUTE + 31 * SECOND, "45\u00a0min" },
    { 59 * MINUTE + 29 * SECOND, "59\u00a0min" },
    { 59 * MINUTE + 30 * SECOND, "1\u00a0h" },
    { 4 * HOUR, "4\u00a0h" },
    { 4 * HOUR + 5 * MINUTE, "4\u00a0h\u00a005\u00a0min" },
    { 26 * HOUR + 50 * MINUTE, "26\u00a0h\u00a050\u00a0min" },
  };

  assert_formats (onsite_format_duration, cases, G_N_ELEMENTS (cases));
}

static void
short_duration_tells_its_seconds (void)
{
  const Case cases[] = {
    { 0, "0\u00a0s" },
    { 7 * SECOND + 400, "7\u00a0s" },
    { 59 * SECOND + 500, "1\u00a0min" },
    { MINUTE + 30 * SECOND, "1\u00a0min\u00a030\u00a0s" },
    { 9 * MINUTE + 59 * SECOND, "9\u00a0min\u00a059\u00a0s" },
    { 10 * MINUTE + 20 * SECOND, "10\u00a0min" },
  };

  assert_formats (onsite_format_short_duration, cases, G_N_ELEMENTS (cases));
}

static GDateTime *
utc (int year, int month, int day, int hour, int minute)
{
  return g_date_time_new_utc (year, month, day, hour, minute, 0);
}

static void
date_is_told_as_near_as_it_is (void)
{
  g_autoptr (GDateTime) now = utc (2026, 11, 16, 0, 10);
  const struct
  {
    int year, month, day, hour, minute;
    const char *text;
  } cases[] = {
    { 2026, 11, 16, 0, 5, "Today, 0:05" }, { 2026, 11, 15, 23, 55, "Yesterday, 23:55" },
    { 2026, 11, 14, 14, 5, "Sat 14 Nov" }, { 2026, 1, 1, 9, 0, "Thu 1 Jan" },
    { 2025, 12, 31, 9, 0, "31 Dec 2025" }, { 2026, 11, 17, 9, 0, "Tue 17 Nov" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) then = utc (cases[i].year,
                                        cases[i].month,
                                        cases[i].day,
                                        cases[i].hour,
                                        cases[i].minute);
      g_autofree char *text = onsite_format_date (then, now);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
days_to_the_onsite_are_counted_by_midnights (void)
{
  g_autoptr (GDateTime) onsite = utc (2026, 11, 25, 0, 0);
  const struct
  {
    int day, hour;
    const char *text;
  } cases[] = {
    { 16, 23, "9 days to your onsite" },
    { 23, 0, "2 days to your onsite" },
    { 24, 23, "Your onsite is tomorrow" },
    { 25, 23, "Your onsite is today" },
    { 26, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = utc (2026, 11, cases[i].day, cases[i].hour, 59);
      g_autofree char *text = onsite_format_days_to_onsite (onsite, now);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
score_has_one_decimal_or_a_dash (void)
{
  g_autofree char *none = onsite_format_score (0);
  g_autofree char *some = onsite_format_score (3.4375);

  g_assert_cmpstr (none, ==, "–");
  g_assert_cmpstr (some, ==, "3.4");
}

static void
counts_have_their_plural (void)
{
  g_autofree char *one = onsite_format_n_questions (1);
  g_autofree char *many = onsite_format_n_questions (12);
  g_autofree char *none = onsite_format_n_rounds (0);

  g_assert_cmpstr (one, ==, "1 question");
  g_assert_cmpstr (many, ==, "12 questions");
  g_assert_cmpstr (none, ==, "0 rounds");
}

static void
names_are_listed_up_to_a_limit (void)
{
  const char *const names[] = { "Ownership", "Dive Deep", "Frugality", "Think Big", NULL };
  const char *const one[] = { "Ownership", NULL };
  const char *const none[] = { NULL };
  g_autofree char *all = onsite_format_names (names, 4);
  g_autofree char *some = onsite_format_names (names, 2);
  g_autofree char *single = onsite_format_names (one, 2);

  g_assert_cmpstr (all, ==, "Ownership, Dive Deep, Frugality and Think Big");
  g_assert_cmpstr (some, ==, "Ownership, Dive Deep and 2 more");
  g_assert_cmpstr (single, ==, "Ownership");
  g_assert_null (onsite_format_names (none, 2));
}

static void
size_has_three_figures_at_most (void)
{
  const struct
  {
    gint64 n_bytes;
    const char *wanted;
  } cases[] = {
    { 7, "7\u00a0bytes" },
    { 270123, "270\u00a0kB" },
    { 2449000, "2.4\u00a0MB" },
    { 71312000, "71\u00a0MB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = onsite_format_size (cases[i].n_bytes);

      g_assert_cmpstr (text, ==, cases[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/clock-reads-as-on-a-wall", clock_reads_as_on_a_wall);
  g_test_add_func ("/format/tenths-are-cut", tenths_are_cut);
  g_test_add_func ("/format/duration-is-rounded-as-a-person-would-say-it",
                   duration_is_rounded_as_a_person_would_say_it);
  g_test_add_func ("/format/short-duration-tells-its-seconds", short_duration_tells_its_seconds);
  g_test_add_func ("/format/date-is-told-as-near-as-it-is", date_is_told_as_near_as_it_is);
  g_test_add_func ("/format/days-to-the-onsite-are-counted-by-midnights",
                   days_to_the_onsite_are_counted_by_midnights);
  g_test_add_func ("/format/score-has-one-decimal-or-a-dash", score_has_one_decimal_or_a_dash);
  g_test_add_func ("/format/counts-have-their-plural", counts_have_their_plural);
  g_test_add_func ("/format/names-are-listed-up-to-a-limit", names_are_listed_up_to_a_limit);
  g_test_add_func ("/format/size-has-three-figures-at-most", size_has_three_figures_at_most);

  return g_test_run ();
}
