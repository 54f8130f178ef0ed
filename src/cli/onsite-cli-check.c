/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-findings.h"
#include "onsite-cli-format.h"
#include "onsite-cli-wait.h"

static void
print_json (OnsiteCliContext *context, OnsiteLibrary *library, const OnsiteCheck *check)
{
  g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "library", onsite_library_get_path (library));
  onsite_json_writer_add_boolean (writer, "intact", check->findings->len == 0);
  onsite_json_writer_add_integer (writer, "clips", check->n_clips);
  onsite_json_writer_add_integer (writer, "duration_ms", check->duration_ms);
  onsite_cli_findings_write (writer, "findings", check->findings);
  onsite_cli_findings_write (writer, "silent_answers", check->silent);
  onsite_json_writer_end_object (writer);

  onsite_cli_context_print_json (context, writer);
}

static void
print_text (OnsiteCliContext *context, OnsiteLibrary *library, const OnsiteCheck *check)
{
  g_autofree char *duration = onsite_cli_format_duration (check->duration_ms);

  onsite_cli_findings_print (context, check->findings);
  onsite_cli_context_print (context,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%s: decoded %u recording, %s.",
                                         "%s: decoded %u recordings, %s.",
                                         check->n_clips),
                            onsite_library_get_path (library),
                            check->n_clips,
                            duration);
  onsite_cli_context_print (context,
                            check->findings->len == 0 ? " %s\n" : "\n",
                            C_ ("check", "Nothing is wrong."));
  if (check->silent && check->silent->len > 0)
    onsite_cli_context_print (context,
                              C_ ("check", "Answers of which nothing was recorded: %u.\n"),
                              check->silent->len);
}

static gboolean
tell_of_damage (const OnsiteCheck *check, GError **error)
{
  if (check->findings->len == 0)
    return TRUE;

  g_set_error_literal (error,
                       ONSITE_CLI_ERROR,
                       ONSITE_CLI_ERROR_TOLD,
                       C_ ("error", "Something is wrong with the library."));

  return FALSE;
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteCliWait) wait = onsite_cli_wait_new (C_ ("wait", "Checking the library…"));
  g_autoptr (OnsiteLibrary) library = onsite_cli_context_open_library (context, error);
  g_autoptr (OnsiteCheck) check = NULL;

  if (!library)
    return FALSE;
  check = onsite_check_run (library,
                            onsite_cli_wait_tell,
                            wait,
                            onsite_cli_wait_get_cancellable (wait),
                            error);
  if (!check)
    return FALSE;

  if (context->json)
    print_json (context, library, check);
  else
    print_text (context, library, check);

  return tell_of_damage (check, error);
}

const OnsiteCliCommand onsite_cli_check = {
  .name = "check",
  .summary = NC_ ("command", "Look whether the library is sound, and decode every recording"),
  .run = run,
};
