/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "onsite-sound-choice.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_DEVICE_ROW (onsite_device_row_get_type ())

/**
 * OnsiteDeviceRow:
 *
 * Chooses a microphone or a loudspeaker: the system's choice first, then what
 * is plugged in. A chosen device that was unplugged stays chosen, for it may come
 * back; meanwhile the row says what is used instead.
 */
G_DECLARE_FINAL_TYPE (OnsiteDeviceRow, onsite_device_row, ONSITE, DEVICE_ROW, AdwComboRow)

/**
 * onsite_device_row_connect:
 * @self: a row
 * @choice: what is chosen, and what there is
 * @key: "microphone" or "speaker"
 */
void onsite_device_row_connect (OnsiteDeviceRow *self, OnsiteSoundChoice *choice, const char *key);

G_END_DECLS
