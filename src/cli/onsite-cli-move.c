/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-cli-command.h"

#include <glib/gi18n-lib.h>

#include "onsite-cli-format.h"
#include "onsite-cli-wait.h"
#include "upkeep/onsite-moving.h"

typedef struct
{
  OnsiteCliWait *wait;
  OnsiteCliContext *context;
  const char *library;
} Moving;

static void
tell (double fraction, gpointer data)
{
  Moving *self = data;

  onsite_cli_wait_tell (fraction, self->wait);
}

/* A library that was only named here is nobody's setting. */
static gboolean
remember (const char *path, gpointer data, GError **error)
{
  Moving *self = data;
  g_autofree char *chosen = onsite_cli_context_dup_chosen_library ();

  if (g_strcmp0 (chosen, self->library) != 0)
    return TRUE;

  return onsite_cli_context_choose_library (path, error);
}

static gboolean
run (OnsiteCliContext *context, const char *argument, GError **error)
{
  g_autoptr (OnsiteCliWait) wait = onsite_cli_wait_new (C_ ("wait", "Moving the library…"));
  g_autofree char *library = onsite_cli_context_dup_library_path (context);
  g_autofree char *path = NULL;
  Moving moving = { wait, context, library };

  path = onsite_moving_run (library,
                            argument,
                            remember,
                            tell,
                            &moving,
                            onsite_cli_wait_get_cancellable (wait),
                            error);
  if (!path)
    return FALSE;

  onsite_cli_context_print_path (context, path);

  return TRUE;
}

const OnsiteCliCommand onsite_cli_move = {
  .name = "move",
  .argument = NC_ ("argument", "FOLDER"),
  .summary = NC_ ("command", "Move the library to another folder, and print where it is"),
  .run = run,
};
