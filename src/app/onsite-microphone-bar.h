/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-microphone-check.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_MICROPHONE_BAR (onsite_microphone_bar_get_type ())

/**
 * OnsiteMicrophoneBar:
 *
 * What a check of the microphone tells: the level and the words, or why it can't be
 * listened to, with a button to try again. The check listens as long as the bar is to
 * be seen.
 *
 * Property, read only: "check" (OnsiteMicrophoneCheck): what listens.
 *
 * Signal: "trying-again": the person wants the check to begin anew, which it does after
 * the handlers.
 */
G_DECLARE_FINAL_TYPE (OnsiteMicrophoneBar, onsite_microphone_bar, ONSITE, MICROPHONE_BAR, AdwBin)

/**
 * onsite_microphone_bar_set_check:
 * @self: a bar, which is not to be seen yet
 * @check: what listens; held
 */
void onsite_microphone_bar_set_check (OnsiteMicrophoneBar *self, OnsiteMicrophoneCheck *check);

/**
 * onsite_microphone_bar_listen_anew:
 * @self: a bar
 *
 * Lets the check begin anew, as with another microphone; while the bar is not to be seen,
 * nothing listens.
 */
void onsite_microphone_bar_listen_anew (OnsiteMicrophoneBar *self);

G_END_DECLS
