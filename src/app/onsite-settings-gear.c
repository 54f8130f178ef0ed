/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-settings-gear.h"

#include "audio/onsite-devices.h"

GstElement *
onsite_settings_gear_make_source (gpointer user_data)
{
  g_autofree char *id = g_settings_get_string (user_data, "microphone");

  return onsite_devices_make_source (id);
}

GstElement *
onsite_settings_gear_make_sink (gpointer user_data)
{
  g_autofree char *id = g_settings_get_string (user_data, "speaker");

  return onsite_devices_make_sink (id);
}

OnsiteGear
onsite_settings_gear_make (GSettings *settings)
{
  return (OnsiteGear){
    .source = onsite_settings_gear_make_source,
    .sink = onsite_settings_gear_make_sink,
    .data = settings,
    .speak = g_settings_get_boolean (settings, "speak-questions"),
    .voice_rate = g_settings_get_double (settings, "voice-rate"),
    .voice_volume = g_settings_get_double (settings, "voice-volume"),
    .clock = onsite_clock_get_system (),
  };
}
