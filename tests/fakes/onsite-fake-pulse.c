/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-fake-pulse.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>

#include "audio/onsite-devices.h"
#include "onsite-wait.h"

#define READY_TIMEOUT_US (10 * G_USEC_PER_SEC)

struct _OnsiteFakePulse
{
  char *folder;
  GSubprocess *daemon;
  char *old_runtime;
};

static void
run (const char *const *arguments)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
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

/* A test that aborts leaves no daemon behind. */
static void
die_with_parent (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
start_daemon (const char *folder, const char *socket)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *protocol = g_strdup_printf (
      "module-native-protocol-unix socket=%s auth-anonymous=1",
      socket);
  g_autoptr (GError) error = NULL;
  GSubprocess *daemon;

  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  /* Without norewinds=1 a null sink buffers two seconds, and tails are lost. */
  daemon = g_subprocess_launcher_spawn (
      launcher,
      &error,
      "pulseaudio",
      "-n",
      "--daemonize=no",
      "--exit-idle-time=-1",
      "--use-pid-file=no",
      "-L",
      protocol,
      "-L",
      "module-null-sink sink_name=mic rate=48000 channels=1 norewinds=1",
      "-L",
      "module-null-sink sink_name=speaker rate=48000 channels=1 norewinds=1",
      NULL);
  g_assert_no_error (error);
  return daemon;
}

static void
wait_for_daemon (const char *socket)
{
  gint64 deadline_us = g_get_monotonic_time () + READY_TIMEOUT_US;

  while (!can_connect (socket))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_usleep (5000);
    }
  run ((const char *[]){ "pactl", "set-default-source", "mic.monitor", NULL });
  run ((const char *[]){ "pactl", "set-default-sink", "speaker", NULL });
}

OnsiteFakePulse *
onsite_fake_pulse_new (void)
{
  OnsiteFakePulse *self = g_new0 (OnsiteFakePulse, 1);
  g_autofree char *socket = NULL;
  g_autofree char *server = NULL;

  self->folder = g_dir_make_tmp ("onsite-pulse-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  socket = g_build_filename (self->folder, "pulse.sock", NULL);
  server = g_strconcat ("unix:", socket, NULL);
  self->old_runtime = g_strdup (g_getenv ("XDG_RUNTIME_DIR"));
  self->daemon = start_daemon (self->folder, socket);
  g_setenv ("PULSE_SERVER", server, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", self->folder, TRUE);
  wait_for_daemon (socket);
  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
onsite_fake_pulse_free (OnsiteFakePulse *self)
{
  g_subprocess_send_signal (self->daemon, SIGCONT);
  g_subprocess_send_signal (self->daemon, SIGTERM);
  g_subprocess_wait (self->daemon, NULL, NULL);
  g_object_unref (self->daemon);
  g_unsetenv ("PULSE_SERVER");
  if (self->old_runtime)
    g_setenv ("XDG_RUNTIME_DIR", self->old_runtime, TRUE);
  else
    g_unsetenv ("XDG_RUNTIME_DIR");
  remove_folder (self->folder);
  g_free (self->old_runtime);
  g_free (self->folder);
  g_free (self);
}

void
onsite_fake_pulse_kill (OnsiteFakePulse *self)
{
  g_subprocess_send_signal (self->daemon, SIGKILL);
  g_subprocess_wait (self->daemon, NULL, NULL);
}

void
onsite_fake_pulse_start_anew (OnsiteFakePulse *self)
{
  g_autofree char *socket = g_build_filename (self->folder, "pulse.sock", NULL);

  g_object_unref (self->daemon);
  self->daemon = start_daemon (self->folder, socket);
  wait_for_daemon (socket);
}

void
onsite_fake_pulse_freeze (OnsiteFakePulse *self)
{
  g_subprocess_send_signal (self->daemon, SIGSTOP);
}

void
onsite_fake_pulse_thaw (OnsiteFakePulse *self)
{
  g_subprocess_send_signal (self->daemon, SIGCONT);
}

void
onsite_fake_pulse_add_sink (OnsiteFakePulse *self, const char *name)
{
  g_autofree char *argument = g_strconcat ("sink_name=", name, NULL);

  run ((const char *[]){ "pactl",
                         "load-module",
                         "module-null-sink",
                         argument,
                         "rate=48000",
                         "channels=1",
                         "norewinds=1",
                         NULL });
}

void
onsite_fake_pulse_add_microphone (OnsiteFakePulse *self, const char *name, const char *properties)
{
  g_autofree char *name_argument = g_strconcat ("source_name=", name, NULL);
  g_autofree char *properties_argument = g_strdup_printf ("source_properties='%s'", properties);

  run ((const char *[]){ "pactl",
                         "load-module",
                         "module-remap-source",
                         "master=mic.monitor",
                         name_argument,
                         properties_argument,
                         NULL });
}

static char *
find_module (const char *kind, const char *name)
{
  g_autofree char *wanted = g_strconcat (kind, "_name=", name, " ", NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *output = NULL;

  g_assert_true (g_spawn_command_line_sync ("pactl list short modules", &output, NULL, NULL, NULL));
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (strstr (lines[i], wanted))
      return g_strndup (lines[i], strcspn (lines[i], "\t"));
  g_assert_not_reached ();
}

static void
unload (const char *kind, const char *name)
{
  g_autofree char *module = find_module (kind, name);

  run ((const char *[]){ "pactl", "unload-module", module, NULL });
}

void
onsite_fake_pulse_remove_sink (OnsiteFakePulse *self, const char *name)
{
  unload ("sink", name);
}

void
onsite_fake_pulse_remove_microphone (OnsiteFakePulse *self, const char *name)
{
  unload ("source", name);
}

void
onsite_fake_pulse_tell (OnsiteFakePulse *self,
                        const char *command,
                        const char *first,
                        const char *second)
{
  run ((const char *[]){ "pactl", command, first, second, NULL });
}

void
onsite_fake_pulse_play (OnsiteFakePulse *self,
                        const char *sink,
                        const gint16 *samples,
                        gsize n_samples,
                        guint rate)
{
  g_autofree char *device = g_strconcat ("--device=", sink, NULL);
  g_autofree char *rate_option = g_strdup_printf ("--rate=%u", rate);
  g_autoptr (GBytes) sound = g_bytes_new (samples, n_samples * sizeof *samples);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  /* It keeps two seconds in the server, so that a busy machine leaves no hole. */
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE,
                              &error,
                              "pacat",
                              "--playback",
                              "--raw",
                              "--format=s16le",
                              "--channels=1",
                              rate_option,
                              device,
                              NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_async (process, sound, NULL, onsite_wait_take_result, &result);
  onsite_wait_for (result != NULL);
  g_assert_true (g_subprocess_communicate_finish (process, result, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
}

GstElement *
onsite_fake_pulse_make_source (gpointer unused)
{
  return onsite_devices_make_source ("mic.monitor");
}

GstElement *
onsite_fake_pulse_make_sink (gpointer unused)
{
  GstElement *sink = gst_element_factory_make ("pulsesink", NULL);

  g_object_set (sink, "device", "speaker", NULL);
  return sink;
}
