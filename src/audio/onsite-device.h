/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_DEVICE (onsite_device_get_type ())

/**
 * OnsiteDevice:
 *
 * A microphone or a loudspeaker of the sound server.
 *
 * Properties, read only: "id" (string): what the server calls it, the same
 * after a restart. "name" (string): what people call it. "is-default"
 * (boolean): the server's choice where none is named.
 */
G_DECLARE_FINAL_TYPE (OnsiteDevice, onsite_device, ONSITE, DEVICE, GObject)

/**
 * onsite_device_new:
 * @id: what the server calls it
 * @name: what people call it
 * @is_default: whether it is the server's choice
 *
 * Returns: (transfer full): a device
 */
OnsiteDevice *onsite_device_new (const char *id, const char *name, gboolean is_default);

/**
 * onsite_device_get_id:
 * @self: a device
 *
 * Returns: what the server calls it
 */
const char *onsite_device_get_id (OnsiteDevice *self);

/**
 * onsite_device_get_name:
 * @self: a device
 *
 * Returns: what people call it
 */
const char *onsite_device_get_name (OnsiteDevice *self);

/**
 * onsite_device_get_is_default:
 * @self: a device
 *
 * Returns: whether it is the server's choice where none is named
 */
gboolean onsite_device_get_is_default (OnsiteDevice *self);

G_END_DECLS
