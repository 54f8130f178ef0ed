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

/**
 * onsite_microphone_check_new:
 * @source: makes the microphone
 * @source_data: for @source
 * @ref: (nullable): what keeps @source_data for one more microphone
 * @unref: (nullable): lets go of it, once that microphone is gone; from any thread
 *
 * A microphone may still be being made when the check is gone.
 *
 * Returns: (transfer full): a check that doesn't listen yet
 */
OnsiteMicrophoneCheck *onsite_microphone_check_new (OnsiteSourceFunc source,
                                                    gpointer source_data,
                                                    GBoxedCopyFunc ref,
                                                    GDestroyNotify unref);

/**
 * onsite_microphone_check_start:
 * @self: a check
 *
 * Begins to listen, or begins anew: with another microphone, say.
 */
void onsite_microphone_check_start (OnsiteMicrophoneCheck *self);

/**
 * onsite_microphone_check_stop:
 * @self: a check
 *
 * Lets go of the microphone, without waiting for it.
 */
void onsite_microphone_check_stop (OnsiteMicrophoneCheck *self);

/**
 * onsite_microphone_check_get_ready:
 * @self: a check
 *
 * Returns: whether it delivers sound, so that a loop can begin
 */
gboolean onsite_microphone_check_get_ready (OnsiteMicrophoneCheck *self);

/**
 * onsite_microphone_check_get_failed:
 * @self: a check
 *
 * Returns: whether it can't be listened to
 */
gboolean onsite_microphone_check_get_failed (OnsiteMicrophoneCheck *self);

/**
 * onsite_microphone_check_get_words:
 * @self: a check
 *
 * Returns: (transfer none) (nullable): what to tell, until the next notification; %NULL
 *   before it was started
 */
const char *onsite_microphone_check_get_words (OnsiteMicrophoneCheck *self);

G_END_DECLS
