/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-device-kind.h"

#include <string.h>

/* The first that fits: a headset by Bluetooth is by Bluetooth, which is what is heard. */
static const struct
{
  const char *part;
  OnsiteDeviceKind kind;
} names[] = {
  { ".monitor", ONSITE_DEVICE_KIND_OTHER },
  { "bluez_", ONSITE_DEVICE_KIND_BLUETOOTH },
  { "headset", ONSITE_DEVICE_KIND_HEADSET },
  { "alsa_input.usb-", ONSITE_DEVICE_KIND_USB },
  { "alsa_input.pci-", ONSITE_DEVICE_KIND_BUILT_IN },
  { "alsa_input.platform-", ONSITE_DEVICE_KIND_BUILT_IN },
};

OnsiteDeviceKind
onsite_device_kind_from_id (const char *id)
{
  g_autofree char *lower = NULL;

  if (!id || *id == '\0')
    return ONSITE_DEVICE_KIND_UNKNOWN;
  lower = g_ascii_strdown (id, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (lower, names[i].part))
      return names[i].kind;
  return ONSITE_DEVICE_KIND_OTHER;
}
