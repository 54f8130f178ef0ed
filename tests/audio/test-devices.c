/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gst/gst.h>

#include "audio/onsite-devices.h"
#include "onsite-fake-pulse.h"
#include "onsite-wait.h"

static gboolean
has (GListModel *list, const char *id)
{
  g_autoptr (OnsiteDevice) device = onsite_device_find (list, id, NULL);

  return device != NULL;
}

static gboolean
is (GListModel *list, const char *id, OnsiteDeviceFlags flags)
{
  g_autoptr (OnsiteDevice) device = onsite_device_find (list, id, NULL);

  return device != NULL && onsite_device_is (device, flags);
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
test_microphones_follow_plugging_and_unplugging (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (FALSE);
  GListModel *microphones = onsite_devices_get_microphones (devices);
  g_autoptr (OnsiteDevice) device = NULL;

  onsite_fake_pulse_add_microphone (pulse, "headset", "device.description=Headset device.serial=7");
  onsite_wait_for (has (microphones, "headset"));
  device = onsite_device_find (microphones, "headset", NULL);
  g_assert_cmpstr (onsite_device_get_name (device), ==, "Headset");
  g_assert_cmpstr (onsite_device_get_hardware (device), ==, "7");
  g_assert_false (onsite_device_is (device, ONSITE_DEVICE_MONITOR));

  onsite_fake_pulse_remove_microphone (pulse, "headset");
  onsite_wait_for (!has (microphones, "headset"));
}

static void
test_a_microphone_that_is_muted_and_the_servers_choice_are_known (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (FALSE);
  GListModel *microphones = onsite_devices_get_microphones (devices);
  g_autoptr (OnsiteDevice) first = NULL;

  onsite_fake_pulse_add_microphone (pulse, "headset", "device.description=Headset");
  onsite_fake_pulse_add_microphone (pulse, "webcam", "device.description=Webcam");
  onsite_wait_for (has (microphones, "webcam"));
  g_assert_false (is (microphones, "webcam", ONSITE_DEVICE_DEFAULT));
  g_assert_false (is (microphones, "webcam", ONSITE_DEVICE_MUTED));

  onsite_fake_pulse_tell (pulse, "set-default-source", "webcam", NULL);
  onsite_wait_for (is (microphones, "webcam", ONSITE_DEVICE_DEFAULT));
  first = g_list_model_get_item (microphones, 0);
  g_assert_cmpstr (onsite_device_get_id (first), ==, "webcam");

  onsite_fake_pulse_tell (pulse, "set-source-mute", "webcam", "1");
  onsite_wait_for (is (microphones, "webcam", ONSITE_DEVICE_MUTED));
}

static void
test_what_a_server_keeps_in_place_of_a_loudspeaker_is_none (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (FALSE);
  GListModel *loudspeakers = onsite_devices_get_loudspeakers (devices);

  onsite_fake_pulse_tell (pulse, "load-module", "module-always-sink", NULL);
  onsite_fake_pulse_remove_sink (pulse, "mic");
  onsite_fake_pulse_remove_sink (pulse, "speaker");
  onsite_wait_for (g_list_model_get_n_items (loudspeakers) == 0);
  g_assert_true (onsite_devices_get_reached (devices));
}

static void
test_what_listens_in_comes_and_goes_as_asked (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (FALSE);
  GListModel *microphones = onsite_devices_get_microphones (devices);

  onsite_devices_set_with_monitors (devices, TRUE);
  onsite_wait_for (is (microphones, "mic.monitor", ONSITE_DEVICE_MONITOR));
  onsite_devices_set_with_monitors (devices, FALSE);
  onsite_wait_for (!has (microphones, "mic.monitor"));
}

static void
test_lists_empty_as_the_server_dies_and_fill_by_themselves_as_it_is_back (void)
{
  g_autoptr (OnsiteFakePulse) pulse = onsite_fake_pulse_new ();
  g_autoptr (OnsiteDevices) devices = search (FALSE);
  GListModel *loudspeakers = onsite_devices_get_loudspeakers (devices);

  g_assert_true (onsite_devices_get_reached (devices));
  onsite_fake_pulse_kill (pulse);
  onsite_wait_for (!onsite_devices_get_reached (devices));
  g_assert_cmpuint (g_list_model_get_n_items (loudspeakers), ==, 0);

  onsite_fake_pulse_start_anew (pulse);
  onsite_wait_for (has (loudspeakers, "speaker"));

  /* It is followed as the one before was. */
  onsite_fake_pulse_add_sink (pulse, "headset");
  onsite_wait_for (has (loudspeakers, "headset"));
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

static void
add (GListStore *list, const char *id, const char *hardware)
{
  g_autoptr (OnsiteDevice) device = onsite_device_new (id, id, hardware, 0);

  g_list_store_append (list, device);
}

static const char *
find (GListStore *list, const char *id, const char *hardware)
{
  g_autoptr (OnsiteDevice) device = onsite_device_find (G_LIST_MODEL (list), id, hardware);

  return device != NULL ? onsite_device_get_id (device) : NULL;
}

static void
test_a_device_is_found_by_its_id_and_else_by_its_hardware (void)
{
  g_autoptr (GListStore) list = g_list_store_new (ONSITE_TYPE_DEVICE);

  add (list, "yeti.analog-stereo", "serial 7");
  add (list, "webcam", "serial 8");
  add (list, "rack.input-1", "serial 9");
  add (list, "rack.input-2", "serial 9");
  add (list, "unknown", NULL);

  g_assert_cmpstr (find (list, "webcam", "serial 7"), ==, "webcam");
  g_assert_cmpstr (find (list, "yeti.mono", "serial 7"), ==, "yeti.analog-stereo");
  g_assert_null (find (list, "yeti.mono", NULL));
  g_assert_null (find (list, "rack.input-3", "serial 9"));
  g_assert_null (find (list, "gone", ""));
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
  g_test_add_func ("/devices/what-listens-in-comes-and-goes-as-asked",
                   test_what_listens_in_comes_and_goes_as_asked);
  g_test_add_func ("/devices/lists-follow-plugging-and-unplugging",
                   test_lists_follow_plugging_and_unplugging);
  g_test_add_func ("/devices/microphones-follow-plugging-and-unplugging",
                   test_microphones_follow_plugging_and_unplugging);
  g_test_add_func ("/devices/a-microphone-that-is-muted-and-the-servers-choice-are-known",
                   test_a_microphone_that_is_muted_and_the_servers_choice_are_known);
  g_test_add_func ("/devices/what-a-server-keeps-in-place-of-a-loudspeaker-is-none",
                   test_what_a_server_keeps_in_place_of_a_loudspeaker_is_none);
  g_test_add_func ("/devices/lists-empty-as-the-server-dies-and-fill-by-themselves-as-it-is-back",
                   test_lists_empty_as_the_server_dies_and_fill_by_themselves_as_it_is_back);
  g_test_add_func ("/devices/without-a-server-the-lists-are-empty-and-a-refresh-finds-the-next",
                   test_without_a_server_the_lists_are_empty_and_a_refresh_finds_the_next);
  g_test_add_func ("/devices/a-device-is-found-by-its-id-and-else-by-its-hardware",
                   test_a_device_is_found_by_its_id_and_else_by_its_hardware);

  return g_test_run ();
}
