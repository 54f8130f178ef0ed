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

/**
 * onsite_sound_choice_new:
 * @settings: where it is kept; held
 *
 * Begins to look for devices.
 *
 * Returns: (transfer full): the choice
 */
OnsiteSoundChoice *onsite_sound_choice_new (GSettings *settings);

/**
 * onsite_sound_choice_get_devices:
 * @self: a choice
 *
 * Returns: (transfer none): what there is
 */
OnsiteDevices *onsite_sound_choice_get_devices (OnsiteSoundChoice *self);

/**
 * onsite_sound_choice_get_list:
 * @self: a choice
 * @key: "microphone" or "speaker"
 *
 * Returns: (transfer none): what there is of it, of #OnsiteDevice
 */
GListModel *onsite_sound_choice_get_list (OnsiteSoundChoice *self, const char *key);

/**
 * onsite_sound_choice_dup_id:
 * @self: a choice
 * @key: "microphone" or "speaker"
 *
 * Returns: (transfer full): the id of the chosen one; "" for the system's choice
 */
char *onsite_sound_choice_dup_id (OnsiteSoundChoice *self, const char *key);

/**
 * onsite_sound_choice_set_id:
 * @self: a choice
 * @key: "microphone" or "speaker"
 * @id: the id of one in its list, or "" for the system's choice
 *
 * Remembers which one was chosen, and forgets how loud the room was at another
 * microphone.
 */
void onsite_sound_choice_set_id (OnsiteSoundChoice *self, const char *key, const char *id);

/**
 * onsite_sound_choice_dup_name:
 * @self: a choice
 * @key: "microphone" or "speaker"
 *
 * Returns: (transfer full): what the chosen one was called when it was there last; ""
 *   if none was
 */
char *onsite_sound_choice_dup_name (OnsiteSoundChoice *self, const char *key);

/**
 * onsite_sound_choice_describe:
 * @self: a choice
 * @key: "microphone" or "speaker"
 *
 * Returns: (transfer full) (nullable): in words, what is the matter with the chosen
 *   one; %NULL if nothing is, or nobody knows
 */
char *onsite_sound_choice_describe (OnsiteSoundChoice *self, const char *key);

/**
 * onsite_sound_choice_is_dumb:
 * @self: a choice
 *
 * Returns: whether it is known that nobody would hear what is played
 */
gboolean onsite_sound_choice_is_dumb (OnsiteSoundChoice *self);

/**
 * onsite_sound_choice_name_microphone:
 * @self: a choice
 * @id: a microphone's id
 *
 * Returns: (transfer full): what people call it; its id if nobody knows
 */
char *onsite_sound_choice_name_microphone (OnsiteSoundChoice *self, const char *id);

/**
 * onsite_sound_choice_dup_used_id:
 * @self: a choice
 *
 * Returns: (transfer full): the id of the microphone that is used, which is not the
 *   chosen one while that is missing; "" if it's not known
 */
char *onsite_sound_choice_dup_used_id (OnsiteSoundChoice *self);

/**
 * onsite_sound_choice_list_others:
 * @self: a choice
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the microphones beside
 *   the one that is used, without what loudspeakers play
 */
char **onsite_sound_choice_list_others (OnsiteSoundChoice *self);

/**
 * onsite_sound_choice_get_clean:
 * @self: a choice
 *
 * Returns: whether what the microphone hears is to be cleaned before it's kept
 */
gboolean onsite_sound_choice_get_clean (OnsiteSoundChoice *self);

/**
 * onsite_sound_choice_get_floor_db:
 * @self: a choice
 *
 * Returns: how loud the room is at the chosen microphone, in dBFS, as a check has
 *   measured it; %ONSITE_SOUND_SILENCE_DB as long as none has
 */
double onsite_sound_choice_get_floor_db (OnsiteSoundChoice *self);

/**
 * onsite_sound_choice_set_floor_db:
 * @self: a choice
 * @floor_db: how loud the room is at the chosen microphone, in dBFS
 *
 * Remembers what a check has measured.
 */
void onsite_sound_choice_set_floor_db (OnsiteSoundChoice *self, double floor_db);

/**
 * onsite_sound_choice_let_go:
 * @user_data: (transfer full): #OnsiteSoundChoice
 *
 * Drops a reference, the last one in the main thread: a #GDestroyNotify for those who
 * make a microphone or a loudspeaker in a thread of their own, where they may end, too.
 * From any thread.
 */
void onsite_sound_choice_let_go (gpointer user_data);

/**
 * onsite_sound_choice_make_source:
 * @user_data: #OnsiteSoundChoice
 *
 * Makes the microphone: an #OnsiteSourceFunc. From any thread.
 *
 * Returns: (transfer floating): a live source element
 */
GstElement *onsite_sound_choice_make_source (gpointer user_data);

/**
 * onsite_sound_choice_make_sink:
 * @user_data: #OnsiteSoundChoice
 *
 * Makes the loudspeaker, or the system's choice while it is missing: an
 * #OnsiteSinkFunc. From any thread.
 *
 * Returns: (transfer floating): a sink element
 */
GstElement *onsite_sound_choice_make_sink (gpointer user_data);

G_END_DECLS
