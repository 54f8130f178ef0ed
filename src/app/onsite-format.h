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

/**
 * onsite_format_clock:
 * @time_ms: a time; below 0 it is late
 *
 * Words a clock. Seconds are cut, so that a clock that counts up and one that counts
 * down change together.
 *
 * Returns: (transfer full): "0:07", "41:07", "1:02:03", or "−0:20"
 */
char *onsite_format_clock (gint64 time_ms);

/**
 * onsite_format_tenths:
 * @time_ms: a place in a recording, not below 0
 *
 * Returns: (transfer full): that as a clock with tenths of seconds, which are cut: "0:07.2",
 *   with the locale's point
 */
char *onsite_format_tenths (gint64 time_ms);

/**
 * onsite_format_duration:
 * @duration_ms: how long something is
 *
 * Returns: (transfer full): that, rounded to what is worth saying: "under a minute",
 *   "45 min", "3 h 50 min", "4 h"
 */
char *onsite_format_duration (gint64 duration_ms);

/**
 * onsite_format_short_duration:
 * @duration_ms: how long something is that is known to be short
 *
 * Returns: (transfer full): that, rounded to the second: "7 s", "1 min 30 s"; from ten
 *   minutes on as onsite_format_duration() does
 */
char *onsite_format_short_duration (gint64 duration_ms);

/**
 * onsite_format_date:
 * @then: when something was
 * @now: when it is told, in the same time zone
 *
 * Returns: (transfer full): "Today, 14:05", "Yesterday, 9:30", "Sat 14 Nov"; with the
 *   year if it's another one
 */
char *onsite_format_date (GDateTime *then, GDateTime *now);

/**
 * onsite_format_time_of_day:
 * @time: a moment
 *
 * Returns: (transfer full): its time of the day in the locale's way: "16:40"
 */
char *onsite_format_time_of_day (GDateTime *time);

/**
 * onsite_format_days_to_onsite:
 * @onsite: the day of the onsite
 * @now: when it is told, in the same time zone
 *
 * Returns: (transfer full) (nullable): "9 days to your onsite", "Your onsite is
 *   tomorrow", "Your onsite is today"; %NULL when it's over
 */
char *onsite_format_days_to_onsite (GDateTime *onsite, GDateTime *now);

/**
 * onsite_format_size:
 * @n_bytes: how large a file is
 *
 * Returns: (transfer full): that, in three figures at most: "270 kB", "2.4 MB", "71 MB"
 */
char *onsite_format_size (gint64 n_bytes);

/**
 * onsite_format_score:
 * @score: a mean rating from 1 to 5, or 0 for none
 *
 * Returns: (transfer full): "3.4", with the locale's point, or "–" for none
 */
char *onsite_format_score (double score);

/**
 * onsite_format_n_questions:
 * @n: how many
 *
 * Returns: (transfer full): "1 question", "12 questions", and so on
 */
char *onsite_format_n_questions (guint n);

/**
 * onsite_format_n_rounds:
 * @n: how many
 *
 * Returns: (transfer full): "1 round", "5 rounds", and so on
 */
char *onsite_format_n_rounds (guint n);

/**
 * onsite_format_list:
 * @parts: (array zero-terminated=1): parts of a list
 *
 * Returns: (transfer full): one after the other, with what the language has between them
 */
char *onsite_format_list (const char *const *parts);

/**
 * onsite_format_names:
 * @names: (array zero-terminated=1): names
 * @most: how many to name at most
 *
 * Returns: (transfer full) (nullable): "Frugality", "Frugality and Think Big",
 *   "Frugality, Think Big and 3 more"; %NULL where there are none
 */
char *onsite_format_names (const char *const *names, guint most);

/**
 * onsite_format_sentences:
 * @sentences: (array zero-terminated=1): whole sentences, one or more
 *
 * Returns: (transfer full): one after the other, as far apart as the language has them
 */
char *onsite_format_sentences (const char *const *sentences);

/**
 * onsite_format_titles:
 * @titles: (array zero-terminated=1): names that may have a comma or an "and" in them
 * @most: how many to name at most
 *
 * Returns: (transfer full) (nullable): as onsite_format_names() does, each in quotation
 *   marks, so that one sees where it ends
 */
char *onsite_format_titles (const char *const *titles, guint most);

G_END_DECLS
