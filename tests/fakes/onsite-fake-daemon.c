/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-fake-daemon.h"

#include <signal.h>
#include <sys/prctl.h>

#define READY_TIMEOUT_US (10 * G_USEC_PER_SEC)
/* Else one would start a bus, or find that of the desktop the test was started from. */
#define NO_BUS "unix:path=/nonexistent"

/* A test that aborts leaves no daemon behind. */
static void
die_with_parent (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

void
onsite_fake_daemon_start (const char *folder, GPtrArray *daemons, const char *const *command)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *config = g_build_filename (folder, "config", NULL);
  g_autofree char *state = g_build_filename (folder, "state", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *daemon;

  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", config, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", state, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", NO_BUS, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SYSTEM_BUS_ADDRESS", NO_BUS, TRUE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  daemon = g_subprocess_launcher_spawnv (launcher, command, &error);
  g_assert_no_error (error);
  g_ptr_array_add (daemons, daemon);
}

static gboolean
can_connect (const char *path)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocketConnection) connection = NULL;

  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  return connection != NULL;
}

void
onsite_fake_daemon_wait_for (const char *socket)
{
  const gint64 deadline_us = g_get_monotonic_time () + READY_TIMEOUT_US;

  while (!can_connect (socket))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_usleep (5000);
    }
}

void
onsite_fake_daemon_signal (GPtrArray *daemons, int signal)
{
  for (guint i = 0; i < daemons->len; i++)
    g_subprocess_send_signal (g_ptr_array_index (daemons, i), signal);
}

void
onsite_fake_daemon_reap (GPtrArray *daemons)
{
  for (guint i = daemons->len; i > 0; i--)
    g_subprocess_wait (g_ptr_array_index (daemons, i - 1), NULL, NULL);
  g_ptr_array_set_size (daemons, 0);
}
