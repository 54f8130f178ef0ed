/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-format.h"
#include "onsite-cli-loops.h"
#include "onsite-cli-table.h"

static void
write_loop (OnsiteJsonWriter *writer, const OnsiteLoopSummary *loop)
{
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", loop->id);
  onsite_cli_write_time (writer, "created", loop->created_at_us);
  onsite_cli_write_time (writer, "finished", loop->finished_at_us);
  onsite_json_writer_add_string (writer, "pack", loop->pack_id);
  onsite_json_writer_add_string (writer, "level", loop->level);
  onsite_json_writer_add_string (writer,
                                 "kind",
                                 onsite_cli_get_nick (ONSITE_TYPE_LOOP_KIND, loop->kind));
  onsite_json_writer_add_string (writer, "drill", onsite_cli_get_drill_nick (loop->drill));
  onsite_json_writer_add_string (writer, "target", loop->target);
  onsite_json_writer_add_string (writer,
                                 "mode",
                                 onsite_cli_get_nick (ONSITE_TYPE_MODE, loop->mode));
  onsite_json_writer_add_string (writer,
                                 "state",
                                 onsite_cli_get_nick (ONSITE_TYPE_LOOP_STATE, loop->state));
  onsite_json_writer_add_boolean (writer, "sample", loop->sample);
  onsite_json_writer_add_boolean (writer, "can_go_on", loop->has_session);
  onsite_json_writer_add_integer (writer, "rounds", loop->n_rounds);
  onsite_json_writer_add_integer (writer, "rounds_ended", loop->n_rounds_ended);
  onsite_json_writer_add_integer (writer, "answers", loop->n_answers);
  onsite_json_writer_add_integer (writer, "answered", loop->n_answered);
  onsite_json_writer_add_integer (writer, "principles_covered", loop->n_principles_covered);
  onsite_json_writer_add_integer (writer, "checklist_covered", loop->n_checklist_covered);
  onsite_cli_write_score (writer, "mean_score", loop->mean_score);
  onsite_json_writer_add_integer (writer, "talk_ms", loop->talk_ms);
  onsite_json_writer_end_object (writer);
}

static void
print_json (OnsiteCliContext *context, GPtrArray *loops)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_array (writer);
  for (guint i = 0; i < loops->len; i++)
    write_loop (writer, g_ptr_array_index (loops, i));
  onsite_json_writer_end_array (writer);

  onsite_cli_context_print_json (context, writer);
}

static void
add_loop (OnsiteCliTable *table, const OnsiteLoopSummary *loop)
{
  g_autofree char *id = onsite_cli_format_id (loop->id);
  g_autofree char *time = onsite_cli_format_time (loop->created_at_us);
  g_autofree char *talk = onsite_cli_format_duration (loop->talk_ms);
  g_autofree char *score = onsite_cli_format_score (loop->mean_score);
  g_autofree char *answered = g_strdup_printf (C_ ("loop", "%u of %u"),
                                               loop->n_answered,
                                               loop->n_answers);

  onsite_cli_table_add (table,
                        id,
                        time,
                        loop->level,
                        onsite_cli_get_kind_name (loop->kind),
                        onsite_cli_get_mode_name (loop->mode),
                        answered,
                        talk,
                        score,
                        loop->sample ? C_ ("loop", "sample")
                                     : onsite_cli_get_state_name (loop->state));
}

static void
print_table (OnsiteCliContext *context, GPtrArray *loops)
{
  g_autoptr (OnsiteCliTable) table = onsite_cli_table_new (0, "lllllrrrl");

  onsite_cli_table_add (table,
                        C_ ("heading", "LOOP"),
                        C_ ("heading", "BEGUN"),
                        C_ ("heading", "LEVEL"),
                        C_ ("heading", "WHAT"),
                        C_ ("heading", "MODE"),
                        C_ ("heading", "ANSWERED"),
                        C_ ("heading", "TALK"),
                        C_ ("heading", "RATING"),
                        C_ ("heading", "STATE"));
  for (guint i = 0; i < loops->len; i++)
    add_loop (table, g_ptr_array_index (loops, i));

  onsite_cli_table_print (table, context->out);
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteLibrary) library = onsite_cli_context_open_library (context, error);
  g_autoptr (GPtrArray) loops = library ? onsite_cli_loops_list (library, error) : NULL;

  if (!loops)
    return FALSE;

  if (context->json)
    print_json (context, loops);
  else
    print_table (context, loops);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_list = {
  .name = "list",
  .summary = NC_ ("command", "List the loops, newest first"),
  .run = run,
};
