/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "audio/onsite-recorder.h"
#include "onsite-hearing.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_MICROPHONE_CHECK (onsite_microphone_check_get_type ())

/**
 * OnsiteMicrophoneCheck:
 *
 * Listens to a microphone without keeping anything, and says in words whether
 * a person is heard.
 *
 * Properties, all read only: "level" (double, dBFS); "words" (string): what to
 * tell; "ready" (boolean): it delivers sound, so that a loop can begin;
 * "failed" (boolean): it can't be listened to, and "words" say why.
 */
G_DECLARE_FINAL_TYPE (OnsiteMicrophoneCheck,
                      onsite_microphone_check,
                      ONSITE,
                      MICROPHONE_CHECK,
                      GObject)

/* @source_data is not owned. */
OnsiteMicrophoneCheck *onsite_microphone_check_new (OnsiteSourceFunc source, gpointer source_data);
/* Begins to listen, or begins anew: with another microphone, say. */
void onsite_microphone_check_start (OnsiteMicrophoneCheck *self);
/* Lets go of the microphone. */
void onsite_microphone_check_stop (OnsiteMicrophoneCheck *self);
gboolean onsite_microphone_check_get_ready (OnsiteMicrophoneCheck *self);
gboolean onsite_microphone_check_get_failed (OnsiteMicrophoneCheck *self);
const char *onsite_microphone_check_get_words (OnsiteMicrophoneCheck *self);

G_END_DECLS
