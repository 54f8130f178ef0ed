/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_DEVICE_ROW (onsite_device_row_get_type ())

/**
 * OnsiteDeviceRow:
 *
 * Chooses a microphone or a loudspeaker: the system's choice first, then what
 * is plugged in. A chosen device that was unplugged stays chosen and is told
 * of, for it may come back.
 */
G_DECLARE_FINAL_TYPE (OnsiteDeviceRow, onsite_device_row, ONSITE, DEVICE_ROW, AdwComboRow)

/**
 * onsite_device_row_connect:
 * @devices: a list model of OnsiteDevice
 * @settings: where the choice is kept
 * @key: under which key, as a string
 */
void onsite_device_row_connect (OnsiteDeviceRow *self,
                                GListModel *devices,
                                GSettings *settings,
                                const char *key);

G_END_DECLS
