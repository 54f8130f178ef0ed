/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "records/onsite-receipt.h"

G_BEGIN_DECLS

/**
 * onsite_device_kind_from_id:
 * @id: (nullable): what the sound server calls a microphone
 *
 * Tells what kind a microphone is by what PulseAudio's udev and Bluetooth modules, and
 * WirePlumber in their place, call it: "alsa_input." and the bus, "bluez_source." or
 * "bluez_input."; makers put "headset" into the names of those.
 *
 * Returns: its kind
 */
OnsiteDeviceKind onsite_device_kind_from_id (const char *id);

G_END_DECLS
