/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ID_LENGTH 8

char *
onsite_cli_format_id (const char *id)
{
  return g_strndup (id, ID_LENGTH);
}

char *
onsite_cli_format_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = NULL;

  if (time_us == 0)
    return g_strdup ("");

  time = g_date_time_new_from_unix_local (time_us / G_USEC_PER_SEC);

  return time ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}

char *
onsite_cli_format_duration (gint64 duration_ms)
{
  gint64 seconds = (duration_ms + 500) / 1000;
  int hours = (int) (seconds / 3600);
  int minutes = (int) (seconds / 60 % 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (seconds % 60));

  return g_strdup_printf ("%d:%02d", minutes, (int) (seconds % 60));
}

char *
onsite_cli_format_score (double score)
{
  return score > 0.0 ? g_strdup_printf ("%.1f", score) : g_strdup ("–");
}

const char *
onsite_cli_get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (class, value);

  return found ? found->value_nick : "unknown";
}

const char *
onsite_cli_get_kind_name (OnsiteLoopKind kind)
{
  switch (kind)
    {
    case ONSITE_LOOP_KIND_WHOLE:
      return C_ ("loop", "whole loop");

    case ONSITE_LOOP_KIND_ROUND:
      return C_ ("loop", "round");

    case ONSITE_LOOP_KIND_DRILL:
    default:
      return C_ ("loop", "drill");
    }
}

const char *
onsite_cli_get_drill_name (OnsiteDrill drill)
{
  switch (drill)
    {
    case ONSITE_DRILL_CATEGORY:
      return C_ ("loop", "drill of a category");

    case ONSITE_DRILL_PRINCIPLE:
      return C_ ("loop", "drill of a principle");

    case ONSITE_DRILL_CHECKLIST:
      return C_ ("loop", "drill of a checklist item");

    case ONSITE_DRILL_GAPS:
      return C_ ("loop", "drill of gaps");

    case ONSITE_DRILL_NONE:
    default:
      return C_ ("loop", "drill");
    }
}

const char *
onsite_cli_get_drill_nick (OnsiteDrill drill)
{
  return drill != ONSITE_DRILL_NONE ? onsite_cli_get_nick (ONSITE_TYPE_DRILL, (int) drill) : NULL;
}

const char *
onsite_cli_get_mode_name (OnsiteMode mode)
{
  return mode == ONSITE_MODE_ONSITE ? C_ ("mode", "onsite") : C_ ("mode", "practice");
}

const char *
onsite_cli_get_state_name (OnsiteLoopState state)
{
  switch (state)
    {
    case ONSITE_LOOP_STATE_PLANNED:
      return C_ ("loop", "planned");

    case ONSITE_LOOP_STATE_RUNNING:
      return C_ ("loop", "not finished");

    case ONSITE_LOOP_STATE_FINISHED:
    default:
      return C_ ("loop", "finished");
    }
}

void
onsite_cli_write_time (OnsiteJsonWriter *writer, const char *name, gint64 time_us)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (time_us != 0)
    time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  if (time)
    text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  onsite_json_writer_add_string (writer, name, text);
}

void
onsite_cli_write_score (OnsiteJsonWriter *writer, const char *name, double score)
{
  onsite_json_writer_member (writer, name);
  if (score > 0.0)
    onsite_json_writer_double (writer, round (score * 100) / 100);
  else
    onsite_json_writer_null (writer);
}
