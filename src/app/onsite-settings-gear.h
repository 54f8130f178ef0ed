/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-sound-choice.h"
#include "rehearsal/onsite-rehearsal.h"

G_BEGIN_DECLS

/**
 * onsite_settings_gear_make:
 * @settings: the program's settings
 * @choice: the microphone and the loudspeaker, which have to outlive the gear; what
 *   is made with it keeps them
 *
 * Makes the microphone, the loudspeaker and the voice as the settings name them. The
 * devices are looked up each time that one is made, so that a change counts from the
 * next round on.
 *
 * Returns: the gear, which owns nothing
 */
OnsiteGear onsite_settings_gear_make (GSettings *settings, OnsiteSoundChoice *choice);

G_END_DECLS
