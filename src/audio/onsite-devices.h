/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-recorder.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_DEVICE (onsite_device_get_type ())

/* A microphone or a loudspeaker. "id" is stable across restarts, "name" is for people, "is-default". */
G_DECLARE_FINAL_TYPE (OnsiteDevice, onsite_device, ONSITE, DEVICE, GObject)

const char *onsite_device_get_id (OnsiteDevice *self);
const char *onsite_device_get_name (OnsiteDevice *self);

#define ONSITE_TYPE_DEVICES (onsite_devices_get_type ())

/**
 * OnsiteDevices:
 *
 * What can be heard with: list models that follow plugging and unplugging.
 * Monitors of loudspeakers are left out unless asked for.
 */
G_DECLARE_FINAL_TYPE (OnsiteDevices, onsite_devices, ONSITE, DEVICES, GObject)

OnsiteDevices *onsite_devices_new (gboolean with_monitors);
GListModel *onsite_devices_get_microphones (OnsiteDevices *self);
GListModel *onsite_devices_get_loudspeakers (OnsiteDevices *self);

/* The sources and sinks of the real program: PulseAudio's, for a device id or "" for the default. */
GstElement *onsite_devices_make_source (const char *id);
GstElement *onsite_devices_make_sink (const char *id);

G_END_DECLS
