/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-device.h"

struct _OnsiteDevice
{
  GObject parent_instance;

  char *id;
  char *name;
  gboolean is_default;
};

enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_IS_DEFAULT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OnsiteDevice, onsite_device, G_TYPE_OBJECT)

static void
onsite_device_finalize (GObject *object)
{
  OnsiteDevice *self = ONSITE_DEVICE (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (onsite_device_parent_class)->finalize (object);
}

static void
onsite_device_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteDevice *self = ONSITE_DEVICE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_IS_DEFAULT:
      g_value_set_boolean (value, self->is_default);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_device_class_init (OnsiteDeviceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = onsite_device_finalize;
  object_class->get_property = onsite_device_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_IS_DEFAULT] = g_param_spec_boolean ("is-default", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onsite_device_init (OnsiteDevice *self)
{
}

OnsiteDevice *
onsite_device_new (const char *id, const char *name, gboolean is_default)
{
  OnsiteDevice *self = g_object_new (ONSITE_TYPE_DEVICE, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->is_default = is_default;
  return self;
}

const char *
onsite_device_get_id (OnsiteDevice *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICE (self), NULL);

  return self->id;
}

const char *
onsite_device_get_name (OnsiteDevice *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICE (self), NULL);

  return self->name;
}

gboolean
onsite_device_get_is_default (OnsiteDevice *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICE (self), FALSE);

  return self->is_default;
}
