/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gst/gst.h>

#include "onsite-device.h"

G_BEGIN_DECLS

#define ONSITE_TYPE_DEVICES (onsite_devices_get_type ())

/**
 * OnsiteDevices:
 *
 * What can be heard with: lists that follow plugging and unplugging, and the
 * sound server's going and coming back. Filled a moment after it was made.
 *
 * Property: "searching" (boolean, read only): the server has not answered yet.
 * "reached" (boolean, read only): there is a server, and the lists are its.
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
 * Connects to the sound server anew, at once, where waiting for the next try
 * would take too long.
 */
void onsite_devices_refresh (OnsiteDevices *self);

/**
 * onsite_devices_set_with_monitors:
 * @self: devices
 * @with_monitors: whether what listens in on a loudspeaker counts as a microphone
 */
void onsite_devices_set_with_monitors (OnsiteDevices *self, gboolean with_monitors);

/**
 * onsite_devices_get_microphones:
 * @self: devices
 *
 * Returns: (transfer none): a list of #OnsiteDevice, the server's choice first
 */
GListModel *onsite_devices_get_microphones (OnsiteDevices *self);

/**
 * onsite_devices_get_loudspeakers:
 * @self: devices
 *
 * Returns: (transfer none): a list of #OnsiteDevice, the server's choice first.
 *   What a server keeps in place of a loudspeaker while there is none is not in it
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
 * onsite_devices_get_reached:
 * @self: devices
 *
 * Returns: whether there is a server, and the lists are its
 */
gboolean onsite_devices_get_reached (OnsiteDevices *self);

/**
 * onsite_devices_make_source:
 * @id: (nullable): the id of a microphone, %NULL or "" for the server's choice
 *
 * Returns: (transfer floating): the element that captures from it
 */
GstElement *onsite_devices_make_source (const char *id);

/**
 * onsite_devices_get_named:
 * @element: (nullable): a source or a sink
 *
 * Returns: (transfer full) (nullable): the device's id that it is to be, %NULL for the
 *   server's choice
 */
char *onsite_devices_get_named (GstElement *element);

/**
 * onsite_devices_take_any:
 * @element: a source or a sink that names a device, and was not used yet
 *
 * Lets the server choose instead.
 */
void onsite_devices_take_any (GstElement *element);

/**
 * onsite_devices_is_monitor:
 * @id: what the server calls a source
 *
 * Returns: whether it is no microphone, and gives what a loudspeaker plays. PulseAudio,
 *   and PipeWire in its place, call it after the loudspeaker, with ".monitor" behind
 */
gboolean onsite_devices_is_monitor (const char *id);

/**
 * onsite_devices_make_sink:
 * @id: (nullable): the id of a loudspeaker, %NULL or "" for the server's choice
 *
 * Returns: (transfer floating): the element that plays into it
 */
GstElement *onsite_devices_make_sink (const char *id);

G_END_DECLS
