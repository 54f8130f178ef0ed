/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "audio/onsite-devices.h"
#include "onsite-fake-pulse.h"
#include "onsite-wait.h"

static gboolean
has (GListModel *list, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OnsiteDevice) device = g_list_model_get_item (list, i);

      if (g_strcmp0 (onsite_device_get_id (device), id) == 0)
        return TRUE;
    }

  return FALSE;
}

static OnsiteDevices *
search (gboolean with_monitors)
{
  OnsiteDevices *devices = onsite_devices_new (with_monitors);

  onsite_wait_for (!onsite_devices_get_searching (devices));
  return devices;
}

static void
test_loudspeakers_are_listed_and_what_listens_in_on_them_is_not (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (FALSE);

  g_assert_true (has (onsite_devices_get_loudspeakers (devices), "speaker"));
  g_assert_cmpuint (g_list_model_get_n_items (onsite_devices_get_microphones (devices)), ==, 0);
}

static void
test_what_listens_in_is_listed_when_asked_for (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (TRUE);

  g_assert_true (has (onsite_devices_get_microphones (devices), "mic.monitor"));
}

static void
test_lists_follow_plugging_and_unplugging (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (FALSE);
  GListModel *loudspeakers = onsite_devices_get_loudspeakers (devices);

  onsite_fake_pulse_add_sink (pulse, "headset");
  onsite_wait_for (has (loudspeakers, "headset"));
  onsite_fake_pulse_remove_sink (pulse, "headset");
  onsite_wait_for (!has (loudspeakers, "headset"));
}

static void
test_without_a_server_the_lists_are_empty_and_a_refresh_finds_the_next (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteFakePulse) next = NULL;
  g_autoptr (OnsiteDevices) devices = NULL;

  onsite_fake_pulse_kill (pulse);
  devices = search (FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (onsite_devices_get_loudspeakers (devices)), ==, 0);

  g_clear_pointer (&pulse, onsite_fake_pulse_free);
  next = onsite_fake_pulse_new ();
  onsite_devices_refresh (devices);
  onsite_wait_for (has (onsite_devices_get_loudspeakers (devices), "speaker"));
}

int
main (int argc, char *argv[])
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/devices/loudspeakers-are-listed-and-what-listens-in-on-them-is-not",
                   test_loudspeakers_are_listed_and_what_listens_in_on_them_is_not);
  g_test_add_func ("/devices/what-listens-in-is-listed-when-asked-for",
                   test_what_listens_in_is_listed_when_asked_for);
  g_test_add_func ("/devices/lists-follow-plugging-and-unplugging",
                   test_lists_follow_plugging_and_unplugging);
  g_test_add_func ("/devices/without-a-server-the-lists-are-empty-and-a-refresh-finds-the-next",
                   test_without_a_server_the_lists_are_empty_and_a_refresh_finds_the_next);

  return g_test_run ();
}
