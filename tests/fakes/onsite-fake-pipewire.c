/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-fake-pipewire.h"

#include "onsite-fake-daemon.h"

/* Neither the machine's own cards nor its cameras, and nobody on a bus to ask. */
#define NO_HARDWARE                     \
  "alsa_monitor.enabled = false\n"      \
  "v4l2_monitor.enabled = false\n"      \
  "libcamera_monitor.enabled = false\n" \
  "default_access.properties[\"enable-flatpak-portal\"] = false\n"
#define NO_BLUETOOTH "bluez_monitor.enabled = false\n"

/* Without the priority that a desktop gives it, a server that has 170 ms for each piece of
 * sound, and not 21, leaves holes only where a machine stands still for as long. */
#define QUANTUM                            \
  "context.properties = {\n"               \
  "  default.clock.quantum = 8192\n"       \
  "  default.clock.min-quantum = 8192\n"   \
  "  default.clock.max-quantum = 8192\n"   \
  "  vm.overrides = {\n"                   \
  "    default.clock.min-quantum = 8192\n" \
  "  }\n"                                  \
  "}\n"

/* As pipewire-pulse, whose package would make it the sound server of this machine; but
 * without a sink in place of none. */
#define PULSE                                              \
  "context.spa-libs = {\n"                                 \
  "  audio.convert.* = audioconvert/libspa-audioconvert\n" \
  "  support.* = support/libspa-support\n"                 \
  "}\n"                                                    \
  "context.modules = [\n"                                  \
  "  { name = libpipewire-module-protocol-native }\n"      \
  "  { name = libpipewire-module-client-node }\n"          \
  "  { name = libpipewire-module-adapter }\n"              \
  "  { name = libpipewire-module-metadata }\n"             \
  "  { name = libpipewire-module-protocol-pulse }\n"       \
  "]\n"                                                    \
  "pulse.properties = { server.address = [ \"unix:native\" ] }\n"

gboolean
onsite_fake_pipewire_is_asked_for (void)
{
  return g_getenv ("ONSITE_TEST_PIPEWIRE") != NULL;
}

static void
configure (const char *folder, const char *program, const char *name, const char *settings)
{
  g_autofree char *file = g_build_filename (folder, "config", program, name, NULL);
  g_autofree char *place = g_path_get_dirname (file);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_file_set_contents (file, settings, -1, &error);
  g_assert_no_error (error);
}

char *
onsite_fake_pipewire_start (const char *folder, GPtrArray *daemons)
{
  g_autofree char *core = g_build_filename (folder, "pipewire-0", NULL);
  char *pulse = g_build_filename (folder, "pulse", "native", NULL);

  configure (folder, "wireplumber", "main.lua.d/51-onsite.lua", NO_HARDWARE);
  configure (folder, "wireplumber", "bluetooth.lua.d/51-onsite.lua", NO_BLUETOOTH);
  configure (folder, "pipewire", "pipewire.conf.d/51-onsite.conf", QUANTUM);
  configure (folder, "pipewire", "onsite-pulse.conf", PULSE);
  onsite_fake_daemon_start (folder, daemons, (const char *[]){ "pipewire", NULL });
  onsite_fake_daemon_wait_for (core);
  onsite_fake_daemon_start (folder, daemons, (const char *[]){ "wireplumber", NULL });
  onsite_fake_daemon_start (folder,
                            daemons,
                            (const char *[]){ "pipewire", "-c", "onsite-pulse.conf", NULL });
  onsite_fake_daemon_wait_for (pulse);

  return pulse;
}
