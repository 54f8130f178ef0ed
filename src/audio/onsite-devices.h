/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "onsite-device.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_DEVICES (onsite_devices_get_type ())

/**
 * OnsiteDevices:
 *
 * What can be heard with: lists that follow plugging and unplugging. Filled a
 * moment after it was made, since the sound server is asked in a thread of its
 * own.
 *
 * Property: "searching" (boolean, read only): the server has not answered yet.
 */
G_DECLARE_FINAL_TYPE (OnsiteDevices, onsite_devices, ONSITE, DEVICES, GObject)

/**
 * onsite_devices_new:
 * @with_monitors: whether what listens in on a loudspeaker counts as a microphone
 *
 * Returns: (transfer full): new lists, for the thread-default main context
 */
OnsiteDevices *onsite_devices_new (gboolean with_monitors);

/**
 * onsite_devices_refresh:
 * @self: devices
 *
 * Asks the sound server anew. Once a server has gone away its monitor says
 * nothing any more, also when the server is back: this is how to follow the new one.
 */
void onsite_devices_refresh (OnsiteDevices *self);

/**
 * onsite_devices_get_microphones:
 * @self: devices
 *
 * Returns: (transfer none): a list of #OnsiteDevice
 */
GListModel *onsite_devices_get_microphones (OnsiteDevices *self);

/**
 * onsite_devices_get_loudspeakers:
 * @self: devices
 *
 * Returns: (transfer none): a list of #OnsiteDevice
 */
GListModel *onsite_devices_get_loudspeakers (OnsiteDevices *self);

/**
 * onsite_devices_get_searching:
 * @self: devices
 *
 * Returns: whether the server has not answered yet
 */
gboolean onsite_devices_get_searching (OnsiteDevices *self);

/**
 * onsite_devices_make_source:
 * @id: (nullable): the id of a microphone, %NULL or "" for the server's choice
 *
 * Returns: (transfer floating): the element that captures from it
 */
GstElement *onsite_devices_make_source (const char *id);

/**
 * onsite_devices_make_sink:
 * @id: (nullable): the id of a loudspeaker, %NULL or "" for the server's choice
 *
 * Returns: (transfer floating): the element that plays into it
 */
GstElement *onsite_devices_make_sink (const char *id);

G_END_DECLS
