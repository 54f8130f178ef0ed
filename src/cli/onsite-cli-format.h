/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-records.h"
#include "json/onsite-json-writer.h"

G_BEGIN_DECLS

/* What a figure looks like on a terminal, and in JSON. All strings are (transfer full). */

/* An id as short as it is typed. */
char *onsite_cli_format_id (const char *id);
/* In local time, "2026-11-14 16:40"; "" for 0. */
char *onsite_cli_format_time (gint64 time_us);
/* "1:02:03" or "2:03". */
char *onsite_cli_format_duration (gint64 duration_ms);
/* "3.4", or "–" for 0. */
char *onsite_cli_format_score (double score);

/* The name by which programs know an enumeration's value. */
const char *onsite_cli_get_nick (GType type, int value);
const char *onsite_cli_get_kind_name (OnsiteLoopKind kind);
const char *onsite_cli_get_drill_name (OnsiteDrill drill);
/* The same for programs, %NULL where it is none or nobody knows. */
const char *onsite_cli_get_drill_nick (OnsiteDrill drill);
const char *onsite_cli_get_mode_name (OnsiteMode mode);
const char *onsite_cli_get_state_name (OnsiteLoopState state);

/* A member with a time as RFC 3339 has it, in UTC, or null for 0. */
void onsite_cli_write_time (OnsiteJsonWriter *writer, const char *name, gint64 time_us);
/* A score, or null for 0. */
void onsite_cli_write_score (OnsiteJsonWriter *writer, const char *name, double score);

G_END_DECLS
