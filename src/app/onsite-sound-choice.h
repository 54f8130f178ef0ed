/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "audio/onsite-devices.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_SOUND_CHOICE (onsite_sound_choice_get_type ())

/**
 * OnsiteSoundChoice:
 *
 * The microphone and the loudspeaker that the person chose, and what there is of
 * them now. Remembers what a chosen one was called, follows one that the sound
 * server calls by another name than before, and knows what is used instead of one
 * that is not plugged in.
 *
 * Signal: "changed": what its functions tell is not as it was.
 */
G_DECLARE_FINAL_TYPE (OnsiteSoundChoice, onsite_sound_choice, ONSITE, SOUND_CHOICE, GObject)

/* @settings is kept. Returns: (transfer full): the choice; begins to look for devices. */
OnsiteSoundChoice *onsite_sound_choice_new (GSettings *settings);
/* Returns: (transfer none): what there is. */
OnsiteDevices *onsite_sound_choice_get_devices (OnsiteSoundChoice *self);
/* Returns: (transfer none): what there is of "microphone" or "speaker". */
GListModel *onsite_sound_choice_get_list (OnsiteSoundChoice *self, const char *key);
/* Returns: (transfer full): the id of the chosen one; "" for the system's choice. */
char *onsite_sound_choice_dup_id (OnsiteSoundChoice *self, const char *key);
/* Remembers the chosen one, which is in its list, or "" for the system's choice. */
void onsite_sound_choice_set_id (OnsiteSoundChoice *self, const char *key, const char *id);
/* Returns: (transfer full): what the chosen one was called when it was there last. */
char *onsite_sound_choice_dup_name (OnsiteSoundChoice *self, const char *key);
/* Returns: (transfer full) (nullable): in words, what is the matter with the chosen one. */
char *onsite_sound_choice_describe (OnsiteSoundChoice *self, const char *key);
/* Returns: whether it is known that nobody would hear what is played. */
gboolean onsite_sound_choice_is_dumb (OnsiteSoundChoice *self);
/* Returns: (transfer full): what people call a microphone; its id if nobody knows. */
char *onsite_sound_choice_name_microphone (OnsiteSoundChoice *self, const char *id);

/* Returns: (transfer full): the id of the microphone that is used, which is not the chosen
 * one while that is missing; "" if it's not known. */
char *onsite_sound_choice_dup_used_id (OnsiteSoundChoice *self);
/* Returns: (transfer full): the ids of the microphones beside the one that is used. */
char **onsite_sound_choice_list_others (OnsiteSoundChoice *self);
/* Returns: whether what the microphone hears is to be cleaned before it's kept. */
gboolean onsite_sound_choice_get_clean (OnsiteSoundChoice *self);
/* How loud the room is at the chosen microphone, in dBFS, as a check has measured it;
 * %ONSITE_SOUND_SILENCE_DB as long as none has. */
double onsite_sound_choice_get_floor_db (OnsiteSoundChoice *self);
void onsite_sound_choice_set_floor_db (OnsiteSoundChoice *self, double floor_db);

/* The device functions; @user_data is the #OnsiteSoundChoice. From any thread. */
GstElement *onsite_sound_choice_make_source (gpointer user_data);
GstElement *onsite_sound_choice_make_sink (gpointer user_data);

G_END_DECLS
