/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-device.h"

struct _OnsiteDevice
{
  GObject parent_instance;

  char *id;
  char *name;
  char *hardware;
  OnsiteDeviceFlags flags;
};

enum
{
  PROP_ID = 1,
  PROP_NAME,
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
  g_free (self->hardware);

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
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onsite_device_init (OnsiteDevice *self)
{
}

OnsiteDevice *
onsite_device_new (const char *id, const char *name, const char *hardware, OnsiteDeviceFlags flags)
{
  OnsiteDevice *self = g_object_new (ONSITE_TYPE_DEVICE, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->hardware = g_strdup (hardware != NULL ? hardware : "");
  self->flags = flags;
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

const char *
onsite_device_get_hardware (OnsiteDevice *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICE (self), NULL);

  return self->hardware;
}

gboolean
onsite_device_is (OnsiteDevice *self, OnsiteDeviceFlags flags)
{
  g_return_val_if_fail (ONSITE_IS_DEVICE (self), FALSE);

  return (self->flags & flags) == flags;
}

gboolean
onsite_device_equal (OnsiteDevice *self, OnsiteDevice *other)
{
  return self->flags == other->flags && g_str_equal (self->id, other->id) &&
         g_str_equal (self->name, other->name) && g_str_equal (self->hardware, other->hardware);
}

OnsiteDevice *
onsite_device_find (GListModel *devices, const char *id, const char *hardware)
{
  g_autoptr (OnsiteDevice) same = NULL;
  guint n_same = 0;

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr (OnsiteDevice) device = g_list_model_get_item (devices, i);

      if (g_str_equal (device->id, id))
        return g_steal_pointer (&device);

      if (hardware != NULL && *hardware != '\0' && g_str_equal (device->hardware, hardware))
        {
          g_set_object (&same, device);
          n_same++;
        }
    }

  return n_same == 1 ? g_steal_pointer (&same) : NULL;
}
