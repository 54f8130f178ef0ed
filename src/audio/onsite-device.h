/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ONSITE_TYPE_DEVICE (onsite_device_get_type ())

/**
 * OnsiteDeviceFlags:
 * @ONSITE_DEVICE_DEFAULT: the server's choice where none is named
 * @ONSITE_DEVICE_MONITOR: no microphone: what a loudspeaker plays
 * @ONSITE_DEVICE_MUTED: the server lets nothing through
 */
typedef enum
{
  ONSITE_DEVICE_DEFAULT = 1 << 0,
  ONSITE_DEVICE_MONITOR = 1 << 1,
  ONSITE_DEVICE_MUTED = 1 << 2,
} OnsiteDeviceFlags;

/**
 * OnsiteDevice:
 *
 * A microphone or a loudspeaker of the sound server, as it is now.
 *
 * Properties, read only: "id" (string): what the server calls it, the same
 * after a restart. "name" (string): what people call it.
 */
G_DECLARE_FINAL_TYPE (OnsiteDevice, onsite_device, ONSITE, DEVICE, GObject)

/**
 * onsite_device_new:
 * @id: what the server calls it
 * @name: what people call it
 * @hardware: (nullable): what tells this piece of hardware from others, such as
 *   its serial number
 * @flags: what is known of it
 *
 * Returns: (transfer full): a device
 */
OnsiteDevice *
onsite_device_new (const char *id, const char *name, const char *hardware, OnsiteDeviceFlags flags);

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
 * onsite_device_get_hardware:
 * @self: a device
 *
 * Returns: what stays the same while the server calls it by another name, after a
 *   change of its profile, say; "" if nothing is known to
 */
const char *onsite_device_get_hardware (OnsiteDevice *self);

/**
 * onsite_device_is:
 * @self: a device
 * @flags: one or several
 *
 * Returns: whether all of them hold
 */
gboolean onsite_device_is (OnsiteDevice *self, OnsiteDeviceFlags flags);

/**
 * onsite_device_equal:
 * @self: a device
 * @other: another
 *
 * Returns: whether nothing tells them apart
 */
gboolean onsite_device_equal (OnsiteDevice *self, OnsiteDevice *other);

/**
 * onsite_device_find:
 * @devices: a list of #OnsiteDevice
 * @id: what the server calls it
 * @hardware: (nullable): its hardware, if that is known
 *
 * Looks for a device by its id, and where there is none, for the only one of that
 * hardware.
 *
 * Returns: (transfer full) (nullable): the device
 */
OnsiteDevice *onsite_device_find (GListModel *devices, const char *id, const char *hardware);

G_END_DECLS
