/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "onsite-devices.h"

#include "onsite-audio.h"

struct _OnsiteDevices
{
  GObject parent_instance;

  gboolean with_monitors;
  GListStore *microphones;
  GListStore *loudspeakers;
  GstDeviceMonitor *monitor;
  GCancellable *search;
};

enum
{
  PROP_SEARCHING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* GStreamer has one device provider for the whole process, which follows the
 * server that was there when the first monitor started, until the last has
 * stopped; and a monitor that is freed takes its messages away from one that
 * starts meanwhile. So whoever starts waits for those that stop. */
static GMutex stopping_mutex;
static GCond stopped;
static guint n_stopping;

G_DEFINE_FINAL_TYPE (OnsiteDevices, onsite_devices, G_TYPE_OBJECT)

/* What the sound server itself offers is what pulsesrc and pulsesink can
 * open; the same hardware is listed once more by ALSA. */
static char *
dup_server_name (GstDevice *device)
{
  char *name = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (device), "internal-name") != NULL)
    g_object_get (device, "internal-name", &name, NULL);

  return name;
}

static gboolean
is_monitor (const GstStructure *details)
{
  return details != NULL &&
         g_strcmp0 (gst_structure_get_string (details, "device.class"), "monitor") == 0;
}

static gboolean
is_default (const GstStructure *details)
{
  gboolean yes = FALSE;

  return details != NULL && gst_structure_get_boolean (details, "is-default", &yes) && yes;
}

/* Returns the list that @device belongs in, NULL for one that is not offered. */
static GListStore *
choose_list (OnsiteDevices *self, GstDevice *device, const GstStructure *details)
{
  if (gst_device_has_classes (device, "Audio/Sink"))
    return self->loudspeakers;

  if (!gst_device_has_classes (device, "Audio/Source") ||
      (is_monitor (details) && !self->with_monitors))
    return NULL;

  return self->microphones;
}

static gboolean
find (GListStore *list, const char *id, guint *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (OnsiteDevice) device = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_strcmp0 (onsite_device_get_id (device), id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
remove_device (OnsiteDevices *self, GstDevice *device)
{
  g_autofree char *id = dup_server_name (device);
  guint position;

  if (id == NULL)
    return;

  if (find (self->microphones, id, &position))
    g_list_store_remove (self->microphones, position);
  else if (find (self->loudspeakers, id, &position))
    g_list_store_remove (self->loudspeakers, position);
}

static void
add_device (OnsiteDevices *self, GstDevice *device)
{
  g_autoptr (GstStructure) details = gst_device_get_properties (device);
  GListStore *list = choose_list (self, device, details);
  g_autofree char *id = dup_server_name (device);
  g_autofree char *name = NULL;
  g_autoptr (OnsiteDevice) item = NULL;

  if (list == NULL || id == NULL)
    return;

  remove_device (self, device);
  name = gst_device_get_display_name (device);
  item = onsite_device_new (id, name, is_default (details));

  if (onsite_device_get_is_default (item))
    g_list_store_insert (list, 0, item);
  else
    g_list_store_append (list, item);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  OnsiteDevices *self = user_data;
  g_autoptr (GstDevice) device = NULL;

  switch ((int) GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_DEVICE_ADDED:
      gst_message_parse_device_added (message, &device);
      add_device (self, device);
      break;

    case GST_MESSAGE_DEVICE_REMOVED:
      gst_message_parse_device_removed (message, &device);
      remove_device (self, device);
      break;

    case GST_MESSAGE_DEVICE_CHANGED:
      gst_message_parse_device_changed (message, &device, NULL);
      add_device (self, device);
      break;

    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

static void
stop_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  gst_device_monitor_stop (data);
  gst_object_unref (data);

  g_mutex_lock (&stopping_mutex);
  n_stopping--;
  g_cond_broadcast (&stopped);
  g_mutex_unlock (&stopping_mutex);
}

static void
wait_for_stops (void)
{
  g_mutex_lock (&stopping_mutex);

  while (n_stopping > 0)
    g_cond_wait (&stopped, &stopping_mutex);

  g_mutex_unlock (&stopping_mutex);
}

/* Stopping talks to the server, which may hang. */
static void
drop_monitor (GstDeviceMonitor *monitor)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GstBus) bus = gst_device_monitor_get_bus (monitor);

  g_mutex_lock (&stopping_mutex);
  n_stopping++;
  g_mutex_unlock (&stopping_mutex);

  gst_bus_remove_watch (bus);
  g_task_set_source_tag (task, drop_monitor);
  g_task_set_task_data (task, monitor, NULL);
  g_task_run_in_thread (task, stop_in_thread);
}

/* For a search that was given up: a monitor must not be freed while it runs. */
static void
stop_and_unref (gpointer monitor)
{
  gst_device_monitor_stop (monitor);
  gst_object_unref (monitor);
}

static void
start_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GstDeviceMonitor *monitor;
  GError *error = NULL;

  if (!onsite_audio_init (&error))
    {
      g_task_return_error (task, error);
      return;
    }

  wait_for_stops ();
  monitor = gst_device_monitor_new ();
  gst_device_monitor_add_filter (monitor, "Audio/Source", NULL);
  gst_device_monitor_add_filter (monitor, "Audio/Sink", NULL);
  gst_device_monitor_start (monitor);
  g_task_return_pointer (task, monitor, stop_and_unref);
}

static void
take_monitor (OnsiteDevices *self, GstDeviceMonitor *monitor)
{
  g_autoptr (GstBus) bus = gst_device_monitor_get_bus (monitor);
  g_autolist (GstDevice) devices = gst_device_monitor_get_devices (monitor);

  g_list_store_remove_all (self->microphones);
  g_list_store_remove_all (self->loudspeakers);

  for (GList *item = devices; item != NULL; item = item->next)
    add_device (self, item->data);

  self->monitor = monitor;
  gst_bus_add_watch (bus, on_message, self);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OnsiteDevices *self = ONSITE_DEVICES (source);
  g_autoptr (GError) error = NULL;
  GstDeviceMonitor *monitor = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another search is on. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->search);

  /* Without GStreamer there is nothing to list, and opening a device says why. */
  if (monitor != NULL)
    take_monitor (self, monitor);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
onsite_devices_dispose (GObject *object)
{
  OnsiteDevices *self = ONSITE_DEVICES (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_pointer (&self->monitor, drop_monitor);
  g_clear_object (&self->microphones);
  g_clear_object (&self->loudspeakers);

  G_OBJECT_CLASS (onsite_devices_parent_class)->dispose (object);
}

static void
onsite_devices_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OnsiteDevices *self = ONSITE_DEVICES (object);

  switch (id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, onsite_devices_get_searching (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
onsite_devices_class_init (OnsiteDevicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = onsite_devices_dispose;
  object_class->get_property = onsite_devices_get_property;

  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching",
                                                     NULL,
                                                     NULL,
                                                     FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                         G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
onsite_devices_init (OnsiteDevices *self)
{
  self->microphones = g_list_store_new (ONSITE_TYPE_DEVICE);
  self->loudspeakers = g_list_store_new (ONSITE_TYPE_DEVICE);
}

OnsiteDevices *
onsite_devices_new (gboolean with_monitors)
{
  OnsiteDevices *self = g_object_new (ONSITE_TYPE_DEVICES, NULL);

  self->with_monitors = with_monitors;
  onsite_devices_refresh (self);
  return self;
}

void
onsite_devices_refresh (OnsiteDevices *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ONSITE_IS_DEVICES (self));

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_pointer (&self->monitor, drop_monitor);

  self->search = g_cancellable_new ();
  task = g_task_new (self, self->search, on_started, NULL);
  g_task_set_source_tag (task, onsite_devices_refresh);
  g_task_run_in_thread (task, start_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

GListModel *
onsite_devices_get_microphones (OnsiteDevices *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICES (self), NULL);

  return G_LIST_MODEL (self->microphones);
}

GListModel *
onsite_devices_get_loudspeakers (OnsiteDevices *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICES (self), NULL);

  return G_LIST_MODEL (self->loudspeakers);
}

gboolean
onsite_devices_get_searching (OnsiteDevices *self)
{
  g_return_val_if_fail (ONSITE_IS_DEVICES (self), FALSE);

  return self->search != NULL;
}

static GstElement *
make (const char *factory, const char *id)
{
  GstElement *element = gst_element_factory_make (factory, NULL);

  if (element == NULL)
    return NULL;

  g_object_set (element, "client-name", "Onsite", NULL);

  if (id != NULL && *id != '\0')
    g_object_set (element, "device", id, NULL);

  return element;
}

GstElement *
onsite_devices_make_source (const char *id)
{
  return make ("pulsesrc", id);
}

GstElement *
onsite_devices_make_sink (const char *id)
{
  return make ("pulsesink", id);
}
