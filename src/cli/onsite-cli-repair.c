/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-findings.h"
#include "onsite-cli-format.h"
#include "onsite-cli-wait.h"
#include "upkeep/onsite-repair.h"

static GPtrArray *
list_packs (OnsiteCliContext *context, GError **error)
{
  g_autoptr (OnsitePack) first = onsite_cli_context_load_pack (context, error);

  return first ? onsite_repair_list_packs (first, error) : NULL;
}

static void
print_json (OnsiteCliContext *context, const char *path, const OnsiteRepair *repair)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "library", path);
  onsite_json_writer_add_boolean (writer, "whole", repair->losses->len == 0);
  onsite_json_writer_add_integer (writer, "pages", repair->n_pages);
  onsite_json_writer_add_integer (writer, "damaged_pages", repair->n_damaged);
  onsite_json_writer_add_integer (writer, "clips", repair->check->n_clips);
  onsite_json_writer_add_integer (writer, "duration_ms", repair->check->duration_ms);
  onsite_cli_findings_write (writer, "losses", repair->losses);
  onsite_cli_findings_write (writer, "findings", repair->check->findings);
  onsite_json_writer_end_object (writer);

  onsite_cli_context_print_json (context, writer);
}

static void
print_text (OnsiteCliContext *context, const char *path, const OnsiteRepair *repair)
{
  g_autofree char *duration = onsite_cli_format_duration (repair->check->duration_ms);

  onsite_cli_findings_print (context, repair->losses);
  onsite_cli_findings_print (context, repair->check->findings);
  onsite_cli_context_print (context,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%s: saved %u recording, %s.",
                                         "%s: saved %u recordings, %s.",
                                         repair->check->n_clips),
                            path,
                            repair->check->n_clips,
                            duration);
  onsite_cli_context_print (context,
                            repair->losses->len == 0 ? " %s\n" : "\n",
                            C_ ("repair", "Nothing is lost."));
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autofree char *damaged = onsite_cli_context_dup_library_path (context);
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (OnsiteCliWait) wait = NULL;
  g_autoptr (OnsiteRepair) repair = NULL;

  if (!onsite_cli_context_check_output (context, error))
    return FALSE;
  packs = list_packs (context, error);
  if (!packs)
    return FALSE;

  path = g_canonicalize_filename (context->output, NULL);
  wait = onsite_cli_wait_new (C_ ("wait", "Repairing the library…"));
  repair = onsite_repair_run (damaged,
                              path,
                              packs,
                              onsite_cli_wait_tell,
                              wait,
                              onsite_cli_wait_get_cancellable (wait),
                              error);
  if (!repair)
    return FALSE;

  if (context->json)
    print_json (context, path, repair);
  else
    print_text (context, path, repair);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_repair = {
  .name = "repair",
  .summary = NC_ ("command", "Save all that can be read of a damaged library into a new one"),
  .makes_file = TRUE,
  .run = run,
};
