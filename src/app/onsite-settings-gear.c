/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "onsite-settings-gear.h"

static gboolean
is_heard (gpointer choice)
{
  return !onsite_sound_choice_is_dumb (choice);
}

static char *
name_microphone (const char *id, gpointer choice)
{
  return onsite_sound_choice_name_microphone (choice, id);
}

OnsiteGear
onsite_settings_gear_make (GSettings *settings, OnsiteSoundChoice *choice)
{
  return (OnsiteGear){
    .source = onsite_sound_choice_make_source,
    .sink = onsite_sound_choice_make_sink,
    .is_heard = is_heard,
    .name_microphone = name_microphone,
    .data = choice,
    .ref = g_object_ref,
    .unref = onsite_sound_choice_let_go,
    .codec = (OnsiteCodec) g_settings_get_enum (settings, "recording-format"),
    .speak = g_settings_get_boolean (settings, "speak-questions"),
    .floor_db = onsite_sound_choice_get_floor_db (choice),
    .voice_rate = g_settings_get_double (settings, "voice-rate"),
    .voice_volume = g_settings_get_double (settings, "voice-volume"),
    .clock = onsite_clock_get_system (),
  };
}
