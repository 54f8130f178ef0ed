/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "neighbour.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#define HOG  "while :; do dd if=/dev/zero of=\"$0\" bs=1M count=64 conv=fsync 2>/dev/null; done"
#define BUSY "while :; do :; done"

static void
die_with_parent (gpointer unused)
{
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
start (const char *script, const char *argument)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  GSubprocess *shell;

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  shell = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c", script, argument, NULL);
  g_assert_no_error (error);

  return shell;
}

GSubprocess *
neighbour_start_on_disk (const char *path)
{
  return start (HOG, path);
}

GSubprocess *
neighbour_start_on_processor (void)
{
  return start (BUSY, "busy");
}

void
neighbour_end (GSubprocess *neighbour)
{
  kill (-atoi (g_subprocess_get_identifier (neighbour)), SIGKILL);
  g_subprocess_wait (neighbour, NULL, NULL);
  g_object_unref (neighbour);
}
