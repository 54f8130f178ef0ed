/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-format.h"
#include "rehearsal/onsite-sample-maker.h"

static void
print_id (OnsiteCliContext *context, const char *loop)
{
  g_autoptr (OnsiteJsonWriter) writer = NULL;

  if (!context->json)
    {
      onsite_cli_context_print (context, "%s\n", loop);
      return;
    }

  writer = onsite_json_writer_new ();
  onsite_json_writer_begin_object (writer);
  onsite_json_writer_add_string (writer, "id", loop);
  onsite_json_writer_end_object (writer);
  onsite_cli_context_print_json (context, writer);
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsitePack) pack = onsite_cli_context_load_pack (context, error);
  g_autoptr (OnsiteLibrary) library = NULL;
  g_autofree char *path = onsite_cli_context_dup_library_path (context);
  g_autofree char *loop = NULL;

  if (!pack)
    return FALSE;
  library = onsite_library_open (path, ONSITE_LIBRARY_OPEN_CREATE, error);
  if (!library)
    return FALSE;
  loop = onsite_sample_make (library, pack, NULL, NULL, NULL, error);
  if (!loop || !onsite_library_close (library, error))
    return FALSE;

  print_id (context, loop);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_sample = {
  .name = "sample",
  .summary = NC_ ("command", "Make a loop to look around in, and print its id"),
  .run = run,
};
