/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"
#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/* What a figure looks like on a terminal, and in JSON. */

/**
 * onsite_cli_format_id:
 * @id: a UUID
 *
 * Returns: (transfer full): its first eight characters, by which it can be named
 */
char *onsite_cli_format_id (const char *id);

/**
 * onsite_cli_format_time:
 * @time_us: microseconds since 1970, UTC
 *
 * Returns: (transfer full): "2026-11-14 16:40", in local time; "" for 0
 */
char *onsite_cli_format_time (gint64 time_us);

/**
 * onsite_cli_format_duration:
 * @duration_ms: how long something is
 *
 * Returns: (transfer full): to the nearest second, "1:02:03" or "2:03"
 */
char *onsite_cli_format_duration (gint64 duration_ms);

/**
 * onsite_cli_format_score:
 * @score: a score from 1 to 5, or 0 for none
 *
 * Returns: (transfer full): "3.4", or "–" for none
 */
char *onsite_cli_format_score (double score);

/**
 * onsite_cli_get_nick:
 * @type: an enumeration that is registered
 * @value: a value of it
 *
 * Returns: (transfer none): the name by which programs know the value; "unknown" if it
 *   isn't one
 */
const char *onsite_cli_get_nick (GType type, int value);

/**
 * onsite_cli_get_kind_name:
 * @kind: how much of a loop
 *
 * Returns: (transfer none): what a person calls it, translated
 */
const char *onsite_cli_get_kind_name (OnsiteLoopKind kind);

/**
 * onsite_cli_get_drill_name:
 * @drill: what is drilled
 *
 * Returns: (transfer none): what a person calls such a drill, translated
 */
const char *onsite_cli_get_drill_name (OnsiteDrill drill);

/**
 * onsite_cli_get_drill_nick:
 * @drill: what is drilled
 *
 * Returns: (transfer none) (nullable): the name by which programs know it; %NULL where
 *   nothing is, or where nobody knows
 */
const char *onsite_cli_get_drill_nick (OnsiteDrill drill);

/**
 * onsite_cli_get_mode_name:
 * @mode: how strict a loop is
 *
 * Returns: (transfer none): what a person calls it, translated
 */
const char *onsite_cli_get_mode_name (OnsiteMode mode);

/**
 * onsite_cli_get_state_name:
 * @state: how far a loop is
 *
 * Returns: (transfer none): what a person calls it, translated
 */
const char *onsite_cli_get_state_name (OnsiteLoopState state);

/**
 * onsite_cli_write_time:
 * @writer: a writer, in an object
 * @name: a member's name
 * @time_us: microseconds since 1970, UTC
 *
 * Writes a member with the time as RFC 3339 has it, in UTC; null for 0.
 */
void onsite_cli_write_time (OnsiteJsonWriter *writer, const char *name, gint64 time_us);

/**
 * onsite_cli_write_score:
 * @writer: a writer, in an object
 * @name: a member's name
 * @score: a score from 1 to 5, or 0 for none
 *
 * Writes a member with the score, to two digits behind the point; null for none.
 */
void onsite_cli_write_score (OnsiteJsonWriter *writer, const char *name, double score);

G_END_DECLS
