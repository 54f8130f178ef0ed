/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "library/onsite-library-files.h"
#include "onsite-cli-format.h"
#include "onsite-cli-wait.h"
#include "upkeep/onsite-backups.h"

/* To the file that was named, or to where backups are kept. */
static char *
back_up (OnsiteCliContext *context, const char *library, GError **error)
{
  g_autoptr (OnsiteCliWait) wait = onsite_cli_wait_new (C_ ("wait", "Backing up the library…"));
  GCancellable *cancellable = onsite_cli_wait_get_cancellable (wait);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *path = NULL;

  if (!context->output)
    return onsite_backups_make (library, now, onsite_cli_wait_tell, wait, cancellable, error);

  path = g_canonicalize_filename (context->output, NULL);
  if (!onsite_library_files_copy (library, path, onsite_cli_wait_tell, wait, cancellable, error))
    return NULL;

  return g_steal_pointer (&path);
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autofree char *library = onsite_cli_context_dup_library_path (context);
  g_autofree char *path = NULL;

  if (context->output && !onsite_cli_context_check_output (context, error))
    return FALSE;
  path = back_up (context, library, error);
  if (!path)
    return FALSE;

  onsite_cli_context_print_path (context, path);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_backup = {
  .name = "backup",
  .summary = NC_ ("command", "Back up the library, and print where the copy is"),
  .makes_file = TRUE,
  .run = run,
};
