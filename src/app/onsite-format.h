/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:onsite-format
 *
 * Figures as a person would say them. Pure: no clock is read and no time zone
 * looked up; texts come out in the person's language. What is returned is the
 * caller's to free.
 */

/* A clock: "0:07", "41:07", "1:02:03"; below 0 "−0:20". Seconds are cut, so
 * that a clock that counts up and one that counts down change together. */
char *onsite_format_clock (gint64 time_ms);

/* A length, rounded to what is worth saying: "under a minute", "45 min",
 * "3 h 50 min", "4 h". */
char *onsite_format_duration (gint64 duration_ms);

/* The same for seconds that are known to be short: "7 s", "1 min 30 s". */
char *onsite_format_short_duration (gint64 duration_ms);

/* When something was, seen from @now: "Today, 14:05", "Yesterday, 9:30",
 * "Sat 14 Nov", with the year if it's another one. Both in the same time zone. */
char *onsite_format_date (GDateTime *then, GDateTime *now);

/* A time of the day in the locale's way: "16:40". */
char *onsite_format_time_of_day (GDateTime *time);

/* "9 days to your onsite", "Your onsite is tomorrow", "Your onsite is today";
 * %NULL when it's over. */
char *onsite_format_days_to_onsite (GDateTime *onsite, GDateTime *now);

/* A mean rating: "3.4", and "–" for 0, which means that nothing is rated. */
char *onsite_format_score (double score);

/* "1 question", "12 questions", and so on. */
char *onsite_format_n_questions (guint n);
char *onsite_format_n_rounds (guint n);

/* "Frugality", "Frugality and Think Big", "Frugality, Think Big and 3 more":
 * @most names at most. %NULL for an empty list. */
char *onsite_format_names (const char *const *names, guint most);

G_END_DECLS
