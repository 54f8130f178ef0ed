/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-fake-pulse.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>

#include "audio/onsite-devices.h"
#include "onsite-fake-daemon.h"
#include "onsite-fake-pipewire.h"
#include "onsite-wait.h"

#define READY_TIMEOUT_US (10 * G_USEC_PER_SEC)

struct _OnsiteFakePulse
{
  char *folder;
  GPtrArray *daemons; /* (element-type GSubprocess) */
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

/* For a server that listens before it knows what it serves. */
static void
run_as_soon_as_it_can_be (const char *const *arguments)
{
  const gint64 deadline_us = g_get_monotonic_time () + READY_TIMEOUT_US;
  gboolean is_done = FALSE;

  while (!is_done)
    {
      g_autoptr (GSubprocess) process = NULL;

      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      process = g_subprocess_newv (arguments,
                                   G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                       G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                   NULL);
      g_assert_nonnull (process);
      is_done = g_subprocess_wait_check (process, NULL, NULL);
    }
}

/* Without norewinds=1 a null sink buffers two seconds, and tails are lost. */
static char *
start_pulseaudio (const char *folder, GPtrArray *daemons)
{
  char *socket = g_build_filename (folder, "pulse.sock", NULL);
  g_autofree char *protocol = g_strdup_printf (
      "module-native-protocol-unix socket=%s auth-anonymous=1",
      socket);

  onsite_fake_daemon_start (
      folder,
      daemons,
      (const char *[]){ "pulseaudio",
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
                        NULL });
  onsite_fake_daemon_wait_for (socket);
  return socket;
}

static void
start (OnsiteFakePulse *self)
{
  const gboolean is_pipewire = onsite_fake_pipewire_is_asked_for ();
  g_autofree char *socket = is_pipewire ? onsite_fake_pipewire_start (self->folder, self->daemons)
                                        : start_pulseaudio (self->folder, self->daemons);
  g_autofree char *server = g_strconcat ("unix:", socket, NULL);

  g_setenv ("PULSE_SERVER", server, TRUE);
  if (is_pipewire)
    {
      onsite_fake_pulse_add_sink (self, "mic");
      onsite_fake_pulse_add_sink (self, "speaker");
    }
  run_as_soon_as_it_can_be ((const char *[]){ "pactl", "set-default-source", "mic.monitor", NULL });
  run_as_soon_as_it_can_be ((const char *[]){ "pactl", "set-default-sink", "speaker", NULL });
}

OnsiteFakePulse *
onsite_fake_pulse_new (void)
{
  OnsiteFakePulse *self = g_new0 (OnsiteFakePulse, 1);

  self->folder = g_dir_make_tmp ("onsite-pulse-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->daemons = g_ptr_array_new_with_free_func (g_object_unref);
  self->old_runtime = g_strdup (g_getenv ("XDG_RUNTIME_DIR"));
  g_setenv ("XDG_RUNTIME_DIR", self->folder, TRUE);
  start (self);
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
  onsite_fake_daemon_signal (self->daemons, SIGCONT);
  onsite_fake_daemon_signal (self->daemons, SIGTERM);
  onsite_fake_daemon_reap (self->daemons);
  g_ptr_array_unref (self->daemons);
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
  onsite_fake_daemon_signal (self->daemons, SIGKILL);
  onsite_fake_daemon_reap (self->daemons);
}

void
onsite_fake_pulse_start_anew (OnsiteFakePulse *self)
{
  start (self);
}

void
onsite_fake_pulse_freeze (OnsiteFakePulse *self)
{
  onsite_fake_daemon_signal (self->daemons, SIGSTOP);
}

void
onsite_fake_pulse_thaw (OnsiteFakePulse *self)
{
  onsite_fake_daemon_signal (self->daemons, SIGCONT);
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
