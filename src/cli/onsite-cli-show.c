/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-show.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-command.h"
#include "onsite-cli-loops.h"
#include "onsite-cli-resolve.h"

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteLibrary) library = onsite_cli_context_open_library (context, error);
  g_autoptr (OnsiteDebrief) debrief = NULL;
  g_autofree char *loop = NULL;

  if (!library)
    return FALSE;
  loop = onsite_cli_resolve_loop (library, argument, error);
  if (!loop)
    return FALSE;
  debrief = onsite_cli_loops_debrief (library, loop, error);
  if (!debrief)
    return FALSE;

  if (context->json)
    {
      g_autoptr (OnsiteJsonWriter) writer = onsite_json_writer_new ();

      onsite_cli_show_write (debrief, writer);
      onsite_cli_context_print_json (context, writer);
    }
  else
    {
      onsite_cli_show_print (debrief, context->out);
    }

  return TRUE;
}

const OnsiteCliCommand onsite_cli_show = {
  .name = "show",
  .argument = NC_ ("argument", "LOOP"),
  .summary = NC_ ("command", "Show a loop’s debrief"),
  .run = run,
};
